/** What follows a login: userinfo (OpenID Connect Core §5.3) and logout (RP-Initiated Logout 1.0). */
import type { Environment } from '../environment.ts';
import { type Exchange, redirect, sendJson, sendPage } from '../http.ts';

export function userinfo(environment: Environment, { request, response }: Exchange): void {
  const token = bearerOf(request.headers.authorization);
  const issued = token === undefined ? undefined : environment.accessTokens.get(token);
  if (issued?.kind !== 'user' || issued.expiresAt <= environment.now()) {
    sendJson(
      response,
      401,
      { error: 'invalid_token', error_description: 'the access token is invalid or has expired' },
      { 'www-authenticate': 'Bearer error="invalid_token"' },
    );
    return;
  }
  const { user } = environment.state;
  sendJson(response, 200, {
    sub: user.id,
    email: user.email,
    email_verified: true,
    given_name: user.givenName,
    family_name: user.familyName,
    name: `${user.givenName} ${user.familyName}`,
  });
}

export function logout(environment: Environment, { url, response }: Exchange): void {
  const target = url.searchParams.get('post_logout_redirect_uri');
  if (target === null) {
    sendPage(response, 200, '<!doctype html><title>Signed out</title><p>You are signed out.</p>');
    return;
  }
  if (!environment.state.client.postLogoutRedirectUris.includes(target)) {
    sendPage(response, 400, '<!doctype html><title>Error</title><p>Error: <code>invalid_post_logout_redirect_uri</code></p>');
    return;
  }
  const back = new URL(target);
  const state = url.searchParams.get('state');
  if (state !== null) back.searchParams.set('state', state);
  redirect(response, back.href);
}

export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
}
