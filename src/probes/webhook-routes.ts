/** The handlers that receive Scalekit's webhooks. Derived from the code. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { Handler } from '../project/code/types.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';

export interface WebhookRoutes {
  readonly receivers: readonly Handler[];
  /** Every path that the app answers, by any handler that was found. */
  readonly paths: readonly { readonly path: string; readonly method: string }[];
}

const verifying = /\bverifyWebhookPayload\b|\bwebhook-signature\b|\bscalekit-signature\b/i;
const named = /(?:^|\/|-)(?:web-?)?hooks?(?:\/|-|$)/i;
const ours = /scalekit|organization\.directory\.|organization\.(?:sso|domain)_/i;
const others =
  /stripe|svix|github|gitlab|shopify|twilio|clerk|paddle|resend|slack|sendgrid|paystack|flutterwave|razorpay|lemon-?squeezy|polar|linear|telegram|whatsapp|meta|facebook|mailgun|postmark|plaid|square|paypal|chargebee|intercom|hubspot|vapi/i;
/** A signature of somebody else's: `x-paystack-signature`, `verif-hash`. */
const othersHeader = /['"`](?!(?:x-)?scalekit)(?:x-)?[a-z]+(?:-[a-z]+)*-(?:signature|hmac-sha256|hash)(?:-\d+)?['"`]/i;
const ownHeader = /webhook-signature|scalekit/i;

export const webhookRoutes = probe({
  id: 'webhook-routes',
  title: 'Routes that receive webhooks',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<WebhookRoutes> => {
    const receivers = code.handlers.filter((handler) => {
      const text = handler.reached.map(({ node }) => node.text).join('\n');
      if (verifying.test(text)) return true;
      if (!named.test(handler.path) || !ours.test(`${handler.path}\n${text}`) || others.test(handler.path)) return false;
      const foreign = othersHeader.exec(text)?.[0];
      return foreign === undefined || ownHeader.test(foreign);
    });
    if (receivers.length === 0) return skipped('The code has no route that receives Scalekit’s webhooks.');
    // Of a file that holds a receiver the handlers say which methods it answers.
    const remaining = code.routes.filter(
      ({ method, at }) => method !== 'any' || !receivers.some((receiver) => receiver.at.file === at.file),
    );
    const paths = [...code.handlers, ...remaining].map(({ path, method }) => ({ path, method }));
    return ok(
      { receivers, paths },
      ...receivers.map(({ path, method, at }) => ({
        label: 'Receives webhooks',
        actual: `${method} ${path}`,
        location: at.location,
      })),
    );
  },
});
