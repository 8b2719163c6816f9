/**
 * Runs git so that nothing in a repository can make it run anything else: no hooks, no monitors, no filters, no prompts, a clean
 * environment, bounded time. What comes back is data; nothing here shows it.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';

export type GitAnswer =
  | { readonly kind: 'answer'; readonly stdout: string; readonly exitCode: number; readonly stderr: string }
  | { readonly kind: 'failed'; readonly reason: string };

export interface GitCall {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** False for commands that refuse `--literal-pathspecs`. */
  readonly literal?: boolean;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
}

const DEFAULT_TIMEOUT_MS = 4_000;

const harmless = [
  '--no-pager',
  '--no-optional-locks',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.untrackedCache=false',
  '-c',
  'core.quotePath=false',
  '-c',
  'safe.bareRepository=explicit',
  '-c',
  'protocol.allow=never',
  '-c',
  'log.showSignature=false',
];

/** What git needs of the environment; everything else, secrets above all, stays out of the child process. */
const passedOn = ['PATH', 'Path', 'HOME', 'USERPROFILE', 'SYSTEMROOT', 'SystemRoot', 'XDG_CONFIG_HOME', 'TMPDIR', 'TEMP', 'TMP'];

export async function runGit(call: GitCall): Promise<GitAnswer> {
  const { execa } = await import('execa');
  const env: Record<string, string> = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' };
  for (const name of passedOn) {
    const value = call.env[name];
    if (value !== undefined) env[name] = value;
  }
  const result = await execa('git', [...harmless, ...(call.literal === false ? [] : ['--literal-pathspecs']), ...call.args], {
    cwd: call.folder,
    env,
    extendEnv: false,
    stdin: 'ignore',
    reject: false,
    stripFinalNewline: false,
    timeout: call.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    forceKillAfterDelay: 500,
    maxBuffer: 64 * 1024 * 1024,
    ...(call.signal ? { cancelSignal: call.signal } : {}),
  });
  if (result.timedOut) return { kind: 'failed', reason: 'git gave no answer in time.' };
  if (result.isCanceled) return { kind: 'failed', reason: 'The run was ended.' };
  if (result.code === 'ENOENT') return { kind: 'failed', reason: 'git is not installed.' };
  if (result.isMaxBuffer || result.exitCode === undefined) return { kind: 'failed', reason: 'git could not be run.' };
  return { kind: 'answer', stdout: result.stdout, stderr: result.stderr, exitCode: result.exitCode };
}

/** Whether the folder or one above it carries a `.git`: asked before git is started at all. */
export function hasGitAbove(folder: string): boolean {
  for (let current = folder; ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return true;
    if (current === path.dirname(current)) return false;
  }
}

/**
 * `-c` options that switch off the content filters which the repository's own configuration names: `git status` would run them.
 * Filters of the user's own configuration (git-lfs) stay.
 */
export async function withoutFilters(call: Omit<GitCall, 'args'>): Promise<readonly string[] | undefined> {
  const answer = await runGit({
    ...call,
    args: ['config', '--local', '--includes', '--name-only', '-z', '--get-regexp', '^filter\\.'],
  });
  // Exit code 1 says that there are none.
  if (answer.kind === 'failed' || answer.exitCode > 1) return undefined;
  const names = new Set(
    answer.stdout
      .split('\0')
      .flatMap((key) => /^filter\.([\s\S]+)\.[^.]+$/.exec(key)?.[1] ?? [])
      // `-c` cannot name a filter with these characters; leaving it on would run it.
      .map((name) => (/[=\n]/.test(name) ? undefined : name)),
  );
  if (names.has(undefined)) return undefined;
  return [...names].flatMap((name) => [
    '-c',
    `filter.${name}.clean=`,
    '-c',
    `filter.${name}.process=`,
    '-c',
    `filter.${name}.smudge=`,
    '-c',
    `filter.${name}.required=false`,
  ]);
}
