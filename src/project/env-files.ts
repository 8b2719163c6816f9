/** Finds and reads the project's env files, says what each is for, and which value of a variable counts. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type EnvEntry, type EnvFile, entryFor, parseEnvFile } from './env-file.ts';
import { isEnvFileName, isTemplateName, secretsIn } from './env-names.ts';
import { envLoading, type Mode } from './env-order.ts';
import { type Project, readNamedFile } from './files.ts';
import type { Framework } from './frameworks.ts';
import { folderOf, inFolder } from './manifests.ts';
import { isSkippedFolder } from './skipped-folders.ts';
import type { Unreadable } from './source-file.ts';

/**
 * `given`: named by `--dotenv`; `loaded`: what the app's framework (or dotenv by habit) reads in this mode; `other`: settings that nothing
 * reads by habit, like `.env.production` in development; `template`: to be copied and filled in.
 */
export type EnvRole = 'given' | 'loaded' | 'other' | 'template';

export interface FoundEnvFile extends EnvFile {
  readonly role: EnvRole;
  /** Folder of the file; '' is the project folder. */
  readonly folder: string;
  /** Lower wins among files of one folder. */
  readonly rank: number;
}

export interface EnvFiles {
  /** Strongest first: given (the last one named first), then loaded, then the rest. */
  readonly files: readonly FoundEnvFile[];
  /** What could not be read, with the sentence for it. */
  readonly unreadable: readonly (Unreadable & { readonly role: EnvRole })[];
}

export interface EnvSearch {
  /** As typed behind `--dotenv`; where there are any, the usual files do not count. */
  readonly dotenv?: readonly string[];
  readonly frameworks: readonly Framework[];
  readonly mode?: Mode;
}

const MOST_FOLDERS = 400;

export async function findEnvFiles(project: Project, search: EnvSearch): Promise<EnvFiles> {
  const mode = search.mode ?? 'development';
  const given = [...(search.dotenv ?? [])].reverse();
  const files: FoundEnvFile[] = [];
  const unreadable: (Unreadable & { role: EnvRole })[] = [];
  const seen = new Set<string>();
  for (const [rank, name] of given.entries()) {
    const read = readNamedFile(project, name);
    if (seen.has(read.path)) continue;
    seen.add(read.path);
    if (read.kind === 'unreadable') unreadable.push({ ...read, role: 'given' });
    else files.push({ ...parseEnvFile(read, project.io.learn), role: 'given', folder: folderOf(read.path), rank });
  }
  for (const folder of await foldersWithSettings(project, search.frameworks)) {
    const order = loadOrder(search.frameworks, folder, mode);
    for (const name of envNamesIn(project, folder)) {
      const file = inFolder(folder, name);
      if (seen.has(file)) continue;
      seen.add(file);
      const place = order.indexOf(name);
      const role: EnvRole = isTemplateName(name) ? 'template' : place === -1 || given.length > 0 ? 'other' : 'loaded';
      const read = project.read(file);
      if (read.kind === 'unreadable') unreadable.push({ ...read, role });
      else files.push({ ...parseEnvFile(read, project.io.learn), role, folder, rank: place === -1 ? order.length : place });
    }
  }
  return { files: files.sort(strongestFirst), unreadable };
}

export type Setting =
  | {
      readonly from: 'file';
      readonly name: string;
      readonly value: string;
      readonly entry: EnvEntry;
      readonly file: FoundEnvFile;
    }
  | { readonly from: 'environment'; readonly name: string; readonly value: string };

/**
 * Every place that sets a variable, strongest first: files given by `--dotenv`, then the environment, then the loaded files of the app's
 * folder and of the folders above it. Templates and files that nothing loads are left out.
 */
export function settingsOf(
  env: EnvFiles,
  name: string,
  environment: Readonly<Record<string, string | undefined>>,
  folder = '',
): readonly Setting[] {
  const inFile = (file: FoundEnvFile): Setting[] => {
    const entry = entryFor(file, name);
    return entry ? [{ from: 'file', name, value: entry.value, entry, file }] : [];
  };
  const value = environment[name];
  const loaded = env.files.filter((file) => file.role === 'loaded' && (file.folder === '' || isAtOrAbove(file.folder, folder)));
  return [
    ...env.files.filter(({ role }) => role === 'given').flatMap(inFile),
    ...(value === undefined ? [] : [{ from: 'environment', name, value } as const]),
    ...loaded.sort((a, b) => b.folder.length - a.folder.length || a.rank - b.rank).flatMap(inFile),
  ];
}

/** Secrets of the process's own environment are as secret as those in files. */
export function learnEnvironment(project: Project): void {
  for (const [name, value] of Object.entries(project.io.env)) {
    if (value !== undefined) for (const secret of secretsIn(name, value)) project.io.learn(secret);
  }
}

function isAtOrAbove(folder: string, below: string): boolean {
  return folder === below || below.startsWith(`${folder}/`);
}

function strongestFirst(a: FoundEnvFile, b: FoundEnvFile): number {
  const roles: readonly EnvRole[] = ['given', 'loaded', 'other', 'template'];
  return (
    roles.indexOf(a.role) - roles.indexOf(b.role) ||
    a.folder.length - b.folder.length ||
    a.folder.localeCompare(b.folder) ||
    a.rank - b.rank ||
    a.path.localeCompare(b.path)
  );
}

/** The order of the app in the folder, or of the nearest app above it. */
function loadOrder(frameworks: readonly Framework[], folder: string, mode: Mode): readonly string[] {
  const apps = frameworks.filter((framework) => framework.folder === '' || isAtOrAbove(framework.folder, folder));
  const nearest = apps.sort((a, b) => b.folder.length - a.folder.length)[0];
  // A workspace root has no app; its `.env` is what the apps below are started with.
  return envLoading(nearest?.id ?? 'node', mode).files;
}

/** Env files are mostly ignored by git, so they are looked for in the folders: the root, those of apps, and what lies right below. */
async function foldersWithSettings(project: Project, frameworks: readonly Framework[]): Promise<readonly string[]> {
  const folders = new Set(['', ...frameworks.map(({ folder }) => folder)]);
  for (const file of await project.list()) {
    const [first, second] = file.split('/');
    if (first !== undefined && second !== undefined) folders.add(first);
    if (isEnvFileName(path.posix.basename(file))) folders.add(folderOf(file));
    if (folders.size >= MOST_FOLDERS) break;
  }
  for (const name of childFolders(project.root)) folders.add(name);
  return [...folders];
}

function childFolders(root: string): string[] {
  try {
    return readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !isSkippedFolder(entry.name))
      .map((entry) => entry.name)
      .slice(0, MOST_FOLDERS);
  } catch {
    return [];
  }
}

function envNamesIn(project: Project, folder: string): string[] {
  try {
    return readdirSync(path.join(project.root, folder)).filter(isEnvFileName).sort();
  } catch {
    return [];
  }
}
