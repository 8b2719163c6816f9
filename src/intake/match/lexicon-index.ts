/** All lexicons in one index: from a word to the terms that may begin with it. Built once, on first use. */
import { chinese } from '../lexicon/chinese.ts';
import type { Concept, Lexicon } from '../lexicon/concepts.ts';
import { english } from '../lexicon/english.ts';
import { french } from '../lexicon/french.ts';
import { german } from '../lexicon/german.ts';
import { hinglish } from '../lexicon/hinglish.ts';
import { japanese } from '../lexicon/japanese.ts';
import { portuguese } from '../lexicon/portuguese.ts';
import { spanish } from '../lexicon/spanish.ts';
import { isLookalike, isNear, slipsFor } from './fuzzy.ts';
import { spell, wordsOf } from './words.ts';

interface Pattern {
  readonly stem: string;
  readonly open: boolean;
  readonly exact: boolean;
  /** The words before it in its term make up for more slips. */
  readonly led: boolean;
}
export type Language = 'english' | 'german' | 'spanish' | 'french' | 'portuguese' | 'hinglish';

export interface Term {
  readonly concept: Concept;
  readonly language: Language;
  readonly patterns: readonly Pattern[];
}

export interface Lookup {
  /** Terms whose first word fits. */
  readonly startingWith: (word: string) => readonly Term[];
  readonly fits: (word: string, pattern: Pattern) => boolean;
}

/** Terms that begin alike: their first word is compared once. */
interface Beginning {
  readonly pattern: Pattern;
  readonly terms: Term[];
}

export interface LexiconIndex {
  /** With slips of the finger. */
  readonly tolerant: Lookup;
  /** As it is spelt: for texts that are known to be clean, at a tenth of the time. */
  readonly strict: Lookup;
  /** For text without blanks. */
  readonly literal: readonly { readonly concept: Concept; readonly text: string }[];
}

let built: LexiconIndex | undefined;

export function lexiconIndex(): LexiconIndex {
  built ??= build({ english, german, spanish, french, portuguese, hinglish });
  return built;
}

const memoLimit = 20_000;

