/** Which Scalekit SDK the project uses, in which version, and how we know. Reads manifests, lock files and the installed package itself. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Project } from './files.ts';
import { pythonPackage } from './frameworks.ts';
import { fits, type LockKind, lockedVersion, nodeLockFiles, pythonLockFiles } from './lock-files.ts';
import { folderOf, inFolder, isUnder, type OtherManifest, type PackageJson, parsePackage } from './manifests.ts';
import { readBytes } from './read-bytes.ts';
import { sourceFile } from './source-file.ts';

export const NODE_SDK = '@scalekit-sdk/node';

export interface InstalledSdk {
  readonly language: 'node' | 'python' | 'go' | 'java';
  readonly name: string;
  /** Folder of the app that uses it; '' is the project folder. */
  readonly folder: string;
  /** Undefined when only the name is known. */
  readonly version: string | undefined;
  /** `installed`: read from the package itself. `locked`: from a lock file. `asked`: the range of a manifest, not a version. */
  readonly certainty: 'installed' | 'locked' | 'asked';
  /** The file that says so, relative to the project folder (`../…` for a package hoisted above it). */
  readonly source: string;
  /** The folder of the installed Node package, absolute. */
  readonly installedAt?: string;
}

const MAX_LOCK_BYTES = 32 * 1024 * 1024;
/** How far above the project folder a package may have been hoisted in a monorepo. */
const LEVELS_UP = 5;

export async function findSdks(
  project: Project,
  packages: readonly PackageJson[],
  manifests: readonly OtherManifest[],
): Promise<readonly InstalledSdk[]> {
  const node = packages.flatMap((manifest) => nodeSdk(project, manifest) ?? []);
  const other = manifests.flatMap((manifest) => otherSdk(project, manifest) ?? []);
  return [...node, ...onePerApp(other)];
}

function nodeSdk(project: Project, manifest: PackageJson): InstalledSdk | undefined {
  const range = manifest.dependencies.get(NODE_SDK);
  if (range === undefined) return undefined;
  const base = { language: 'node', name: NODE_SDK, folder: manifest.folder } as const;
  const used = nodePackageInUse(project, manifest.folder, NODE_SDK, range);
  return { ...base, ...(used ?? { version: range, certainty: 'asked' as const, source: manifest.path }) };
}

/** The version of a Node package that an app has: as installed, else as locked. */
export function nodePackageInUse(
  project: Project,
  folder: string,
  name: string,
  range?: string,
): Pick<InstalledSdk, 'version' | 'certainty' | 'source' | 'installedAt'> | undefined {
  for (const above of foldersUp(project.root, folder)) {
    const file = path.join(above, 'node_modules', name, 'package.json');
    const version = installedVersion(file);
    if (version !== undefined) {
      return { version, certainty: 'installed', source: shownFrom(project.root, file), installedAt: path.dirname(file) };
    }
  }
  return fromLockFiles(project, folder, nodeLockFiles, name, range);
}

function installedVersion(file: string): string | undefined {
  const read = readBytes(file, file);
  if (read.kind === 'unreadable') return undefined;
  const source = sourceFile(file, read.bytes);
  if (source.kind === 'unreadable' || parsePackage(source).problem !== undefined) return undefined;
  const { version } = JSON.parse(source.text) as { readonly version?: unknown };
  return typeof version === 'string' ? version : undefined;
}

/** From the app's folder up to the project folder and a few steps beyond, as Node looks for packages. */
function foldersUp(root: string, folder: string): string[] {
  const folders: string[] = [];
  const start = path.join(root, folder);
  const most = folder.split('/').length + LEVELS_UP;
  for (let current = start; folders.length <= most; current = path.dirname(current)) {
    folders.push(current);
    if (current === path.dirname(current)) break;
  }
  return folders;
}

function fromLockFiles(
  project: Project,
  folder: string,
  locks: readonly { readonly name: string; readonly kind: LockKind }[],
  name: string,
  range?: string,
): Pick<InstalledSdk, 'version' | 'certainty' | 'source'> | undefined {
  for (const current of foldersUp(project.root, folder)) {
    const found: Pick<InstalledSdk, 'version' | 'certainty' | 'source'>[] = [];
    for (const lock of locks) {
      const file = path.join(current, lock.name);
      const read = readBytes(file, lock.name, MAX_LOCK_BYTES);
      if (read.kind === 'unreadable') continue;
      const version = lockedVersion(lock.kind, read.bytes.toString('utf8'), name);
      if (version !== undefined) found.push({ version, certainty: 'locked', source: shownFrom(project.root, file) });
    }
    // Of two lock files one was left behind: what the manifest asks for tells which.
    const fitting = found.find(({ version }) => range === undefined || fits(version ?? '', range));
    if (fitting ?? found[0]) return fitting ?? found[0];
  }
  return undefined;
}

