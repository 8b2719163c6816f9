/** The exception of a failed check is caught, and the event is handled all the same: anybody can send one. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { endOnFailure } from '../../../patches/rules/webhook/answer-failure.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';

export const failureIgnored = cause({
  id: 'failure-ignored',
  title: 'A webhook whose check fails is handled all the same',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    if (!found.some(({ by }) => by === 'sdk')) return notApplicable('No handler verifies with the SDK.');
    const bad = found.filter(({ onFailure }) => onFailure === 'goes-on');
    const [first] = bad;
    const unclear = found.filter(({ by, onFailure }) => by === 'sdk' && onFailure === 'unknown');
    if (!first && unclear.length > 0)
      return notFollowed(
        'what becomes of an event whose check fails',
        unclear.map(({ call, at }) => ({ name: call, location: at.location })),
      );
    if (!first) return ruledOut('A failed check ends the handler.');
    return confirmed(
      `${first.handler.path} catches the exception of verifyWebhookPayload and goes on: a forged event is handled like a real one.`,
      {
        evidence: bad.map(({ at }) => ({
          label: 'After a failed check',
          expected: '400, and nothing else',
          actual: 'the event is handled',
          location: at.location,
        })),
      },
    );
  },
  remedy: ({ found, code }) => [
    ...remedyOfRule(
      found
        .filter(({ onFailure }) => onFailure === 'goes-on')
        .map((verification) => endOnFailure(verification, code?.modules ?? [])),
      'Answer 400 where the check fails',
    ),
    {
      kind: 'steps',
      summary: 'Answer 400 where the check fails',
      steps: [
        {
          text: 'In the catch block, answer 400 and return before the event is read.',
          copy: 'return response.status(400).end();',
        },
      ],
    },
  ],
});
