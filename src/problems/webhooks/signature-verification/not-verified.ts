/** A route takes Scalekit's events and checks no signature at all. */

import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { addVerification } from '../../../patches/rules/webhook/add-verification.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';
import { rawBodySteps } from './steps.ts';

export const notVerified = cause({
  id: 'not-verified',
  title: 'Webhooks are handled without any check of their signature',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    if (found.length === 0) return notApplicable('No route receives webhooks.');
    const missing = found.filter(({ by }) => by === 'nothing');
    const bare = missing.filter(({ unread }) => unread.length === 0).sort((a, b) => Number(a.handsOn) - Number(b.handsOn));
    const [first] = bare;
    if (!first) {
      const unclear = missing.flatMap(({ unread }) => unread);
      const what = 'whether the signature is checked before the event is handled';
      if (unclear.length > 0) return notFollowed(what, unclear);
      const uncompared = found.find(({ isCompared }) => !isCompared);
      if (uncompared)
        return notFollowed('whether the signature that is computed is compared with the one that came', [
          { name: uncompared.call, location: uncompared.at.location },
        ]);
      return ruledOut('Every route that receives webhooks checks their signature.');
    }
    const grounds = {
      evidence: bare.map(({ handler }) => ({
        label: `Route ${handler.path}`,
        expected: 'verifyWebhookPayload before the event is read',
        actual: 'no check of a signature',
        location: handler.at.location,
      })),
    };
    // What is handed on has no headers with it, so that nothing behind can check a signature.
    return first.handsOn
      ? likely(`${first.handler.path} hands events on without checking their signature: anybody can send one.`, grounds)
      : confirmed(`${first.handler.path} handles events without checking their signature: anybody can send one.`, grounds);
  },
  remedy: ({ found, code }) => {
    const summary = 'Verify each delivery before it is read';
    const bare = found.filter(({ by, unread }) => by === 'nothing' && unread.length === 0);
    return [
      ...remedyOfRule(
        bare.flatMap(({ handler }) => addVerification(handler, code?.modules ?? []) ?? []),
        summary,
      ),
      ...rawBodySteps(found, summary),
    ];
  },
});
