/** Scalekit sends webhook-id, webhook-timestamp and webhook-signature; the header of the guides does not exist. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { verifyRawBody } from '../../../patches/rules/verify-raw-body.ts';
import { handAllHeaders } from '../../../patches/rules/webhook/whole-headers.ts';
import { code } from '../../../probes/code.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { secretCode } from './secret-code.ts';
import { rawBodySteps } from './steps.ts';

export const wrongHeaders = cause({
  id: 'wrong-headers',
  title: 'The handler does not read the headers that Scalekit sends',
  side: 'app',
  needs: { found: webhookVerification },
  wants: { code },
  judge: ({ found }) => {
    if (found.length === 0) return notApplicable('No route receives webhooks.');
    const inBody = found.filter(({ headersFromBody, swapped }) => headersFromBody && !swapped);
    const [other] = inBody;
    if (other)
      return confirmed(
        `${other.handler.path} takes the headers from the body; webhook-id, webhook-timestamp and webhook-signature are headers of the request, and the body does not hold them.`,
        {
          evidence: inBody.map(({ at }) => ({
            label: 'Headers that are handed to verifyWebhookPayload',
            expected: 'the headers of the request',
            actual: 'a field of the body',
            location: at.location,
            source: 'Standard Webhooks',
          })),
        },
      );
    // Where the function does not exist either, that is the nearer fault.
    const bad = found.filter(
      ({ foreignHeaders, by, foreignScheme }) => foreignHeaders.length > 0 && by !== 'unknown-function' && !foreignScheme,
    );
    const [first] = bad;
    if (!first) return ruledOut('No handler reads a header of another scheme.');
    return confirmed(
      `The handler reads ${first.foreignHeaders.join(', ')}; Scalekit sends webhook-id, webhook-timestamp and webhook-signature.`,
      {
        evidence: bad.map(({ foreignHeaders, at }) => ({
          label: 'Header of the signature',
          expected: 'webhook-id, webhook-timestamp, webhook-signature',
          actual: foreignHeaders.join(', '),
          location: at.location,
          source: 'Standard Webhooks',
        })),
      },
    );
  },
  remedy: ({ found, code }) => {
    const summary = 'Hand all headers to verifyWebhookPayload: it finds its own';
    const bad = found.filter(
      ({ foreignHeaders, headersFromBody, by }) => headersFromBody || (foreignHeaders.length > 0 && by === 'sdk'),
    );
    return [
      ...remedyOfRule(
        bad.flatMap((verification) =>
          // Where the body is parsed as well, one without the other does not help.
          verification.headersFromBody && verification.payload === 'parsed'
            ? (verifyRawBody({ ...verification, secret: secretCode(verification) }, code?.modules ?? []) ?? [])
            : (handAllHeaders(verification.handler, verification.node) ?? []),
        ),
        summary,
      ),
      ...rawBodySteps(found, summary),
    ];
  },
});
