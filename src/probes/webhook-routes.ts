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
const others = /stripe|svix|github|shopify|twilio|clerk|paddle|resend|slack|sendgrid/i;

export const webhookRoutes = probe({
  id: 'webhook-routes',
  title: 'Routes that receive webhooks',
  reach: 'derived',
  needs: { code },
  observe: ({ code }): Outcome<WebhookRoutes> => {
    const receivers = code.handlers.filter((handler) => {
      const text = handler.reached.map(({ node }) => node.text).join('\n');
      if (verifying.test(text)) return true;
      return named.test(handler.path) && ours.test(`${handler.path}\n${text}`) && !others.test(handler.path);
    });
    if (receivers.length === 0) return skipped('The code has no route that receives Scalekit’s webhooks.');
    const paths = [...code.handlers, ...code.routes].map(({ path, method }) => ({ path, method }));
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
