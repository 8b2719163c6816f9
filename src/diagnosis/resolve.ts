/** Hands a probe or a cause the values it asked for, or says why it cannot have them. */
import type { Facts } from './fact.ts';
import { type FactSheet, outcomeOf } from './fact-sheet.ts';
import { hasValue, type Outcome } from './outcome.ts';

export type Resolution =
  | { readonly kind: 'pending' }
  | { readonly kind: 'ready'; readonly values: Record<string, unknown> }
  /** A need has no value; `outcome` is that of the first fact that failed, so the reason given is the root one. */
  | { readonly kind: 'missing'; readonly outcome: Exclude<Outcome<never>, { readonly status: 'ok' | 'fault' }> }
  /** Everything missing does not apply here. */
  | { readonly kind: 'not-applicable'; readonly reason: string };

export function resolveFacts(needs: Facts<never>, wants: Facts<never>, sheet: FactSheet): Resolution {
  const values: Record<string, unknown> = {};
  const missing: Exclude<Outcome<never>, { readonly status: 'ok' | 'fault' }>[] = [];
  let pending = false;
  for (const [name, fact] of Object.entries(needs)) {
    const outcome = outcomeOf(fact, sheet);
    if (outcome === undefined) pending = true;
    else if (hasValue(outcome)) values[name] = outcome.value;
    else missing.push(outcome);
  }
  // A need that does not apply settles the matter, whatever the others may still say.
  const absent = missing.find((outcome) => outcome.status === 'skipped' && outcome.howToFindOut === undefined);
  if (absent) return { kind: 'not-applicable', reason: absent.reason };
  if (pending) return { kind: 'pending' };
  const first = missing[0];
  if (first) return { kind: 'missing', outcome: first };
  for (const [name, fact] of Object.entries(wants)) {
    const outcome = outcomeOf(fact, sheet);
    if (outcome === undefined) return { kind: 'pending' };
    values[name] = hasValue(outcome) ? outcome.value : undefined;
  }
  return { kind: 'ready', values };
}

/** What to tell about a fact that has no value: why, and how to find out. */
export function explainMissing(outcome: Exclude<Outcome<never>, { readonly status: 'ok' | 'fault' }>): {
  readonly because: string;
  readonly howToFindOut: string;
} {
  switch (outcome.status) {
    case 'unknown':
      return { because: outcome.reason, howToFindOut: outcome.howToFindOut };
    case 'skipped':
      return { because: outcome.reason, howToFindOut: outcome.howToFindOut ?? '' };
    case 'crashed':
      return {
        because: `A probe of scalekit-fix itself broke: ${outcome.reason}`,
        howToFindOut:
          'Run again with --verbose; if it stays, send the support bundle along with a report of this fault in the tool.',
      };
  }
}
