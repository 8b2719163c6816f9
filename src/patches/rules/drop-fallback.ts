/** Takes the literal behind `||` or `??` away: the variable in front of it stays, and gets the value where nothing sets it. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { Place } from '../../project/code/types.ts';
import type { EnvFile } from '../../project/env-file.ts';
import { unescaped } from '../../project/syntax/nodes.ts';
import { addEnvEntry } from '../env-edits.ts';
import { toEdits } from '../text-edits.ts';

/**
 * `place`: from the end of the variable to the end of the literal. `variable`: the one in front, where it is set. Undefined where it is not
 * set and no file can take the value. In TypeScript a variable that may be unset needs its `!`.
 */
export function dropFallback(
  { file, start, end }: Place,
  variable: string | undefined,
  name: string,
  envFile: EnvFile | undefined,
): Edit[] | undefined {
  const isTypeScript = /\.[cm]?tsx?$/.test(file.path);
  const dropping = toEdits(file, [{ start, end, text: isTypeScript ? '!' : '' }]);
  if (variable !== undefined) return dropping;
  const literal = file.text.slice(start, end).replace(/^\s*(?:\|\||\?\?)\s*/, '');
  if (!envFile || envFile.entries.some((entry) => entry.name === name)) return undefined;
  const added = addEnvEntry(envFile, name, unescaped(literal.slice(1, -1)));
  return added && [...toEdits(envFile.source, added), ...dropping];
}
