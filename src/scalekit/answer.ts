/** Turns a server's answer into a value of the expected shape, or names what it is instead. Pure; distrusts every byte. */
import * as z from 'zod/mini';
import { plainText } from '../redaction/plain-text.ts';
import type { ApiFailure, PageKind } from './api-result.ts';
import { inSnakeCase, readJson } from './json.ts';
import { isRecord } from './schemas/fields.ts';
import { gatewayErrorSchema } from './schemas/gateway-error.ts';
import { oauthErrorSchema } from './schemas/tokens.ts';
import type { TransportResponse } from './transport.ts';

export interface Expectation<T> {
  readonly schema: z.ZodMiniType<T>;
  /** Names of JSON objects are Scalekit's own; false for documents of OAuth and JOSE, whose names stay as they are. */
  readonly scalekitNames: boolean;
  /** Not part of the published API: 403, 404, 405 and 501 then only say that it is not available here. */
  readonly undocumented: boolean;
}

export type ReadAnswer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ApiFailure };

/** `clean` removes known secrets from what the server says: some echo what they were sent. */
export function readAnswer<T>(
  response: TransportResponse,
  expectation: Expectation<T>,
  host: string,
  clean: (text: string) => string,
): ReadAnswer<T> {
  const succeeded = response.status >= 200 && response.status < 300;
  if (isPage(response)) return { ok: false, failure: pageFailure(response, host, clean) };
  const json = readJson(response.body);
  if (!succeeded) {
    const said = json.ok ? inSnakeCase(json.value) : undefined;
    return { ok: false, failure: errorFailure(response.status, said, expectation.undocumented, host, clean) };
  }
  if (!json.ok) {
    const sentence = `${host} answered with something that is no proper JSON (${PROBLEMS[json.problem]}).`;
    return { ok: false, failure: { kind: 'not-json', problem: json.problem, status: response.status, sentence } };
  }
  const read = z.safeParse(expectation.schema, expectation.scalekitNames ? inSnakeCase(json.value) : json.value);
  if (read.success) return { ok: true, value: read.data };
  const path = plainText(read.error.issues[0]?.path.join('.') || 'the answer itself', { maxLength: 80 });
  const sentence = `${host} answered with JSON, but not with what Scalekit answers here: ${path} is missing or of another type.`;
  return { ok: false, failure: { kind: 'wrong-shape', path, sentence } };
}

const PROBLEMS: Record<string, string> = {
  empty: 'it is empty',
  syntax: 'its syntax is broken',
  'too-deep': 'it is nested without end',
  'too-many-values': 'it has far too many values',
  'duplicate-key': 'it names one key twice',
};

function errorFailure(
  status: number,
  said: unknown,
  undocumented: boolean,
  host: string,
  clean: (text: string) => string,
): ApiFailure {
  const words = (text: string | undefined) => plainText(clean(text ?? ''), { maxLength: 500 });
  const gateway = isRecord(said) && 'code' in said ? z.safeParse(gatewayErrorSchema, said) : undefined;
  const message = gateway?.success ? words(gateway.data.message) : '';
  if (undocumented && [403, 404, 405, 501].includes(status)) {
    const sentence = `This environment does not offer that call (${status}); it is not part of Scalekit's published API.`;
    return { kind: 'undocumented', status, message, sentence };
  }
  const oauth = z.safeParse(oauthErrorSchema, said);
  const error = oauth.success ? plainText(clean(oauth.data.error), { maxLength: 80 }).trim() : '';
  // An error without a name, or with one that is all control codes, tells no more than the status.
  if (oauth.success && error !== '') {
    const description = words(oauth.data.error_description);
    return {
      kind: 'oauth-error',
      status,
      error,
      description,
      sentence: `${host} answered ${error}${description ? `: ${description}` : ''} (${status}).`,
    };
  }
  if (gateway?.success) {
    const found = gateway.data.details.find((detail) => detail.error_code)?.error_code;
    const errorCode = found === undefined ? {} : { errorCode: plainText(clean(found), { maxLength: 80 }) };
    const code = Number(gateway.data.code);
    const sentence = `${host} answered ${status}${message ? `: ${message}` : ''}${errorCode.errorCode ? ` (${errorCode.errorCode})` : ''}.`;
    return { kind: 'gateway-error', status, code: Number.isInteger(code) ? code : 2, message, ...errorCode, sentence };
  }
  return { kind: 'http-status', status, sentence: `${host} answered ${status} and nothing that explains it.` };
}

function isPage(response: TransportResponse): boolean {
  const start = response.body.slice(0, 512).trimStart().toLowerCase();
  return /^text\/html|xhtml/i.test(response.headers['content-type'] ?? '')
    ? !/^[[{]/.test(start)
    : /^<(?:!doctype html|html|head|body)/.test(start);
}

function pageFailure(response: TransportResponse, host: string, clean: (text: string) => string): ApiFailure {
  const page = pageKind(response);
  const title = plainText(clean(/<title[^>]{0,200}>([^<]{0,400})/i.exec(response.body.slice(0, 65_536))?.[1] ?? '').trim(), {
    maxLength: 120,
  });
  const called = title ? ` ("${title}")` : '';
  const sentences: Record<PageKind, string> = {
    'captive-portal': `Instead of ${host} the network's own sign-in page${called} answered: open a web page in the browser and sign in to the network first.`,
    proxy: `Instead of ${host} a proxy or gateway in between answered with an error page${called} (${response.status}).`,
    'login-page': `${host} answered with a page for signing in${called} instead of JSON: this is not an environment's API.`,
    'web-page': `${host} answered with a web page${called} instead of JSON (${response.status}): most likely the wrong host.`,
  };
  return { kind: 'html-instead-of-json', page, status: response.status, title, sentence: sentences[page] };
}

function pageKind({ status, headers, body, proxy }: TransportResponse): PageKind {
  const text = body.slice(0, 65_536).toLowerCase();
  if (
    status === 511 ||
    /captive|hotspot|wi-?fi|guest (?:network|access)|accept the terms|network (?:login|sign-?in|authentication)/.test(text)
  ) {
    return 'captive-portal';
  }
  const named = 'x-squid-error' in headers || 'proxy-authenticate' in headers || status === 407;
  const gateway = proxy !== undefined || [502, 503, 504].includes(status);
  if (
    named ||
    (gateway && status >= 400) ||
    /squid|zscaler|bluecoat|blue coat|forcepoint|fortigate|netskope|web (?:filter|gateway)|proxy (?:error|server)/.test(text)
  ) {
    return 'proxy';
  }
  return /type=["']?password|sign in|log ?in/.test(text) ? 'login-page' : 'web-page';
}
