/** Temporary project folders for tests: real files, removed afterwards. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { openProject, type Project } from '../../src/project/files.ts';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

export type Files = Readonly<Record<string, string | Uint8Array>>;

export function makeFolder(files: Files = {}): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-test-')));
  made.push(root);
  addFiles(root, files);
  return root;
}

export function addFiles(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

export async function makeProject(files: Files = {}): Promise<Project & { readonly learned: Set<string> }> {
  return open(makeFolder(files));
}

export async function open(root: string, env: Readonly<Record<string, string | undefined>> = process.env) {
  const learned = new Set<string>();
  return Object.assign(await openProject(root, { env, learn: (value) => learned.add(value) }), { learned });
}

export function git(root: string, ...args: string[]): string {
  const own = [
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    '-c',
    'init.defaultBranch=main',
    '-c',
    'commit.gpgsign=false',
  ];
  return execFileSync('git', [...own, ...args], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
