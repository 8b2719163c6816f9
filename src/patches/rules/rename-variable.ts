/** Gives a variable of the environment another name wherever the code names it: read, handed to a helper, described by a schema. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { CodeModule } from '../../project/code/types.ts';
import { toEdits } from '../text-edits.ts';

/**
 * A word that is renamed everywhere stays the same thing everywhere.
 * @param files every file that names it.
 * @returns undefined where not all of them can follow: one is no code that is read, is for the browser, or has the new name already.
 */
export function renameVariable(
  from: string,
  to: string,
  files: readonly string[],
  modules: readonly CodeModule[],
): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const path of files) {
    if (/\.(?:md|mdx|txt)$/i.test(path)) continue;
    const module = modules.find(({ file }) => file.path === path);
    if (!module) return undefined;
    const { text } = module.file;
    if (word(to).test(text) || /^\s*['"]use client['"]/m.test(text)) return undefined;
    const places = [...text.matchAll(word(from))].map(({ index }) => ({ start: index, end: index + from.length, text: to }));
    edits.push(...toEdits(module.file, places));
  }
  return edits;
}

function word(name: string): RegExp {
  return new RegExp(`(?<![\\w$])${name.replace(/\W/g, '\\$&')}(?![\\w$])`, 'g');
}
