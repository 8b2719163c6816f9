/** Of the terms found in a clause, those that are meant: not what a longer term covers, and not a fault that is denied. Pure. */
import type { Concept, Fault } from '../lexicon/concepts.ts';

export interface Hit {
  readonly concept: Concept;
  /** Number of its first word within the clause. */
  readonly at: number;
  /** In words. */
  readonly length: number;
}

/** `Without problems` is praise: its words deny nothing and name no fault. `One Login` is a name: nobody logs in with it. */
const covering: ReadonlySet<Concept> = new Set(['work', 'idp']);

export function withoutCovered(hits: readonly Hit[]): Hit[] {
  const covers = hits.filter(({ concept, length }) => length > 1 && covering.has(concept));
  return hits.filter(
    (hit) => covering.has(hit.concept) || !covers.some(({ at, length }) => hit.at >= at && hit.at + hit.length <= at + length),
  );
}

/** Faults that a negation takes back: `has not expired`, `ist nicht falsch`. Others are said with one: `not found`, `not working`. */
const undoable: ReadonlySet<Concept> = new Set<Fault>(['expired', 'wrong', 'refused', 'missing', 'mismatch', 'disabled']);
const undoers: ReadonlySet<string> = new Set(
  'not isnt arent wasnt werent hasnt havent never neither nicht nie keineswegs nunca pas jamais nao nahi nahin nhi'.split(' '),
);
/** "No" denies the verb behind it in Spanish only: `no ha caducado`. */
const afterNo = /^(?:ha|han|esta|estan|es|son|fue|fueron|habia)$/;
const reach = 2;

/** Without faults that are denied, and without the words that deny them. */
export function withoutTakenBack(hits: readonly Hit[], words: readonly string[]): Hit[] {
  const gone = new Set<Hit>();
  for (const hit of hits) {
    if (!undoable.has(hit.concept)) continue;
    const not = hits.find(
      ({ concept, at }) =>
        concept === 'not' &&
        at < hit.at &&
        at >= hit.at - reach &&
        (undoers.has(words[at] ?? '') || (words[at] === 'no' && afterNo.test(words[at + 1] ?? ''))) &&
        !hits.some((other) => other.concept !== 'not' && other.at <= at && other.at + other.length > at),
    );
    if (!not) continue;
    gone.add(not);
    for (const same of hits) if (same.at === hit.at && undoable.has(same.concept)) gone.add(same);
  }
  return hits.filter((hit) => !gone.has(hit));
}
