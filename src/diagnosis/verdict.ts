/** Judgements over facts. Only `confirmed` claims that the cause is at work; each kind says what it rests on. */
import type { Evidence, Location } from './evidence.ts';
import type { Exhibit } from './exhibit.ts';

export type Verdict =
  | {
      readonly kind: 'confirmed' | 'likely' | 'possible';
      /** One or two sentences with the very values: what is wrong, where. */
      readonly because: string;
      readonly evidence: readonly Evidence[];
      /** For something missing: the call that lacks it. For a disagreement: both places. */
      readonly locations: readonly Location[];
      /** Drawn under the evidence. */
      readonly exhibits?: readonly Exhibit[];
    }
  | { readonly kind: 'ruled-out'; readonly because: string; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'unknown'; readonly because: string; readonly howToFindOut: string; readonly evidence: readonly Evidence[] }
  /** The cause cannot arise here (no such file, no such call): it is not shown at all. */
  | { readonly kind: 'not-applicable'; readonly because: string };

export type VerdictKind = Verdict['kind'];
type Grounds = {
  readonly evidence?: readonly Evidence[];
  readonly locations?: readonly Location[];
  readonly exhibits?: readonly Exhibit[];
};

function positive(kind: 'confirmed' | 'likely' | 'possible', because: string, grounds: Grounds): Verdict {
  const evidence = grounds.evidence ?? [];
  const locations = once(grounds.locations ?? evidence.flatMap((item) => (item.location ? [item.location] : [])));
  return { kind, because, evidence, locations, ...(grounds.exhibits ? { exhibits: grounds.exhibits } : {}) };
}

/** Two pieces of evidence may lie at one place. */
function once(locations: readonly Location[]): Location[] {
  const key = ({ file, line, column }: Location): string => `${file}:${line}:${column}`;
  return locations.filter((location, index) => locations.findIndex((other) => key(other) === key(location)) === index);
}

/** Proved by what was observed. */
export const confirmed = (because: string, grounds: Grounds = {}): Verdict => positive('confirmed', because, grounds);
/** What was observed points here, and nothing observed speaks against it. */
export const likely = (because: string, grounds: Grounds = {}): Verdict => positive('likely', because, grounds);
/** Fits the symptom; nothing was observed for or against it. */
export const possible = (because: string, grounds: Grounds = {}): Verdict => positive('possible', because, grounds);
/**
 * Observed, and it is not this: `evidence` is what speaks against it. Without any, the engine takes what was observed of the facts that
 * the judge asked for, and where one of them could not be seen, nothing is ruled out.
 */
export const ruledOut = (because: string, ...evidence: Evidence[]): Verdict => ({ kind: 'ruled-out', because, evidence });
/** Cannot be said, and how it could be. */
export const undecided = (because: string, howToFindOut: string, ...evidence: Evidence[]): Verdict => ({
  kind: 'unknown',
  because,
  howToFindOut,
  evidence,
});
export const notApplicable = (because: string): Verdict => ({ kind: 'not-applicable', because });

export function isFinding(verdict: Verdict): boolean {
  return verdict.kind === 'confirmed' || verdict.kind === 'likely';
}
