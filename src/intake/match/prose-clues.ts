/** What sentences point to: every rule that fires in a sentence or across two neighbours, or, for vague ones, several guesses. */
import type { Concept } from '../lexicon/concepts.ts';
import type { Clue } from '../pointers.ts';
import { problemRules, vague } from '../problems/index.ts';
import { safeProse } from '../safe-prose.ts';
import { type Reading, readSentence } from './concepts-in.ts';
import { contextOf, isNeverOurs } from './context.ts';
import { otherLanguages } from './language.ts';
import { fires, type Told } from './rules.ts';
import { type Sentence, sentencesOf } from './words.ts';

/** Longer prose is a paste of something else: its sentences are only hints. */
const shortProse = 900;
const contextLength = 12_000;
const silent: Reading = { told: new Set(), background: new Set() };
/** Nobody speaks of these about anything else. */
const oursBeyondDoubt: readonly Concept[] = [
  'scalekit',
  'sso',
  'saml',
  'scim',
  'webhook',
  'initiated',
  'redirectUri',
  'client',
  'refreshToken',
  'idToken',
  'mcp',
];

export interface ProseOptions {
  /** The text it was taken from: addresses and names that tell whose it is. */
  readonly around: string;
  /** False where codes already say what is wrong. */
  readonly guess: boolean;
}

export function cluesOfProse(prose: string, { around, guess }: ProseOptions): Clue[] {
  if (prose.trim() === '') return [];
  const context = contextOf(around.slice(0, contextLength));
  if (context.foreign && !context.ours) return [];
  const sentences = sentencesOf(prose);
  const others = otherLanguages(sentences);
  const readings = sentences.map((sentence) => {
    const text = sentence.clauses.join(', ');
    return isNeverOurs(text) || (context.foreign && contextOf(text).foreign) ? silent : readSentence(sentence, others);
  });
  if (context.foreign && !readings.some(({ told }) => oursBeyondDoubt.some((concept) => told.has(concept)))) return [];
  const isElsewhere = readings.some(({ told, background }) => told.has('elsewhere') || background.has('elsewhere'));
  if (isElsewhere && !context.ours && !readings.some(({ told }) => oursBeyondDoubt.some((concept) => told.has(concept))))
    return [];
  const anywhere = union(readings.flatMap(({ told, background }) => [told, background]));
  const sure = prose.length <= shortProse;
  const clues: Clue[] = [];
  for (const [index, reading] of readings.entries()) {
    const alone = firing({ here: reading.told, anywhere }, quote(sentences[index]), sure, 0);
    clues.push(...alone);
  }
  for (const [index, reading] of readings.entries()) {
    const next = readings[index + 1];
    if (!next || clues.some(({ strength }) => strength === 'likely')) continue;
    const here = union([reading.told, next.told]);
    clues.push(...firing({ here, anywhere }, quote(sentences[index]), sure, 6));
  }
  return clues.length > 0 || !guess ? clues : guesses(readings, sentences);
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

const trouble: readonly Concept[] = [
  'broken',
  'wrong',
  'refused',
  'missing',
  'notThere',
  'disabled',
  'expired',
  'mismatch',
  'unauthorized',
  'notFoundPage',
  'again',
  'tooSoon',
];

/** Weaker words than a rule needs, and only where the sentence is surely about logging in. */
function guesses(readings: readonly Reading[], sentences: readonly Sentence[]): Clue[] {
  for (const [index, { told }] of readings.entries()) {
    if (!trouble.some((concept) => told.has(concept))) continue;
    const match = vague.find(({ topics }) => topics.some((topic) => told.has(topic)));
    if (!match) continue;
    return match.problems.map((problem, rank) => ({
      problem,
      strength: 'possible',
      because: 'The words are vague; this is among the usual reasons.',
      matched: quote(sentences[index]),
      weight: 5 - rank,
    }));
  }
  return [];
}

function quote(sentence: Sentence | undefined): string {
  return safeProse((sentence?.clauses.join(', ') ?? '').replace(/\s+/g, ' '), 80);
}

function union(sets: readonly ReadonlySet<Concept>[]): ReadonlySet<Concept> {
  return new Set(sets.flatMap((set) => [...set]));
}
