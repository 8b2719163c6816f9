/** The project in one value: languages, frameworks, package manager, Scalekit SDKs, start scripts, and notes on what could not be read. */
import path from 'node:path';
import type { Project } from './files.ts';
import { detectFrameworks, type Framework } from './frameworks.ts';
import { inFolder, type Language, type OtherManifest, type PackageJson, readOtherManifests, readPackages } from './manifests.ts';
import { findSdks, type InstalledSdk } from './sdk.ts';
import { type StartScript, startScripts } from './start-scripts.ts';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'pip' | 'poetry' | 'uv' | 'pipenv' | 'go' | 'maven' | 'gradle';

export interface ProjectShape {
  readonly languages: readonly Language[];
  readonly frameworks: readonly Framework[];
  readonly packages: readonly PackageJson[];
  readonly manifests: readonly OtherManifest[];
  readonly packageManager: PackageManager | undefined;
  readonly sdks: readonly InstalledSdk[];
  readonly startScripts: readonly StartScript[];
  /** Whole sentences: a package.json that is not JSON, more files than are looked at. */
  readonly notes: readonly string[];
}

const managers: readonly (readonly [file: string, manager: PackageManager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
  ['package.json', 'npm'],
  ['uv.lock', 'uv'],
  ['poetry.lock', 'poetry'],
  ['Pipfile', 'pipenv'],
  ['requirements.txt', 'pip'],
  ['pyproject.toml', 'pip'],
  ['go.mod', 'go'],
  ['pom.xml', 'maven'],
  ['build.gradle', 'gradle'],
  ['build.gradle.kts', 'gradle'],
];

const byEnding: Readonly<Record<string, Language>> = {
  '.js': 'javascript',
  '.jsx': 'javascript',
  '.mjs': 'javascript',
  '.cjs': 'javascript',
  '.ts': 'typescript',
  '.tsx': 'typescript',
  '.mts': 'typescript',
  '.cts': 'typescript',
  '.py': 'python',
  '.go': 'go',
  '.java': 'java',
  '.kt': 'java',
};

export async function describeProject(project: Project): Promise<ProjectShape> {
  const [listing, packages, manifests] = await Promise.all([
    project.listing(),
    readPackages(project),
    readOtherManifests(project),
  ]);
  const frameworks = detectFrameworks(packages, manifests, listing.files);
  return {
    languages: languagesOf(frameworks, listing.files),
    frameworks,
    packages,
    manifests,
    packageManager: packageManagerOf(packages, listing.files),
    sdks: await findSdks(project, packages, manifests),
    startScripts: packages.flatMap(startScripts),
    notes: [
      ...packages.flatMap(({ problem }) => problem ?? []),
      ...(listing.truncated ? ['The folder holds more files than are looked at; run this in the folder of the app.'] : []),
    ],
  };
}

/** The framework that a file belongs to: that of the nearest app above it. */
export function frameworkOf(frameworks: readonly Framework[], file: string): Framework | undefined {
  return frameworks
    .filter(({ folder }) => folder === '' || file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

function languagesOf(frameworks: readonly Framework[], files: readonly string[]): Language[] {
  const counts = new Map<Language, number>();
  for (const file of files) {
    const language = byEnding[path.posix.extname(file)];
    if (language) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  // What a manifest names comes first, then what there are most files of.
  const inManifests = new Set(frameworks.map(({ language }) => language));
  const weight = (language: Language): number => (inManifests.has(language) ? 1_000_000 : 0) + (counts.get(language) ?? 0);
  return [...new Set([...inManifests, ...counts.keys()])].sort((a, b) => weight(b) - weight(a));
}

function packageManagerOf(packages: readonly PackageJson[], files: readonly string[]): PackageManager | undefined {
  const root = packages.find(({ folder }) => folder === '') ?? packages[0];
  const named = /^(npm|pnpm|yarn|bun)@/.exec(root?.packageManager ?? '')?.[1];
  if (named) return managers.find(([, manager]) => manager === named)?.[1];
  const all = new Set(files);
  return managers.find(([file]) => all.has(file) || (root !== undefined && all.has(inFolder(root.folder, file))))?.[1];
}