function build(lexicons: Readonly<Record<Language, Lexicon>>): LexiconIndex {
  const terms = (Object.entries(lexicons) as [Language, Lexicon][]).flatMap(([language, lexicon]) =>
    entriesOf(lexicon).flatMap(([concept, term]) => termsOf(concept, term, language)),
  );
  const byFirstLetter = new Map<string, Map<string, Beginning>>();
  for (const term of terms) {
    const [first] = term.patterns;
    if (!first) continue;
    const letter = first.stem[0] ?? '';
    const beginnings = byFirstLetter.get(letter) ?? new Map<string, Beginning>();
    byFirstLetter.set(letter, beginnings);
    const key = `${first.stem}${first.open ? '*' : ''}${first.exact ? '=' : ''}`;
    const beginning = beginnings.get(key);
    if (beginning) beginning.terms.push(term);
    else beginnings.set(key, { pattern: first, terms: [term] });
  }
  const whole = new Set(terms.flatMap(({ patterns }) => patterns.filter(({ open }) => !open).map(({ stem }) => stem)));
  const stems = new Set(
    terms.flatMap(({ patterns }) => patterns.filter(({ open, stem }) => open && stem.length > 3).map(({ stem }) => stem)),
  );
  const isStemmed = (word: string): boolean => {
    for (let length = Math.max(4, word.length - 3); length <= word.length; length += 1)
      if (stems.has(word.slice(0, length))) return true;
    return false;
  };
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = whole.has(word) || isLookalike(word) || isStemmed(word);
      if (known.size < memoLimit) known.set(word, answer);
    }
    return answer;
  };
  const fits = (word: string, pattern: Pattern): boolean => {
    if (fitsLiterally(word, pattern)) return true;
    const shortest = pattern.led ? 4 : 5;
    if (pattern.exact || pattern.stem.length < shortest || word.length < 4 || isKnown(word)) return false;
    if (!pattern.open) return isNear(word, pattern.stem, 4);
    // The slip lies within the beginning: hold against beginnings of about that length.
    const slips = slipsFor(pattern.stem.length, 4);
    for (let extra = -1; extra <= 1; extra += 1) {
      const head = word.slice(0, pattern.stem.length + extra);
      if (head.length >= 4 && slips > 0 && isNear(head, pattern.stem, 4)) return true;
    }
    return false;
  };
  const exactly = new Map<string, Beginning>();
  const openly = new Map<string, Beginning>();
  for (const beginnings of byFirstLetter.values())
    for (const beginning of beginnings.values()) {
      const { stem, open, exact } = beginning.pattern;
      (open ? openly : exactly).set(`${stem}${exact ? '=' : ''}`, beginning);
    }
  const searchLiterally = (word: string): readonly Term[] => {
    const found: Term[] = [];
    const take = (beginning: Beginning | undefined): void => {
      if (beginning) found.push(...beginning.terms);
    };
    take(exactly.get(word));
    take(exactly.get(`${word}=`));
    for (let length = 1; length <= word.length; length += 1) {
      take(openly.get(word.slice(0, length)));
      take(openly.get(`${word.slice(0, length)}=`));
    }
    return found;
  };
  const search = (word: string): readonly Term[] => {
    const found: Term[] = [];
    for (const letter of new Set([word[0] ?? '', word[1] ?? '']))
      for (const { pattern, terms: list } of byFirstLetter.get(letter)?.values() ?? [])
        if (fits(word, pattern)) found.push(...list);
    return found;
  };
  const startingWith = remembering(search);
  const literally = remembering(searchLiterally);
  const literal = [
    ...entriesOf(japanese),
    ...entriesOf(chinese),
    ...entriesOf(hinglish).filter(([, term]) => /\p{Script=Devanagari}/u.test(term)),
  ].map(([concept, text]) => ({
    concept,
    text: spell(text.replace(/\*$/, '')),
  }));
  return { tolerant: { startingWith, fits }, strict: { startingWith: literally, fits: fitsLiterally }, literal };
}

function fitsLiterally(word: string, pattern: Pattern): boolean {
  return pattern.open ? word.startsWith(pattern.stem) : word === pattern.stem;
}

function remembering(search: (word: string) => readonly Term[]): (word: string) => readonly Term[] {
  const memo = new Map<string, readonly Term[]>();
  return (word) => {
    const before = memo.get(word);
    if (before) return before;
    const found = search(word);
    if (memo.size < memoLimit) memo.set(word, found);
    return found;
  };
}

function entriesOf(lexicon: Lexicon): (readonly [Concept, string])[] {
  return Object.entries(lexicon).flatMap(([concept, terms]) =>
    terms.split('|').map((term) => [concept as Concept, term] as const),
  );
}

const articles: ReadonlySet<string> = new Set(['the', 'a', 'an']);

/** A German term with an umlaut stands for both spellings. */
function termsOf(concept: Concept, term: string, language: Language): Term[] {
  const spelt = spell(term);
  const spellings = /[äöü]/.test(term)
    ? new Set([spelt, spell(term.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))])
    : [spelt];
  return [...spellings]
    .map((spelling) => ({
      concept,
      language,
      patterns: spelling
        .split(/[\s_]+/)
        // Articles may stand there or not: the reader skips them.
        .filter((word, _, all) => word !== '' && (all.length < 3 || !articles.has(word)))
        .map((word, index) => patternOf(word, index > 0, literalOnly.has(concept))),
    }))
    .filter(({ patterns }) => patterns.length > 0);
}

/** Concepts that decide too much for a slip. */
const literalOnly: ReadonlySet<Concept> = new Set(['elsewhere', 'not', 'work', 'still', 'needed', 'again']);

const plain = /^[a-z0-9]+$/;

function patternOf(word: string, led: boolean, literal: boolean): Pattern {
  const exact = literal || word.startsWith('=');
  const open = word.endsWith('*');
  return { stem: plain.test(word) ? word : wordsOf(word.replace(/[=*]/g, '')).join(''), open, exact, led };
}
