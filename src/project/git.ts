/** What git says of the project: branch, changed files, and whether a file is tracked, ignored or was ever committed. Changes nothing. */
import type { Project } from './files.ts';
import { type GitAnswer, hasGitAbove, runGit, withoutFilters } from './git-run.ts';

export type GitState =
  | { readonly kind: 'none' }
  /** There is a `.git`, but git cannot use it (or there is no git). `reason` is a whole sentence. */
  | { readonly kind: 'broken'; readonly reason: string }
  | {
      readonly kind: 'repository';
      /** Undefined on a detached head. */
      readonly branch: string | undefined;
      /** Tracked files with changes that are not committed, relative to the project folder. */
      readonly changed: readonly string[];
      /** Files that git neither tracks nor ignores. */
      readonly untracked: readonly string[];
    };

export interface GitFileState {
  /** In git's index now. */
  readonly tracked: boolean;
  readonly ignored: boolean;
  /** In a commit of any branch, now or earlier. */
  readonly everCommitted: boolean;
}

export async function gitState(project: Project): Promise<GitState> {
  if (!hasGitAbove(project.root)) return { kind: 'none' };
  const call = callIn(project);
  const filters = await withoutFilters(call);
  if (filters === undefined) return { kind: 'broken', reason: await reasonOfFailure(project) };
  const answer = await runGit({
    ...call,
    args: [...filters, 'status', '--porcelain=v1', '-z', '--branch', '--untracked-files=all', '--ignore-submodules=all', '.'],
  });
  if (answer.kind === 'failed') return { kind: 'broken', reason: answer.reason };
  if (answer.exitCode !== 0) return { kind: 'broken', reason: reasonOf(answer) };
  const prefix = await pathFromTop(project);
  return { kind: 'repository', ...readStatus(answer.stdout, prefix) };
}

/** `file` is relative to the project folder. Undefined where git cannot tell. */
export async function gitFileState(project: Project, file: string): Promise<GitFileState | undefined> {
  if (!hasGitAbove(project.root)) return undefined;
  const call = callIn(project);
  const [index, ignore, history] = await Promise.all([
    runGit({ ...call, args: ['ls-files', '-z', '--cached', '--', file] }),
    runGit({ ...call, literal: false, args: ['check-ignore', '--quiet', '--no-index', '--', `./${file}`] }),
    runGit({ ...call, args: ['log', '--all', '--max-count=1', '--format=%H', '--', file] }),
  ]);
  if (index.kind === 'failed' || index.exitCode !== 0 || ignore.kind === 'failed' || ignore.exitCode > 1) return undefined;
  return {
    tracked: index.stdout !== '',
    ignored: ignore.exitCode === 0,
    everCommitted: history.kind === 'answer' && history.exitCode === 0 && history.stdout.trim() !== '',
  };
}

/** Which of these files are tracked and have changes that are not committed. None where git cannot tell. */
export async function changedFiles(project: Project, files: readonly string[]): Promise<readonly string[]> {
  if (files.length === 0 || !hasGitAbove(project.root)) return [];
  const call = callIn(project);
  const filters = await withoutFilters(call);
  if (filters === undefined) return [];
  const status = ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--ignore-submodules=all', '--no-renames'];
  const answer = await runGit({ ...call, args: [...filters, ...status, '--', ...files] });
  if (answer.kind === 'failed' || answer.exitCode !== 0) return [];
  return readStatus(answer.stdout, await pathFromTop(project)).changed;
}

function callIn(project: Project) {
  return { folder: project.root, env: project.io.env, ...(project.io.signal ? { signal: project.io.signal } : {}) };
}

/** Paths of `git status` count from the top of the repository, also when asked in a folder below it. */
async function pathFromTop(project: Project): Promise<string> {
  const answer = await runGit({ ...callIn(project), args: ['rev-parse', '--show-prefix'] });
  return answer.kind === 'answer' && answer.exitCode === 0 ? answer.stdout.replace(/\r?\n$/, '') : '';
}

async function reasonOfFailure(project: Project): Promise<string> {
  const answer = await runGit({ ...callIn(project), args: ['rev-parse', '--is-inside-work-tree'] });
  return answer.kind === 'failed' ? answer.reason : reasonOf(answer);
}

function reasonOf(answer: Extract<GitAnswer, { readonly kind: 'answer' }>): string {
  if (/dubious ownership/.test(answer.stderr)) return 'git does not trust this folder: it belongs to another user.';
  if (/not a git repository|invalid gitfile/i.test(answer.stderr)) return 'The .git here is not a repository that git can read.';
  return 'git could not read this repository.';
}

function readStatus(output: string, prefix: string) {
  const fields = output.split('\0');
  const changed: string[] = [];
  const untracked: string[] = [];
  let branch: string | undefined;
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? '';
    const state = field.slice(0, 2);
    const file = field.slice(3);
    if (state === '##') branch = branchIn(file);
    else if (state === '??') untracked.push(withoutPrefix(file, prefix));
    else if (field !== '') {
      changed.push(withoutPrefix(file, prefix));
      // A rename is followed by the name it had.
      if (state.startsWith('R') || state.startsWith('C')) index++;
    }
  }
  return { branch, changed, untracked };
}

function branchIn(line: string): string | undefined {
  if (line.startsWith('HEAD (no branch)')) return undefined;
  return line.replace(/^(No commits yet on|Initial commit on) /, '').split('...')[0];
}

function withoutPrefix(file: string, prefix: string): string {
  return prefix !== '' && file.startsWith(prefix) ? file.slice(prefix.length) : file;
}
