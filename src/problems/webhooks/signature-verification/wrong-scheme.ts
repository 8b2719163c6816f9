/** An HMAC of one's own that follows another vendor's scheme: hex, or `t=…,v1=…`. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { rawBodySteps } from './steps.ts';

export const wrongScheme = cause({
  id: 'wrong-scheme',
  title: 'The signature is computed by another scheme',
  side: 'app',
  needs: { found: webhookVerification },
  judge: ({ found }) => {
    if (!found.some(({ by }) => by === 'own-hmac')) return notApplicable('No handler computes the signature itself.');
    const bad = found.filter(({ foreignScheme }) => foreignScheme);
    const [first] = bad;
    if (!first) return ruledOut('The handler computes a signature, and not in hex.');
    return confirmed(
      'The handler computes a hex digest; Scalekit signs by Standard Webhooks: base64 of HMAC-SHA256 over id.timestamp.body, with the decoded secret as the key.',
      {
        evidence: bad.map(({ at }) => ({
          label: 'Signature',
          expected: 'v1,BASE64 over `${id}.${timestamp}.${body}`',
          actual: 'a hex digest',
          location: at.location,
          source: 'Standard Webhooks',
        })),
      },
    );
  },
  remedy: ({ found }) => rawBodySteps(found, 'Let the SDK verify'),
});
