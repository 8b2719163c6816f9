/** What follows a login: userinfo (OpenID Connect Core §5.3) and logout (RP-Initiated Logout 1.0). */
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, redirect, sendJson, sendPage } from '../http.ts';
import { errorPage, notePage } from '../pages.ts';
import { bearerOf, readAccessToken } from './access-token.ts';
import { keyFor } from './metadata.ts';
import { endSession, sessionOf } from './sessions.ts';
import { profileClaims } from './tokens.ts';

export async function userinfo(environment: Environment, { request, response }: Exchange): Promise<void> {
  const token = bearerOf(request.headers.authorization);
  const access = token === undefined ? undefined : await readAccessToken(environment, token);
  const session = access?.sessionId === undefined ? undefined : sessionOf(access.sessionId, environment);
  const user = session === undefined ? undefined : environment.store.users.get(session.userId);
  const other = environment.play.bySession.get(session?.sessionId ?? '')?.userinfoOf;
  if (!access || !user) {
    const refusal = { error: 'invalid_token', error_description: 'the access token is invalid or has expired' };
    // Who sent none is told no error (RFC 6750 §3.1).
    const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    sendJson(response, 401, refusal, { 'www-authenticate': challenge });
    return;
  }
  const told = other === undefined ? undefined : environment.store.users.get(other);
  sendJson(response, 200, { sub: told?.id ?? access.subject, ...profileClaims(told ?? user) });
}

export async function logout(environment: Environment, { method, url, request, response }: Exchange): Promise<void> {
  const query = method === 'POST' ? await readForm(request) : url.searchParams;
  const target = query.get('post_logout_redirect_uri');
  if (target !== null && !environment.state.client.postLogoutRedirectUris.includes(target)) {
    const description = 'the post_logout_redirect_uri is not registered';
    sendPage(response, 400, errorPage({ error: 'invalid_post_logout_redirect_uri', description }));
    return;
  }
  await endHinted(environment, query.get('id_token_hint'));
  if (target === null) {
    sendPage(response, 200, notePage('You are signed out'));
    return;
  }
  const back = new URL(target);
  const state = query.get('state');
  if (state !== null) back.searchParams.set('state', state);
  redirect(response, back.href);
}

/** An id token that has expired still says whose session it was. */
async function endHinted(environment: Environment, hint: string | null): Promise<void> {
  if (hint === null) return;
  const { compactVerify } = await import('jose');
  const verified = await compactVerify(hint, keyFor(environment), { algorithms: ['RS256'] }).catch(() => undefined);
  if (!verified) return;
  const claims: unknown = JSON.parse(Buffer.from(verified.payload).toString('utf8'));
  const sid = typeof claims === 'object' && claims !== null && 'sid' in claims ? claims.sid : undefined;
  const session = typeof sid === 'string' ? sessionOf(sid, environment) : undefined;
  if (session?.status === 'active') endSession(session, 'logout', environment);
}
