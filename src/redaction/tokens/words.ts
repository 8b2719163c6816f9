/** One pass over all words of a text: well-known secrets by how they begin, then what hides something encoded, then what is random. Pure, linear. */
import { ALPHANUMERIC, byteClass, DIGIT, LOWER, NAME, type Subject, UPPER } from '../bytes.ts';
import type { Ranges } from '../finding.ts';
import { beginsRule, matchRules } from '../patterns/match.ts';
import { isRandom } from '../structure/looks.ts';
import type { Report } from '../structure/report.ts';
import type { Hits } from '../triggers.ts';
import { candidatesIn, inRun, SHORTEST_LONG } from './candidates.ts';
import { judgeUnlabelled } from './unlabelled.ts';
import { linesEnd, wrappedEnd } from './wrapped.ts';

export interface WordHandlers {
  readonly patterns: Report;
  readonly entropy: Report;
  /** A run of base64 or hex: the kind of what it hides, where that is a secret. */
  readonly decoded: (start: number, end: number) => boolean;
  readonly taken: Ranges;
}

const SHORTEST_RANDOM = 20;
/** What is longer, and no secret as a whole, is data. */
const LONGEST_PATH = 1_024;

export function findWords(subject: Subject, hits: Hits, handlers: WordHandlers): void {
  const look = createLook(subject, handlers);
  const { bytes } = subject;
  let at = 0;
  for (const candidate of candidatesIn(subject, hits)) {
    if (candidate < at) continue;
    at = firstLetter(bytes, candidate);
    // A long run is looked at from each of its words on.
    do at = firstLetter(bytes, look(wordStart(bytes, at)));
    while (isLong(bytes, at));
  }
}

function firstLetter(bytes: Uint8Array, from: number): number {
  let at = from;
  while (inRun[bytes[at] ?? 0] === 1 && ((byteClass[bytes[at] as number] as number) & ALPHANUMERIC) === 0) at++;
  return at;
}

function isLong(bytes: Uint8Array, at: number): boolean {
  for (let index = SHORTEST_LONG - 1; index >= 0; index--) if (inRun[bytes[at + index] ?? 0] === 0) return false;
  return true;
}

/** Looks at the word that begins at an offset; tells where to go on. */
function createLook({ bytes, text }: Subject, handlers: WordHandlers): (start: number) => number {
  const { length } = bytes;
  const { taken } = handlers;
  let lookedAt = 0;
  return (start) => {
    if (beginsRule(bytes[start] as number, bytes[start + 1] ?? 0)) {
      const behind = taken.endAt(start);
      if (behind > start) return behind;
      const found = matchRules(text, start);
      if (found) {
        const end = wrappedEnd(text, found.start, found.end);
        handlers.patterns.add({ start: found.start, end, kind: found.rule.kind, rule: `pattern:${found.rule.id}` });
        return end;
      }
    }
    let end = start;
    let seen = 0;
    while (end < length && inRun[bytes[end] as number] === 1) seen |= byteClass[bytes[end++] as number] as number;
    // Lines of one word each may be one run that was broken: looked at once, however many there are, and before the word is judged alone.
    if (start >= lookedAt && endsLine(bytes[end])) {
      const loose = linesEnd(text, end);
      if (loose > end) {
        lookedAt = loose;
        if (loose - start >= SHORTEST_LONG && !taken.overlaps(start, loose) && handlers.decoded(start, loose)) return loose;
      }
    }
    if (end - start < SHORTEST_LONG || !(seen & DIGIT || (seen & UPPER && seen & LOWER))) return end;
    while (
      end < length &&
      bytes[end] === 0x3d &&
      end - start < 1_000_000 &&
      (bytes[end + 1] === 0x3d || ((byteClass[bytes[end + 1] ?? 0] as number) & NAME) === 0)
    )
      end++;
    const joined = start >= lookedAt ? wrappedEnd(text, start, end) : end;
    if (joined > end) lookedAt = joined;
    const behind = longWord(text, start, end, joined, handlers);
    return behind ?? wordEnd(bytes, start);
  };
}

/** Where to go on behind a long word; undefined: nothing is known of it. */
function longWord(text: string, start: number, end: number, joined: number, handlers: WordHandlers): number | undefined {
  const behind = handlers.taken.endAt(start);
  if (behind > start) return behind;
  if (handlers.taken.overlaps(start, end)) return undefined;
  if (handlers.decoded(start, joined)) return joined;
  // Each of its words would look at all the rest again.
  if (end - start > LONGEST_PATH) return end;
  if (end - start < SHORTEST_RANDOM) return undefined;
  const judged = judgeUnlabelled(text, start, end);
  if (judged === 'nothing') return undefined;
  if (judged === 'secret')
    handlers.entropy.add({ start: start - prefixBefore(text, start), end: joined, kind: 'high_entropy', rule: 'entropy' });
  return judged === 'secret' ? joined : end;
}

/** `aB3xY9kQ.…`: the first part of a key in two, shorter but as random as the second. */
function prefixBefore(text: string, start: number): number {
  if (text[start - 1] !== '.') return 0;
  const part = /(?:^|[^\w.%\\-])([A-Za-z\d]{6,40})\.$/.exec(text.slice(Math.max(0, start - 44), start))?.[1] ?? '';
  return /\d/.test(part) && isRandom(part) ? part.length + 1 : 0;
}

const endsLine = (byte: number | undefined): boolean =>
  byte === 0x0a || byte === 0x0d || byte === 0x5c || byte === 0x3d || byte === 0x22 || byte === 0x27;

/** `\nghp_…`, `%3Dghp_…`, `\u003dghp_…`: the letters of an escape belong to no word. */
function wordStart(bytes: Uint8Array, at: number): number {
  const before = bytes[at - 1];
  if (before === 0x5c) {
    const letter = bytes[at];
    if (letter === 0x6e || letter === 0x72 || letter === 0x74) return isWord(bytes[at + 1]) ? at + 1 : at;
    if (letter === 0x75 && isWord(bytes[at + 5])) return at + 5;
    if (letter === 0x78 && isWord(bytes[at + 3])) return at + 3;
  } else if (before === 0x3d && bytes[at] === 0x33 && bytes[at + 1] === 0x44 && isWord(bytes[at + 2])) {
    return at + 2;
  } else if (before === 0x25 && isWord(bytes[at + 2])) {
    return bytes[at] === 0x32 && bytes[at + 1] === 0x35 && isWord(bytes[at + 4]) ? at + 4 : at + 2;
  }
  return at;
}

const isWord = (byte: number | undefined): boolean => byte !== undefined && ((byteClass[byte] as number) & NAME) !== 0;

function wordEnd(bytes: Uint8Array, start: number): number {
  let end = start;
  while (end < bytes.length && isWord(bytes[end])) end++;
  return Math.max(end, start + 1);
}
