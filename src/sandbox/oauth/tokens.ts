/** Makes the tokens: RS256 JWTs with the claims that Scalekit's have. */
import { createHash, randomBytes } from 'node:crypto';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import type { M2MClient } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import type { SessionDetails } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/sessions/sessions_pb.js';
import type { User } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { permissionsOf } from '../rpc/services/user-roles.ts';
import { keyId } from './metadata.ts';
import { playedIdToken, signedBySecond } from './played-id-token.ts';
import { issueRefreshToken } from './refresh-tokens.ts';
import { type OAuthRefusal, refuse } from './refusal.ts';

/** Seconds. */
const CLIENT_TOKEN_LIFETIME = 86_399;
const ID_TOKEN_LIFETIME = 3_600;

type Claims = Readonly<Record<string, unknown>>;

export interface Grant {
  readonly clientId: string;
  readonly scope: string;
  /** All that was granted, where this time less of it was asked for: the next refresh may ask for it again. */
  readonly grantedScope?: string;
  readonly session: SessionDetails;
  readonly connectionId: string | undefined;
  readonly nonce?: string | undefined;
  /** The authorization code it came by. */
  readonly code?: string;
}

export async function sign(environment: Environment, claims: Claims): Promise<string> {
  const { SignJWT } = await import('jose');
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: keyId(environment), typ: 'JWT' })
    .sign(environment.signingKey);
}

export async function clientToken(environment: Environment, clientId: string): Promise<Claims> {
  const claims = { sub: clientId, aud: [clientId], client_id: clientId, ...lifetime(environment, CLIENT_TOKEN_LIFETIME) };
  return { access_token: await sign(environment, claims), token_type: 'Bearer', expires_in: CLIENT_TOKEN_LIFETIME };
}

/** For a client of an organization: its own scopes, audience and claims. */
export async function machineToken(
  environment: Environment,
  client: M2MClient,
  scope: string | null,
): Promise<Claims | OAuthRefusal> {
  const asked = scope === null || scope === '' ? client.scopes : scope.split(' ');
  if (asked.some((name) => !client.scopes.includes(name)))
    return refuse(400, 'invalid_scope', 'the client does not have this scope');
  const seconds = Number(client.expiry) || CLIENT_TOKEN_LIFETIME;
  const claims = {
    ...Object.fromEntries(client.customClaims.map(({ key, value }) => [key, value])),
    sub: client.clientId,
    aud: client.audience.length > 0 ? client.audience : [client.clientId],
    client_id: client.clientId,
    oid: client.organizationId,
    scopes: asked,
    ...lifetime(environment, seconds),
  };
  return { access_token: await sign(environment, claims), token_type: 'Bearer', expires_in: seconds, scope: asked.join(' ') };
}

/** Access token, id token and, with `offline_access`, a refresh token. Undefined: the user no longer exists. */
export async function userTokens(environment: Environment, grant: Grant): Promise<Claims | undefined> {
  const user = environment.store.users.get(grant.session.userId);
  if (!user) return undefined;
  const granted = (grant.grantedScope ?? grant.scope).split(' ');
  const play = environment.play.bySession.get(grant.session.sessionId);
  const { secondKey } = environment.play;
  const signed = (claims: Claims): Promise<string> =>
    play?.tokenKey === 'second' && secondKey ? signedBySecond(claims, secondKey) : sign(environment, claims);
  const accessToken = await signed(accessClaims(environment, grant, user));
  const claims = idClaims(environment, grant, user, accessToken);
  const idToken = (await playedIdToken(environment, claims, play)) ?? (await signed(claims));
  return {
    access_token: accessToken,
    token_type: play?.tokenType ?? 'Bearer',
    ...(play?.withoutExpiresIn ? {} : { expires_in: accessTokenLifetime(environment, grant) }),
    id_token: idToken,
    scope: grant.scope,
    ...(granted.includes('offline_access') ? { refresh_token: refreshTokenFor(environment, grant) } : {}),
  };
}

function accessClaims(environment: Environment, grant: Grant, user: User): Claims {
  const { client } = environment.state;
  const { organizationId, sessionId } = grant.session;
  const membership = user.memberships.find((own) => own.organizationId === organizationId);
  const roles = membership?.roles.map(({ name }) => name) ?? [];
  return {
    ...Object.fromEntries(client.customClaims.map(({ key, value }) => [key, value])),
    sub: subjectOf(environment, grant, user),
    aud: [grant.clientId],
    client_id: grant.clientId,
    oid: organizationId,
    sid: sessionId,
    roles,
    permissions: permissionsOf(roles, organizationId, environment).map(({ name }) => name),
    scopes: grant.scope.split(' '),
    ...lifetime(environment, accessTokenLifetime(environment, grant)),
  };
}

/** Seconds. */
function accessTokenLifetime({ play, state }: Environment, { session }: Grant): number {
  return play.bySession.get(session.sessionId)?.accessTokenLifetime ?? state.client.accessTokenLifetime;
}

function idClaims(environment: Environment, grant: Grant, user: User, accessToken: string): Claims {
  const { clientId, connectionId, nonce, code, session } = grant;
  const { jti: _none, nbf: _noneEither, ...times } = lifetime(environment, ID_TOKEN_LIFETIME);
  return {
    sub: subjectOf(environment, grant, user),
    aud: [clientId],
    azp: clientId,
    oid: session.organizationId,
    sid: session.sessionId,
    amr: connectionId === undefined ? ['passwordless'] : [connectionId],
    ...(session.createdAt ? { auth_time: Math.floor(timestampMs(session.createdAt) / 1000) } : {}),
    at_hash: halfHash(accessToken),
    ...(code === undefined ? {} : { c_hash: halfHash(code) }),
    ...(nonce === undefined ? {} : { nonce }),
    ...times,
    ...profileClaims(user),
  };
}

/** Standard claims about the user (OpenID Connect Core §5.1). */
export function profileClaims({ email, userProfile }: User): Claims {
  const { givenName, familyName, name, emailVerified, locale, picture } = userProfile ?? {};
  const optional = { given_name: givenName, family_name: familyName, name, locale, picture };
  const given = Object.entries(optional).filter(([, value]) => value !== undefined && value !== '');
  return { email, email_verified: emailVerified ?? false, ...Object.fromEntries(given) };
}

/** With full-stack auth the user of Scalekit; with plain SSO the one of the identity provider. */
export function subjectOf({ state }: Environment, { connectionId }: Pick<Grant, 'connectionId'>, user: User): string {
  return state.fullStackAuth || connectionId === undefined ? user.id : `${connectionId};${user.externalId ?? user.email}`;
}

function lifetime(environment: Environment, seconds: number) {
  const now = Math.floor(environment.now() / 1000);
  return { iss: environment.url, iat: now, nbf: now, exp: now + seconds, jti: `tkn_${randomBytes(9).toString('hex')}` };
}

function refreshTokenFor(environment: Environment, grant: Grant): string {
  const { clientId, session, connectionId } = grant;
  const scope = grant.grantedScope ?? grant.scope;
  const { sessionId } = session;
  return issueRefreshToken(environment, { clientId, scope, sessionId, ...(connectionId === undefined ? {} : { connectionId }) });
}

/** Of OpenID Connect Core §3.3.2.11. */
function halfHash(text: string): string {
  return createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
}
