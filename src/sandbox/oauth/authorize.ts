/** The authorize endpoint (RFC 6749 §4.1.1): refuses with Scalekit's own codes, else sends the browser straight back as the seeded user. */
import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { type Exchange, escapeHtml, redirect, sendPage } from '../http.ts';
import { isAllowedRedirectUri } from './redirects.ts';

const CODE_LIFETIME_MS = 10 * 60_000;

interface Refusal {
  readonly error: string;
  readonly description: string;
}

export function authorize(environment: Environment, { url, response }: Exchange): void {
  const query = url.searchParams;
  const redirectUri = query.get('redirect_uri') ?? '';
  const atHome = refusalAtHome(environment, query, redirectUri);
  if (atHome) {
    sendPage(response, 400, errorPage(atHome));
    return;
  }
  const state = query.get('state');
  const back = new URL(redirectUri);
  if (state !== null) back.searchParams.set('state', state);
  const refusal = refusalToApp(environment, query);
  if (refusal) {
    back.searchParams.set('error', refusal.error);
    back.searchParams.set('error_description', refusal.description);
    redirect(response, back.href);
    return;
  }
  const code = randomBytes(24).toString('base64url');
  environment.codes.set(code, {
    clientId: query.get('client_id') ?? '',
    redirectUri,
    scope: query.get('scope') ?? 'openid profile email',
    nonce: query.get('nonce') ?? undefined,
    challenge: query.get('code_challenge') ?? undefined,
    connectionId: selectsConnection(query) ? environment.state.connectionId : undefined,
    expiresAt: environment.now() + CODE_LIFETIME_MS,
    used: false,
    family: undefined,
  });
  back.searchParams.set('code', code);
  redirect(response, back.href);
}

/** What may not go back to the caller: an unknown client, an address that is not registered (RFC 6749 §4.1.2.1). */
function refusalAtHome(environment: Environment, query: URLSearchParams, redirectUri: string): Refusal | undefined {
  const clientId = query.get('client_id');
  if (clientId === null) return { error: 'invalid_request', description: 'client_id is missing' };
  if (clientId !== environment.state.client.id || environment.hasFault('invalid-client/wrong-id')) {
    return { error: 'invalid_client', description: 'unable to retrieve client by id' };
  }
  if (!URL.canParse(redirectUri) || !isAllowedRedirectUri(environment, redirectUri)) {
    return { error: 'invalid_redirect_uri', description: 'the redirect_uri is not among the allowed callback URLs' };
  }
  return undefined;
}

function refusalToApp(environment: Environment, query: URLSearchParams): Refusal | undefined {
  const { state } = environment;
  if (!state.client.active || environment.hasFault('invalid-client/application-inactive')) {
    return { error: 'application_not_active', description: 'the application is not active' };
  }
  if (query.get('response_type') !== 'code') return { error: 'invalid_request', description: 'response_type must be code' };
  const challenge = query.get('code_challenge');
  const method = query.get('code_challenge_method');
  if (challenge !== null && method !== 'S256')
    return { error: 'invalid_request', description: 'code_challenge_method must be S256' };
  if (challenge === null && state.client.enforcePkce)
    return { error: 'invalid_request', description: 'code_challenge is required' };
  const organization = query.get('organization_id');
  if (organization !== null && organization !== state.organizationId)
    return { error: 'invalid_organization_id', description: 'organization not found' };
  const connection = query.get('connection_id');
  if (connection !== null && connection !== state.connectionId)
    return { error: 'invalid_connection_id', description: 'connection not found' };
  if (query.get('prompt') === 'none') return { error: 'user_login_required', description: 'the user has to log in' };
  return undefined;
}

function selectsConnection(query: URLSearchParams): boolean {
  return query.has('connection_id') || query.has('domain') || query.has('domain_hint');
}

function errorPage({ error, description }: Refusal): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sign-in error</title></head><body>
<h1>Something is wrong with this sign-in</h1>
<p>Error: <code>${escapeHtml(error)}</code></p>
<p>${escapeHtml(description)}</p>
</body></html>`;
}
