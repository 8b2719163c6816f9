/** The end of a login: the code, and the way back to the app. */
import { randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { logLogin } from './auth-log.ts';
import type { Login, Refusal } from './login.ts';

const CODE_LIFETIME_MS = 10 * 60_000;

/** @param query the authorize request, which was found good. Returns where the browser goes. */
export function completeLogin(environment: Environment, query: URLSearchParams, login: Login): string {
  return backToApp(query, { code: issueCode(environment, query, login) });
}

export function refuseLogin(query: URLSearchParams, { error, description }: Refusal): string {
  return backToApp(query, { error, error_description: description });
}

function backToApp(query: URLSearchParams, answer: Readonly<Record<string, string>>): string {
  const back = new URL(query.get('redirect_uri') ?? '');
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value);
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  return back.href;
}

function issueCode(environment: Environment, query: URLSearchParams, { user, organizationId, connectionId }: Login): string {
  const clientId = query.get('client_id') ?? '';
  logLogin({ status: 'SUCCESS', clientId, email: user.email, organizationId, connectionId }, environment);
  const code = randomBytes(24).toString('base64url');
  environment.codes.set(code, {
    clientId,
    userId: user.id,
    organizationId,
    connectionId,
    redirectUri: query.get('redirect_uri') ?? '',
    scope: query.get('scope') || 'openid profile email',
    nonce: query.get('nonce') ?? undefined,
    challenge: query.get('code_challenge') ?? undefined,
    expiresAt: environment.now() + CODE_LIFETIME_MS,
    sessionId: undefined,
  });
  return code;
}
