/** The project's manifests: every package.json (a broken one is a note, not an end), and what Python, Go and Java name as dependencies. */
import path from 'node:path';
import type { Project } from './files.ts';
import type { SourceFile } from './source-file.ts';

export type Language = 'javascript' | 'typescript' | 'python' | 'go' | 'java';

export interface PackageJson {
  /** Relative with `/`. */
  readonly path: string;
  /** Folder it governs; '' is the project folder. */
  readonly folder: string;
  readonly name: string | undefined;
  /** dependencies, devDependencies, peerDependencies and optionalDependencies together: name → range. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
  readonly packageManager: string | undefined;
  readonly isModule: boolean;
  /** The file that `node .` runs. */
  readonly main: string | undefined;
  readonly isWorkspaceRoot: boolean;
  /** Why it tells nothing: not JSON, too large … A whole sentence. */
  readonly problem: string | undefined;
}

/** A manifest of another language: which dependencies its text names, with the version where it stands beside the name. */
export interface OtherManifest {
  readonly path: string;
  readonly folder: string;
  readonly language: 'python' | 'go' | 'java';
  readonly text: string;
}

const MOST_MANIFESTS = 300;

const others: readonly { readonly language: OtherManifest['language']; readonly file: RegExp }[] = [
  { language: 'python', file: /^(requirements[\w.-]*\.(txt|in)|pyproject\.toml|Pipfile|setup\.(py|cfg)|environment\.ya?ml)$/ },
  { language: 'go', file: /^go\.mod$/ },
  { language: 'java', file: /^(pom\.xml|build\.gradle(\.kts)?|libs\.versions\.toml)$/ },
];

export async function readPackages(project: Project): Promise<readonly PackageJson[]> {
  const files = (await project.list()).filter((file) => path.posix.basename(file) === 'package.json');
  return files.slice(0, MOST_MANIFESTS).flatMap((file) => {
    const read = project.read(file);
    if (read.kind === 'source') return [parsePackage(read)];
    return read.problem === 'missing' ? [] : [{ ...empty(file), problem: read.reason }];
  });
}

export async function readOtherManifests(project: Project): Promise<readonly OtherManifest[]> {
  const found: OtherManifest[] = [];
  for (const file of await project.list()) {
    const kind = others.find((other) => other.file.test(path.posix.basename(file)));
    if (!kind || found.length >= MOST_MANIFESTS) continue;
    const read = project.read(file);
    if (read.kind === 'source') found.push({ path: file, folder: folderOf(file), language: kind.language, text: read.text });
  }
  return found;
}

/** The package.json that governs a file: the nearest one above it. */
export function packageOf(packages: readonly PackageJson[], file: string): PackageJson | undefined {
  let best: PackageJson | undefined;
  for (const candidate of packages) {
    if (isUnder(candidate.folder, file) && candidate.folder.length >= (best?.folder.length ?? 0)) best = candidate;
  }
  return best;
}

export function isUnder(folder: string, file: string): boolean {
  return folder === '' || file.startsWith(`${folder}/`);
}

export function folderOf(file: string): string {
  const folder = path.posix.dirname(file);
  return folder === '.' ? '' : folder;
}

export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}

export function parsePackage(source: SourceFile): PackageJson {
  let parsed: unknown;
  try {
    parsed = JSON.parse(source.text.replace(/^\uFEFF/, ''));
  } catch {
    return { ...empty(source.path), problem: `${source.path} is not valid JSON.` };
  }
  if (!isRecord(parsed)) return { ...empty(source.path), problem: `${source.path} does not hold a JSON object.` };
  const dependencies = new Map<string, string>();
  for (const field of ['peerDependencies', 'optionalDependencies', 'devDependencies', 'dependencies']) {
    for (const [name, range] of stringsIn(parsed[field])) dependencies.set(name, range);
  }
  return {
    path: source.path,
    folder: folderOf(source.path),
    name: typeof parsed['name'] === 'string' ? parsed['name'] : undefined,
    dependencies,
    scripts: new Map(stringsIn(parsed['scripts'])),
    packageManager: typeof parsed['packageManager'] === 'string' ? parsed['packageManager'] : undefined,
    isModule: parsed['type'] === 'module',
    main: typeof parsed['main'] === 'string' ? parsed['main'] : undefined,
    isWorkspaceRoot: parsed['workspaces'] !== undefined,
    problem: undefined,
  };
}

function empty(file: string): PackageJson {
  return {
    path: file,
    folder: folderOf(file),
    name: undefined,
    dependencies: new Map(),
    scripts: new Map(),
    packageManager: undefined,
    isModule: false,
    main: undefined,
    isWorkspaceRoot: false,
    problem: undefined,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringsIn(value: unknown): [string, string][] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text] as [string, string]] : []));
}
