/** Lets code read a secret from the environment; where no variable has it, it is put into an env file that git does not keep. Pure. */
import type { Edit } from '../../diagnosis/remedy.ts';
import type { Place } from '../../project/code/types.ts';
import type { EnvFile } from '../../project/env-file.ts';
import { unescaped } from '../../project/syntax/nodes.ts';
import { addEnvEntry } from '../env-edits.ts';
import { toEdits } from '../text-edits.ts';

/** `variable`: one that is set to this very value. Undefined where there is none, and no file to put it into, or the name has another value. */
export function moveToEnv(
  place: Place,
  variable: string | undefined,
  name: string,
  envFile: EnvFile | undefined,
): Edit[] | undefined {
  const { file, start, end } = place;
  const isTypeScript = /\.[cm]?tsx?$/.test(file.path);
  const reading = toEdits(file, [{ start, end, text: `process.env.${variable ?? name}${isTypeScript ? '!' : ''}` }]);
  if (variable !== undefined) return reading;
  if (!envFile || envFile.entries.some((entry) => entry.name === name)) return undefined;
  const added = addEnvEntry(envFile, name, unescaped(file.text.slice(start + 1, end - 1)));
  return added && [...toEdits(envFile.source, added), ...reading];
}
