/** The last rehearsal of a project, in the user's cache: for the bundle, and to see whether what failed then works now. Holds what may be shown, no more. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ActReport } from './events.ts';

export interface LastRun {
  /** ISO 8601. */
  readonly at: string;
  readonly command: string;
  readonly port: number;
  /** Redacted. */
  readonly acts: readonly ActReport[];
  /** What was seen to fail and not seen to work since. */
  readonly failing: readonly Failing[];
}

export interface Failing {
  readonly finding: string;
  readonly act: string;
  readonly at: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const VERSION = 1;
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_PROJECTS = 50;

/** A cache that cannot be written is lived with: then nothing is remembered. */
export function keepLastRun(root: string, env: Env, run: LastRun): void {
  const text = [run, withoutMessages(run)].map((one) => JSON.stringify({ version: VERSION, ...one })).find(fits);
  if (text === undefined) return;
  const folder = folderFor(env);
  const file = path.join(folder, nameOf(root));
  const written = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(written, text, { mode: 0o600, flag: 'wx' });
    renameSync(written, file);
    forgetOldest(folder);
  } catch {
    try {
      rmSync(written, { force: true });
    } catch {
      // There is no such folder.
    }
  }
}

export function lastRunOf(root: string, env: Env): LastRun | undefined {
  try {
    const file = path.join(folderFor(env), nameOf(root));
    if (statSync(file).size > MOST_BYTES) return undefined;
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<LastRun> & { readonly version?: unknown };
    const isOurs =
      value.version === VERSION &&
      [value.at, value.command].every((one) => typeof one === 'string') &&
      Number.isInteger(value.port) &&
      listOf(value.acts).every(isAct) &&
      listOf(value.failing).every((one) => hasTexts(one, ['finding', 'act', 'at']));
    if (!isOurs || !Array.isArray(value.acts) || !Array.isArray(value.failing)) return undefined;
    return {
      at: String(value.at),
      command: String(value.command),
      port: Number(value.port),
      acts: value.acts,
      failing: value.failing,
    };
  } catch {
    return undefined;
  }
}

const fits = (text: string): boolean => Buffer.byteLength(text) <= MOST_BYTES;

function withoutMessages(run: LastRun): LastRun {
  const acts = run.acts.map((act) => ({
    ...act,
    exchanges: act.exchanges.map(({ request: _request, response: _response, ...exchange }) => exchange),
  }));
  return { ...run, acts };
}

function folderFor(env: Env): string {
  const xdg = env['XDG_CACHE_HOME'];
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(env['HOME'] ?? homedir(), '.cache');
  return path.join(base, 'scalekit-fix', 'rehearsals');
}

/** The folder's name is nobody's business. */
const nameOf = (root: string): string => `${createHash('sha256').update(root).digest('hex').slice(0, 16)}.json`;

function forgetOldest(folder: string): void {
  const files = readdirSync(folder)
    .map((name) => path.join(folder, name))
    .map((file) => ({ file, at: statSync(file).mtimeMs }))
    .sort((a, b) => b.at - a.at);
  for (const { file } of files.slice(MOST_PROJECTS)) rmSync(file, { force: true });
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [undefined]);

function hasTexts(value: unknown, names: readonly string[]): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof (value as Record<string, unknown>)[name] === 'string')
  );
}

function isAct(value: unknown): boolean {
  if (!hasTexts(value, ['id', 'title', 'outcome', 'why'])) return false;
  return listOf((value as ActReport).exchanges).every((one) => hasTexts(one, ['id', 'from', 'to', 'method', 'target']));
}
