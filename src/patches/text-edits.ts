/** Edits in the offsets of a text, and their way into byte ranges. Pure. */
import type { Edit } from '../diagnosis/remedy.ts';
import type { SourceFile } from '../project/source-file.ts';

/** Replaces `start`..`end` (end excluded), in UTF-16 units. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function toEdits(source: SourceFile, edits: readonly TextEdit[]): Edit[] {
  return edits.map(({ start, end, text }) => ({
    file: source.path,
    hash: source.hash,
    start: source.byteOffset(start),
    end: source.byteOffset(end),
    text,
  }));
}

/** A file that does not exist yet. */
export function newFileEdit(file: string, text: string): Edit {
  return { file, hash: '', start: 0, end: 0, text };
}

/** Edits must not overlap; what is inserted at one place keeps its order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
