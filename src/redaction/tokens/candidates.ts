/** The few words of a text that are worth a look: those that begin as a well-known secret does, long ones, and lone ones that a line's end may have broken. Pure, linear. */
import { ALPHANUMERIC, byteClass, JOINER, NAME, type Subject } from '../bytes.ts';
import { ruleBeginnings } from '../patterns/match.ts';
import { type Hits, trigger } from '../triggers.ts';

export const SHORTEST_LONG = 16;
/** How far from the break a word can end, and how long one is whose beginning is looked for. */
const LONGEST_SHORT = 64;

const lineBreaks = trigger(['\n', '\\n', '\\r\\n']);
/** 1 for what a run of base64 is made of: any sign but `=`. */
export const inRun = Uint8Array.from(byteClass, (kind, byte) => (kind !== 0 && byte !== 0x3d ? 1 : 0));
/** What can stand behind the first word of the next line where that word belongs to the line before. */
const endsPiece = Uint8Array.from({ length: 256 }, (_, byte) => (/[\s=\\"'<]/.test(String.fromCharCode(byte)) ? 1 : 0));

/** Where to begin to look, in order. */
export function candidatesIn(subject: Subject, hits: Hits): number[] {
  const starts = [...ruleStarts(subject, hits), ...brokenStarts(subject, hits)];
  const long = longStarts(subject);
  return starts.length === 0
    ? long
    : merged(
        starts.sort((a, b) => a - b),
        long,
      );
}

function merged(first: readonly number[], second: readonly number[]): number[] {
  const all: number[] = [];
  let at = 0;
  for (const start of second) {
    while (at < first.length && (first[at] as number) <= start) all.push(first[at++] as number);
    all.push(start);
  }
  while (at < first.length) all.push(first[at++] as number);
  return all;
}

/** Looks at every sixteenth byte: where that one belongs to no run, none of the fifteen before it begins a long one that ends behind it. */
function longStarts({ bytes, until = bytes.length }: Subject): number[] {
  const starts: number[] = [];
  const { length } = bytes;
  for (let from = 0; from < until; ) {
    const last = from + SHORTEST_LONG - 1;
    if (last >= length) break;
    let at = last;
    while (at >= from && inRun[bytes[at] as number] === 1) at--;
    if (at >= from) {
      from = at + 1;
      continue;
    }
    starts.push(from);
    at = last + 1;
    while (at < length && inRun[bytes[at] as number] === 1) at++;
    from = at + 1;
  }
  return starts;
}

/** Beginnings of rules that are beginnings of words. */
function* ruleStarts({ bytes }: Subject, hits: Hits): Generator<number> {
  for (const at of hits.of(ruleBeginnings)) {
    let before = at;
    while (kindOf(bytes[before - 1]) === JOINER) before--;
    if ((kindOf(bytes[before - 1]) & ALPHANUMERIC) === 0) yield at;
    else if (isBehindEscape(bytes, at)) yield wordAround(bytes, at);
  }
}

/** `\nghp_…`, `%3Dghp_…`: letters before it, but of an escape. */
function isBehindEscape(bytes: Uint8Array, at: number): boolean {
  for (let before = at - 2; before >= 0 && before >= at - 6; before--) {
    const byte = bytes[before];
    if (byte === 0x5c || byte === 0x25 || byte === 0x3d) return true;
  }
  return false;
}

function wordAround(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_SHORT && kindOf(bytes[start - 1]) & NAME) start--;
  return start;
}

/** Short words at the end of a line, where the next line begins with a word that may be their rest. */
function* brokenStarts({ bytes }: Subject, hits: Hits): Generator<number> {
  for (const at of hits.of(lineBreaks)) {
    const isEscape = bytes[at] === 0x5c;
    if (isEscape && bytes[at - 1] === 0x72 && bytes[at - 2] === 0x5c) continue;
    if (!goesOn(bytes, behindBreak(bytes, at))) continue;
    const end = endBefore(bytes, at);
    let start = end;
    while (start > 0 && end - start <= LONGEST_SHORT && inRun[bytes[start - 1] as number] === 1) start--;
    if (start < end) yield start;
  }
}

function behindBreak(bytes: Uint8Array, at: number): number {
  let next = at + (bytes[at] === 0x0a ? 1 : bytes[at + 1] === 0x6e ? 2 : 4);
  for (let spaces = 0; spaces < 32 && isIndent(bytes[next]); spaces++) next++;
  return isQuote(bytes[next]) ? next + 1 : next;
}

function goesOn(bytes: Uint8Array, from: number): boolean {
  let end = from;
  while (end < bytes.length && inRun[bytes[end] as number] === 1) end++;
  return end > from && (end === bytes.length || endsPiece[bytes[end] as number] === 1);
}

/** Where the last word before a break ends: before a sign of continuation, or a closing quote and what joins it to the next. */
function endBefore(bytes: Uint8Array, at: number): number {
  let end = at;
  if (bytes[at] === 0x0a && bytes[end - 1] === 0x0d) end--;
  if (bytes[end - 1] === 0x3d || bytes[end - 1] === 0x5c) return end - 1;
  let quote = end - 1;
  for (let spaces = 0; spaces < 4 && isSpace(bytes[quote]); spaces++) quote--;
  if (bytes[quote] === 0x2b || bytes[quote] === 0x2e) {
    quote--;
    for (let spaces = 0; spaces < 4 && isSpace(bytes[quote]); spaces++) quote--;
  }
  return bytes[quote] === 0x22 || bytes[quote] === 0x27 ? quote : end;
}

const kindOf = (byte: number | undefined): number => (byte === undefined ? 0 : (byteClass[byte] as number));
const isSpace = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;
const isIndent = (byte: number | undefined): boolean => isSpace(byte) || byte === 0x3e || byte === 0x7c;
const isQuote = (byte: number | undefined): boolean => byte === 0x22 || byte === 0x27 || byte === 0x60;
