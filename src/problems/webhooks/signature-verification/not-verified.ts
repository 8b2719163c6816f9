/** A route takes Scalekit's events and checks no signature at all. */

import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { addVerification } from '../../../patches/rules/webhook/add-verification.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { rawBodySteps } from './steps.ts';

export const notVerified = cause({
  id: 'not-verified',
  title: 'Webhooks are handled without any check of their signature',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    if (found.length === 0) return notApplicable('No route receives webhooks.');
    const bare = found.filter(({ by }) => by === 'nothing');
    const [first] = bare;
    if (!first) return ruledOut('Every route that receives webhooks checks something.');
    const grounds = {
      evidence: bare.map(({ handler }) => ({
        label: `Route ${handler.path}`,
        expected: 'verifyWebhookPayload before the event is read',
        actual: 'no check of a signature',
        location: handler.at.location,
      })),
    };
    // What an imported helper of another package does cannot be seen.
    return first.handler.before.some(({ name }) => /verif|signature|webhook/i.test(name))
      ? likely(
          `${first.handler.path} handles events, and no check of a signature was found in it; something in front of it may do that.`,
          grounds,
        )
      : confirmed(`${first.handler.path} handles events without checking their signature: anybody can send one.`, grounds);
  },
  remedy: ({ found, code }) => {
    const summary = 'Verify each delivery before it is read';
    const bare = found.filter(
      ({ by, handler }) => by === 'nothing' && !handler.before.some(({ name }) => /verif|signature|webhook/i.test(name)),
    );
    return [
      ...remedyOfRule(
        bare.flatMap(({ handler }) => addVerification(handler, code?.modules ?? []) ?? []),
        summary,
      ),
      ...rawBodySteps(found, summary),
    ];
  },
});
