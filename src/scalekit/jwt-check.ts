/** The words in which a token's inspection is told: what is expected of it, and what one check found. */
import type { KeySet } from './schemas/keys.ts';

export interface JwtExpectations {
  /** The published keys; without them the signature stays unknown. */
  readonly keys?: KeySet;
  /** The environment URL. */
  readonly issuer?: string;
  /** Any of them will do. An id token's audience is the client id. */
  readonly audiences?: readonly string[];
  readonly clientId?: string;
  readonly requiredScopes?: readonly string[];
  /** Epoch milliseconds. */
  readonly now: number;
  /** How far clocks may be apart; 0 where nothing is given, as in the SDK. */
  readonly toleranceMs?: number;
}

export type JwtCheckId =
  | 'algorithm'
  | 'header'
  | 'key'
  | 'signature'
  | 'issuer'
  | 'audience'
  | 'client'
  | 'expiry'
  | 'not-before'
  | 'issued-at'
  | 'scopes';

export interface JwtCheck {
  readonly id: JwtCheckId;
  readonly state: 'pass' | 'fail' | 'unknown';
  readonly expected?: string;
  readonly actual?: string;
  readonly note?: string;
}
