/** A last look at a patched script: code that could be parsed before must still be. No rule is trusted with that alone. */
import { grammarOf, isScript } from '../project/syntax/language.ts';
import { parse } from '../project/syntax/parser.ts';

/** Larger files are not worth the wait; nobody signs users in there. */
const MOST_BYTES = 1_000_000;

export async function stillParses(file: string, before: Buffer, after: Buffer): Promise<boolean> {
  const grammar = isScript(file) ? grammarOf(file) : undefined;
  if (!grammar || after.byteLength > MOST_BYTES) return true;
  try {
    // What was broken before, or is newer than the grammar, says nothing about the patch.
    if (!(await hasError(grammar, after))) return true;
    return await hasError(grammar, before);
  } catch (error) {
    // Nested too deeply to be walked.
    if (error instanceof RangeError) return true;
    throw error;
  }
}

async function hasError(grammar: NonNullable<ReturnType<typeof grammarOf>>, bytes: Buffer): Promise<boolean> {
  const tree = await parse(grammar, bytes.toString('utf8').replace(/^\uFEFF/, ''));
  try {
    return tree.rootNode.hasError;
  } finally {
    tree.delete();
  }
}
