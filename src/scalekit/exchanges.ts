/** The record of every exchange with a server, redacted before it is kept: evidence and the support bundle both come from here. */
import type { Redactor } from '../redaction/redactor.ts';
import { secretFieldsOf, withoutSecretFields } from './secret-fields.ts';
import type { TransportRequest, TransportResult } from './transport.ts';

export interface RecordedExchange {
  /** `exchange-1`, `exchange-2` … in the order in which the answers came. */
  readonly id: string;
  /** When it was sent, ISO 8601. */
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  readonly requestHeaders: Readonly<Record<string, string>>;
  readonly requestBody?: string;
  readonly responseHeaders: Readonly<Record<string, string>>;
  readonly responseBody?: string;
  readonly durationMs: number;
  /** Why there was no answer: the failure's kind and sentence. */
  readonly error?: string;
}

export interface ExchangeLog {
  readonly redactor: Redactor;
  readonly record: (at: number, request: TransportRequest, result: TransportResult) => string;
  readonly all: () => readonly RecordedExchange[];
  readonly find: (id: string) => RecordedExchange | undefined;
}

/** Of a body, this much is kept. */
const MAX_BODY = 64 * 1024;
/** Redaction looks past the cut, so that a secret lying across it is recognised whole. */
const BEYOND_THE_CUT = 16 * 1024;

export function createExchangeLog(redactor: Redactor): ExchangeLog {
  const exchanges: RecordedExchange[] = [];
  const body = (text: string) => {
    const redacted = redactor.redact(withoutSecretFields(text.slice(0, MAX_BODY + BEYOND_THE_CUT)));
    return redacted.length > MAX_BODY ? `${redacted.slice(0, MAX_BODY)}…` : redacted;
  };
  return {
    redactor,
    record: (at, request, result) => {
      for (const secret of secretFieldsOf(request.body ?? '')) redactor.learn(secret);
      if (result.kind === 'response') for (const secret of secretFieldsOf(result.body)) redactor.learn(secret);
      const answer = result.kind === 'response' ? result : undefined;
      const id = `exchange-${exchanges.length + 1}`;
      exchanges.push({
        id,
        at: new Date(at).toISOString(),
        method: request.method,
        url: redactor.redact(withoutSecretFields(request.url)),
        requestHeaders: safeHeaders(request.headers ?? {}, redactor),
        ...(request.body === undefined ? {} : { requestBody: body(request.body) }),
        responseHeaders: safeHeaders(answer?.headers ?? {}, redactor),
        ...(answer ? { status: answer.status, responseBody: body(answer.body) } : {}),
        ...(result.kind === 'redirect'
          ? { status: result.status, error: redactor.redact(`${result.kind}: ${result.sentence}`) }
          : {}),
        ...(result.kind !== 'response' && result.kind !== 'redirect'
          ? { error: redactor.redact(`${result.kind}: ${result.sentence}`) }
          : {}),
        durationMs: result.durationMs,
      });
      return id;
    },
    all: () => exchanges,
    find: (id) => exchanges.find((exchange) => exchange.id === id),
  };
}

/** Headers whose whole value is a credential: never kept, whatever it looks like. */
const CREDENTIAL_HEADERS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie', 'x-api-key']);

function safeHeaders(headers: Readonly<Record<string, string>>, redactor: Redactor): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (CREDENTIAL_HEADERS.has(key)) result[key] = '[redacted]';
    else result[key] = redactor.redact(withoutSecretFields(value)).slice(0, 4096);
  }
  return result;
}
