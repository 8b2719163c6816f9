/** The URL leads to an address that only this machine or this network has. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { steps } from './steps.ts';

export const notPublic = cause({
  id: 'not-public',
  title: 'The webhook URL cannot be reached from the internet',
  side: 'app',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind !== 'not-public')
      return ruledOut('The address is none that only this machine or network knows.', {
        label: 'Webhook URL',
        actual: address.written,
      });
    return confirmed(`Scalekit cannot reach ${address.url.host}: ${look.why}.`, {
      evidence: [
        {
          label: 'Webhook URL',
          expected: 'a host that the internet knows',
          actual: address.written,
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: ({ address }) =>
    steps('Give the endpoint a public address', [
      {
        text: 'While developing, open a tunnel to the local port; it prints a public https address.',
        copy: `cloudflared tunnel --url http://localhost:${address.url.port || '3000'}`,
      },
      { text: 'In production, deploy the route to a public host.' },
      { text: `Keep the path ${address.url.pathname} behind the new host.`, copy: address.url.pathname },
    ]),
});
