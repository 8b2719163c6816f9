/** The host of the webhook URL does not exist, as far as this machine's DNS knows. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { steps } from './steps.ts';

export const nameUnresolved = cause({
  id: 'name-unresolved',
  title: 'The host of the webhook URL does not resolve',
  side: 'network',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind === 'not-public' || look.kind === 'not-https') return notApplicable('Nobody was asked at this address.');
    if (look.kind !== 'failed' || look.failure.kind !== 'dns') return ruledOut('The host of the webhook URL resolves.');
    return confirmed(`${address.url.hostname} does not resolve: no delivery can find it.`, {
      evidence: [
        {
          label: `Addresses of ${address.url.hostname}`,
          expected: 'an address',
          actual: look.failure.sentence,
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: ({ address }) =>
    steps('Make the name resolve', [
      { text: 'Check the spelling of the host; a tunnel’s name changes with every start.' },
      { text: 'Look the name up from outside.', copy: `nslookup ${address.url.hostname} 1.1.1.1` },
    ]),
});
