/** Why an exchange with a server came to nothing: one kind a cause, each with its own sentence. Pure. */

export type Stage = 'connecting' | 'waiting for headers' | 'reading the body';
export type TlsProblem =
  | 'tls-self-signed'
  | 'tls-expired'
  | 'tls-not-yet-valid'
  | 'tls-wrong-host'
  | 'tls-untrusted-chain'
  | 'tls-protocol';

interface Common {
  /** One or two sentences for people: what happened and where. Free of anything the server chose to say. */
  readonly sentence: string;
  readonly host: string;
  readonly durationMs: number;
  /** The error code of Node or undici: `ECONNREFUSED`. */
  readonly code?: string;
  /** `host:port` of the proxy that the request went through. */
  readonly proxy?: string;
}

export type TransportFailure = Common &
  (
    | { readonly kind: 'dns' }
    | { readonly kind: 'refused' }
    | { readonly kind: 'unreachable' }
    | { readonly kind: 'reset'; readonly stage: Stage }
    | { readonly kind: 'timeout'; readonly stage: Stage }
    | { readonly kind: TlsProblem; readonly certificateNames?: readonly string[] }
    /** What answered does not speak HTTP. */
    | { readonly kind: 'not-http' }
    | { readonly kind: 'too-large'; readonly part: 'headers' | 'body'; readonly limit: number }
    | { readonly kind: 'truncated' }
    | { readonly kind: 'redirect'; readonly status: number; readonly location: string; readonly crossOrigin: boolean }
    | { readonly kind: 'proxy-error'; readonly status?: number }
    | { readonly kind: 'bad-encoding' }
    | { readonly kind: 'aborted' }
    | { readonly kind: 'bad-url' }
  );
export type TransportFailureKind = TransportFailure['kind'];

/** What is known about the request at the moment of its failure. */
export interface Circumstances {
  readonly host: string;
  readonly stage: Stage;
  readonly durationMs: number;
  readonly proxy?: string;
}

/** Throws again what is no failure of the network but a fault of this program. */
export function failureOf(error: unknown, circumstances: Circumstances): TransportFailure {
  const { host, stage, durationMs, proxy } = circumstances;
  const { code, name, message, names } = readError(error);
  if (!code && (error instanceof TypeError || error instanceof ReferenceError)) throw error;
  const common = { host, durationMs, ...(code ? { code } : {}), ...(proxy ? { proxy } : {}) };
  const at = (sentence: string) => ({ ...common, sentence });
  const tunnel = proxyStatus(message, proxy);
  if (tunnel !== undefined) return { kind: 'proxy-error', status: tunnel, ...at(proxySentence(proxy ?? '', tunnel)) };
  const tls = tlsProblem(code, message);
  if (tls) return { kind: tls, ...at(TLS_SENTENCES[tls](host)), ...(names ? { certificateNames: names } : {}) };
  if (proxy && stage === 'connecting' && code && !TIMEOUT_CODES.has(code)) {
    return {
      kind: 'proxy-error',
      ...at(`The proxy ${proxy}, named by your environment variables, could not be used (${code}).`),
    };
  }
  if (code && DNS_CODES.test(code))
    return { kind: 'dns', ...at(`The name ${host} could not be resolved: no such host, or no DNS.`) };
  if (code === 'ECONNREFUSED') return { kind: 'refused', ...at(`${host} refused the connection: nothing listens there.`) };
  if (code && UNREACHABLE_CODES.has(code)) {
    return { kind: 'unreachable', ...at(`${host} cannot be reached from this network (${code}): no route, or a firewall.`) };
  }
  if (code && TIMEOUT_CODES.has(code)) return timeoutAt(stage, circumstances, code);
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') {
    return { kind: 'too-large', part: 'headers', limit: 16_384, ...at(`${host} sent more headers than any honest answer has.`) };
  }
  if (
    code === 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH' ||
    (stage === 'reading the body' && code !== undefined && BREAKS.has(code))
  ) {
    return { kind: 'truncated', ...at(`${host} broke the connection off in the middle of its answer.`) };
  }
  if (name === 'HTTPParserError' || code?.startsWith('HPE_'))
    return { kind: 'not-http', ...at(`What answers at ${host} does not speak HTTP.`) };
  if (code === 'ERR_INVALID_URL' || code === 'UND_ERR_INVALID_ARG')
    return { kind: 'bad-url', ...at(`${host} is no address that can be asked.`) };
  return { kind: 'reset', stage, ...at(`${host} broke the connection off while ${STAGES[stage]}.`) };
}

