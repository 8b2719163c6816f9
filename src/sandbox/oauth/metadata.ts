/** The discovery document (OpenID Connect Discovery 1.0 §3, RFC 8414) and the keys (RFC 7517). */
import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import type { Environment } from '../environment.ts';
import { type Exchange, sendJson } from '../http.ts';
import { responseModes } from './send-back.ts';

export function discovery(environment: Environment, { response }: Exchange): void {
  const { url } = environment;
  sendJson(response, 200, {
    issuer: url,
    authorization_endpoint: `${url}/oauth/authorize`,
    token_endpoint: `${url}/oauth/token`,
    userinfo_endpoint: `${url}/userinfo`,
    jwks_uri: `${url}/keys`,
    end_session_endpoint: `${url}/oidc/logout`,
    revocation_endpoint: `${url}/oauth/revoke`,
    introspection_endpoint: `${url}/oauth/introspect`,
    response_types_supported: ['code'],
    response_modes_supported: responseModes,
    request_parameter_supported: false,
    request_uri_parameter_supported: false,
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
    claims_supported: ['iss', 'sub', 'aud', 'exp', 'iat', 'email', 'name', 'given_name', 'family_name', 'oid', 'amr'],
  });
}

export function keys(environment: Environment, { response }: Exchange): void {
  sendJson(response, 200, {
    keys: publishedKeys(environment).map((key) => ({
      ...key.export({ format: 'jwk' }),
      use: 'sig',
      alg: 'RS256',
      kid: keyIdOf(key),
    })),
  });
}

function publishedKeys({ publicKey, play }: Environment): KeyObject[] {
  return [publicKey, ...(play.secondKey ? [createPublicKey(play.secondKey)] : [])];
}

/** The key that a token says it is signed with. */
export function keyFor(environment: Environment): (header: { readonly kid?: string | undefined }) => KeyObject {
  return ({ kid }) => publishedKeys(environment).find((key) => keyIdOf(key) === kid) ?? environment.publicKey;
}

export function keyId({ publicKey }: Environment): string {
  return keyIdOf(publicKey);
}

/** The thumbprint (RFC 7638), so that a new key has a new id. */
export function keyIdOf(publicKey: KeyObject): string {
  const { e, kty, n } = publicKey.export({ format: 'jwk' });
  return `snk_${createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url').slice(0, 20)}`;
}
