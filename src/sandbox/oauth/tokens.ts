/** Makes the tokens: RS256 JWTs with the claims that Scalekit's have, and opaque refresh tokens that rotate. */
import { createHash, randomBytes } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { keyId } from './metadata.ts';

/** Seconds. */
export const CLIENT_TOKEN_LIFETIME = 86_399;
const REFRESH_LIFETIME = 30 * 86_400;

export interface Grant {
  readonly clientId: string;
  readonly scope: string;
  readonly sessionId: string;
  readonly connectionId: string | undefined;
  readonly nonce?: string | undefined;
}

export async function sign(environment: Environment, claims: Readonly<Record<string, unknown>>): Promise<string> {
  const { SignJWT } = await import('jose');
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: keyId(environment), typ: 'JWT' })
    .sign(environment.signingKey);
}

export async function clientToken(environment: Environment, clientId: string): Promise<Record<string, unknown>> {
  const now = Math.floor(environment.now() / 1000);
  const token = await sign(environment, {
    iss: environment.url,
    sub: clientId,
    aud: [clientId],
    client_id: clientId,
    iat: now,
    nbf: now,
    exp: now + CLIENT_TOKEN_LIFETIME,
    jti: `tkn_${randomBytes(9).toString('hex')}`,
  });
  environment.accessTokens.set(token, { clientId, kind: 'client', expiresAt: environment.now() + CLIENT_TOKEN_LIFETIME * 1000 });
  return { access_token: token, token_type: 'Bearer', expires_in: CLIENT_TOKEN_LIFETIME };
}

/** Access token, id token and, with `offline_access`, a refresh token of the family. */
export async function userTokens(environment: Environment, grant: Grant, family: string): Promise<Record<string, unknown>> {
  const { state } = environment;
  const now = Math.floor(environment.now() / 1000);
  const lifetime = state.client.accessTokenLifetime;
  const { user } = state;
  const subject = grant.connectionId === undefined ? user.id : `${grant.connectionId};${user.id}`;
  const accessToken = await sign(environment, {
    iss: environment.url,
    sub: subject,
    aud: [grant.clientId],
    client_id: grant.clientId,
    oid: state.organizationId,
    sid: grant.sessionId,
    jti: `tkn_${randomBytes(9).toString('hex')}`,
    iat: now,
    nbf: now,
    exp: now + lifetime,
    roles: ['member'],
    permissions: [],
  });
  environment.accessTokens.set(accessToken, {
    clientId: grant.clientId,
    kind: 'user',
    expiresAt: environment.now() + lifetime * 1000,
  });
  const idToken = await sign(environment, {
    iss: environment.url,
    sub: subject,
    aud: [grant.clientId],
    azp: grant.clientId,
    oid: state.organizationId,
    ...(grant.connectionId === undefined ? {} : { amr: [grant.connectionId] }),
    ...(grant.nonce === undefined ? {} : { nonce: grant.nonce }),
    iat: now,
    exp: now + 3_600,
    sid: grant.sessionId,
    email: user.email,
    email_verified: true,
    given_name: user.givenName,
    family_name: user.familyName,
    name: `${user.givenName} ${user.familyName}`,
    at_hash: createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url'),
  });
  return {
    access_token: accessToken,
    token_type: 'Bearer',
    expires_in: lifetime,
    id_token: idToken,
    scope: grant.scope,
    ...(grant.scope.split(' ').includes('offline_access') ? { refresh_token: refreshToken(environment, grant, family) } : {}),
  };
}

function refreshToken(environment: Environment, grant: Grant, family: string): string {
  const token = `rt_${randomBytes(32).toString('base64url')}`;
  environment.refreshTokens.set(token, {
    family,
    clientId: grant.clientId,
    scope: grant.scope,
    sessionId: grant.sessionId,
    connectionId: grant.connectionId,
    expiresAt: environment.now() + REFRESH_LIFETIME * 1000,
    used: false,
  });
  return token;
}
