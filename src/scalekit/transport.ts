/** One bounded HTTP exchange: a wall-clock deadline, capped headers and body, no redirect ever followed. The result is a value; it never throws. */
import { readBody } from './body.ts';
import { type Route, routeFor, type Variables } from './proxy.ts';
import { failureOf, type Stage, type TransportFailure, timeoutAt } from './transport-failure.ts';

export interface TransportRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Bounds the whole exchange, from name resolution to the last byte. */
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Of the body, after decompression. */
  readonly maxBytes?: number;
  /** What a redirect is: a failure, or (for the authorize endpoint, which answers by redirecting) an answer. Followed it is never. */
  readonly redirects?: 'fail' | 'answer';
}

export interface TransportResponse {
  readonly kind: 'response';
  readonly status: number;
  /** Lower-case names; repeated headers joined by a comma and a space. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly bytes: number;
  readonly durationMs: number;
  /** The server's `Date` header. */
  readonly date?: Date;
  /** Epoch milliseconds by this computer's clock, for measuring its skew against `date`. */
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly proxy?: string;
}

export type TransportResult = TransportResponse | TransportFailure;

export interface Transport {
  readonly send: (request: TransportRequest) => Promise<TransportResult>;
}

export interface TransportOptions {
  /** Where `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` are read. */
  readonly variables: Variables;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Roots (PEM) trusted beside those of Node. `NODE_EXTRA_CA_CERTS` needs no mention: Node itself reads it. */
  readonly extraRoots?: readonly string[];
}

const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_HEADER_BYTES = 16_384;

export function createTransport(options: TransportOptions): Transport {
  return { send: (request) => send(request, options) };
}

async function send(request: TransportRequest, options: TransportOptions): Promise<TransportResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
  const host = url?.host || 'the address';
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    return { kind: 'bad-url', host, durationMs: 0, sentence: 'Only http and https addresses can be asked.' };
  }
  const route = routeFor(url, options.variables);
  if (route.kind === 'unusable-proxy') {
    return { kind: 'proxy-error', host, durationMs: 0, sentence: `The variable ${route.variable} names no usable proxy.` };
  }
  const proxy = route.kind === 'proxy' ? { proxy: route.host } : {};
  let stage: Stage = 'connecting';
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), request.deadlineMs);
  const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal;
  const line = await openLine(url, route, options, request.deadlineMs, () => {
    stage = 'waiting for headers';
  });
  try {
    if (signal.aborted) throw new Error('aborted');
    const sentAt = options.now();
    const answer = await line.request(request, signal);
    const receivedAt = options.now();
    stage = 'reading the body';
    const headers = flat(answer.headers);
    const location = headers['location'];
    if (request.redirects !== 'answer' && isRedirect(answer.statusCode) && location !== undefined) {
      return redirect(url, answer.statusCode, location, elapsed());
    }
    const maxBytes = request.maxBytes ?? MAX_BODY_BYTES;
    const body = await readBody(answer.body, headers, maxBytes);
    const common = { host, durationMs: elapsed(), ...proxy };
    if (body.kind === 'too-large') {
      return {
        kind: 'too-large',
        part: 'body',
        limit: maxBytes,
        ...common,
        sentence: `${host} sent far more than any answer of Scalekit has.`,
      };
    }
    if (body.kind === 'bad-encoding') {
      return {
        kind: 'bad-encoding',
        ...common,
        sentence: `The answer of ${host} cannot be decoded: broken text or broken compression.`,
      };
    }
    const date = headers['date'] === undefined ? Number.NaN : Date.parse(headers['date']);
    return {
      kind: 'response',
      status: answer.statusCode,
      headers,
      body: body.text,
      bytes: body.bytes,
      durationMs: elapsed(),
      sentAt,
      receivedAt,
      ...(Number.isNaN(date) ? {} : { date: new Date(date) }),
      ...proxy,
    };
  } catch (error) {
    const circumstances = { host, stage, durationMs: elapsed(), ...proxy };
    if (request.signal?.aborted) return { kind: 'aborted', ...circumstances, sentence: `The request to ${host} was called off.` };
    return clock.signal.aborted ? timeoutAt(stage, circumstances) : failureOf(error, circumstances);
  } finally {
    clearTimeout(timer);
    line.close();
  }
}

interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
}

interface Line {
  readonly request: (request: TransportRequest, signal: AbortSignal) => Promise<Answer>;
  readonly close: () => void;
}

/** A connection of its own for each exchange: then an error belongs to exactly one request, and nothing lingers when it is over. */
async function openLine(
  url: URL,
  route: Route,
  options: TransportOptions,
  timeout: number,
  connected: () => void,
): Promise<Line> {
  const { Agent, ProxyAgent, Pool, buildConnector, request } = await import('undici');
  const roots = options.extraRoots ? { ca: [...(await import('node:tls')).rootCertificates, ...options.extraRoots] } : {};
  const limits = { maxHeaderSize: MAX_HEADER_BYTES, headersTimeout: 0, bodyTimeout: 0, pipelining: 0 };
  const sockets = new Set<{ destroy: () => void }>();
  const connect = buildConnector({ timeout, ...roots });
  const servername = /^[\d.]+$|^\[/.test(url.hostname) ? {} : { servername: url.hostname };
  const dispatcher =
    route.kind === 'proxy'
      ? new ProxyAgent({
          uri: route.uri,
          proxyTunnel: url.protocol === 'https:',
          ...limits,
          ...(options.extraRoots ? { requestTls: { timeout, ...roots, ...servername }, proxyTls: { timeout, ...roots } } : {}),
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
      }),
    close: () => {
      dispatcher.destroy().catch(() => undefined);
      for (const socket of sockets) socket.destroy();
    },
  };
}

function isDestroyable(value: unknown): value is { destroy: () => void } {
  return typeof value === 'object' && value !== null && 'destroy' in value && typeof value.destroy === 'function';
}

function flat(headers: Answer['headers']): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) result[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return result;
}

export function isRedirect(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}

function redirect(url: URL, status: number, location: string, durationMs: number): TransportFailure {
  const target = URL.canParse(location, url.href) ? new URL(location, url.href) : undefined;
  const crossOrigin = target?.origin !== url.origin;
  const where = target ? (crossOrigin ? target.origin.slice(0, 120) : 'another path') : 'no usable address';
  const sentence = `${url.host} redirects (${status}) to ${where}. It was not followed: credentials go nowhere but where you said.`;
  return { kind: 'redirect', status, location: target?.href ?? location, crossOrigin, host: url.host, durationMs, sentence };
}
