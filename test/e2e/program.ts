/** The built program as the end-to-end tests start it: on each Node.js, with an environment that holds nothing of this machine's user. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { nodeVersions } from '../../scripts/node-versions.mjs';

export const NODES = nodeVersions();
export const PROGRAM = resolve(import.meta.dirname, '../../bin/scalekit-fix.js');

/** Compiled code is kept from one run to the next, as with a user: a tenth of the time of all these runs. Tests of a first start name a cache of their own. */
export const COMPILED = resolve(import.meta.dirname, '../../.cache/compiled');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly node?: string;
  /** Another copy of the program than the one in this checkout. */
  readonly program?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What standard input holds; without it, it is empty and closed. */
  readonly input?: string | Uint8Array | undefined;
  /** Number of the user who runs it; only root can choose. */
  readonly user?: number;
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'scalekit-fix-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
  const home = temporaryFolder();
  return { PATH: process.env['PATH'] ?? '', HOME: home, XDG_CACHE_HOME: COMPILED, LANG: 'C.UTF-8', ...extra };
}

export function start(
  args: readonly string[],
  options: RunOptions & { readonly stdio?: SpawnOptions['stdio'] } = {},
): ChildProcess {
  const child = spawn(options.node ?? process.execPath, [options.program ?? PROGRAM, ...args], {
    cwd: options.cwd ?? temporaryFolder(),
    env: cleanEnvironment(options.env),
    stdio: options.stdio ?? 'pipe',
    ...(options.user === undefined ? {} : { uid: options.user, gid: options.user }),
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** Runs it without a terminal, to its end. */
export function run(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = start(args, options);
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input ?? '');
  return ended(child);
}

export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => (stdout += part));
  child.stderr?.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  return new Promise((resolveEnded, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolveEnded({ code, stdout, stderr }));
  });
}

/** In the place of `it` or `describe` where this machine cannot show it: not a test, so that none counts as skipped. */
export function leftOut(_name: string, _body: () => unknown): void {}

/** Root can let another user run it, where that one may reach the program, Node.js and the folders of the tests. */
export function canRunAsNobody(): boolean {
  if (process.geteuid?.() !== 0) return false;
  const isOpen = (file: string): boolean => {
    const rest = dirname(file);
    return (statSync(file).mode & 0o001) !== 0 && (rest === file || isOpen(rest));
  };
  return [dirname(PROGRAM), resolve(dirname(PROGRAM), '../dist'), process.execPath, tmpdir()].every((file) =>
    isOpen(realpathSync(file)),
  );
}

/** What no user must ever see. */
export const STACK_TRACE = /^\s+at .+[:(]|\bnode:internal\b|\.js:\d+:\d+|UnhandledPromise|Node\.js v\d+/m;
