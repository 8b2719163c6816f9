/** The signature is over the bytes as they came; what a JSON parser made of them has other bytes, so it never fits. */
import { confirmed, notApplicable, ruledOut, undecided } from '../../../diagnosis/verdict.ts';
import { verifyRawBody } from '../../../patches/rules/verify-raw-body.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { secretCode } from './secret-code.ts';
import { rawBodySteps } from './steps.ts';

export const parsedBody = cause({
  id: 'parsed-body',
  title: 'The parsed body is verified instead of the raw one',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    const verifying = found.filter(({ by }) => by === 'sdk');
    if (verifying.length === 0) return notApplicable('No handler verifies with the SDK.');
    const bad = verifying.filter(({ payload }) => payload === 'parsed' || payload === 'absent');
    const [first] = bad;
    const unclear = verifying.find(({ payload }) => payload === 'unknown');
    if (!first && unclear)
      return undecided(
        `What ${unclear.handler.path} verifies cannot be followed in the code to the body as it came.`,
        'Paste a delivery with its headers: then the signature itself tells whether the bytes were changed.',
      );
    if (!first) return ruledOut('Every handler verifies the body as it came.');
    return confirmed(
      first.payload === 'absent'
        ? `${first.handler.path} verifies request.rawBody, which NestJS fills only for an app that is created with rawBody: here it is undefined, and no signature fits that.`
        : `${first.handler.path} verifies what a JSON parser made of the body. Its bytes are only by chance those that were signed: spaces, escapes or the order of keys make the check fail.`,
      {
        evidence: bad.map(({ payloadAt, at, handler, payload }) => ({
          label: `Bytes that ${handler.path} verifies`,
          expected: 'the raw body, as it came',
          actual: payload === 'absent' ? 'nothing: the app is created without rawBody' : 'the parsed body, written again',
          location: (payloadAt ?? at).location,
          source: 'Standard Webhooks',
        })),
      },
    );
  },
  remedy: ({ found, code }) => {
    const bad = found.filter(({ by, payload }) => by === 'sdk' && (payload === 'parsed' || payload === 'absent'));
    return [
      ...remedyOfRule(
        bad.flatMap(
          (verification) => verifyRawBody({ ...verification, secret: secretCode(verification) }, code?.modules ?? []) ?? [],
        ),
        'Verify the raw body',
      ),
      ...rawBodySteps(bad, 'Verify the raw body'),
    ];
  },
});
