/** From the lines of a screen to the rows of a terminal: the part of them that fits, and how far it can be scrolled. Pure. */
import type { Line, Tone } from '../wizard/views/line.ts';
import { type WrappedRow, wrapped } from './wrap.ts';

export interface Row {
  readonly text: string;
  readonly tone: Tone;
}

export interface Window {
  readonly rows: readonly Row[];
  readonly above: number;
  readonly below: number;
  /** The largest scroll that still changes something. */
  readonly most: number;
}

const emptyRow: Row = { text: '', tone: 'plain' };

export function windowOf(lines: readonly Line[], width: number, height: number, scroll: number): Window {
  const all = lines.flatMap((item) => wrapped(item, width));
  const last = Math.max(0, all.length - height);
  const base = Math.min(last, firstInSight(all, height));
  const start = Math.min(last, base + scroll);
  const shown = all.slice(start, start + height);
  // Always the same height: a frame that shrinks leaves rows of the one before it behind.
  const rows = [...shown, ...Array.from({ length: height - shown.length }, () => emptyRow)];
  return { rows, above: start, below: Math.max(0, all.length - start - height), most: last - base };
}

/** Unscrolled, the row under the cursor is in sight, with what belongs to it below. */
function firstInSight(all: readonly WrappedRow[], height: number): number {
  const at = all.findIndex(({ selected }) => selected);
  return at < height - 2 ? 0 : Math.max(0, at - Math.max(0, Math.floor(height / 2) - 1));
}
