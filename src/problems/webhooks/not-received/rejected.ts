/** The endpoint answered a real, signed delivery with something else than 2xx. */
import { notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { testDelivery } from '../../../probes/test-delivery.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { parserFault } from './body-refused.ts';
import { answered, steps } from './steps.ts';

export const rejected = cause({
  id: 'rejected',
  title: 'The endpoint answers deliveries with an error',
  side: 'app',
  needs: { address: webhookAddress, delivery: testDelivery },
  judge: ({ address, delivery }) => {
    if (delivery.kind !== 'answered') return notApplicable('It does not answer at all, which is told by itself.');
    const { status, says } = delivery;
    if (parserFault(delivery) !== undefined) return notApplicable('A body parser refused it, which is told by itself.');
    if (status < 400) return ruledOut(`The endpoint answered the test delivery with ${status}.`);
    return answered(
      delivery.whose,
      `${address.written} answered a signed test delivery with HTTP ${status}: ${meaning(status, says)}`,
      {
        evidence: [
          {
            label: 'Answer to a signed test delivery',
            expected: '2xx within 10 seconds',
            actual: `HTTP ${status}`,
            ...(says === '' ? {} : { note: says }),
          },
        ],
      },
    );
  },
  remedy: ({ delivery }) =>
    steps('Answer deliveries with 2xx', [
      { text: delivery.kind === 'answered' ? meaning(delivery.status, delivery.says) : 'Look at the server’s log.' },
      { text: 'Answer 200 as soon as the signature is verified, and do the work afterwards.' },
    ]),
});

function meaning(status: number, says: string): string {
  if (/csrf/i.test(says) || status === 419) return 'a CSRF check refuses it; exempt the route, the signature protects it.';
  switch (status) {
    case 401:
    case 403:
      return /signature/i.test(says)
        ? 'the app does not accept the signature; see “signature verification”.'
        : 'something asks for a login in front of the route, or a firewall refuses it.';
    case 404:
      return 'no route takes POST at this path.';
    case 405:
      return 'the route exists and does not take POST.';
    case 400:
    case 422:
      return /signature/i.test(says)
        ? 'the app does not accept the signature; see “signature verification”.'
        : 'the handler refuses the body.';
    default:
      return status >= 500 ? 'the handler, or what stands before it, fails; its log says why.' : 'the endpoint refuses it.';
  }
}
