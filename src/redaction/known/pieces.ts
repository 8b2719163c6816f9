/** A known value that is broken over lines with something else between them, like the prefix that a log puts before every line. Pure. */
import { endOf, startOf, type View } from './view.ts';

export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** So far behind a line's end the rest of a value is looked for. */
const FURTHEST = 120;
const MOST_PIECES = 8;

/** The pieces that make up all of `needle`, or none. Offsets are those of the view. */
export function wholePieces(view: View, start: number, needle: Uint8Array, matched: number): Piece[] {
  const pieces: Piece[] = [{ start, end: start + matched }];
  let found = matched;
  while (found < needle.length) {
    const last = pieces.at(-1);
    if (last === undefined || pieces.length >= MOST_PIECES) return [];
    const next = continuation(view, last.end, needle, found);
    if (next === undefined) return [];
    pieces.push(next);
    found += next.end - next.start;
  }
  return pieces;
}

function continuation(view: View, from: number, needle: Uint8Array, found: number): Piece | undefined {
  const { bytes, length } = view;
  if (from >= length) return undefined;
  // Only where the text was interrupted: next to each other, it is another text.
  if (startOf(view, from) === endOf(view, from)) return undefined;
  const rest = needle.length - found;
  const least = Math.min(rest, 4);
  const most = Math.min(length - least, from + FURTHEST);
  for (let at = from; at <= most; at++) {
    let same = 0;
    while (same < rest && bytes[at + same] === needle[found + same]) same++;
    if (same >= least && (same === rest || same >= 6)) return { start: at, end: at + same };
  }
  return undefined;
}
