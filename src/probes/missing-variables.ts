/** Variables that the code reads for Scalekit and nothing sets, each with the name that was probably meant. Derived. */
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { editDistance } from '../scalekit/look-alike.ts';
import { code } from './code.ts';
import { envFiles } from './env-files.ts';
import type { SettingRole } from './setting-roles.ts';
import { type Setting, settings } from './settings.ts';
import { probe } from './tools.ts';
import { type VariableRead, variableReads } from './variable-reads.ts';

export interface MissingVariable {
  readonly read: VariableRead & { readonly variable: string };
  /** Set under another name that nothing reads: same purpose, or nearly the same spelling. */
  readonly setAs: Setting | undefined;
}

export interface MissingVariables {
  readonly missing: readonly MissingVariable[];
  /** Files that hold settings; where there are none, the platform may set them. */
  readonly files: readonly string[];
  /** Of files beside these that would hold settings: why they could not be read. */
  readonly unreadable: readonly string[];
  /** A template waits to be copied, or the code loads an env file: then one belongs here. */
  readonly expectsFile: boolean;
}

const needed: readonly SettingRole[] = ['environment-url', 'client-id', 'client-secret'];

export const missingVariables = probe({
  id: 'missing-variables',
  title: 'Variables that the code reads',
  reach: 'derived',
  needs: { reads: variableReads, settings, envFiles },
  wants: { code },
  observe: ({ reads: { reads }, settings, envFiles, code }, { given }): Outcome<MissingVariables> => {
    const named = reads
      .filter(isNamed)
      .filter((read) => needed.includes(read.role) && read.reachesSdk && read.literal === undefined);
    if (named.length === 0) return skipped('The code reads no variable for Scalekit that could be followed.');
    const set = new Set([
      ...settings.all.filter((setting) => setting.fileRole !== 'other').map(({ variable }) => variable),
      ...Object.keys(given.env),
    ]);
    const readNames = new Set(reads.flatMap(({ variable }) => variable ?? []));
    const missing = firstOfEach(named.filter(({ variable }) => !set.has(variable))).map((read) => ({
      read,
      setAs: settings.all.find(
        (setting) => setting.from === 'file' && !readNames.has(setting.variable) && meansTheSame(setting, read),
      ),
    }));
    const files = envFiles.files.filter(({ role }) => role === 'given' || role === 'loaded').map(({ path }) => path);
    const unreadable = envFiles.unreadable
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .map(({ reason }) => reason);
    const evidence = missing.map(({ read, setAs }) => ({
      label: `${read.variable}, read by the code`,
      expected: 'set',
      actual: setAs ? `not set; ${setAs.variable} is` : 'not set',
      location: read.location,
    }));
    const expectsFile =
      envFiles.files.some(({ role }) => role === 'template') ||
      [...(code?.envLoads.values() ?? [])].some((loads) => loads.length > 0);
    const value = { missing, files, unreadable, expectsFile };
    return missing.length > 0 ? fault(value, ...evidence) : ok(value);
  },
});

function isNamed(read: VariableRead): read is VariableRead & { readonly variable: string } {
  return read.variable !== undefined;
}

function firstOfEach<R extends { readonly variable: string }>(reads: readonly R[]): R[] {
  return reads.filter((read, index) => reads.findIndex(({ variable }) => variable === read.variable) === index);
}

function meansTheSame(setting: Setting, read: VariableRead & { readonly variable: string }): boolean {
  return setting.role === read.role || editDistance(setting.variable.toUpperCase(), read.variable.toUpperCase()) <= 2;
}
