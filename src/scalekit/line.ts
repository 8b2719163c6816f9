/** One connection for one exchange, directly or through a proxy, on undici. Knows nothing of answers and failures. */
import type { Route } from './proxy.ts';
import type { TransportRequest } from './transport.ts';

export type UsableRoute = Exclude<Route, { readonly kind: 'unusable-proxy' }>;

export interface LineOptions {
  readonly timeoutMs: number;
  readonly maxHeaderBytes: number;
  readonly extraRoots: readonly string[] | undefined;
}

export interface LineAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface Line {
  readonly request: (request: TransportRequest, signal: AbortSignal) => Promise<LineAnswer>;
  readonly close: () => void;
}

/** Node gives each address of a host a quarter of a second before it tries the next: too little for a slow network. */
const MOST_INTERIMS = 50;

const FAMILIES = { autoSelectFamily: true, autoSelectFamilyAttemptTimeout: 1_000 };

/** A connection of its own for each exchange: then an error belongs to exactly one request, and nothing lingers when it is over. */
export async function openLine(
  url: URL,
  route: UsableRoute,
  { timeoutMs: timeout, maxHeaderBytes, extraRoots }: LineOptions,
  connected: () => void,
): Promise<Line> {
  const { Agent, ProxyAgent, Pool, buildConnector, request } = await import('undici');
  const roots = extraRoots ? { ca: [...(await import('node:tls')).rootCertificates, ...extraRoots] } : {};
  const limits = { maxHeaderSize: maxHeaderBytes, headersTimeout: 0, bodyTimeout: 0, pipelining: 0 };
  const sockets = new Set<{ destroy: () => void }>();
  const connect = buildConnector({ timeout, ...FAMILIES, ...roots });
  const servername = /^[\d.]+$|^\[/.test(url.hostname) ? {} : { servername: url.hostname };
  const dispatcher =
    route.kind === 'proxy'
      ? new ProxyAgent({
          uri: route.uri,
          proxyTunnel: url.protocol === 'https:',
          ...limits,
          ...(extraRoots ? { requestTls: { timeout, ...roots, ...servername }, proxyTls: { timeout, ...roots } } : {}),
          factory: (origin, poolOptions) => new Pool(origin, poolOptions).on('connect', connected),
        })
      : new Agent({
          ...limits,
          connect: (connectOptions, callback) => {
            const socket: unknown = connect(connectOptions, (...[error, made]) => {
              if (error) return callback(error, null);
              connected();
              return callback(null, made);
            });
            if (isDestroyable(socket)) sockets.add(socket);
          },
        });
  return {
    request: ({ method, headers, body }, signal) =>
      request(url, {
        dispatcher,
        method,
        headers: { 'accept-encoding': 'identity', ...headers },
        ...(body === undefined ? {} : { body }),
        signal,
        onInfo: fewInterims(),
      }),
    close: () => {
      dispatcher.destroy().catch(() => undefined);
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Interim answers (RFC 9110 §15.2) come before the answer; without end they would keep this process from everything else. */
function fewInterims(): () => void {
  let seen = 0;
  return () => {
    seen += 1;
    if (seen > MOST_INTERIMS) throw Object.assign(new Error('Too many interim answers'), { code: 'UND_ERR_HEADERS_OVERFLOW' });
  };
}

function isDestroyable(value: unknown): value is { destroy: () => void } {
  return typeof value === 'object' && value !== null && 'destroy' in value && typeof value.destroy === 'function';
}
