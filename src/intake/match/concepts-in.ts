/** Takes a sentence apart into concepts: which things, which faults, and what is said to be fine. */
import { type Concept, type Fault, negatedAs, type Polar } from '../lexicon/concepts.ts';
import { isRuledOut, isVouchedFor } from './dismissed.ts';
import { type Language, type Lookup, lexiconIndex, type Term } from './lexicon-index.ts';
import { type Hit, withoutCovered, withoutTakenBack } from './taken-back.ts';
import type { Sentence } from './words.ts';

export interface Reading {
  /** What is talked about and what is wrong with it. */
  readonly told: ReadonlySet<Concept>;
  /** What each part of it tells by itself: clauses, and what "and" joins. */
  readonly parts: readonly ReadonlySet<Concept>[];
  /** Topics of clauses that say something is fine: they only tell what it is about. */
  readonly background: ReadonlySet<Concept>;
}

/** Small words that may stand inside a term. */
const fillers = new Set(
  'the a an my our your their his its this that is are was be been of to in on at for and or der die das den dem ein eine einen unser unsere mein meine sich la el los las un una de del mi nuestro nuestra su se lo le me nos ka ki ke ko mein me hi bhi jo hai users user people everyone everybody anybody anyone customers them you him her someone standig dauernd immer constantly always again very really just even any all some also auch más mas muy scalekit scalekits sdk own new'.split(
    ' ',
  ),
);
const mostFillers = 2;
/** A negation reaches so many words ahead and so many back (German, Hindi: the verb comes first). */
const reachAhead = 6;
const reachBack = 3;
/** Things that one does: `cannot log in`, `do not stay logged in`. */
const verbs: ReadonlySet<Concept> = new Set([
  'login',
  'refresh',
  'stayIn',
  'signOut',
  'provision',
  'verification',
  'redirect',
  'push',
  'goBack',
]);
const reachVerb = 5;
const nones: ReadonlySet<string> = new Set([
  'no',
  'kein',
  'keine',
  'keinen',
  'sin',
  'ningun',
  'ninguna',
  'without',
  'ohne',
  'zero',
  'bina',
]);
const things: ReadonlySet<Concept> = new Set([
  'connection',
  'sso',
  'organization',
  'domain',
  'refreshToken',
  'token',
  'idToken',
  'state',
  'stateParameter',
  'groups',
  'attribute',
  'certificate',
  'client',
  'offline',
]);

export function readSentence(
  sentence: Sentence,
  others: ReadonlySet<Language> = new Set(),
  lookup: Lookup = lexiconIndex().tolerant,
  { trusting = false }: { readonly trusting?: boolean } = {},
): Reading {
  const told = new Set<Concept>();
  const background = new Set<Concept>();
  const parts: ReadonlySet<Concept>[] = [];
  const clauses = Math.max(1, sentence.clauses.length);
  let wasFine = false;
  for (let clause = 0; clause < clauses; clause += 1) {
    const words = sentence.words.filter((word) => word.clause === clause).map(({ text }) => text);
    const text = sentence.clauses[clause] ?? '';
    const { concepts, fine: works, denies, asks } = readClause(words, text, others, lookup);
    const fine = works || isRuledOut(text) || (trusting && !asks && isVouchedFor(text));
    // "It works from here, but not from there."
    const denied = wasFine && denies ? [...concepts, 'broken' as const] : concepts;
    for (const concept of denied) (fine ? background : told).add(concept);
    wasFine ||= works;
    if (fine) continue;
    const joined = splitAtAnd(words);
    if (joined.length < 2) parts.push(new Set(denied));
    else for (const part of joined) parts.push(readClause(part, '', others, lookup).concepts);
  }
  return { told, parts, background };
}

/** `Does it work with …?` praises nothing. */
const asking = new Set(
  'do does did is are can could will would should how why what which when where funktioniert geht kann klappt warum wieso wie funciona sirve puede por como cual est peut pourquoi comment pode posso kya'.split(
    ' ',
  ),
);
const ands = new Set(['and', 'und', 'y', 'et', 'e', 'aur', 'plus', 'sowie', 'then', 'because', 'weil', 'also']);
const shortestPart = 3;

function splitAtAnd(words: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const word of words) {
    if (ands.has(word)) parts.push([]);
    else parts.at(-1)?.push(word);
  }
  return parts.every((part) => part.length >= shortestPart) ? parts : [[...words]];
}

