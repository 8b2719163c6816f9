/** The tunnel's operator answers in place of the app: nothing stands behind the tunnel any more. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { steps } from './steps.ts';

export const tunnelDead = cause({
  id: 'tunnel-dead',
  title: 'The tunnel behind the webhook URL is gone',
  side: 'app',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind !== 'answers' && look.kind !== 'redirects' && look.kind !== 'tunnel-dead')
      return notApplicable('Nobody answered there.');
    if (look.kind !== 'tunnel-dead') return ruledOut('No operator of a tunnel answered in place of the app.');
    return confirmed(`${address.url.host} is a tunnel that ended: its operator answers ${look.sign}.`, {
      evidence: [
        {
          label: 'Answer at the webhook URL',
          expected: 'an answer of your app',
          actual: look.sign,
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: ({ address }) =>
    steps('Start the tunnel again', [
      { text: 'Start the tunnel. Without a reserved name it gets a new address, and the dashboard still has the old one.' },
      { text: `Keep the path ${address.url.pathname} behind the new host.`, copy: address.url.pathname },
    ]),
});
