/** The ID token of a login in which a rehearsal asked for a wrong one: a claim that is not right, or a signature that proves nothing. */
import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { Environment } from '../environment.ts';
import type { LoginPlay, Signature } from '../play.ts';
import { keyId, keyIdOf } from './metadata.ts';

type Claims = Readonly<Record<string, unknown>>;

/** Undefined: nothing of the kind was asked for. */
export async function playedIdToken(
  environment: Environment,
  claims: Claims,
  play: LoginPlay | undefined,
): Promise<string | undefined> {
  const { idTokenClaims, idTokenSignature = 'as-usual' } = play ?? {};
  if (idTokenClaims === undefined && idTokenSignature === 'as-usual') return undefined;
  const told = Object.fromEntries(Object.entries({ ...claims, ...idTokenClaims }).filter(([, value]) => value !== null));
  return signedAs(environment, told, idTokenSignature);
}

/** A token with any claims, signed right or in a way that proves nothing. */
export async function signedAs(environment: Environment, claims: Claims, signature: Signature): Promise<string> {
  if (signature === 'none') return `${part({ alg: 'none', typ: 'JWT' })}.${part(claims)}.`;
  const kid = signature === 'unknown-kid' ? 'snk_nobody_has_published_this' : keyId(environment);
  if (signature === 'public-key') {
    const text = `${part({ alg: 'HS256', kid, typ: 'JWT' })}.${part(claims)}`;
    const secret = environment.publicKey.export({ type: 'spki', format: 'pem' });
    return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
  }
  const key = signature === 'other-key' || signature === 'unknown-kid' ? otherKey() : environment.signingKey;
  const { SignJWT } = await import('jose');
  const token = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key);
  if (signature !== 'changed') return token;
  const [header, , proof] = token.split('.');
  return [header, part({ ...claims, changed_after_signing: true }), proof].join('.');
}

/** By the second of the published keys. */
export async function signedBySecond(claims: Claims, key: KeyObject): Promise<string> {
  const { SignJWT } = await import('jose');
  const kid = keyIdOf(createPublicKey(key));
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' }).sign(key);
}

/** As SAML's own way to it makes it, for a rehearsal that has no identity provider to click on. */
export async function idpInitiatedToken(environment: Environment, claims: Claims, forged = false): Promise<string> {
  const now = Math.floor(environment.now() / 1000);
  const times = { iss: environment.url, aud: [environment.state.client.id], iat: now, nbf: now, exp: now + 300 };
  const { SignJWT } = await import('jose');
  const key = forged ? otherKey() : environment.signingKey;
  return new SignJWT({ ...times, ...claims }).setProtectedHeader({ alg: 'RS256', kid: keyId(environment), typ: 'JWT' }).sign(key);
}

function part(value: Claims): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

let kept: KeyObject | undefined;

/** Made when it is first needed: it takes a while. */
function otherKey(): KeyObject {
  kept ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  return kept;
}
