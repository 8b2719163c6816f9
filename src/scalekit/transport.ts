/** One bounded HTTP exchange: a wall-clock deadline, capped headers and body, no redirect ever followed. The result is a value; it never throws. */
import { readBody } from './body.ts';
import { type Line, type LineAnswer, openLine, type UsableRoute } from './line.ts';
import { routeFor, type Variables } from './proxy.ts';
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

/** Many calls run side by side: what each may hold is bounded so that all of them together stay small. */
const MAX_BODY_BYTES = 2 * 1024 * 1024;
const MAX_HEADER_BYTES = 16_384;

export function createTransport(options: TransportOptions): Transport {
  return {
    send: (request) => {
      const url = URL.canParse(request.url) ? new URL(request.url) : undefined;
      if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
        return failed({
          kind: 'bad-url',
          host: url?.host || 'the address',
          durationMs: 0,
          sentence: 'Only http and https addresses can be asked.',
        });
      }
      if (request.signal?.aborted) return failed(calledOff(url.host, 0));
      const route = routeFor(url, options.variables);
      if (route.kind === 'unusable-proxy') {
        const sentence = `The variable ${route.variable} names no usable proxy.`;
        return failed({ kind: 'proxy-error', host: url.host, durationMs: 0, sentence });
      }
      return exchange(url, route, request, options);
    },
  };
}

const failed = (failure: TransportFailure): Promise<TransportResult> => Promise.resolve(failure);

async function exchange(
  url: URL,
  route: UsableRoute,
  request: TransportRequest,
  { now, extraRoots }: TransportOptions,
): Promise<TransportResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  const proxy = route.kind === 'proxy' ? { proxy: route.host } : {};
  const { host } = url;
  let stage: Stage = 'connecting';
  let line: Line | undefined;
  const clock = new AbortController();
  const timer = setTimeout(() => clock.abort(), request.deadlineMs);
  const signal = request.signal ? AbortSignal.any([request.signal, clock.signal]) : clock.signal;
  try {
    line = await openLine(url, route, { timeoutMs: request.deadlineMs, extraRoots, maxHeaderBytes: MAX_HEADER_BYTES }, () => {
      stage = 'waiting for headers';
    });
    const sentAt = now();
    const answer = await orAborted(line.request(request, signal), signal);
    const receivedAt = now();
    stage = 'reading the body';
    const headers = flat(answer.headers);
    const location = headers['location'];
    if (request.redirects !== 'answer' && isRedirect(answer.statusCode) && location !== undefined) {
      return redirect(url, answer.statusCode, location, elapsed());
    }
    const limit = request.maxBytes ?? MAX_BODY_BYTES;
    const body = await orAborted(readBody(answer.body, headers, limit), signal);
    const common = { host, durationMs: elapsed(), ...proxy };
    if (body.kind === 'too-large') {
      return {
        kind: 'too-large',
        part: 'body',
        limit,
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
    return {
      kind: 'response',
      status: answer.statusCode,
      headers,
      body: body.text,
      bytes: body.bytes,
      durationMs: elapsed(),
      sentAt,
      receivedAt,
      ...dateOf(headers),
      ...proxy,
    };
  } catch (error) {
    if (request.signal?.aborted) return calledOff(host, elapsed());
    const circumstances = { host, stage, durationMs: elapsed(), ...proxy };
    return clock.signal.aborted ? timeoutAt(stage, circumstances) : failureOf(error, circumstances);
  } finally {
    clearTimeout(timer);
    line?.close();
  }
}

function calledOff(host: string, durationMs: number): TransportFailure {
  return { kind: 'aborted', host, durationMs, sentence: `The request to ${host} was called off.` };
}

/** undici listens to a signal, but not while a proxy makes up its mind: so the wait itself ends with it. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(new Error('The time is up.'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function dateOf(headers: Readonly<Record<string, string>>): { date?: Date } {
  const date = Date.parse(headers['date'] ?? '');
  return Number.isNaN(date) ? {} : { date: new Date(date) };
}

function flat(headers: LineAnswer['headers']): Record<string, string> {
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
  const where = crossOrigin ? placeOf(target) : 'another path';
  const sentence = `${url.host} redirects (${status}) to ${where}. It was not followed: credentials go nowhere but where you said.`;
  return { kind: 'redirect', status, location: target?.href ?? location, crossOrigin, host: url.host, durationMs, sentence };
}

/** The scheme alone of what is no web address: a file, a script. */
function placeOf(target: URL | undefined): string {
  if (!target) return 'no usable address';
  const isWeb = target.protocol === 'https:' || target.protocol === 'http:';
  return isWeb ? target.origin.slice(0, 120) : `a ${target.protocol.slice(0, 20)} address`;
}
