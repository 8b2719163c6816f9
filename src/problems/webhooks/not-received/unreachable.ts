/** Nobody answers at the webhook URL, or not in HTTP. Seen from here; a firewall may judge Scalekit differently. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { firewallStep, steps } from './steps.ts';

const kinds = new Set(['refused', 'unreachable', 'reset', 'timeout', 'not-http', 'truncated']);

export const unreachable = cause({
  id: 'unreachable',
  title: 'Nobody answers at the webhook URL',
  side: 'network',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind === 'not-public' || look.kind === 'not-https') return notApplicable('Nobody was asked at this address.');
    if (look.kind === 'failed' && !kinds.has(look.failure.kind))
      return notApplicable('It is the name or the certificate that fails, which is told by itself.');
    if (look.kind !== 'failed') return ruledOut('Somebody answers there.');
    return confirmed(`${address.url.host} was asked from here and gave no answer: ${look.failure.sentence}`, {
      evidence: [
        {
          label: 'Webhook URL',
          expected: 'an HTTP answer',
          actual: look.failure.kind,
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: () =>
    steps('Get an answer from the endpoint', [
      { text: 'Check that the app runs there and listens on the port of the URL.' },
      firewallStep,
    ]),
});