function readClause(
  words: readonly string[],
  text: string,
  others: ReadonlySet<Language>,
  lookup: Lookup,
): {
  readonly concepts: ReadonlySet<Concept>;
  readonly fine: boolean;
  /** A negation that belongs to no verb. */
  readonly denies: boolean;
  readonly asks: boolean;
} {
  const found = withoutCovered(hitsIn(words, others, lookup));
  const hits = withoutTakenBack(found, words);
  const nots = hits.filter(({ concept }) => concept === 'not');
  const used = new Set<Hit>();
  const concepts = new Set<Concept>();
  let positive = hits.length < found.length;
  for (const hit of hits) {
    if (hit.concept === 'not') continue;
    if (!isPolar(hit.concept)) {
      concepts.add(hit.concept);
      const denied = verbs.has(hit.concept) ? nots.find(({ at }) => at < hit.at && at > hit.at - reachVerb) : undefined;
      if (denied) {
        used.add(denied);
        concepts.add('broken');
      }
      continue;
    }
    const not = nots.find(({ at }) => at !== hit.at && at < hit.at + hit.length + reachBack && at > hit.at - reachAhead);
    if (not) {
      used.add(not);
      concepts.add(negatedAs[hit.concept]);
    } else if (hit.concept === 'work' || hit.concept === 'arrive' || hit.concept === 'match') positive ||= hit.concept === 'work';
  }
  // "No connection": a thing is denied, not a deed.
  for (const not of nots) {
    if (
      !used.has(not) &&
      nones.has(words[not.at] ?? '') &&
      hits.some((hit) => things.has(hit.concept) && hit.at > not.at && hit.at - not.at < 3)
    ) {
      concepts.add('missing');
    }
  }
  // "…, groups do not": the verb is left out.
  const dangling = nots.some((not) => !used.has(not) && not.at + not.length >= words.length - 1);
  if (dangling) {
    concepts.add('broken');
    concepts.add('notThere');
  }
  readLiterally(text, concepts);
  if (concepts.has('work')) {
    positive = true;
    concepts.delete('work');
  }
  const asks = asking.has(words[0] ?? '');
  const fault = asks || concepts.has('thrownOut') || [...concepts].some((concept) => faults.has(concept));
  return { concepts, fine: positive && !fault && used.size === 0, denies: nots.some((not) => !used.has(not)), asks };
}

function readLiterally(text: string, concepts: Set<Concept>): void {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Devanagari}]/u.test(text)) return;
  const dense = text.replace(/(?<=[^\x20-\x7e])\s+|\s+(?=[^\x20-\x7e])/g, '');
  for (const { concept, text: term } of lexiconIndex().literal) {
    if (term !== '' && (dense.includes(term) || text.includes(term))) concepts.add(concept);
  }
}

function hitsIn(words: readonly string[], others: ReadonlySet<Language>, { startingWith, fits }: Lookup): Hit[] {
  const hits: Hit[] = [];
  for (const [at, word] of words.entries()) {
    for (const term of startingWith(word)) {
      if (others.has(term.language)) continue;
      const length = lengthAt(words, at, term, fits);
      if (length > 0) hits.push({ concept: term.concept, at, length });
    }
  }
  return hits;
}

function lengthAt(words: readonly string[], start: number, { patterns }: Term, fits: Lookup['fits']): number {
  let at = start + 1;
  for (const pattern of patterns.slice(1)) {
    let word = words[at];
    for (
      let skipped = 0;
      skipped < mostFillers && word !== undefined && !fits(word, pattern) && fillers.has(word);
      skipped += 1
    ) {
      at += 1;
      word = words[at];
    }
    if (word === undefined || !fits(word, pattern)) return 0;
    at += 1;
  }
  return at - start;
}

function isPolar(concept: Concept): concept is Polar {
  return concept in negatedAs;
}

/** Faults that speak against a clause being praise; soft ones like "every" or "keep" do not. */
const faults: ReadonlySet<Concept> = new Set<Fault>([
  'mismatch',
  'refused',
  'wrong',
  'broken',
  'missing',
  'notThere',
  'disabled',
  'expired',
  'tooSoon',
  'notAFunction',
  'unauthorized',
  'notFoundPage',
  'reused',
  'duration',
  'again',
  'still',
  'exposed',
  'removed',
  'unknown',
]);
