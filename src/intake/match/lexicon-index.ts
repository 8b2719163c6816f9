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

export interface LexiconIndex {
  /** Terms whose first word fits. */
  readonly startingWith: (word: string) => readonly Term[];
  readonly fits: (word: string, pattern: Pattern) => boolean;
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
  const byFirstLetter = new Map<string, Term[]>();
  for (const term of terms) {
    const letter = term.patterns[0]?.stem[0] ?? '';
    const list = byFirstLetter.get(letter);
    if (list) list.push(term);
    else byFirstLetter.set(letter, [term]);
  }
  const whole = new Set(terms.flatMap(({ patterns }) => patterns.filter(({ open }) => !open).map(({ stem }) => stem)));
  const stems = [
    ...new Set(
      terms.flatMap(({ patterns }) => patterns.filter(({ open, stem }) => open && stem.length > 3).map(({ stem }) => stem)),
    ),
  ];
  const known = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer =
        whole.has(word) || isLookalike(word) || stems.some((stem) => word.startsWith(stem) && word.length - stem.length < 4);
      if (known.size < memoLimit) known.set(word, answer);
    }
    return answer;
  };
  const fits = (word: string, pattern: Pattern): boolean => {
    if (pattern.open ? word.startsWith(pattern.stem) : word === pattern.stem) return true;
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
  const memo = new Map<string, readonly Term[]>();
  const startingWith = (word: string): readonly Term[] => {
    const before = memo.get(word);
    if (before) return before;
    const letters = new Set([word[0] ?? '', word[1] ?? '']);
    const found = [...letters]
      .flatMap((letter) => byFirstLetter.get(letter) ?? [])
      .filter(({ patterns }) => patterns[0] !== undefined && fits(word, patterns[0]));
    if (memo.size < memoLimit) memo.set(word, found);
    return found;
  };
  const literal = [
    ...entriesOf(japanese),
    ...entriesOf(chinese),
    ...entriesOf(hinglish).filter(([, term]) => /\p{Script=Devanagari}/u.test(term)),
  ].map(([concept, text]) => ({
    concept,
    text: spell(text.replace(/\*$/, '')),
  }));
  return { startingWith, fits, literal };
}

function entriesOf(lexicon: Lexicon): (readonly [Concept, string])[] {
  return Object.entries(lexicon).flatMap(([concept, terms]) =>
    terms.split('|').map((term) => [concept as Concept, term] as const),
  );
}

/** A German term with an umlaut stands for both spellings. */
function termsOf(concept: Concept, term: string, language: Language): Term[] {
  const spellings = new Set([spell(term), spell(term.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))]);
  return [...spellings]
    .map((spelling) => ({
      concept,
      language,
      patterns: spelling
        .split(/[\s_]+/)
        .filter(Boolean)
        .map((word, index) => patternOf(word, index > 0, literalOnly.has(concept))),
    }))
    .filter(({ patterns }) => patterns.length > 0);
}

/** Concepts that decide too much for a slip. */
const literalOnly: ReadonlySet<Concept> = new Set(['elsewhere', 'not', 'work', 'still', 'needed', 'again']);

function patternOf(word: string, led: boolean, literal: boolean): Pattern {
  const exact = literal || word.startsWith('=');
  const open = word.endsWith('*');
  return { stem: wordsOf(word.replace(/[=*]/g, '').replaceAll('_', '')).join(''), open, exact, led };
}
