/** verifyWebhookPayload throws; nothing catches it, so the server answers 500 and Scalekit sends the same again and again. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';

export const throwUnhandled = cause({
  id: 'throw-unhandled',
  title: 'The exception of a failed check is not caught',
  side: 'app',
  severity: 'warning',
  needs: { found: webhookVerification },
  judge: ({ found }) => {
    if (!found.some(({ by }) => by === 'sdk')) return notApplicable('No handler verifies with the SDK.');
    const bad = found.filter(({ onFailure, by }) => by === 'sdk' && onFailure === 'throws');
    const [first] = bad;
    if (!first) return ruledOut('The exception is caught, or that cannot be told.');
    return confirmed(
      `verifyWebhookPayload throws when a signature does not fit; ${first.handler.path} does not catch it, so the answer is 500 instead of 400.`,
      {
        evidence: bad.map(({ at }) => ({
          label: 'verifyWebhookPayload',
          expected: 'in a try block that answers 400',
          actual: 'not in a try block',
          location: at.location,
        })),
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Catch the exception and answer 400',
      steps: [{ text: 'Put the call into a try block; answer 400 in the catch block and return.' }],
    },
  ],
});
