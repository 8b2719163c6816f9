/** How a call to Scalekit that brought no value reads as an outcome: the reason is the failure's own sentence. */
import type { Evidence } from '../diagnosis/evidence.ts';
import { type Outcome, skipped, unknown } from '../diagnosis/outcome.ts';
import type { ApiFailure } from '../scalekit/api-result.ts';
import type { TransportFailureKind } from '../scalekit/transport-failure.ts';

export function seenIn(label: string, exchange: string | undefined, rest: Omit<Evidence, 'label' | 'exchange'> = {}): Evidence {
  return { label, ...rest, ...(exchange ? { exchange } : {}) };
}

/** The failure of a call as an unknown outcome: what was asked for could not be seen. */
export function unseen(failure: ApiFailure, exchange?: string): Outcome<never> {
  if (failure.kind === 'undocumented') {
    return skipped(`This environment does not show it to a client token (HTTP ${failure.status}).`);
  }
  return unknown(
    failure.sentence,
    adviceFor(failure),
    ...(exchange ? [seenIn('What was asked', exchange, { note: failure.sentence })] : []),
  );
}

const transportAdvice: Readonly<Partial<Record<TransportFailureKind, string>>> = {
  dns: 'Check the spelling of the environment URL, then your DNS: `nslookup` of that host should answer.',
  refused: 'Check host and port of the environment URL, and whether what should listen there is running.',
  unreachable: 'Check your network, VPN and firewall: port 443 of that host must be reachable.',
  reset: 'Try from another network: something in between closes the connection.',
  timeout: 'Try again; if it stays, try from another network or ask who runs your firewall.',
  'tls-self-signed': 'If your company inspects TLS, set NODE_EXTRA_CA_CERTS to its root certificate and run again.',
  'tls-untrusted-chain': 'If your company inspects TLS, set NODE_EXTRA_CA_CERTS to its root certificate and run again.',
  'tls-expired': 'Check the date of this computer; if it is right, whoever runs that host must renew the certificate.',
  'tls-not-yet-valid': 'Check the date and time of this computer.',
  'tls-wrong-host': 'Check the spelling of the environment URL; a custom domain needs its own certificate in Scalekit.',
  'tls-protocol': 'Check host and port of the environment URL: what answers there does not speak TLS.',
  redirect: 'Set the environment URL to the address that Scalekit’s dashboard shows; nothing was sent to the other one.',
  'proxy-error': 'Check HTTP_PROXY, HTTPS_PROXY and NO_PROXY.',
  'bad-url': 'Set SCALEKIT_ENVIRONMENT_URL to the URL shown in Scalekit’s dashboard under Settings → API credentials.',
};

function adviceFor(failure: ApiFailure): string {
  switch (failure.kind) {
    case 'transport':
      return transportAdvice[failure.cause.kind] ?? 'Run again; if it stays, send the support bundle.';
    case 'html-instead-of-json':
      return 'Open the environment URL’s /.well-known/openid-configuration in a browser: it should show JSON.';
    case 'oauth-error':
      return 'Settle the credentials first: everything that needs a token waits for them.';
    case 'withheld':
      return 'Set the environment URL and the credentials, then run again.';
    case 'overloaded':
      return 'Wait a little and run again.';
    case 'gateway-error':
    case 'http-status':
      return 'Run again; if it stays, send the support bundle: it holds the request id.';
    default:
      return 'Check that the environment URL is that of a Scalekit environment; if it is, send the support bundle.';
  }
}
