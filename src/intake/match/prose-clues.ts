/** What sentences point to: every rule that fires in a sentence or across two neighbours, or, for vague ones, several guesses. */
import type { Concept } from '../lexicon/concepts.ts';
import type { Clue } from '../pointers.ts';
import { problemRules, vague } from '../problems/index.ts';
import { safeProse } from '../safe-prose.ts';
import { type Likenesses, likenesses } from './by-example.ts';
import { type Reading, readSentence } from './concepts-in.ts';
import { contextOf, isNeverOurs } from './context.ts';
import { otherLanguages } from './language.ts';
import { fires, type Told } from './rules.ts';
import { type Sentence, sentencesOf } from './words.ts';

/** Longer prose is a paste of something else: its sentences are only hints. */
const shortProse = 900;
const contextLength = 12_000;
const silent: Reading = { told: new Set(), parts: [], background: new Set() };
/** So short a text has one subject: where it names another product, all of it is about that. */
const oneSubject = 240;
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
  /** True where codes, tokens or code already say what is likely: one more sentence around them only adds. */
  readonly told: boolean;
}

export function cluesOfProse(prose: string, { around, guess, told }: ProseOptions): Clue[] {
  if (prose.trim() === '') return [];
  const context = contextOf(around.slice(0, contextLength));
  if (context.foreign && !context.ours) return [];
  if (context.theirs && prose.length <= oneSubject) return [];
  const sentences = sentencesOf(prose.replace(eventName, '$& eventname '));
  const others = otherLanguages(sentences);
  let readings = sentences.map((sentence) => {
    const text = sentence.clauses.join(', ');
    return isNeverOurs(text) || (context.foreign && contextOf(text).foreign) ? silent : readSentence(sentence, others);
  });
  if (context.foreign && !readings.some(({ told }) => oursBeyondDoubt.some((concept) => told.has(concept)))) return [];
  if (!context.ours && !readings.some(({ told }) => oursBeyondDoubt.some((concept) => told.has(concept)))) {
    const isElsewhere = ({ told, background }: Reading): boolean => told.has('elsewhere') || background.has('elsewhere');
    if (prose.length <= oneSubject && readings.some(isElsewhere)) return [];
    readings = readings.map((reading) => (isElsewhere(reading) ? silent : reading));
  }
  const anywhere = union(readings.flatMap(({ told, background }) => [told, background]));
  const sure = prose.length <= shortProse;
  const addsOnly = told && sentences.length === 1 && (readings[0]?.parts.length ?? 0) < 2;
  const clues: Clue[] = [];
  for (const [index, reading] of readings.entries()) {
    clues.push(...ofSentence(reading, anywhere, quote(sentences[index]), sure));
  }
  for (const [index, reading] of readings.entries()) {
    const next = readings[index + 1];
    if (!next || clues.some(({ strength }) => strength === 'likely')) continue;
    const here = union([reading.told, next.told]);
    clues.push(...firing({ here, anywhere }, quote(sentences[index]), sure, 6));
  }
  if (addsOnly) return clues.map((clue) => ({ ...clue, strength: 'possible' }));
  const found = clues.length > 0 || !guess ? clues : guesses(readings, sentences);
  if (!sure || !guess) return found;
  const sayable = found.some(({ strength }) => strength === 'likely');
  if (sayable && context.ours) return found;
  const alike = likenesses(sentences, readings);
  if (!context.ours && alike.none > (alike.ours[0]?.score ?? 0) + (sayable ? farFromOurs : clearly)) return [];
  return sayable
    ? found
    : [
        ...readingLike(alike, enough(anywhere, context.ours), quote(sentences[0])).filter(
          // Every program has functions that are none: only beside the SDK are they a call of it.
          ({ problem }) => problem !== 'unknown-sdk-call' || context.ours || anywhere.has('sdkNamed'),
        ),
        ...found,
      ];
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
    if (clue.strength === 'possible' || clue === best || (several && leaders.has(clue.problem))) return clue;
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

/** Where one of these is told, a text is about a login, a directory or a webhook. */
const topics: readonly Concept[] = [
  ...oursBeyondDoubt,
  'token',
  'refresh',
  'authCode',
  'assertion',
  'party',
  'idp',
  'tile',
  'fromIdp',
  'session',
  'stayIn',
  'thrownOut',
  'login',
  'signOut',
  'goBack',
  'stateParameter',
];
/** These everybody speaks of: a text must read the more like an example. */
const looseTopics: readonly Concept[] = [
  'connection',
  'certificate',
  'signature',
  'directory',
  'provision',
  'group',
  'role',
  'event',
  'verification',
  'sdk',
  'secret',
  'redirect',
  'newUser',
];
const likeEnough = 2;
const likeMuch = 6;
const likeVeryMuch = 9;
const likeAnExample = 12;
/** So much more like one of ours than like none. */
const clearly = 3;
/** So much more like none of ours that a rule must have misread it. */
const farFromOurs = 6;
/** A second problem is named where it reads nearly as much like that. */
const nearly = 2;

/** How much it has to read like an example; never, where it is about something else. */
function enough(told: ReadonlySet<Concept>, ours: boolean): number {
  if (ours) return likeEnough;
  if (told.has('elsewhere')) return Number.POSITIVE_INFINITY;
  if (topics.some((topic) => told.has(topic))) return likeEnough;
  const loose = looseTopics.filter((topic) => told.has(topic)).length;
  return loose === 0 ? likeAnExample : loose === 1 ? likeVeryMuch : likeMuch;
}

function readingLike({ ours, none }: Likenesses, atLeast: number, matched: string): Clue[] {
  const [first, second] = ours;
  if (!first || first.score < atLeast || first.score < none + clearly) return [];
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
/** `organization.directory.user_created`, `user.updated` */
const eventName =
  /\b(?:organization|user|directory|session|connection|role)(?:\.[a-z_]{2,20}){0,2}\.(?:\w{1,12}_)?(?:created|updated|deleted|enabled|disabled|added|removed)\b/gi;

/** Weaker words than a rule needs, and only where the sentence is surely about logging in. */
function guesses(readings: readonly Reading[], sentences: readonly Sentence[]): Clue[] {
  const short = sentences.reduce((sum, { words }) => sum + words.length * 6, 0) < fewWords;
  for (const [index, { told }] of readings.entries()) {
    const complains = trouble.some((concept) => told.has(concept));
    const match = vague.find(({ topics }) =>
      topics.some((topic) => told.has(topic) && (complains || (short && topicsEnough.has(topic)))),
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

function quote(sentence: Sentence | undefined): string {
  return safeProse((sentence?.clauses.join(', ') ?? '').replace(/\s+/g, ' '), 80);
}

function union(sets: readonly ReadonlySet<Concept>[]): ReadonlySet<Concept> {
  return new Set(sets.flatMap((set) => [...set]));
}
