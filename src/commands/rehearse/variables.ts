/** The variables that an app takes its settings from, and which of them hold what is Scalekit's. */
import type { FactSheet } from '../../diagnosis/fact-sheet.ts';
import { envFiles } from '../../probes/env-files.ts';
import { roleOf } from '../../probes/setting-roles.ts';
import { settings } from '../../probes/settings.ts';
import { variableReads } from '../../probes/variable-reads.ts';
import type { StageFacts, VariableUse } from '../../rehearsal/stage/facts.ts';
import { factValue } from '../report.ts';

/** Those of the folder that is started count before those of its parents, and these before other packages' own. */
export function valuesOf(sheet: FactSheet, folder: string): Map<string, string> {
  const values = new Map<string, string>();
  const distance = (own: string): number => (own === folder ? 0 : own === '' || folder.startsWith(`${own}/`) ? 1 : 2);
  const files = [...(factValue(envFiles, sheet)?.files ?? [])].sort((a, b) => distance(a.folder) - distance(b.folder));
  // The strongest first: what is there already counts.
  for (const { entries, role } of files) {
    if (role === 'template') continue;
    const own = new Map(entries.map(({ name, value }) => [name, value]));
    for (const [name, value] of own) if (!values.has(name)) values.set(name, value);
  }
  return values;
}

export function namesReadIn(texts: ReadonlyMap<string, string>): string[] {
  const expression =
    /(?:process\.env\.|process\.env\[['"]|import\.meta\.env\.|os\.environ(?:\.get)?[[(]\s*['"]|os\.getenv\(\s*['"]|os\.Getenv\(\s*"|System\.getenv\(\s*")([A-Z][A-Z0-9_]+)/g;
  return [...texts.values()].flatMap((text) => [...text.matchAll(expression)].flatMap(([, name]) => name ?? []));
}

export function variablesOf(
  sheet: FactSheet,
  fileValues: ReadonlyMap<string, string>,
  reads: readonly string[],
): StageFacts['variables'] {
  const found = new Map<string, VariableUse>();
  for (const { role, variable } of factValue(variableReads, sheet)?.reads ?? [])
    if (variable !== undefined) found.set(variable, role);
  for (const { role, variable, from } of factValue(settings, sheet)?.all ?? [])
    if (from === 'file' || from === 'environment') if (!found.has(variable)) found.set(variable, role);
  for (const name of [...reads, ...fileValues.keys()]) {
    if (found.has(name)) continue;
    // pydantic’s nested settings: SCALEKIT__CLIENT_ID.
    const guess = guessOf(name.replaceAll('__', '_'));
    const use = guess.kind === 'none' ? idUse(name, fileValues.get(name)) : guess.role;
    if (use !== undefined) found.set(name, use);
  }
  return [...found].map(([name, use]) => ({ name, use }));
}

/** Frameworks of settings put the app's own name in front: BILLING_SCALEKIT_CLIENT_ID, SHOP_REDIRECT_URI. */
function guessOf(name: string): ReturnType<typeof roleOf> {
  const guess = roleOf(name);
  if (guess.kind !== 'none' || /LOGOUT|GOOGLE|GITHUB|GITLAB|MICROSOFT|AZURE|SLACK|STRIPE|APPLE|FACEBOOK/i.test(name))
    return guess;
  const at = name.indexOf('SCALEKIT_');
  const [, rest = ''] = /^[A-Z0-9]+_(.+)$/.exec(name) ?? [];
  const bare = roleOf(at > 0 ? name.slice(at) : rest);
  return bare.kind === 'named' && (at > 0 || bare.role === 'redirect-uri') ? bare : guess;
}

/** By the prefix of what Scalekit hands out. */
export function kindOfId(value: string): VariableUse | undefined {
  if (value.startsWith('whsec_')) return 'webhook-secret';
  const prefix = /^([a-z]+)_\d+$/.exec(value)?.[1];
  return prefix === undefined ? undefined : uses.get(prefix);
}

const uses: ReadonlyMap<string, VariableUse> = new Map([
  ['skc', 'client-id'],
  ['org', 'organization-id'],
  ['conn', 'connection-id'],
  ['dir', 'directory-id'],
]);

/** Ids of Scalekit's by the variable's name or the value's prefix. */
function idUse(name: string, value: string | undefined): VariableUse | undefined {
  const use = value === undefined ? undefined : kindOfId(value);
  if (use !== undefined) return use;
  if (value !== undefined && /^https:\/\/[\w.-]+\.scalekit\.(?:com|dev|cloud)\/?$/.test(value)) return 'environment-url';
  if (!/SCALEKIT/i.test(name)) return undefined;
  if (/ORG(?:ANI[SZ]ATION)?_?ID$|_ORG$/i.test(name)) return 'organization-id';
  if (/CONN(?:ECTION)?_?ID$/i.test(name)) return 'connection-id';
  if (/DIR(?:ECTORY)?_?ID$/i.test(name)) return 'directory-id';
  return undefined;
}
