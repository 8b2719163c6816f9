/** What every recogniser is handed: the paste as it was and as it reads, and the pieces between blanks and quotes. */
import { plainText } from '../../redaction/plain-text.ts';
import type { View } from '../scan/view.ts';
import type { Range } from '../types.ts';

export interface Source {
  readonly input: string;
  /** Colours, entities and escapes seen through. */
  readonly view: View;
  /** Moment to compare token times with, in milliseconds. */
  readonly now: number;
}

/** Of one kind no more than this is kept; a log may hold thousands. */
export const keptPerKind = 50;

/** Up to this length the text is a paste that somebody looked at, and lines torn by a terminal are put together. */
export const pasteLimit = 20_000;

export function rangeOf({ view }: Source, start: number, end: number): Range {
  const from = view.origin(start);
  return { start: from, end: Math.max(from, view.origin(end)) };
}

/** Safe to show on one line. */
export function shown(text: string, maxLength = 200): string {
  return plainText(text, { maxLength }).trim();
}

/** Bounded: a run of ten million characters would exhaust the matcher's stack. What comes after is a piece of its own. */
const chunkPattern = /[^\s"'`<>|\\^{}()]{6,65536}/g;

/** Pieces between blanks, quotes and brackets, the longest first 64 kB of each. */
export function* chunksOf(text: string): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  for (const match of text.matchAll(chunkPattern)) {
    const start = match.index;
    yield { text: match[0], start, end: start + match[0].length };
  }
}

/** Lines with their places, each cut at 4,000 characters. */
export function* linesOf(text: string): Generator<{ readonly text: string; readonly start: number; readonly end: number }> {
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    yield { text: text.slice(start, Math.min(end, start + 4_000)), start, end };
    start = end + 1;
  }
}

/** A JSON object or array that is the whole paste; undefined for anything else. */
export function wholeJson(input: string): unknown {
  const first = /^[\s\ufeff]{0,64}[{[]/.test(input.slice(0, 128));
  if (!first) return undefined;
  try {
    return JSON.parse(input.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const longestDocument = 1_000_000;
const mostLines = 200;

/** Every JSON document of a paste: all of it, what lies between its first line that opens one and its last that closes one, or single lines. */
export function* jsonDocuments(input: string): Generator<unknown> {
  const whole = wholeJson(input);
  if (whole !== undefined) {
    yield whole;
    return;
  }
  if (input.length > longestDocument) return;
  const opens = input.search(/^[ \t]{0,20}[{[]/m);
  const closes = Math.max(input.lastIndexOf('}'), input.lastIndexOf(']'));
  if (opens === -1 || closes < opens) return;
  const between = wholeJson(input.slice(opens, closes + 1));
  if (between !== undefined) {
    yield between;
    return;
  }
  let looked = 0;
  for (const line of input.split('\n')) {
    const at = line.indexOf('{');
    if (at === -1 || looked >= mostLines) continue;
    looked += 1;
    const single = wholeJson(line.slice(at, line.lastIndexOf('}') + 1));
    if (single !== undefined) yield single;
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
