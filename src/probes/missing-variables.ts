/** Variables that the code reads for Scalekit and nothing sets, each with the name that was probably meant. Derived. */

import { posix } from 'node:path';
import { fault, type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { CodeAnalysis } from '../project/code/types.ts';
import { type DeploymentMention, deploymentMentions } from '../project/deployment.ts';
import type { EnvFiles } from '../project/env-files.ts';
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
  /** What may set it, or do without it, that was not seen; a sentence. Then nothing is confirmed. */
  readonly doubt: string | undefined;
}

export interface MissingVariables {
  readonly missing: readonly MissingVariable[];
  /** The same of secrets that webhooks are verified with. */
  readonly ofWebhooks: readonly MissingVariable[];
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
  reach: 'files',
  needs: { reads: variableReads, settings, envFiles },
  wants: { code },
  observe: async ({ reads: { reads }, settings, envFiles, code }, { given, project }): Promise<Outcome<MissingVariables>> => {
    const named = reads
      .filter(isNamed)
      .filter((read) => (needed.includes(read.role) || read.role === 'webhook-secret') && isDemanded(read, code));
    if (named.length === 0) return skipped('The code reads no variable for Scalekit that could be followed.');
    const set = new Set([
      ...settings.all.filter((setting) => setting.fileRole !== 'other').map(({ variable }) => variable),
      ...envFiles.files
        .filter(({ role }) => role === 'given' || role === 'loaded')
        .flatMap(({ entries }) => entries.map(({ name }) => name)),
      ...Object.keys(given.env),
    ]);
    const readNames = new Set(reads.flatMap(({ variable }) => variable ?? []));
    const nowhere = named.filter(({ variable, instead }) => ![variable, ...instead.variables].some((name) => set.has(name)));
    const mentions = nowhere.length > 0 ? await deploymentMentions(project) : [];
    const all = firstOfEach(nowhere).map((read) => ({
      read,
      setAs: settings.all.find(
        (setting) => setting.from === 'file' && !readNames.has(setting.variable) && meansTheSame(setting, read),
      ),
      doubt: doubtOf(read, mentions, envFiles, code),
    }));
    const missing = all.filter(({ read }) => read.role !== 'webhook-secret');
    const ofWebhooks = all.filter(({ read }) => read.role === 'webhook-secret');
    const files = envFiles.files.filter(({ role }) => role === 'given' || role === 'loaded').map(({ path }) => path);
    const unreadable = envFiles.unreadable
      .filter(({ role }) => role === 'given' || role === 'loaded')
      .map(({ reason }) => reason);
    const evidence = all.map(({ read, setAs }) => ({
      label: `${read.variable}, read by the code`,
      expected: 'set',
      actual: setAs ? `not set; ${setAs.variable} is` : 'not set',
      location: read.location,
    }));
    const expectsFile =
      envFiles.files.some(({ role }) => role === 'template') ||
      [...(code?.envLoads.values() ?? [])].some((loads) => loads.length > 0);
    const value = { missing, ofWebhooks, files, unreadable, expectsFile };
    return all.length > 0 ? fault(value, ...evidence) : ok(value);
  },
});

/** It reaches the SDK, nothing stands in for it, and the module that reads it is one that runs. */
function isDemanded(read: VariableRead & { readonly variable: string }, code: CodeAnalysis | undefined): boolean {
  const { reachesSdk, isAlternative, instead, location, variable } = read;
  if (!reachesSdk || isAlternative || instead.last === 'text' || instead.last === 'unknown') return false;
  if (code?.envWrites.any || code?.envWrites.names.includes(variable)) return false;
  return !code?.reached || !code.modules.some(({ file }) => file.path === location.file) || code.reached.has(location.file);
}

function doubtOf(
  { variable, instead }: VariableRead & { readonly variable: string },
  mentions: readonly DeploymentMention[],
  { files }: EnvFiles,
  code: CodeAnalysis | undefined,
): string | undefined {
  const mention = mentions.find(({ name }) => name === variable);
  if (mention) return `${mention.location.file} names it, so it may be set where the app is deployed.`;
  const loaded = [...(code?.envLoads.values() ?? [])].flat().find(({ file }) => file !== undefined && !isOneOf(file, files));
  if (loaded) return `The code loads an env file that was not read (${loaded.at.location.file}).`;
  return instead.last === 'empty' ? 'The code goes on with an empty text.' : undefined;
}

function isOneOf(file: string, files: EnvFiles['files']): boolean {
  const name = posix.basename(file);
  return file !== 'other' && files.some(({ path }) => posix.basename(path) === name);
}

function isNamed(read: VariableRead): read is VariableRead & { readonly variable: string } {
  return read.variable !== undefined;
}

function firstOfEach<R extends { readonly variable: string }>(reads: readonly R[]): R[] {
  return reads.filter((read, index) => reads.findIndex(({ variable }) => variable === read.variable) === index);
}

function meansTheSame(setting: Setting, read: VariableRead & { readonly variable: string }): boolean {
  return setting.role === read.role || editDistance(setting.variable.toUpperCase(), read.variable.toUpperCase()) <= 2;
}
