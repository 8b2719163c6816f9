/** Renames a variable of the environment where the code reads it. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { EnvRead } from '../../project/code/types.ts';
import { toEdits } from '../text-edits.ts';

/** Undefined where one of the readings has a shape in which the name cannot be exchanged alone. */
export function renameEnvReads(reads: readonly EnvRead[], from: string, to: string): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { name, at } of reads) {
    if (name !== from) continue;
    const text = at.file.text.slice(at.start, at.end);
    const offset = text.lastIndexOf(from);
    // A name taken out by destructuring is a local name, too.
    if (offset === -1 || !/^(?:process|import|globalThis|Bun)\b/.test(text)) return undefined;
    edits.push(...toEdits(at.file, [{ start: at.start + offset, end: at.start + offset + from.length, text: to }]));
  }
  return edits;
}
