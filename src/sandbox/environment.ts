/** The environment at run time: its state, its clock, its key, and what lives only while it runs (codes, refresh tokens, sessions). */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { SandboxState } from './state.ts';

export interface IssuedCode {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly challenge: string | undefined;
  readonly connectionId: string | undefined;
  readonly expiresAt: number;
  used: boolean;
  /** The family of refresh tokens that it started: revoked when the code comes a second time (RFC 6749 §4.1.2). */
  family: string | undefined;
}

export interface IssuedRefreshToken {
  readonly family: string;
  readonly clientId: string;
  readonly scope: string;
  readonly sessionId: string;
  readonly connectionId: string | undefined;
  readonly expiresAt: number;
  used: boolean;
}

export interface IssuedAccessToken {
  readonly clientId: string;
  readonly kind: 'client' | 'user';
  readonly expiresAt: number;
}

export interface Environment {
  readonly state: SandboxState;
  /** Without a slash at the end; also the issuer. */
  url: string;
  readonly signingKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly codes: Map<string, IssuedCode>;
  readonly refreshTokens: Map<string, IssuedRefreshToken>;
  readonly revokedFamilies: Set<string>;
  readonly accessTokens: Map<string, IssuedAccessToken>;
  /** Epoch milliseconds by the environment's clock, which a fault may put out. */
  readonly now: () => number;
  readonly hasFault: (id: string) => boolean;
}

export function createEnvironment(state: SandboxState, clock: () => number): Environment {
  const signingKey = createPrivateKey(state.signingKey);
  const hasFault = (id: string): boolean => state.faults.includes(id);
  return {
    state,
    url: '',
    signingKey,
    publicKey: createPublicKey(signingKey),
    codes: new Map(),
    refreshTokens: new Map(),
    revokedFamilies: new Set(),
    accessTokens: new Map(),
    now: () => clock() - (hasFault('token-expired/local-clock-wrong') ? 3_600_000 : 0),
    hasFault,
  };
}
