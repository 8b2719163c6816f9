/** What a value in code comes to with the settings in force: the text that leaves the app, or why that cannot be told. Pure. */
import type { Value } from '../project/code/types.ts';
import { type EnvFiles, type Setting as FoundSetting, settingsOf } from '../project/env-files.ts';

export type ResolvedText =
  | { readonly kind: 'text'; readonly text: string; readonly unset: readonly string[] }
  | { readonly kind: 'undefined'; readonly unset: readonly string[] }
  | { readonly kind: 'not-known'; readonly why: string };

/** The strongest setting of a variable, from the env files (where they could be read) and the process's environment. */
export function lookUpIn(env: EnvFiles | undefined, environment: Readonly<Record<string, string | undefined>>) {
  return (name: string): FoundSetting | undefined => settingsOf(env ?? { files: [], unreadable: [] }, name, environment)[0];
}

/** @param lookUp the strongest setting of a variable. */
export function resolveText(value: Value, lookUp: (name: string) => FoundSetting | undefined): ResolvedText {
  switch (value.kind) {
    case 'string':
      return { kind: 'text', text: value.text, unset: [] };
    case 'undefined':
      return { kind: 'undefined', unset: [] };
    case 'env': {
      const set = lookUp(value.name);
      if (set && (set.value !== '' || value.fallback === undefined)) return { kind: 'text', text: set.value, unset: [] };
      if (value.fallback) return resolveText(value.fallback, lookUp);
      return { kind: 'undefined', unset: [value.name] };
    }
    case 'concat': {
      const parts = value.parts.map((part) => resolveText(part, lookUp));
      const hidden = parts.find((part) => part.kind === 'not-known');
      if (hidden) return hidden;
      const known = parts.filter((part) => part.kind !== 'not-known');
      const [base, path] = known.map((part) => (part.kind === 'text' ? part.text : ''));
      if (value.isUrl && known.length === 2 && URL.canParse(path ?? '', base))
        return { kind: 'text', text: new URL(path ?? '', base).href, unset: known.flatMap((part) => part.unset) };
      return {
        kind: 'text',
        // What JavaScript makes of an undefined variable inside a template.
        text: known.map((part) => (part.kind === 'text' ? part.text : 'undefined')).join(''),
        unset: known.flatMap((part) => part.unset),
      };
    }
    case 'unknown':
      return { kind: 'not-known', why: value.why };
    default:
      return { kind: 'not-known', why: 'it is not a text' };
  }
}
