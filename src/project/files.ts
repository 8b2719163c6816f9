/** The user's project folder, read-only: which files there are, what is in them, and which of them name something. */
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { hasGitAbove, runGit } from './git-run.ts';
import { readBytes, realPathInside } from './read-bytes.ts';
import { type Mention, scanFiles } from './scan.ts';
import { isSkippedPath } from './skipped-folders.ts';
import { type SourceFile, sourceFile, type Unreadable } from './source-file.ts';
import { nearest, walk } from './walk.ts';

export type { SourceFile, Unreadable } from './source-file.ts';

export interface ProjectIo {
  /** Environment of the program: handed to git in part, and the last word on settings. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Takes every value that must never be shown, as soon as it is read. */
  readonly learn: (value: string) => void;
  readonly signal?: AbortSignal;
}

export interface Listing {
  /** Relative with `/`, sorted; what git ignores and what nobody wrote by hand is left out. */
  readonly files: readonly string[];
  readonly source: 'git' | 'walk';
  /** There were more files, or more time was needed, than is reasonable. */
  readonly truncated: boolean;
}

/** A snapshot of the list; the contents are read afresh each time. Open the project again to see new files. */
export interface Project {
  /** The real path of the folder. */
  readonly root: string;
  readonly io: ProjectIo;
  listing(): Promise<Listing>;
  list(): Promise<readonly string[]>;
  /** `file` is relative to the folder. What lies outside, also behind a link, is not read. */
  read(file: string): SourceFile | Unreadable;
  /** Files of the list that hold one of these byte strings (strings count as UTF-8), case as given. */
  filesMentioning(needles: readonly (string | Uint8Array)[]): Promise<readonly Mention[]>;
}

const WALK_LIMITS = { files: 60_000, depth: 24, milliseconds: 4_000 };

/** @throws when there is no such folder. */
export async function openProject(root: string, io: ProjectIo): Promise<Project> {
  const real = realpathSync(root);
  let listing: Promise<Listing> | undefined;
  const project: Project = {
    root: real,
    io,
    listing: () => {
      listing ??= listFiles(real, io);
      return listing;
    },
    list: async () => (await project.listing()).files,
    read: (file) => readInside(real, file),
    filesMentioning: async (needles) => scanFiles(real, await project.list(), needles, io.signal),
  };
  return project;
}

/** Undefined for what cannot be read. */
export function textOf(project: Pick<Project, 'read'>, file: string): string | undefined {
  const read = project.read(file);
  return read.kind === 'source' ? read.text : undefined;
}

/** Those of the files that can be read, with their text. */
export function textsOf(project: Pick<Project, 'read'>, files: readonly string[]): Map<string, string> {
  return new Map(
    files.flatMap((file) => {
      const text = textOf(project, file);
      return text === undefined ? [] : [[file, text] as const];
    }),
  );
}

/** A file that the user named himself (`--dotenv`): it may lie anywhere. Relative paths count from the project folder. */
export function readNamedFile(project: Project, file: string): SourceFile | Unreadable {
  const absolute = path.resolve(project.root, file);
  const shown = path.relative(project.root, absolute).split(path.sep).join('/') || '.';
  const read = readBytes(absolute, shown);
  return read.kind === 'unreadable' ? read : sourceFile(shown, read.bytes);
}

function readInside(root: string, file: string): SourceFile | Unreadable {
  const shown = path.posix.normalize(path.sep === '\\' ? file.replaceAll('\\', '/') : file);
  const real = realPathInside(root, shown);
  if (typeof real !== 'string') return real;
  const read = readBytes(real, shown);
  return read.kind === 'unreadable' ? read : sourceFile(shown, read.bytes);
}

async function listFiles(root: string, io: ProjectIo): Promise<Listing> {
  const fromGit = await listWithGit(root, io);
  // A folder that git ignores as a whole has files all the same.
  if (fromGit && fromGit.length > 0) {
    return { files: nearest(fromGit, WALK_LIMITS.files), source: 'git', truncated: fromGit.length > WALK_LIMITS.files };
  }
  return { ...(await walk(root, WALK_LIMITS, io.signal)), source: 'walk' };
}

async function listWithGit(root: string, io: ProjectIo): Promise<string[] | undefined> {
  if (!hasGitAbove(root)) return undefined;
  const answer = await runGit({
    folder: root,
    args: ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    env: io.env,
    ...(io.signal ? { signal: io.signal } : {}),
  });
  if (answer.kind === 'failed' || answer.exitCode !== 0) return undefined;
  // A replacement character stands for a name that is not UTF-8: it could not be opened by what we know of it.
  const files = answer.stdout.split('\0').filter((file) => file !== '' && !file.includes('\uFFFD') && !isSkippedPath(file));
  return [...new Set(files)].sort();
}
