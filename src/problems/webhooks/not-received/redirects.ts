/** A delivery is a POST and follows no redirect: what answers 3xx has not received it. */
import { notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { testDelivery } from '../../../probes/test-delivery.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { answered, steps } from './steps.ts';

export const redirects = cause({
  id: 'redirects',
  title: 'The webhook URL redirects',
  side: 'app',
  needs: { address: webhookAddress, look: webhookLook },
  wants: { delivery: testDelivery },
  judge: ({ address, look, delivery }) => {
    const posted = delivery?.kind === 'answered' && delivery.status >= 300 && delivery.status < 400 ? delivery.status : undefined;
    const status = look.kind === 'redirects' ? look.status : posted;
    if (status === undefined && look.kind !== 'answers') return notApplicable('Nobody answered there.');
    if (status === undefined)
      return ruledOut('The URL answers itself.', {
        label: 'Answer to a GET',
        actual: look.kind === 'answers' ? `HTTP ${look.status}` : 'no redirect',
      });
    const target = look.kind === 'redirects' && look.location !== '' ? look.location : 'another address';
    return answered(
      look.kind === 'redirects' ? look.whose : (delivery?.whose ?? 'not-shown'),
      `${address.written} answers ${status} and points to ${target}; a delivery follows no redirect, so it counts as failed.`,
      {
        evidence: [
          {
            label: 'Answer at the webhook URL',
            expected: '2xx from the URL itself',
            actual: `${status}, Location: ${target}`,
            ...(address.location ? { location: address.location } : {}),
          },
        ],
      },
    );
  },
  remedy: ({ address, look }) => {
    const target =
      look.kind === 'redirects' && URL.canParse(look.location, address.url.href)
        ? new URL(look.location, address.url).href
        : undefined;
    return steps('Use the address that answers itself', [
      {
        text: 'Mind www, https and the slash at the end: enter the address to which the redirect leads.',
        ...(target ? { copy: target } : {}),
      },
      { text: 'If it leads to a login page, exempt the route from the login: Scalekit signs its deliveries instead.' },
    ]);
  },
});
