/** Rules over concepts, as data: what a sentence must speak of to point to a problem. Evaluated over a sentence and its neighbours. */
import type { Concept } from '../lexicon/concepts.ts';
import type { Strength } from '../types.ts';

export interface Rule {
  /** One of each group must be told in the same place. */
  readonly all: readonly (readonly Concept[])[];
  /** One of these must stand somewhere in the text. */
  readonly context?: readonly Concept[];
  /** None of these may be told there: another problem speaks. */
  readonly unless?: readonly Concept[];
  /** None of these may stand anywhere: the text is about them. */
  readonly never?: readonly Concept[];
  readonly strength: Strength;
  /** Orders rules of equal strength; by the number of groups when left out. */
  readonly weight?: number;
  readonly cause?: string;
}

export interface ProblemRules {
  readonly problem: string;
  /** "what you describe is …": ends the sentence shown. */
  readonly about: string;
  readonly rules: readonly Rule[];
}

export interface Told {
  readonly here: ReadonlySet<Concept>;
  readonly anywhere: ReadonlySet<Concept>;
}

export function fires(rule: Rule, { here, anywhere }: Told): boolean {
  return (
    rule.all.every((group) => group.some((concept) => here.has(concept))) &&
    (rule.context === undefined || rule.context.some((concept) => anywhere.has(concept))) &&
    !(rule.unless?.some((concept) => here.has(concept)) ?? false) &&
    !(rule.never?.some((concept) => anywhere.has(concept)) ?? false)
  );
}
