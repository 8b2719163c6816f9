/** One line of a screen as rows of a given width, in columns of a terminal. Pure. */
import { plainText } from '../redaction/plain-text.ts';
import type { Line, Tone } from '../wizard/views/line.ts';

export interface WrappedRow {
  readonly text: string;
  readonly tone: Tone;
  /** The row under the cursor. */
  readonly selected: boolean;
}

/** More of one line is on no screen. */
const MOST = 4_000;

interface Known {
  readonly width: number;
  readonly rows: readonly WrappedRow[];
}
const known = new WeakMap<Line, Known>();

/** Breaks at spaces where it can; what has none is cut hard. Lines that stay are wrapped once: scrolling wraps nothing anew. */
export function wrapped(item: Line, width: number): readonly WrappedRow[] {
  const before = known.get(item);
  if (before?.width === width) return before.rows;
  const rows = wrap(item, width);
  known.set(item, { width, rows });
  return rows;
}

function wrap(item: Line, width: number): WrappedRow[] {
  const text = plainText(item.text, { maxLength: MOST });
  const { tone } = item;
  const selected = item.selected ?? false;
  if (columns(text) <= width) return [{ text, tone, selected }];
  if (item.verbatim) return verbatimRows(text, width).map((row) => ({ text: row, tone, selected }));
  const rows: WrappedRow[] = [];
  const lead = ' '.repeat(Math.min(item.indent, Math.floor(width / 2)));
  let rest = text;
  for (let first = true; rest !== ''; first = false) {
    const room = first ? width : width - lead.length;
    const piece = breakAt(rest, room);
    rows.push({ text: first ? piece : lead + piece, tone, selected: selected && first });
    rest = rest.slice(piece.length).replace(/^ +/, '');
  }
  return rows;
}

/** Stands where the sign of the first row stands, so that no further row reads as a line of its own. */
const CONTINUED = '… ';

/** Drops nothing: the spaces at a break end their row. */
function verbatimRows(text: string, width: number): string[] {
  const lead = CONTINUED.slice(0, Math.floor(width / 2));
  const rows: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const room = rows.length === 0 ? width : width - lead.length;
    const piece = columns(rest) <= room ? rest : untilBreak(cutTo(rest, room));
    rows.push(rows.length === 0 ? piece : lead + piece);
    rest = rest.slice(piece.length);
  }
  return rows;
}

/** A word of code stays whole where that costs at most a third of the row. */
function untilBreak(row: string): string {
  const at = Math.max(row.lastIndexOf(' '), row.lastIndexOf(','));
  return at >= (row.length * 2) / 3 ? row.slice(0, at + 1) : row;
}

function breakAt(text: string, room: number): string {
  if (columns(text) <= room) return text;
  const cut = cutTo(text, room);
  const space = cut.lastIndexOf(' ');
  // A break early in the line would leave it nearly empty: a long URL is rather cut.
  return space > cut.length / 3 && cut.slice(0, space).trim() !== '' ? cut.slice(0, space) : cut;
}

function cutTo(text: string, room: number): string {
  let used = 0;
  let end = 0;
  for (const character of text) {
    const wide = widthOf(character);
    if (used + wide > room) break;
    used += wide;
    end += character.length;
  }
  // Always a step forward, however narrow the window.
  return end === 0 ? ([...text][0] ?? '') : text.slice(0, end);
}

const ascii = /^[ -~]*$/;

function columns(text: string): number {
  if (ascii.test(text)) return text.length;
  let count = 0;
  for (const character of text) count += widthOf(character);
  return count;
}

/** East Asian wide characters and pictures take two columns, marks that join the one before them none. */
function widthOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/^[\p{Mn}\p{Me}]$/u.test(character)) return 0;
  const isWide =
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x1f300 && code <= 0x1faff) ||
      (code >= 0x20000 && code <= 0x3fffd));
  return isWide ? 2 : 1;
}
