/** The token endpoint: client_credentials, authorization_code with PKCE, refresh_token with rotation and replay detection. */
import { createHash } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { type Exchange, readForm, sendJson, sendPage } from '../http.ts';
import { type AuthenticatedClient, authenticateClient } from './client-authentication.ts';
import { hashOf } from './refresh-tokens.ts';
import { isOAuthRefusal, type OAuthRefusal, refusalOfForm, refuse, sendRefusal } from './refusal.ts';
import { endSession, sessionOf, startSession, touchSession } from './sessions.ts';
import { clientToken, machineToken, userTokens } from './tokens.ts';

type Answer = Readonly<Record<string, unknown>> | OAuthRefusal;

export async function token(environment: Environment, exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const form = await readForm(request);
  environment.play.tell(request, { parameters: Object.fromEntries(form) });
  const malformed = refusalOfForm(form, request);
  if (malformed) return sendRefusal(exchange, malformed);
  if (await playsUp(environment, form, exchange)) return;
  const client = authenticateClient(environment, form, request);
  const answer = isOAuthRefusal(client) ? client : await grant(environment, form, client, request.headers['user-agent']);
  if (isOAuthRefusal(answer)) {
    environment.play.tell(request, { error: answer.error, description: answer.description });
    sendRefusal(exchange, answer);
    return;
  }
  const { refresh_token: refreshToken, access_token: accessToken } = answer;
  environment.play.tell(request, {
    ...(typeof refreshToken === 'string' ? { refreshToken } : {}),
    ...(typeof accessToken === 'string' ? { accessToken } : {}),
  });
  sendJson(response, 200, answer, { pragma: 'no-cache' });
}

async function grant(
  environment: Environment,
  form: URLSearchParams,
  client: AuthenticatedClient,
  userAgent: string | undefined,
): Promise<Answer> {
  const type = form.get('grant_type');
  if (!type) return refuse(400, 'invalid_request', 'grant_type is missing');
  if (type === 'client_credentials') {
    return client.kind === 'machine'
      ? machineToken(environment, client.client, form.get('scope'))
      : clientToken(environment, client.clientId);
  }
  if (client.kind === 'machine') return refuse(400, 'unauthorized_client', 'this client may use client_credentials only');
  if (type === 'authorization_code') return byCode(environment, form, client.clientId, userAgent);
  if (type === 'refresh_token') return byRefreshToken(environment, form, client.clientId);
  return refuse(400, 'unsupported_grant_type', 'the grant type is not supported');
}

async function byCode(
  environment: Environment,
  form: URLSearchParams,
  clientId: string,
  userAgent: string | undefined,
): Promise<Answer> {
  const value = form.get('code');
  if (!value) return refuse(400, 'invalid_request', 'code is missing');
  const code = environment.codes.get(value);
  if (!code || code.clientId !== clientId) return refuse(400, 'invalid_grant', 'the authorization code is not known');
  if (code.sessionId !== undefined) {
    const session = sessionOf(code.sessionId, environment);
    if (session?.status === 'active') endSession(session, 'revoked', environment);
    return refuse(400, 'invalid_grant', 'the authorization code was used before');
  }
  if (code.expiresAt <= environment.now()) return refuse(400, 'invalid_grant', 'the authorization code has expired');
  if (form.get('redirect_uri') !== code.redirectUri) {
    return refuse(400, 'invalid_grant', 'redirect_uri differs from the one of the authorize request');
  }
  const verifier = form.get('code_verifier');
  // A verifier without a challenge: somebody has cut the challenge out of the authorize request (RFC 9700 §2.1.1).
  if (code.challenge === undefined && verifier !== null)
    return refuse(400, 'invalid_grant', 'code_verifier fits no code_challenge: the authorize request had none');
  if (code.challenge !== undefined && verifier === null) return refuse(400, 'invalid_grant', 'code_verifier is missing');
  if (code.challenge !== undefined && sha256(verifier ?? '') !== code.challenge) {
    return refuse(400, 'invalid_grant', 'code_verifier does not fit');
  }
  const { userId, organizationId, connectionId, scope, nonce } = code;
  const session = startSession({ userId, organizationId, clientId, userAgent }, environment);
  code.sessionId = session.sessionId;
  const play = environment.play.byCode.get(value);
  if (play) environment.play.bySession.set(session.sessionId, play);
  return (
    (await userTokens(environment, { clientId, scope, session, connectionId, nonce, code: value })) ??
    refuse(400, 'invalid_grant', 'the user is gone')
  );
}

async function byRefreshToken(environment: Environment, form: URLSearchParams, clientId: string): Promise<Answer> {
  const value = form.get('refresh_token');
  if (!value) return refuse(400, 'invalid_request', 'refresh_token is missing');
  const issued = environment.state.refreshTokens[hashOf(value)];
  if (!issued || issued.clientId !== clientId) return refuse(400, 'invalid_grant', 'the refresh token is not known');
  const session = sessionOf(issued.sessionId, environment);
  if (session?.status === 'expired') return refuse(400, 'invalid_grant', 'the session has expired');
  if (session?.status !== 'active') return refuse(400, 'invalid_grant', 'the session was revoked');
  if (issued.used) {
    // Used twice: one of the two users is a thief, so nobody goes on with this family (RFC 9700 §4.14.2).
    endSession(session, 'revoked', environment);
    return refuse(400, 'invalid_grant', 'the refresh token was used before');
  }
  const scope = form.get('scope') || issued.scope;
  const granted = issued.scope.split(' ');
  if (scope.split(' ').some((name) => !granted.includes(name))) return refuse(400, 'invalid_scope', 'the scope was not granted');
  const play = environment.play.bySession.get(issued.sessionId)?.refreshAnswer;
  if (play === 'refused') return refuse(400, 'invalid_grant', 'the refresh token was revoked');
  const keepsToken = play === 'same-refresh-token' || play === 'without-refresh-token';
  if (!keepsToken) issued.used = true;
  touchSession(session, environment);
  const grantOfRefresh = { clientId, scope, grantedScope: issued.scope, session, connectionId: issued.connectionId };
  const tokens = await userTokens(environment, grantOfRefresh);
  if (!tokens) return refuse(400, 'invalid_grant', 'the user is gone');
  if (!keepsToken) return tokens;
  const { refresh_token: _new, ...others } = tokens;
  return play === 'same-refresh-token' ? { ...others, refresh_token: value } : others;
}

/** What a rehearsal asked for: an answer as of an environment that is in trouble. */
async function playsUp(environment: Environment, form: URLSearchParams, { response }: Exchange): Promise<boolean> {
  const { play, state } = environment;
  const sessionId = state.refreshTokens[hashOf(form.get('refresh_token') ?? '')]?.sessionId;
  const ofCode = play.byCode.get(form.get('code') ?? '')?.codeAnswer;
  const ofRefresh = sessionId === undefined ? undefined : play.bySession.get(sessionId)?.refreshAnswer;
  const answer = form.get('grant_type') === 'refresh_token' ? ofRefresh : ofCode;
  if (answer === 'server-error') sendJson(response, 500, { error: 'server_error', error_description: 'try again later' });
  else if (answer === 'html') sendPage(response, 502, '<!doctype html><title>Bad gateway</title><h1>502 Bad Gateway</h1>');
  else if (answer === 'not-at-all') response.destroy();
  else return false;
  return true;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
