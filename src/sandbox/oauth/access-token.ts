/** Reads access tokens that this environment has issued. */
import type { Environment } from '../environment.ts';
import { keyFor } from './metadata.ts';
import { sessionOf } from './sessions.ts';

export interface AccessTokenClaims {
  /** A client's own token, or one that a user's login gave. */
  readonly kind: 'client' | 'user';
  readonly clientId: string;
  readonly subject: string;
  readonly sessionId: string | undefined;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Undefined: not signed here, expired, or of a session that has ended. */
export async function readAccessToken(environment: Environment, token: string): Promise<AccessTokenClaims | undefined> {
  const { jwtVerify } = await import('jose');
  const verified = await jwtVerify(token, keyFor(environment), {
    algorithms: ['RS256'],
    issuer: environment.url,
    currentDate: new Date(environment.now()),
  }).catch(() => undefined);
  if (!verified) return undefined;
  const { payload } = verified;
  const { sub, client_id: clientId, sid } = payload;
  if (typeof clientId !== 'string' || sub === undefined) return undefined;
  const sessionId = typeof sid === 'string' ? sid : undefined;
  if (sessionId !== undefined && sessionOf(sessionId, environment)?.status !== 'active') return undefined;
  return { kind: sessionId === undefined ? 'client' : 'user', clientId, subject: sub, sessionId, claims: payload };
}

export function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
}
