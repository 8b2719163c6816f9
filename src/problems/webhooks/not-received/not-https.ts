/** Scalekit delivers over https only: what a webhook says, and its signature, must not travel in the open. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { firewallStep, steps } from './steps.ts';

export const notHttps = cause({
  id: 'not-https',
  title: 'The webhook URL is not https',
  side: 'app',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind !== 'not-https')
      return address.url.protocol === 'https:'
        ? ruledOut('The URL is https.', { label: 'Webhook URL', actual: address.written })
        : notApplicable('The address is not a public one: both ends are on this machine, or that is told by itself.');
    return confirmed(`${address.written} is plain http; Scalekit delivers webhooks over https only.`, {
      evidence: [
        {
          label: 'Webhook URL',
          expected: address.written.replace(/^http:/, 'https:'),
          actual: address.written,
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: ({ address }) =>
    steps('Serve the endpoint over https', [
      { text: 'Give the host a certificate (your platform, Let’s Encrypt or a tunnel does it).' },
      { text: 'Use the https URL.', copy: address.written.replace(/^http:/, 'https:') },
      firewallStep,
    ]),
});