export function timeoutAt(stage: Stage, { host, durationMs, proxy }: Circumstances, code?: string): TransportFailure {
  const seconds = (durationMs / 1000).toFixed(1);
  const sentences: Record<Stage, string> = {
    connecting: `No connection to ${host} came about within ${seconds} s: it is down, or a firewall drops what is sent to it.`,
    'waiting for headers': `${host} took the request and did not answer within ${seconds} s.`,
    'reading the body': `${host} began to answer and did not finish within ${seconds} s.`,
  };
  return {
    kind: 'timeout',
    stage,
    sentence: sentences[stage],
    host,
    durationMs,
    ...(code ? { code } : {}),
    ...(proxy ? { proxy } : {}),
  };
}

export function proxySentence(proxy: string, status: number): string {
  return status === 407
    ? `The proxy ${proxy} wants a user name and a password (407).`
    : `The proxy ${proxy} refused to make the connection (${status}).`;
}

const STAGES: Record<Stage, string> = {
  connecting: 'the connection was being made',
  'waiting for headers': 'its answer was awaited',
  'reading the body': 'its answer was being read',
};

const DNS_CODES = /^(?:ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EREFUSED_DNS)/;
const BREAKS = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE', 'UND_ERR_ABORTED']);
const UNREACHABLE_CODES = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM']);
const TIMEOUT_CODES = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

const TLS_CODES: Readonly<Record<string, TlsProblem>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls-self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls-untrusted-chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls-untrusted-chain',
  UNABLE_TO_GET_ISSUER_CERT: 'tls-untrusted-chain',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls-untrusted-chain',
  CERT_UNTRUSTED: 'tls-untrusted-chain',
  CERT_CHAIN_TOO_LONG: 'tls-untrusted-chain',
  CERT_SIGNATURE_FAILURE: 'tls-untrusted-chain',
  INVALID_CA: 'tls-untrusted-chain',
  CERT_REVOKED: 'tls-untrusted-chain',
  CERT_REJECTED: 'tls-untrusted-chain',
  INVALID_PURPOSE: 'tls-untrusted-chain',
  CERT_HAS_EXPIRED: 'tls-expired',
  CERT_NOT_YET_VALID: 'tls-not-yet-valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls-wrong-host',
  HOSTNAME_MISMATCH: 'tls-wrong-host',
  EPROTO: 'tls-protocol',
};

export function tlsProblem(code: string | undefined, message = ''): TlsProblem | undefined {
  if (code && Object.hasOwn(TLS_CODES, code)) return TLS_CODES[code];
  if (code?.startsWith('ERR_SSL_') || code?.startsWith('ERR_TLS_')) return 'tls-protocol';
  return /before secure TLS connection was established/.test(message) ? 'tls-protocol' : undefined;
}

const TLS_SENTENCES: Record<TlsProblem, (host: string) => string> = {
  'tls-self-signed': (host) =>
    `The certificate of ${host} is signed by itself: this is not the real host, or something stands in between.`,
  'tls-expired': (host) => `The certificate of ${host} has expired (or the clock of this computer is ahead).`,
  'tls-not-yet-valid': (host) => `The certificate of ${host} is not valid yet: most likely the clock of this computer is behind.`,
  'tls-wrong-host': (host) => `The certificate that ${host} shows is made out to another name.`,
  'tls-untrusted-chain': (host) =>
    `The certificate of ${host} comes from an authority that Node does not know. Behind a company proxy, NODE_EXTRA_CA_CERTS must name its root certificate.`,
  'tls-protocol': (host) => `${host} does not speak TLS properly: another protocol on that port, or a device in between cuts in.`,
};

function proxyStatus(message: string, proxy: string | undefined): number | undefined {
  if (!proxy) return undefined;
  const status =
    /Proxy response \((\d{3})\)/.exec(message)?.[1] ?? /Proxy Authentication Required \((\d{3})\)/.exec(message)?.[1];
  return status === undefined ? undefined : Number(status);
}

/** The codes hide in causes and in the parts of an AggregateError (one for each address that was tried). */
function readError(error: unknown): { code?: string; name: string; message: string; names?: readonly string[] } {
  const name = error instanceof Error ? error.name : '';
  for (let current = error, depth = 0; isObject(current) && depth < 5; depth++) {
    const parts: readonly unknown[] = Array.isArray(current['errors']) ? current['errors'] : [];
    const holder =
      typeof current['code'] === 'string' ? current : parts.find((part) => isObject(part) && typeof part['code'] === 'string');
    if (isObject(holder) && typeof holder['code'] === 'string' && holder['code'] !== 'UND_ERR_PRX_TLS') {
      const names = certificateNames(holder['cert']);
      return { name, code: holder['code'], message: String(holder['message'] ?? ''), ...(names ? { names } : {}) };
    }
    current = current['cause'];
  }
  return { name, message: error instanceof Error ? error.message : '' };
}

function certificateNames(certificate: unknown): readonly string[] | undefined {
  const text = isObject(certificate) ? certificate['subjectaltname'] : undefined;
  if (typeof text !== 'string') return undefined;
  return text.split(/,\s*/, 20).map((name) => name.replace(/^(?:DNS|IP Address):/, '').slice(0, 255));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
