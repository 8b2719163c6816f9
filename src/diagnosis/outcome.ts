/** What became of an observation. A fault still carries its value: other causes may need it. */
import type { Evidence } from './evidence.ts';

export type Outcome<T> =
  | { readonly status: 'ok'; readonly value: T; readonly evidence: readonly Evidence[] }
  | { readonly status: 'fault'; readonly value: T; readonly evidence: readonly Evidence[] }
  | { readonly status: 'unknown'; readonly reason: string; readonly howToFindOut: string; readonly evidence: readonly Evidence[] }
  /** With `howToFindOut` it was left out on purpose (`--offline`) and could be seen; without, it does not apply here. */
  | {
      readonly status: 'skipped';
      readonly reason: string;
      readonly howToFindOut?: string;
      readonly evidence: readonly Evidence[];
    }
  | { readonly status: 'crashed'; readonly reason: string; readonly evidence: readonly Evidence[] };

export type OutcomeStatus = Outcome<unknown>['status'];

/** Observed, and as it should be. */
export function ok<T>(value: T, ...evidence: Evidence[]): Outcome<T> {
  return { status: 'ok', value, evidence };
}

/** Observed, and by itself already not as it should be. */
export function fault<T>(value: T, ...evidence: Evidence[]): Outcome<T> {
  return { status: 'fault', value, evidence };
}

/** Could not be observed: `reason` says why, `howToFindOut` what the user can do about it. Both are whole sentences. */
export function unknown(reason: string, howToFindOut: string, ...evidence: Evidence[]): Outcome<never> {
  return { status: 'unknown', reason, howToFindOut, evidence };
}

/** Does not apply here: nothing to see, nothing lost. Skipped facts are folded away on screen. */
export function skipped(reason: string): Outcome<never> {
  return { status: 'skipped', reason, evidence: [] };
}

/** Left out on purpose, though it could be seen: what needs it stays undecided. */
export function leftOut(reason: string, howToFindOut: string): Outcome<never> {
  return { status: 'skipped', reason, howToFindOut, evidence: [] };
}

/** The probe itself broke. Only the engine makes these. */
export function crashed(reason: string): Outcome<never> {
  return { status: 'crashed', reason, evidence: [] };
}

export function hasValue<T>(
  outcome: Outcome<T> | undefined,
): outcome is Extract<Outcome<T>, { readonly status: 'ok' | 'fault' }> {
  return outcome?.status === 'ok' || outcome?.status === 'fault';
}
