/** verifyWebhookPayload throws; nothing catches it, so the server answers 500 and Scalekit sends the same again and again. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { catchFailure } from '../../../patches/rules/webhook/answer-failure.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';

export const throwUnhandled = cause({
  id: 'throw-unhandled',
  title: 'The exception of a failed check is not caught',
  side: 'app',
  severity: 'warning',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    const verifying = found.filter(({ by }) => by === 'sdk');
    if (verifying.length === 0) return notApplicable('No handler verifies with the SDK.');
    const bad = verifying.filter(({ onFailure }) => onFailure === 'throws');
    const [first] = bad;
    const unclear = verifying.filter(({ onFailure }) => onFailure === 'unknown');
    if (!first && unclear.length > 0)
      return notFollowed(
        'whether the exception of a failed check is caught',
        unclear.map(({ call, at }) => ({ name: call, location: at.location })),
      );
    // Caught is caught, whatever the catch block then does: that is for `failure-ignored` to say.
    if (!first) return ruledOut('The exception of a failed check is caught.');
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
  remedy: ({ found, code }) => [
    ...remedyOfRule(
      found
        .filter(({ onFailure, by }) => by === 'sdk' && onFailure === 'throws')
        .map((verification) => catchFailure(verification, code?.modules ?? [])),
      'Catch the exception and answer 400',
    ),
    {
      kind: 'steps',
      summary: 'Catch the exception and answer 400',
      steps: [{ text: 'Put the call into a try block; answer 400 in the catch block and return.' }],
    },
  ],
});