function otherSdk(project: Project, manifest: OtherManifest): InstalledSdk | undefined {
  switch (manifest.language) {
    case 'python':
      return pythonSdk(project, manifest);
    case 'go':
      return goSdk(manifest);
    case 'java':
      return javaSdk(manifest);
  }
}

function pythonSdk(project: Project, manifest: OtherManifest): InstalledSdk | undefined {
  const name = 'scalekit-sdk-python';
  const asked = pythonPackage(name).exec(manifest.text);
  if (!asked) return undefined;
  const base = { language: 'python', name, folder: manifest.folder } as const;
  const installed = pythonInstalled(project, manifest.folder);
  if (installed) return { ...base, ...installed, certainty: 'installed' };
  const locked = fromLockFiles(project, manifest.folder, pythonLockFiles, name);
  if (locked) return { ...base, ...locked };
  const pinned = asked[1] !== undefined && /==/.test(asked[0]);
  return { ...base, version: asked[1], certainty: pinned ? 'locked' : 'asked', source: manifest.path };
}

/** A virtual environment names what is installed by its folders: `scalekit_sdk_python-2.10.0.dist-info`. */
function pythonInstalled(project: Project, folder: string): { readonly version: string; readonly source: string } | undefined {
  for (const environment of ['.venv', 'venv', 'env']) {
    const library = path.join(project.root, folder, environment, 'lib');
    for (const python of namesIn(library).filter((name) => name.startsWith('python'))) {
      const packages = path.join(library, python, 'site-packages');
      for (const name of namesIn(packages)) {
        const version = /^scalekit_sdk_python-(\d[\w.]*)\.dist-info$/.exec(name)?.[1];
        if (version !== undefined) return { version, source: shownFrom(project.root, path.join(packages, name)) };
      }
    }
  }
  return undefined;
}

function goSdk(manifest: OtherManifest): InstalledSdk | undefined {
  const name = 'github.com/scalekit-inc/scalekit-sdk-go';
  const version = lockedVersion('go', manifest.text, name);
  if (version === undefined) return undefined;
  return { language: 'go', name, folder: manifest.folder, version, certainty: 'locked', source: manifest.path };
}

function javaSdk(manifest: OtherManifest): InstalledSdk | undefined {
  const maven =
    /<groupId>\s*com\.scalekit\s*<\/groupId>\s*<artifactId>\s*(scalekit-sdk-java)\s*<\/artifactId>(?:\s*<version>\s*([^<\s]+)\s*<\/version>)?/.exec(
      manifest.text,
    );
  const gradle = /["'](com\.scalekit):(scalekit-sdk-java)(?::([\w.+-]+))?["']/.exec(manifest.text);
  if (!maven && !gradle) return undefined;
  const artifact = maven?.[1] ?? gradle?.[2] ?? 'scalekit-sdk-java';
  const written = maven?.[2] ?? gradle?.[3];
  const property = /^\$\{([\w.-]+)\}$/.exec(written ?? '')?.[1];
  const version = property === undefined ? written : propertyOf(manifest.text, property);
  return {
    language: 'java',
    name: `com.scalekit:${artifact}`,
    folder: manifest.folder,
    version,
    certainty: version === undefined ? 'asked' : 'locked',
    source: manifest.path,
  };
}

function propertyOf(text: string, property: string): string | undefined {
  return new RegExp(`<${property.replaceAll('.', '\\.')}>\\s*([^<\\s]+)\\s*<`).exec(text)?.[1];
}

/** Several manifests of one folder speak of one app: the surest word counts. */
function onePerApp(sdks: readonly InstalledSdk[]): InstalledSdk[] {
  const order = ['installed', 'locked', 'asked'];
  const apps = new Map<string, InstalledSdk>();
  for (const sdk of sdks) {
    const key = `${sdk.language} ${sdk.folder}`;
    const before = apps.get(key);
    if (!before || order.indexOf(sdk.certainty) < order.indexOf(before.certainty)) apps.set(key, sdk);
  }
  return [...apps.values()];
}

/** The SDK that governs a file. */
export function sdkOf(sdks: readonly InstalledSdk[], file: string): InstalledSdk | undefined {
  const around = sdks
    .filter((sdk) => isUnder(sdk.folder, inFolder(folderOf(file), 'x')))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
  if (around) return around;
  // An app of a monorepo that has the SDK by way of another package.
  const node = sdks.filter(({ language }) => language === 'node');
  return node.every(({ version }) => version === node[0]?.version) ? node[0] : undefined;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function shownFrom(root: string, absolute: string): string {
  return path.relative(root, absolute).split(path.sep).join('/');
}
