/**
 * The settings with which the app talks to Scalekit, each with the place it comes from. Where the code reads a variable that nothing
 * sets, the value that was surely meant stands in, so that probing goes on; the fault itself is for causes to name.
 */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { EnvEntry } from '../project/env-file.ts';
import type { EnvFiles, EnvRole } from '../project/env-files.ts';
import { envFiles } from './env-files.ts';
import { environmentOriginOf, isSecretOf } from './roles-by-value.ts';
import { canonicalNames, roleOf, type SettingRole } from './setting-roles.ts';
import { type ProbeTools, probe } from './tools.ts';
import { type ValueRoles, valueRoles } from './value-roles.ts';
import { type VariableRead, variableReads } from './variable-reads.ts';

export interface Setting {
  readonly role: SettingRole;
  /** The variable's name, `--environment-url`, or the expression in code. */
  readonly variable: string;
  /** As the app receives it. Of a client secret: never shown; wrap it in `Secret`. */
  readonly text: string;
  readonly from: 'flag' | 'file' | 'environment' | 'code';
  readonly fileRole?: EnvRole;
  readonly entry?: EnvEntry;
  readonly location?: Location;
  /** What it holds says what it is for, or the client id beside it; its name does not. */
  readonly isByValue?: true;
}

export interface Settings {
  readonly environmentUrl: Setting | undefined;
  readonly clientId: Setting | undefined;
  readonly clientSecret: Setting | undefined;
  readonly redirectUri: Setting | undefined;
  readonly webhookSecret: Setting | undefined;
  /** Every place that sets something of Scalekit's, strongest first; templates are left out. */
  readonly all: readonly Setting[];
}

export const settings = probe({
  id: 'settings',
  title: 'Scalekit settings in force',
  reach: 'derived',
  needs: { envFiles },
  wants: { reads: variableReads, byValue: valueRoles },
  observe: ({ envFiles: env, reads, byValue }, { given }): Outcome<Settings> => {
    const all = [...fromFlag(given.environmentUrl), ...allSettings(env, given.env, reads?.reads ?? [], byValue ?? new Map())];
    const pick = (role: SettingRole): Setting | undefined => inForce(all, role, reads?.reads ?? []);
    const value: Settings = {
      environmentUrl: pick('environment-url'),
      clientId: pick('client-id'),
      clientSecret: secretFor(pick('client-id'), pick('client-secret'), all),
      redirectUri: pick('redirect-uri'),
      webhookSecret: pick('webhook-secret'),
      all,
    };
    const found = [value.environmentUrl, value.clientId, value.clientSecret, value.redirectUri].filter(
      (setting) => setting !== undefined,
    );
    if (found.length === 0 && (reads?.reads.length ?? 0) === 0) return skipped('Nothing here sets or reads a Scalekit variable.');
    return ok(
      value,
      ...found.map((setting) => ({
        label: setting.variable,
        note: `from ${setting.from === 'file' ? setting.entry?.file : setting.from === 'flag' ? 'the command line' : setting.from === 'code' ? 'the code' : 'the environment'}`,
        ...(setting.location ? { location: setting.location } : {}),
      })),
    );
  },
});

function fromFlag(url: string | undefined): Setting[] {
  return url === undefined ? [] : [{ role: 'environment-url', variable: '--environment-url', text: url, from: 'flag' }];
}

/** Given files, then the process environment, then loaded files, then literals in code, then files that nothing loads by habit. */
function allSettings(
  env: EnvFiles,
  environment: ProbeTools['given']['env'],
  reads: readonly VariableRead[],
  byValue: ValueRoles,
): Setting[] {
  const roles = new Map(reads.flatMap((read) => (read.variable === undefined ? [] : [[read.variable, read.role] as const])));
  const roleFor = (name: string): SettingRole | undefined => {
    const guess = roleOf(name);
    return roles.get(name) ?? (guess.kind === 'none' ? byValue.get(name) : guess.role);
  };
  const isByValue = (name: string): boolean => roleOf(name).kind === 'none' && byValue.has(name);
  const ofFiles = (wanted: readonly EnvRole[]): Setting[] =>
    env.files
      .filter((file) => wanted.includes(file.role))
      .flatMap((file) =>
        [...file.entries].reverse().flatMap((entry) =>
          settingOf(roleFor(entry.name), {
            variable: entry.name,
            ...(isByValue(entry.name) ? { isByValue: true, text: textByValue(entry.value) } : { text: entry.value }),
            from: 'file',
            fileRole: file.role,
            entry,
            location: entry.location,
          }),
        ),
      );
  const ofProcess = Object.entries(environment).flatMap(([variable, text]) =>
    text === undefined || !(/SCALEKIT/i.test(variable) || roles.has(variable) || byValue.has(variable))
      ? []
      : settingOf(roleFor(variable), {
          variable,
          text,
          from: 'environment',
          ...(isByValue(variable) ? { isByValue: true } : {}),
        }),
  );
  const ofCode = reads.flatMap((read) =>
    read.literal === undefined
      ? []
      : settingOf(read.role, { variable: read.expression, text: read.literal, from: 'code', location: read.location }),
  );
  return [...ofFiles(['given']), ...ofProcess, ...ofFiles(['loaded']), ...ofCode, ...ofFiles(['other'])];
}

/** Of an issuer or a discovery document, the environment's own address. */
function textByValue(value: string): string {
  return environmentOriginOf(value) ?? value;
}

function settingOf(role: SettingRole | undefined, rest: Omit<Setting, 'role'>): Setting[] {
  return role === undefined ? [] : [{ role, ...rest }];
}

/** A secret that only its name beside a client id tells counts for that client alone. */
function secretFor(id: Setting | undefined, secret: Setting | undefined, all: readonly Setting[]): Setting | undefined {
  if (!secret?.isByValue || !id) return secret;
  return all.find(({ role, variable, isByValue }) => isByValue && role === 'client-secret' && isSecretOf(variable, id.variable));
}

/** What the code reads counts first, by the very name; then the canonical name; then whatever was meant for it. */
function inForce(all: readonly Setting[], role: SettingRole, reads: readonly VariableRead[]): Setting | undefined {
  const candidates = all.filter((setting) => setting.role === role);
  const flag = candidates.find((setting) => setting.from === 'flag');
  if (flag) return flag;
  const literal = reads.some((read) => read.role === role && read.variable === undefined && read.literal !== undefined);
  if (literal) return candidates.find((setting) => setting.from === 'code');
  const names = reads.flatMap((read) => (read.role === role && read.variable !== undefined ? [read.variable] : []));
  const strong = candidates.filter((setting) => setting.fileRole !== 'other');
  const byName = (name: string): Setting | undefined => strong.find((setting) => setting.variable === name);
  for (const name of [...names, canonicalNames[role]]) {
    const found = byName(name);
    if (found) return found;
  }
  return strong.find(({ isByValue }) => !isByValue) ?? strong[0] ?? candidates[0];
}
