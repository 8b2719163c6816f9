/** What fixture apps run on, as scripts/runtimes.mjs installs it. Without it these tests fail by name; `npm test` leaves them out. */
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { goEnvironment, isInstalled, type RuntimeName, runtimeFolder } from '../../scripts/runtimes.mjs';
import type { RehearsalApp } from './rehearsal-app.ts';

export function runtime(name: RuntimeName): string {
  if (!isInstalled(name)) throw new Error(`Not installed: node scripts/runtimes.mjs ${name}`);
  return runtimeFolder(name);
}

/** A .venv of the app's own, as its users have it. */
export function pythonHere({ folder }: RehearsalApp): void {
  symlinkSync(path.join(runtime('python'), 'venv'), path.join(folder, '.venv'));
}

/** In place of the modules of this package. */
export function modulesHere({ folder }: RehearsalApp): void {
  const modules = path.join(folder, 'node_modules');
  rmSync(modules);
  symlinkSync(path.join(runtime('node'), 'node_modules'), modules);
}

/** Hard links: Turbopack follows no link that leads out of the project. */
export function modulesWithin({ folder }: RehearsalApp): void {
  const modules = path.join(folder, 'node_modules');
  rmSync(modules);
  linkTree(path.join(runtime('node'), 'node_modules'), modules);
}

function linkTree(from: string, to: string): void {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    // On another disk.
    copyFileSync(source, target);
  }
}

/** Go asks no network: what the fixtures import was built once. */
export function goHere(): Record<string, string> {
  return { ...goEnvironment(runtime('go')), GOPROXY: 'off', HOME: runtime('go') };
}

/** The requires of what was built: the fixtures have no versions of their own. */
export function moduleHere({ folder }: Pick<RehearsalApp, 'folder'>): void {
  const manifest = readFileSync(path.join(runtime('go'), 'go.mod'), 'utf8');
  writeFileSync(path.join(folder, 'go.mod'), manifest.replace(/^module .*$/m, 'module example.com/shop'));
  copyFileSync(path.join(runtime('go'), 'go.sum'), path.join(folder, 'go.sum'));
}
