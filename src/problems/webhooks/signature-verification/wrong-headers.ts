/** Scalekit sends webhook-id, webhook-timestamp and webhook-signature; the header of the guides does not exist. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { handAllHeaders } from '../../../patches/rules/webhook/whole-headers.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookVerification } from '../../../probes/webhook-verification.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { rawBodySteps } from './steps.ts';

export const wrongHeaders = cause({
  id: 'wrong-headers',
  title: 'The handler reads a signature header that Scalekit does not send',
  side: 'app',
  needs: { found: webhookVerification },
  judge: ({ found }) => {
    if (found.length === 0) return notApplicable('No route receives webhooks.');
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
  remedy: ({ found }) => {
    const summary = 'Hand all headers to verifyWebhookPayload: it finds its own';
    const bad = found.filter(({ foreignHeaders, by }) => foreignHeaders.length > 0 && by === 'sdk');
    return [
      ...remedyOfRule(
        bad.map(({ handler, node }) => handAllHeaders(handler, node)),
        summary,
      ),
      ...rawBodySteps(found, summary),
    ];
  },
});
