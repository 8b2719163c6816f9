/** What a text that no rule understands may be about: what it reads like, and what its vague words most often mean. No more than hints. */
import type { Concept } from '../lexicon/concepts.ts';
import type { Clue } from '../pointers.ts';
import { problemRules, vague } from '../problems/index.ts';
import type { Likenesses } from './by-example.ts';
import type { Reading } from './concepts-in.ts';
import { quote } from './readings.ts';
import { looseTopics, topics } from './topics.ts';
import type { Sentence } from './words.ts';

/** Where Scalekit or a login is named, nearly any likeness will do; the less is named of ours, the more it takes. */
const alreadyOurs = -2;
const likeEnough = 2;
const likeMuch = 3;
const likeVeryMuch = 6;
const likeAnExample = 9;
/** So much more like one of ours than like none. */
const clearly = 4;
/** So much more that nothing else comes near. */
const farAhead = 9;
/** So much more like none of ours that a guess is idle. */
export const fartherThanOurs = 5;
/** So much more like none of ours that a rule must have misread it. */
export const farFromOurs = 6;
/** A second problem is named where it reads nearly as much like that. */
const nearly = 2;

/** How much it has to read like an example; never, where it is about something else. */
export function enough(told: ReadonlySet<Concept>, ours: boolean): number {
  if (ours) return alreadyOurs;
  if (told.has('elsewhere')) return Number.POSITIVE_INFINITY;
  // Who complains of nothing only talks about it.
  if (topics.some((topic) => told.has(topic))) return complains(told) ? likeEnough : likeVeryMuch;
  const loose = looseTopics.filter((topic) => told.has(topic)).length;
  return loose === 0 ? likeAnExample : loose === 1 ? likeVeryMuch : likeMuch;
}

export function readingLike(
  { ours, none }: Likenesses,
  { atLeast, complains }: { readonly atLeast: number; readonly complains: boolean },
  matched: string,
): Clue[] {
  const [first, second] = ours;
  if (!first) return [];
  const ahead = first.score - none;
  // A complaint that reads like nothing else needs to read only half as much like ours.
  if (!(first.score >= atLeast && ahead >= clearly) && !(complains && first.score >= atLeast / 2 && ahead >= farAhead)) return [];
  const named = second && first.score - second.score < nearly ? [first, second] : [first];
  return named.map(({ problem }, rank) => ({
    problem,
    strength: 'possible',
    because: `It reads like what others wrote about ${problemRules.find((rules) => rules.problem === problem)?.about ?? problem}.`,
    matched,
    // Above what rules hold for merely possible, below codes.
    weight: 20 - rank * 10,
  }));
}

export function complains(told: ReadonlySet<Concept>): boolean {
  return trouble.some((fault) => told.has(fault));
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
  'notAFunction',
  'reused',
  'unverified',
  'ignored',
];
/** Somebody who speaks of these in a line or two asks about them, also where he names no fault. */
const topicsEnough: ReadonlySet<Concept> = new Set([
  'sso',
  'saml',
  'scim',
  'webhook',
  'initiated',
  'redirectUri',
  'refreshToken',
  'mcp',
]);
const fewWords = 300;
/** Weaker words than a rule needs, and only where the sentence is surely about logging in. */
export function guesses(readings: readonly Reading[], sentences: readonly Sentence[]): Clue[] {
  const short = sentences.reduce((sum, { words }) => sum + words.length * 6, 0) < fewWords;
  for (const [index, { told }] of readings.entries()) {
    const isComplaint = complains(told);
    const match = vague.find(({ topics }) =>
      topics.some((topic) => told.has(topic) && (isComplaint || (short && topicsEnough.has(topic)))),
    );
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
