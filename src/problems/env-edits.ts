/** Edits of env files for remedies: none where the entry is in no file, or the file cannot be written faithfully. Pure. */
import type { Edit } from '../diagnosis/remedy.ts';
import { renameEnvVariable, setEnvValue } from '../patches/env-edits.ts';
import { toEdits } from '../patches/text-edits.ts';
import type { EnvFilesFact } from '../probes/env-files.ts';
import type { Setting } from '../probes/settings.ts';

export function editsToSet(env: EnvFilesFact | undefined, setting: Setting, value: string): Edit[] {
  const file = env?.files.find(({ path }) => path === setting.entry?.file);
  return file ? toEdits(file.source, setEnvValue(file, setting.variable, value) ?? []) : [];
}

export function editsToRename(env: EnvFilesFact | undefined, setting: Setting, name: string): Edit[] {
  const file = env?.files.find(({ path }) => path === setting.entry?.file);
  return file ? toEdits(file.source, renameEnvVariable(file, setting.variable, name) ?? []) : [];
}
