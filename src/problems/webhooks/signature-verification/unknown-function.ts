/** The guides show functions that no SDK has; the call fails before anything is verified. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { verifyRawBody } from '../../../patches/rules/verify-raw-body.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { secretCode } from './secret-code.ts';
import { rawBodySteps } from './steps.ts';

export const unknownFunction = cause({
  id: 'unknown-function',
  title: 'The webhook is verified by a function that the SDK does not have',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    if (found.length === 0) return notApplicable('No route receives webhooks.');
    const bad = found.filter(({ by }) => by === 'unknown-function');
    const [first] = bad;
    if (!first) return ruledOut('No handler verifies by a function that the SDK lacks.');
    return confirmed(`${first.call} does not exist in the Scalekit SDK; the function is verifyWebhookPayload.`, {
      evidence: bad.map(({ call, at }) => ({
        label: 'Verifies by',
        expected: 'scalekit.verifyWebhookPayload(secret, headers, rawBody)',
        actual: call,
        location: at.location,
      })),
    });
  },
  remedy: ({ found, code }) => {
    const bad = found.filter(({ by }) => by === 'unknown-function');
    return [
      ...remedyOfRule(
        bad.flatMap(
          (verification) => verifyRawBody({ ...verification, secret: secretCode(verification) }, code?.modules ?? []) ?? [],
        ),
        'Verify with verifyWebhookPayload, over the raw body',
      ),
      ...rawBodySteps(bad, 'Verify with verifyWebhookPayload'),
    ];
  },
});
