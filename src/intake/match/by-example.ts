/**
 * Holds a text that no rule understands against examples of what others wrote: each word and concept counts by how much more often it
 * stands in the examples of one problem than in all others. No more than a hint; the counts are taken when they are first needed.
 */
import { type Example, examples } from '../examples/index.ts';
import { type Reading, readSentence } from './concepts-in.ts';
import { otherLanguages } from './language.ts';
import { lexiconIndex } from './lexicon-index.ts';
import { type Sentence, sentencesOf } from './words.ts';

export interface Likeness {
  readonly problem: string;
  /** Sum of logarithms; above zero speaks for the problem. */
  readonly score: number;
}

interface Counts {
  readonly ofMark: ReadonlyMap<string, number>;
  readonly byProblem: ReadonlyMap<string, { readonly ofMark: ReadonlyMap<string, number>; readonly all: number }>;
  readonly all: number;
}

const none = '';
/** Added to every count, so that a mark seen once does not decide alone. */
const smoothing = 0.3;
const stemLength = 6;
const small = new Set(
  'the a an is are was were be to of in on at our my we i it and or for with from that this they he she not no does did but so as by you your us them then when if der die das und la el de que le les o os e'.split(
    ' ',
  ),
);

/** No script without blanks begins below it: nearly every word is told apart without a look at the tables of Unicode. */
const farCharacters = /[\u2e80-\uffff]/;
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

let counted: Counts | undefined;

export interface Likenesses {
  /** Best first. */
  readonly ours: readonly Likeness[];
  /** How much it reads like what is none of ours. */
  readonly none: number;
}

export function likenesses(sentences: readonly Sentence[], readings: readonly Reading[]): Likenesses {
  counted ??= count(examples());
  const { ofMark, byProblem, all } = counted;
  const marks = marksOf(sentences, readings).filter((mark) => ofMark.has(mark));
  const smoothed = smoothing * ofMark.size;
  const ranked = [...byProblem]
    .map(([problem, own]): Likeness => {
      let score = 0;
      for (const mark of marks) {
        const inside = own.ofMark.get(mark) ?? 0;
        const outside = (ofMark.get(mark) ?? 0) - inside;
        score +=
          Math.log((inside + smoothing) / (own.all + smoothed)) - Math.log((outside + smoothing) / (all - own.all + smoothed));
      }
      return { problem, score };
    })
    .sort((a, b) => b.score - a.score);
  return {
    ours: ranked.filter(({ problem }) => problem !== none),
    none: ranked.find(({ problem }) => problem === none)?.score ?? Number.NEGATIVE_INFINITY,
  };
}

function count(list: readonly Example[]): Counts {
  const ofMark = new Map<string, number>();
  const byProblem = new Map<string, { ofMark: Map<string, number>; all: number }>();
  let all = 0;
  for (const { problem = none, text } of list) {
    const sentences = sentencesOf(text);
    const others = otherLanguages(sentences);
    const own = byProblem.get(problem) ?? { ofMark: new Map<string, number>(), all: 0 };
    byProblem.set(problem, own);
    for (const mark of marksOf(
      sentences,
      sentences.map((sentence) => readSentence(sentence, others, lexiconIndex().strict)),
    )) {
      ofMark.set(mark, (ofMark.get(mark) ?? 0) + 1);
      own.ofMark.set(mark, (own.ofMark.get(mark) ?? 0) + 1);
      own.all += 1;
      all += 1;
    }
  }
  return { ofMark, byProblem, all };
}

/** Concepts, beginnings of words, pairs of neighbours, and pairs of characters where words have no blanks between them. */
function marksOf(sentences: readonly Sentence[], readings: readonly Reading[]): string[] {
  const marks = new Set<string>();
  for (const { told } of readings) for (const concept of told) marks.add(`:${concept}`);
  for (const { words } of sentences) {
    const stems = words.map(({ text }) => text.slice(0, stemLength));
    for (const [index, stem] of stems.entries()) {
      if (!small.has(stem)) marks.add(stem);
      if (index > 0) marks.add(`${stems[index - 1]} ${stem}`);
      const dense = words[index]?.text ?? '';
      if (!farCharacters.test(dense) || !denseScript.test(dense)) continue;
      for (let at = 0; at + 1 < dense.length; at += 1) marks.add(dense.slice(at, at + 2));
    }
  }
  return [...marks];
}
