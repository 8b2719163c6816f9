/** How the routes that receive webhooks verify them. Derived from the code. */
import { type Outcome, ok } from '../diagnosis/outcome.ts';
import { type Verification, verificationOf } from '../project/code/webhook-verification.ts';
import { code } from './code.ts';
import { probe } from './tools.ts';
import { webhookRoutes } from './webhook-routes.ts';

export const webhookVerification = probe({
  id: 'webhook-verification',
  title: 'How webhooks are verified',
  reach: 'derived',
  needs: { code, routes: webhookRoutes },
  observe: ({ code, routes }): Outcome<readonly Verification[]> => {
    const found = routes.receivers.map((handler) => verificationOf(handler, code));
    return ok(
      found,
      ...found.map(({ by, call, payload, at }) => ({
        label: 'Verifies by',
        actual: by === 'nothing' ? 'nothing' : `${call}, over ${payload} bytes`,
        location: at.location,
      })),
    );
  },
});
