/**
 * Asks the authorize endpoint what it makes of a request, as a browser would before anybody logs in. Nothing is followed to a login,
 * and no secret is sent: an authorize request has none.
 */
import { plainText } from '../../redaction/plain-text.ts';
import type { ApiFailure } from '../api-result.ts';
import { errorCodeIn, visibleText } from '../authorize-page.ts';
import type { Caller, CallOptions } from '../caller.ts';
import { isRedirect, type TransportResponse } from '../transport.ts';

export interface AuthorizeRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly organizationId?: string;
  readonly connectionId?: string;
  readonly domain?: string;
  readonly loginHint?: string;
  readonly provider?: string;
  /** `openid profile email` where nothing is given, as in the SDK. */
  readonly scopes?: readonly string[];
  readonly codeChallenge?: string;
}

export type AuthorizeAnswer =
  /** Goes on to a login: on a page, by a redirect to one, or (a session or a simulator) straight back with a code. */
  | { readonly kind: 'accepted'; readonly by: 'page' | 'redirect' | 'code' }
  /** Sent back to the redirect URI with an error: the redirect URI itself is fine. */
  | { readonly kind: 'refused-to-app'; readonly error: string; readonly description: string }
  /** Refused on Scalekit's own page: the redirect URI or the client is not accepted. */
  | { readonly kind: 'refused-on-page'; readonly error: string; readonly description: string; readonly status: number }
  /** An error status without any code that could be read. */
  | { readonly kind: 'refused'; readonly status: number; readonly text: string };

export type AuthorizeResult =
  | { readonly ok: true; readonly value: AuthorizeAnswer; readonly exchange: string }
  | { readonly ok: false; readonly failure: ApiFailure; readonly exchange: string };

export interface AuthorizeCalls {
  readonly authorizeUrl: (request: AuthorizeRequest) => string;
  readonly authorizeProbe: (request: AuthorizeRequest, options?: CallOptions) => Promise<AuthorizeResult>;
}

export function authorizeCalls(caller: Caller): AuthorizeCalls {
  const headers = { accept: 'text/html,application/xhtml+xml,application/json;q=0.8', 'user-agent': 'scalekit-fix' };
  const get = (url: string, options: CallOptions) => caller.raw({ method: 'GET', url, headers, redirects: 'answer' }, options);
  const authorizeUrl = (request: AuthorizeRequest) => urlFor(caller.origin, request);
  return {
    authorizeUrl,
    authorizeProbe: async (request, options = {}) => {
      const clean = (text: string) => plainText(caller.exchanges.redactor.redact(text), { maxLength: 500 });
      const { result, exchange } = await get(authorizeUrl(request), options);
      if (result.kind !== 'response') {
        return { ok: false, exchange, failure: { kind: 'transport', cause: result, sentence: result.sentence } };
      }
      const location = isRedirect(result.status) ? locationOf(result, caller.origin) : undefined;
      if (!location) return { ok: true, exchange, value: readPage(result, clean) };
      const answer = readRedirect(location, request.redirectUri, caller.origin, result.status, clean);
      if (answer) return { ok: true, exchange, value: answer };
      // An error page of its own address names its error nowhere else: one more look, on the same origin only.
      const page = await get(location.href, options);
      const value = page.result.kind === 'response' ? readPage(page.result, clean) : undefined;
      const refused = value && value.kind !== 'accepted' ? value : { kind: 'refused' as const, status: result.status, text: '' };
      return { ok: true, exchange: page.exchange, value: refused };
    },
  };
}

/** The state of a probe's own request: it starts no login of anybody. */
export const PROBE_STATE = 'scalekit-fix';

function urlFor(origin: string, request: AuthorizeRequest): string {
  const url = new URL('/oauth/authorize', origin);
  const fields: Record<string, string | undefined> = {
    response_type: 'code',
    client_id: request.clientId,
    redirect_uri: request.redirectUri,
    scope: (request.scopes ?? ['openid', 'profile', 'email']).join(' '),
    state: PROBE_STATE,
    organization_id: request.organizationId,
    connection_id: request.connectionId,
    domain_hint: request.domain,
    domain: request.domain,
    login_hint: request.loginHint,
    provider: request.provider,
    code_challenge: request.codeChallenge,
    code_challenge_method: request.codeChallenge ? 'S256' : undefined,
  };
  for (const [name, value] of Object.entries(fields)) if (value) url.searchParams.set(name, value);
  return url.href;
}

function locationOf(response: TransportResponse, origin: string): URL | undefined {
  const location = response.headers['location'];
  return location !== undefined && URL.canParse(location, `${origin}/oauth/authorize`)
    ? new URL(location, `${origin}/oauth/authorize`)
    : undefined;
}

/** Undefined: an error page on the same origin, whose text has to be read. */
function readRedirect(
  location: URL,
  redirectUri: string,
  origin: string,
  status: number,
  clean: (text: string) => string,
): AuthorizeAnswer | undefined {
  const fragment = new URLSearchParams(location.hash.slice(1));
  const field = (name: string) => location.searchParams.get(name) ?? fragment.get(name);
  const error = field('error') ?? field('error_code');
  const toApp = pointsTo(location, redirectUri);
  if (error) {
    const found = { error: clean(error).slice(0, 80), description: clean(field('error_description') ?? '') };
    return toApp ? { kind: 'refused-to-app', ...found } : { kind: 'refused-on-page', status, ...found };
  }
  if (toApp) return { kind: 'accepted', by: 'code' };
  const isErrorPage = location.origin === origin && /(?:^|[/_-])errors?(?:[/_.-]|$)/i.test(location.pathname);
  return isErrorPage ? undefined : { kind: 'accepted', by: 'redirect' };
}

function pointsTo(location: URL, redirectUri: string): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const target = new URL(redirectUri);
  return location.protocol === target.protocol && location.host === target.host && location.pathname === target.pathname;
}

function readPage(response: TransportResponse, clean: (text: string) => string): AuthorizeAnswer {
  const found = errorCodeIn(response.body, response.status);
  if (found)
    return { kind: 'refused-on-page', status: response.status, error: found.error, description: clean(found.description) };
  if (response.status < 400) return { kind: 'accepted', by: 'page' };
  return { kind: 'refused', status: response.status, text: clean(visibleText(response.body)).slice(0, 300) };
}
