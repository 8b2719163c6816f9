/** TLS fails: a proxy or virus scanner shows a certificate of its own, or the host's certificate is not valid (RFC 5280, RFC 9525). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { environmentUrl } from '../../../probes/environment-url.ts';
import { type TlsFact, tlsChain } from '../../../probes/tls-chain.ts';
import { cause } from '../../../probes/tools.ts';

export const certificateUntrusted = cause({
  id: 'certificate-untrusted',
  title: 'The certificate that this computer is shown for the environment is not trusted',
  side: 'network',
  docs: 'https://docs.scalekit.com/authenticate/fsa/quickstart/',
  wants: { tls: tlsChain, environment: environmentUrl },
  judge: ({ tls, environment }) => {
    if (!tls || !environment) return notApplicable('No certificate was shown.');
    if (tls.authorized)
      return ruledOut('The certificate is trusted and is for this host.', {
        label: `Certificate of ${hostOf(environment.written)}`,
        actual: tls.chain[0]?.subject ?? 'trusted',
      });
    const [leaf] = tls.chain;
    const host = hostOf(environment.written);
    const who = isScalekits(host)
      ? `${host} is Scalekit’s, whose certificates every computer trusts: something between here and there (a proxy, a virus scanner) puts its own in their place.`
      : `The host’s own certificate, or the chain that it sends, is at fault.`;
    const issuer = leaf?.issuer ? `, issued by ${leaf.issuer}` : '';
    return confirmed(`The certificate for ${host}${issuer} is refused (${reasonOf(tls)}). ${who}`, {
      evidence: [
        {
          label: `Certificate of ${host}`,
          expected: 'issued by an authority that this computer trusts, for this host, valid now',
          actual: `${leaf?.subject ?? 'no subject'}; ${reasonOf(tls)}`,
          note: `Issued by ${leaf?.issuer ?? 'nobody'}, valid until ${leaf?.validTo ?? 'unknown'}.`,
          source: 'RFC 5280',
        },
      ],
      ...(environment.setting.location ? { locations: [environment.setting.location] } : {}),
    });
  },
  remedy: ({ environment }) => {
    const viaProxy = isScalekits(hostOf(environment?.written));
    return [
      {
        kind: 'steps',
        summary: viaProxy ? 'Let Node.js trust your network’s authority' : 'Give the host a valid certificate',
        steps: viaProxy
          ? [
              { text: 'Ask your network’s administrators for the certificate of their proxy’s authority, as a PEM file.' },
              {
                text: 'Start the app with that authority beside the public ones.',
                copy: 'NODE_EXTRA_CA_CERTS=/path/to/company-ca.pem',
              },
              { text: 'Do not set NODE_TLS_REJECT_UNAUTHORIZED=0: it would send the client secret to whoever answers.' },
            ]
          : [
              {
                text: 'Use the environment URL that the dashboard shows, or have the custom domain’s certificate renewed there.',
                link: 'https://app.scalekit.com',
              },
              { text: 'If the certificate is said to be expired or not yet valid, check the clock of this computer, too.' },
            ],
      },
    ];
  },
});

function reasonOf({ code, problem }: TlsFact): string {
  return code ?? problem ?? 'not trusted';
}

function isScalekits(host: string): boolean {
  return /(?:^|\.)scalekit\.(?:com|dev|cloud)$/.test(host);
}

function hostOf(written: string | undefined): string {
  return written !== undefined && URL.canParse(written) ? new URL(written).hostname : '';
}
