/** Sends a request again where that is decent: an overloaded server is asked three times at most, and never waited for longer than the deadline. */
import type { Transport, TransportRequest, TransportResponse, TransportResult } from './transport.ts';

export interface Patience {
  /** 1 for whatever must not happen twice. */
  readonly maxTries: 1 | 3;
  readonly onTry: (request: TransportRequest, result: TransportResult, sentAt: number) => void;
  readonly now: () => number;
}

export interface PatientResult {
  readonly result: TransportResult;
  readonly tries: number;
  readonly retryAfterSeconds?: number;
}

/** The pauses before the second and third try. */
const PAUSES_MS = [250, 750];
/** A server that asks for a longer pause is not obeyed: its wish is reported. */
const LONGEST_PAUSE_MS = 2_000;

export async function sendPatiently(transport: Transport, request: TransportRequest, patience: Patience): Promise<PatientResult> {
  const end = performance.now() + request.deadlineMs;
  for (let tries = 1; ; tries++) {
    const left = Math.max(1, Math.round(end - performance.now()));
    const sentAt = patience.now();
    const result = await transport.send({ ...request, deadlineMs: left });
    patience.onTry(request, result, sentAt);
    if (!isOverloaded(result)) return { result, tries };
    const retryAfterSeconds = retryAfter(result, patience.now());
    const wished = retryAfterSeconds === undefined ? undefined : retryAfterSeconds * 1000;
    const pause = Math.max(PAUSES_MS[tries - 1] ?? 0, wished ?? 0);
    const worthWaiting =
      pause <= LONGEST_PAUSE_MS && performance.now() + pause < end && (result.status === 503 || wished !== undefined);
    if (tries >= patience.maxTries || !worthWaiting || !(await paused(pause, request.signal))) {
      return { result, tries, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) };
    }
  }
}

function isOverloaded(result: TransportResult): result is TransportResponse {
  return result.kind === 'response' && (result.status === 503 || result.status === 429);
}

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfter(response: TransportResponse, now: number): number | undefined {
  const value = response.headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Math.min(Number(value), Number.MAX_SAFE_INTEGER);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.round((date - now) / 1000));
}

/** Resolves to false when called off. */
function paused(milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const stop = () => {
      clearTimeout(timer);
      resolve(false);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve(true);
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
