/** Nobody answers at the webhook URL, or not in HTTP. Seen from here; a firewall may judge Scalekit differently. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { type WebhookLook, webhookLook } from '../../../probes/webhook-look.ts';
import { firewallStep, steps } from './steps.ts';

const kinds = new Set(['refused', 'unreachable', 'reset', 'timeout', 'not-http', 'truncated']);

/** What was seen instead. */
const notThis: Readonly<Record<WebhookLook['kind'], string>> = {
  'not-public': 'The address is not a public one, so nobody was asked.',
  'not-https': 'The address is not https, so nobody was asked.',
  failed: 'It is the name or the certificate that fails, before anybody could answer.',
  redirects: 'Somebody answers there.',
  'tunnel-dead': 'The tunnel’s operator answers there.',
  answers: 'Somebody answers there.',
};

export const unreachable = cause({
  id: 'unreachable',
  title: 'Nobody answers at the webhook URL',
  side: 'network',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind !== 'failed' || !kinds.has(look.failure.kind)) return ruledOut(notThis[look.kind]);
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
