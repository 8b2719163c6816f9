/** What read sentences point to by the rules of the problems: one by one, and neighbours together. Pure. */
import type { Concept } from '../lexicon/concepts.ts';
import type { Clue } from '../pointers.ts';
import { problemRules } from '../problems/index.ts';
import { safeProse } from '../safe-prose.ts';
import type { Reading } from './concepts-in.ts';
import { fires, type Told } from './rules.ts';
import type { Sentence } from './words.ts';

/** Of each sentence by itself; of neighbours together only while nothing is likely. */
export function cluesOfReadings(readings: readonly Reading[], sentences: readonly Sentence[], sure: boolean): Clue[] {
  const anywhere = union(readings.flatMap(({ told, background }) => [told, background]));
  const clues = readings.flatMap((reading, index) => ofSentence(reading, anywhere, quote(sentences[index]), sure));
  for (const [index, reading] of readings.entries()) {
    const next = readings[index + 1];
    if (!next || clues.some(({ strength }) => strength === 'likely')) continue;
    const here = union([reading.told, next.told]);
    clues.push(...firing({ here, anywhere }, quote(sentences[index]), sure, 6));
  }
  return clues;
}

/**
 * A part of a sentence speaks of one thing: what its words point to best is likely, the rest no more than possible. Where two parts lead to
 * two problems, both count; what only the whole sentence points to is likely where nothing else is.
 */
function ofSentence({ told, parts }: Reading, anywhere: ReadonlySet<Concept>, matched: string, sure: boolean): Clue[] {
  const whole = byWeight(firing({ here: told, anywhere }, matched, sure, 0));
  const leaders = new Map<string, Clue>();
  for (const here of parts) {
    const [leader] = byWeight(firing({ here, anywhere }, matched, sure, 2));
    if (leader?.strength === 'likely') leaders.set(leader.problem, leader);
  }
  const [best] = whole;
  const several = leaders.size > 1;
  const found = whole.map((clue): Clue => {
    if (clue.strength === 'possible' || (several ? leaders.has(clue.problem) : clue === best)) return clue;
    return { ...clue, strength: 'possible' };
  });
  return several
    ? [...found, ...[...leaders.values()].filter(({ problem }) => !whole.some((clue) => clue.problem === problem))]
    : found;
}

function byWeight(clues: readonly Clue[]): Clue[] {
  return [...clues].sort((a, b) => Number(b.strength === 'likely') - Number(a.strength === 'likely') || b.weight - a.weight);
}

/** Where one rule is likely, those that are merely possible say nothing more. */
function firing(told: Told, matched: string, sure: boolean, penalty: number): Clue[] {
  const found = problemRules.flatMap(({ problem, about, rules }) => {
    const [best] = rules
      .filter((rule) => fires(rule, told))
      .map((rule) => ({ rule, weight: (rule.weight ?? rule.all.length * 5) - penalty }))
      .sort((a, b) => Number(b.rule.strength === 'likely') - Number(a.rule.strength === 'likely') || b.weight - a.weight);
    if (!best) return [];
    const { rule, weight } = best;
    const strength = sure ? rule.strength : 'possible';
    return [
      {
        problem,
        strength,
        because: `It sounds like ${about}.`,
        matched,
        weight,
        ...(rule.cause === undefined ? {} : { cause: rule.cause }),
      } satisfies Clue,
    ];
  });
  return found.some(({ strength }) => strength === 'likely') ? found.filter(({ strength }) => strength === 'likely') : found;
}

export function quote(sentence: Sentence | undefined): string {
  return safeProse((sentence?.clauses.join(', ') ?? '').replace(/\s+/g, ' '), 80);
}

export function union(sets: readonly ReadonlySet<Concept>[]): ReadonlySet<Concept> {
  return new Set(sets.flatMap((set) => [...set]));
}
