/** The redirect URIs of the code with the settings put in: what is sent at which step, and where it is written. Pure. */
import { posix } from 'node:path';
import type { RedirectUriArgument, Value } from '../project/code/types.ts';
import { type EnvFiles, type Setting as FoundSetting, settingsOf } from '../project/env-files.ts';
import type { RedirectUriUse, WrittenAt } from './redirect-uris.ts';
import { resolveText } from './resolved-text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export function redirectUrisInCode(
  sent: readonly RedirectUriArgument[],
  env: EnvFiles | undefined,
  environment: Environment,
): RedirectUriUse[] {
  return sent.map((argument) => useOf(argument, env ?? { files: [], unreadable: [] }, environment));
}

function useOf({ step, at, value }: RedirectUriArgument, env: EnvFiles, environment: Environment): RedirectUriUse {
  const folder = posix.dirname(at.file.path);
  const lookUp = (name: string): FoundSetting | undefined => settingsOf(env, name, environment, folder === '.' ? '' : folder)[0];
  const resolved = resolveText(value, lookUp);
  const written = writtenAt(value, lookUp);
  const base = {
    step,
    location: at.location,
    ...(value.kind === 'env' ? { variable: value.name } : {}),
    written: written.written,
    writtenLocation: written.location,
  };
  if (resolved.kind === 'not-known') return { ...base, uri: undefined, doubt: resolved.why, unset: [] };
  if (resolved.kind === 'undefined') {
    // A call without the argument, or one that is undefined on purpose, is not a redirect URI at all.
    const doubt = resolved.unset.length > 0 ? 'undefined' : 'no redirect URI is given';
    return { ...base, uri: undefined, doubt, unset: resolved.unset };
  }
  return { ...base, uri: resolved.text, unset: resolved.unset };
}

/** Where one edit changes it: the literal, or the env file's entry. */
function writtenAt(
  value: Value,
  lookUp: (name: string) => FoundSetting | undefined,
): { written: WrittenAt; location: RedirectUriUse['writtenLocation'] } {
  if (value.kind === 'string') return { written: { kind: 'literal', at: value.at }, location: value.at.location };
  if (value.kind === 'env') {
    const set = lookUp(value.name);
    if (set?.from === 'file')
      return { written: { kind: 'env-entry', entry: set.entry, file: set.file }, location: set.entry.location };
    if (!set && value.fallback?.kind === 'string')
      return { written: { kind: 'literal', at: value.fallback.at }, location: value.fallback.at.location };
    return { written: { kind: 'elsewhere', what: `the variable ${value.name}` }, location: value.at.location };
  }
  return { written: { kind: 'elsewhere', what: 'several places' }, location: value.at.location };
}
