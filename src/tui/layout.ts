/** From the lines of a screen to the rows of a terminal: wrapped to its width, and the part of them that fits. Pure. */
import { plainText } from '../redaction/plain-text.ts';
import type { Line, Tone } from '../wizard/views/line.ts';

export interface Row {
  readonly text: string;
  readonly tone: Tone;
}

export interface Window {
  readonly rows: readonly Row[];
  readonly above: number;
  readonly below: number;
}

interface WrappedRow extends Row {
  readonly selected: boolean;
}

export function windowOf(lines: readonly Line[], width: number, height: number, scroll: number): Window {
  const all = lines.flatMap((item) => wrapped(item, width));
  const most = Math.max(0, all.length - height);
  const start = Math.min(most, startFor(all, height, scroll));
  const shown = all.slice(start, start + height).map(({ text, tone }): Row => ({ text, tone }));
  // Always the same height: a frame that shrinks leaves rows of the one before it behind.
  const rows = [...shown, ...Array.from({ length: height - shown.length }, (): Row => ({ text: '', tone: 'plain' }))];
  return { rows, above: start, below: Math.max(0, all.length - start - height) };
}

/** The row under the cursor stays in sight; scrolling counts from there. */
function startFor(all: readonly WrappedRow[], height: number, scroll: number): number {
  const at = all.findIndex(({ selected }) => selected);
  if (at === -1) return scroll;
  const needed = Math.max(0, at - Math.max(0, Math.floor(height / 2) - 1));
  return at < height - 2 ? scroll : needed + scroll;
}

/** Breaks at spaces where it can; what has none is cut hard. */
function wrapped(item: Line, width: number): WrappedRow[] {
  const text = plainText(item.text, { maxLength: 4_000 });
  const { tone } = item;
  const selected = item.selected ?? false;
  if (columns(text) <= width) return [{ text, tone, selected }];
  if (item.cut) return [{ text: `${cutTo(text, width - 1)}…`, tone, selected }];
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
    const wide = isWide(character) ? 2 : 1;
    if (used + wide > room) break;
    used += wide;
    end += character.length;
  }
  // Always a step forward, however narrow the window.
  return end === 0 ? ([...text][0] ?? '') : text.slice(0, end);
}

function columns(text: string): number {
  let count = 0;
  for (const character of text) count += isWide(character) ? 2 : 1;
  return count;
}

/** East Asian wide characters and pictures take two columns. */
function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return (
    code >= 0x1100 &&
    (code <= 0x115f ||
      (code >= 0x2e80 && code <= 0xa4cf) ||
      (code >= 0xac00 && code <= 0xd7a3) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xfe30 && code <= 0xfe6f) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0x1f300 && code <= 0x1faff) ||
      (code >= 0x20000 && code <= 0x3fffd))
  );
}
