/** The token endpoint: client_credentials, authorization_code with PKCE, refresh_token with rotation and replay detection. */
import { createHash, randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { type Exchange, readBody, sendJson } from '../http.ts';
import { authenticateClient } from './client-authentication.ts';
import { clientToken, userTokens } from './tokens.ts';

type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

export async function token(environment: Environment, { request, response }: Exchange): Promise<void> {
  const form = new URLSearchParams((await readBody(request)).toString('utf8'));
  const { status, body } = await answer(environment, form, request);
  sendJson(response, status, body, { pragma: 'no-cache' });
}

async function answer(environment: Environment, form: URLSearchParams, request: Exchange['request']): Promise<Answer> {
  const authenticated = authenticateClient(environment, form, request);
  if (!authenticated.ok) return refusal(authenticated.status, authenticated.error, authenticated.description);
  const { clientId } = authenticated;
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return { status: 200, body: await clientToken(environment, clientId) };
    case 'authorization_code':
      return byCode(environment, form, clientId);
    case 'refresh_token':
      return byRefreshToken(environment, form, clientId);
    case null:
      return refusal(400, 'invalid_request', 'grant_type is missing');
    default:
      return refusal(400, 'unsupported_grant_type', 'the grant type is not supported');
  }
}

async function byCode(environment: Environment, form: URLSearchParams, clientId: string): Promise<Answer> {
  const code = environment.codes.get(form.get('code') ?? '');
  if (!code || code.clientId !== clientId) return refusal(400, 'invalid_grant', 'the authorization code is not known');
  if (code.used) {
    if (code.family !== undefined) environment.revokedFamilies.add(code.family);
    return refusal(400, 'invalid_grant', 'the authorization code was used before');
  }
  if (code.expiresAt <= environment.now()) return refusal(400, 'invalid_grant', 'the authorization code has expired');
  if (form.get('redirect_uri') !== code.redirectUri)
    return refusal(400, 'invalid_grant', 'redirect_uri differs from the one of the authorize request');
  if (code.challenge !== undefined) {
    const verifier = form.get('code_verifier');
    if (verifier === null) return refusal(400, 'invalid_grant', 'code_verifier is missing');
    if (createHash('sha256').update(verifier).digest('base64url') !== code.challenge)
      return refusal(400, 'invalid_grant', 'code_verifier does not fit');
  }
  code.used = true;
  const family = randomBytes(12).toString('hex');
  code.family = family;
  const sessionId = `ses_${Date.now()}${Math.floor(Math.random() * 1e5)}`;
  return { status: 200, body: await userTokens(environment, { ...code, sessionId }, family) };
}

async function byRefreshToken(environment: Environment, form: URLSearchParams, clientId: string): Promise<Answer> {
  const issued = environment.refreshTokens.get(form.get('refresh_token') ?? '');
  if (!issued || issued.clientId !== clientId) return refusal(400, 'invalid_grant', 'the refresh token is not known');
  if (environment.revokedFamilies.has(issued.family)) return refusal(400, 'invalid_grant', 'the session was revoked');
  if (issued.used) {
    // Used twice: one of the two users is a thief, so nobody goes on with this family (RFC 9700 §4.14.2).
    environment.revokedFamilies.add(issued.family);
    return refusal(400, 'invalid_grant', 'the refresh token was used before');
  }
  if (issued.expiresAt <= environment.now()) return refusal(400, 'invalid_grant', 'the refresh token has expired');
  issued.used = true;
  return { status: 200, body: await userTokens(environment, issued, issued.family) };
}

function refusal(status: number, error: string, description: string): Answer {
  return { status, body: { error, error_description: description } };
}
