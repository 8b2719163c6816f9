/** One call to the environment: address, credentials (only where they may go), record, answer. The groups in `calls/` only say what to ask. */
import { type Expectation, readAnswer } from './answer.ts';
import type { ApiFailure, ApiResult, Timing } from './api-result.ts';
import type { ExchangeLog } from './exchanges.ts';
import { sendPatiently } from './patience.ts';
import type { Transport, TransportRequest, TransportResponse } from './transport.ts';

export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly deadlineMs?: number | undefined;
}

export interface Call<T> extends Expectation<T> {
  readonly method: TransportRequest['method'];
  /** Under the environment's origin, beginning with a slash, its variable parts encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: { readonly type: 'form' | 'json'; readonly text: string };
  /** Where an answer may be larger than most. */
  readonly maxBytes?: number;
  /** 1 for whatever changes something. */
  readonly maxTries: 1 | 3;
}

export type RawRequest = Omit<TransportRequest, 'deadlineMs' | 'signal'>;

export interface Caller {
  readonly origin: string;
  readonly host: string;
  readonly exchanges: ExchangeLog;
  readonly now: () => number;
  readonly call: <T>(call: Call<T>, options?: CallOptions) => Promise<ApiResult<T>>;
  /** For the endpoint that answers with pages and redirects. */
  readonly raw: (
    request: RawRequest,
    options?: CallOptions,
  ) => Promise<{ result: Awaited<ReturnType<Transport['send']>>; exchange: string }>;
}

export interface CallerOptions {
  readonly origin: string;
  readonly transport: Transport;
  readonly exchanges: ExchangeLog;
  readonly now: () => number;
  readonly deadlineMs: number;
  readonly signal?: AbortSignal | undefined;
}

export function createCaller({ origin, transport, exchanges, now, deadlineMs, signal }: CallerOptions): Caller {
  const host = new URL(origin).host;
  const bounds = (options: CallOptions) => ({
    deadlineMs: options.deadlineMs ?? deadlineMs,
    signal: signal && options.signal ? AbortSignal.any([signal, options.signal]) : (options.signal ?? signal),
  });
  const clean = (text: string) => exchanges.redactor.redact(text);
  return {
    origin,
    host,
    exchanges,
    now,
    raw: async (raw, options = {}) => {
      const request = { ...raw, ...bounds(options) };
      const sentAt = now();
      const result = await transport.send(request);
      return { result, exchange: exchanges.record(sentAt, request, result) };
    },
    call: async (call, options = {}) => {
      const request = { ...requestFor(call, origin), ...bounds(options) };
      let exchange = '';
      const { result, tries, retryAfterSeconds } = await sendPatiently(transport, request, {
        maxTries: call.maxTries,
        now,
        onTry: (sent, answer, sentAt) => {
          exchange = exchanges.record(sentAt, sent, answer);
        },
      });
      if (result.kind !== 'response') {
        return { ok: false, exchange, failure: { kind: 'transport', cause: result, sentence: result.sentence } };
      }
      const timing = timingOf(result);
      const answer = readAnswer(result, call, host, clean);
      if (answer.ok) return { ...answer, exchange, ...timing };
      const overload = overloadFailure(result, answer.failure, tries, retryAfterSeconds, host);
      return { ok: false, failure: overload ?? answer.failure, exchange, ...timing };
    },
  };
}

function requestFor<T>(call: Call<T>, origin: string): RawRequest {
  const url = new URL(origin + call.path);
  for (const [name, value] of Object.entries(call.query ?? {}))
    if (value !== undefined) url.searchParams.set(name, String(value));
  const type = call.body?.type === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    method: call.method,
    url: url.href,
    headers: {
      accept: 'application/json',
      'user-agent': 'scalekit-fix',
      ...(call.body ? { 'content-type': type } : {}),
      ...call.headers,
    },
    ...(call.body ? { body: call.body.text } : {}),
    ...(call.maxBytes === undefined ? {} : { maxBytes: call.maxBytes }),
  };
}

function timingOf({ date, sentAt, receivedAt }: TransportResponse): { timing?: Timing } {
  return date ? { timing: { serverDate: date, sentAt, receivedAt } } : {};
}

/** An overloaded server is named as such, unless its body says something better. A proxy's error page is the proxy's, not the server's. */
function overloadFailure(
  { status }: TransportResponse,
  failure: ApiFailure,
  tries: number,
  retryAfterSeconds: number | undefined,
  host: string,
): ApiFailure | undefined {
  if ((status !== 429 && status !== 503) || failure.kind === 'html-instead-of-json') return undefined;
  const wish = retryAfterSeconds === undefined ? '' : ` It asks to wait ${duration(retryAfterSeconds)}; that was not waited for.`;
  const what = status === 429 ? 'limits the number of requests (429)' : 'is not available at the moment (503)';
  const after = tries > 1 ? `, also at the ${tries === 2 ? 'second' : 'third'} try` : '';
  const sentence = `${host} ${what}${after}.${wish}`;
  return { kind: 'overloaded', status, tries, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }), sentence };
}

function duration(seconds: number): string {
  if (seconds < 120) return `${seconds} seconds`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`;
}
