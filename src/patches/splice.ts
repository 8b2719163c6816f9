/** Puts edits into bytes. Pure: the same bytes and edits give the same result, and bytes outside the edits stay. */
import { isUtf8 } from 'node:buffer';
import type { Edit } from '../diagnosis/remedy.ts';

export type Spliced = { readonly ok: true; readonly bytes: Buffer } | { readonly ok: false; readonly reason: string };

type Range = Pick<Edit, 'start' | 'end' | 'text'>;

export function splice(bytes: Buffer, edits: readonly Range[]): Spliced {
  const ordered = withoutRepeats(edits);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const edit of ordered) {
    const problem = problemOf(bytes, edit);
    if (problem) return { ok: false, reason: problem };
    if (edit.start < at) return { ok: false, reason: 'Two changes overlap.' };
    pieces.push(bytes.subarray(at, edit.start), Buffer.from(edit.text, 'utf8'));
    at = edit.end;
  }
  pieces.push(bytes.subarray(at));
  const result = Buffer.concat(pieces);
  return isUtf8(result) ? { ok: true, bytes: result } : { ok: false, reason: 'A change would leave broken characters.' };
}

/** By place; what is inserted at one place keeps its order; the same change wanted twice is made once. */
function withoutRepeats(edits: readonly Range[]): Range[] {
  const seen = new Set<string>();
  return edits
    .filter((edit) => {
      const key = JSON.stringify([edit.start, edit.end, edit.text]);
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function problemOf(bytes: Buffer, { start, end, text }: Range): string | undefined {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > bytes.length) {
    return 'A change lies outside the file.';
  }
  if (splitsCharacter(bytes, start) || splitsCharacter(bytes, end)) return 'A change begins or ends inside a character.';
  if (Buffer.from(text, 'utf8').toString('utf8') !== text) return 'The text of a change cannot be written as UTF-8.';
  if (text.includes('\0')) return 'The text of a change holds a zero byte.';
  return undefined;
}

function splitsCharacter(bytes: Buffer, at: number): boolean {
  const byte = bytes[at];
  return byte !== undefined && (byte & 0xc0) === 0x80;
}
