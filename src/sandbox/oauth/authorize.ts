/** The authorize endpoint (RFC 6749 §4.1.1): refuses with Scalekit's own codes, else sends the browser straight back, logged in. */
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, repeatedIn, sendPage } from '../http.ts';
import { errorPage } from '../pages.ts';
import { authnRequestUrl } from '../saml/authn-request.ts';
import { logLogin } from './auth-log.ts';
import { completeLogin, refuseLogin } from './complete-login.ts';
import { type Login, type Refusal, resolveLogin } from './login.ts';
import { ownLoginUrl } from './own-login.ts';
import { isAllowedRedirectUri } from './redirects.ts';
import { responseModes, sendBack } from './send-back.ts';

export async function authorize(environment: Environment, { method, url, request, response }: Exchange): Promise<void> {
  const query = method === 'POST' ? await readForm(request) : url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const atHome = refusalAtHome(environment, query, redirectUri);
  if (atHome) {
    log(environment, query, atHome);
    sendPage(response, 400, errorPage(atHome));
    return;
  }
  const login = refusalOfRequest(environment, query) ?? resolveLogin(environment, query);
  if ('error' in login) {
    log(environment, query, login);
    sendBack(response, query, refuseLogin(query, login));
    return;
  }
  sendBack(response, query, atIdp(environment, query, login) ?? completeLogin(environment, query, login));
}

/** With `login: "idp"` users of a SAML connection go through the identity provider, page by page; those of an app's own login always to the app. */
function atIdp(environment: Environment, query: URLSearchParams, { connectionId }: Login): string | undefined {
  const connection = connectionId === undefined ? undefined : environment.store.connections.get(connectionId);
  if (!connection) return undefined;
  const own = ownLoginUrl(environment, connection, query);
  return own ?? (environment.state.login === 'idp' ? authnRequestUrl(environment, connection, query) : undefined);
}

/** What may not go back to the caller: an unknown client, an address that is not registered (RFC 6749 §4.1.2.1). */
function refusalAtHome(environment: Environment, query: URLSearchParams, redirectUri: string): Refusal | undefined {
  const repeated = repeatedIn(query);
  if (repeated === 'client_id' || repeated === 'redirect_uri')
    return { error: 'invalid_request', description: `${repeated} is there more than once` };
  const clientId = query.get('client_id');
  if (!clientId) return { error: 'invalid_request', description: 'client_id is missing' };
  if (clientId !== environment.state.client.id)
    return { error: 'invalid_client', description: 'unable to retrieve client by id' };
  if (!isAllowedRedirectUri(environment, redirectUri)) {
    return { error: 'invalid_redirect_uri', description: 'the redirect_uri is not among the allowed callback URLs' };
  }
  return undefined;
}

function refusalOfRequest({ state }: Environment, query: URLSearchParams): Refusal | undefined {
  if (!state.client.active) return { error: 'application_not_active', description: 'the application is not active' };
  const malformed = (description: string): Refusal => ({ error: 'invalid_request', description });
  const repeated = repeatedIn(query);
  if (repeated !== undefined) return malformed(`${repeated} is there more than once`);
  const type = query.get('response_type');
  if (!type) return malformed('response_type is missing');
  if (type !== 'code') return { error: 'unsupported_response_type', description: 'response_type must be code' };
  const mode = query.get('response_mode');
  if (mode !== null && !responseModes.includes(mode)) return malformed(`response_mode is none of ${responseModes.join(', ')}`);
  return refusalOfChallenge(query, state.client.enforcePkce) ?? refusalOfOidc(query);
}

/** Of PKCE (RFC 7636 §4.3, §4.4.1). */
function refusalOfChallenge(query: URLSearchParams, isEnforced: boolean): Refusal | undefined {
  const malformed = (description: string): Refusal => ({ error: 'invalid_request', description });
  const challenge = query.get('code_challenge');
  if (challenge === null) return isEnforced ? malformed('code_challenge is required') : undefined;
  if (query.get('code_challenge_method') !== 'S256') return malformed('code_challenge_method must be S256');
  return /^[\w-]{43}$/.test(challenge) ? undefined : malformed('code_challenge is no SHA-256 in base64url');
}

/** Of OpenID Connect Core §3.1.2.1 and §6. */
function refusalOfOidc(query: URLSearchParams): Refusal | undefined {
  if (query.has('request')) return { error: 'request_not_supported', description: 'request objects are not supported' };
  if (query.has('request_uri')) return { error: 'request_uri_not_supported', description: 'request_uri is not supported' };
  const prompts = (query.get('prompt') ?? '').split(' ');
  if (!prompts.includes('none')) return undefined;
  return prompts.length > 1
    ? { error: 'invalid_request', description: 'prompt none stands alone' }
    : { error: 'user_login_required', description: 'the user has to log in' };
}

function log(environment: Environment, query: URLSearchParams, { error, description }: Refusal): void {
  const attempt = {
    status: 'FAILED',
    clientId: query.get('client_id') ?? '',
    email: query.get('login_hint') ?? '',
    organizationId: query.get('organization_id') ?? '',
    connectionId: query.get('connection_id') ?? undefined,
    redirectUri: query.get('redirect_uri') ?? '',
    state: query.get('state') ?? '',
    error: { error, description },
  } as const;
  logLogin(attempt, environment);
}
