/** The certificate of the endpoint is not one that Scalekit's delivery would accept (RFC 5280, RFC 9525). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { cause } from '../../../probes/tools.ts';
import { webhookAddress } from '../../../probes/webhook-address.ts';
import { webhookLook } from '../../../probes/webhook-look.ts';
import { steps } from './steps.ts';

export const tlsBroken = cause({
  id: 'tls-broken',
  title: 'The certificate of the webhook URL is not accepted',
  side: 'app',
  needs: { address: webhookAddress, look: webhookLook },
  judge: ({ address, look }) => {
    if (look.kind === 'not-public' || look.kind === 'not-https') return notApplicable('Nobody was asked at this address.');
    if (look.kind === 'failed' && !look.failure.kind.startsWith('tls-'))
      return notApplicable('It failed before a certificate was shown.');
    if (look.kind !== 'failed')
      return address.url.protocol === 'https:'
        ? ruledOut('The certificate of the webhook URL is accepted.')
        : notApplicable('The webhook URL is not https.');
    return confirmed(`TLS to ${address.url.host} fails: ${look.failure.sentence}`, {
      evidence: [
        {
          label: `Certificate of ${address.url.hostname}`,
          expected: 'valid, for this host, with its chain up to a public authority',
          actual: look.failure.kind.replace('tls-', '').replaceAll('-', ' '),
          source: 'RFC 9525',
          ...(address.location ? { location: address.location } : {}),
        },
      ],
    });
  },
  remedy: ({ address }) =>
    steps('Repair the certificate', [
      { text: 'Serve the whole chain (fullchain.pem, not cert.pem alone), for this very host, and renew it in time.' },
      {
        text: 'See what the host presents.',
        copy: `openssl s_client -connect ${address.url.hostname}:${address.url.port || '443'} -servername ${address.url.hostname} -showcerts`,
      },
    ]),
});
