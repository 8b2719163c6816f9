/** Scalekit waits ten seconds; an endpoint that works before it answers is too late. */
import { ruledOut } from '../../../diagnosis/verdict.ts';
import { testDelivery } from '../../../probes/test-delivery.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { answered, steps } from './steps.ts';

export const tooSlow = cause({
  id: 'too-slow',
  title: 'The endpoint does not answer within ten seconds',
  side: 'app',
  needs: { address: webhookAddress, delivery: testDelivery },
  judge: ({ address, delivery }) => {
    if (delivery.kind !== 'too-slow') return ruledOut(`The endpoint answered after ${Math.round(delivery.durationMs)} ms.`);
    const seconds = (delivery.waitedMs / 1000).toFixed(1);
    return answered(
      delivery.whose,
      `${address.written} gave no answer to a signed test delivery in ${seconds} seconds; Scalekit gives up after ten.`,
      {
        evidence: [{ label: 'Answer to a signed test delivery', expected: '2xx within 10 s', actual: `none in ${seconds} s` }],
      },
    );
  },
  remedy: () =>
    steps('Answer first, work afterwards', [
      { text: 'Verify the signature, put the event on a queue, and answer 200 at once.' },
      { text: 'Deliveries may come twice: keep the ids of events that were handled.' },
    ]),
});
