/** Webhook signatures that the app cannot verify, by what is sent. */
import { randomBytes } from 'node:crypto';
import type { Fault } from './fault.ts';

export const signatureVerification: readonly Fault[] = [
  {
    id: 'signature-verification/other-secret',
    // Rotated: the app still has the old one.
    breaks: (state) => {
      state.webhookSecret = `whsec_${randomBytes(24).toString('base64')}`;
    },
  },
  {
    id: 'signature-verification/body-rewritten',
    breaks: (state) => {
      state.rewritesWebhookBody = true;
    },
  },
  {
    id: 'signature-verification/timestamp-refused',
    // On the way for ten minutes; receivers allow five.
    breaks: (state) => {
      state.webhookDelaySeconds = 600;
    },
  },
];
