/** Which code of a project counts as read: files that were not, for whatever reason, are named. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { codeCoverage } from '../../src/probes/code-coverage.ts';
import type { ProbeTools } from '../../src/probes/tools.ts';
import { analyseCode } from '../../src/project/code/analyse.ts';
import { openProject } from '../../src/project/files.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function coverageOf(files: Readonly<Record<string, string>>, read: readonly string[] = Object.keys(files)) {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-coverage-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const project = await openProject(folder, { env: {}, learn: () => {} });
  const sources = read.flatMap((file) => {
    const source = project.read(file);
    return source.kind === 'source' ? [source] : [];
  });
  const code = read.length === 0 ? undefined : await analyseCode({ files: sources, aliases: [] });
  const outcome = await codeCoverage.observe({ code }, { project } as unknown as ProbeTools, new AbortController().signal);
  return 'value' in outcome ? outcome.value : undefined;
}

const login = "import { Scalekit } from '@scalekit-sdk/node';\nexport const scalekit = new Scalekit('a', 'b', 'c');\n";

describe('the coverage of a project', () => {
  it('is whole where all of its code is read', async () => {
    expect(await coverageOf({ 'app.js': login, 'other.ts': 'export const a = 1;' })).toEqual({
      read: ['JavaScript', 'TypeScript'],
      notRead: [],
    });
  });

  it('names the files of another language that speak of Scalekit', async () => {
    const files = { 'auth.py': 'from scalekit import ScalekitClient', 'math.py': 'x = 1', 'app.js': login };
    expect(await coverageOf(files)).toEqual({
      read: ['JavaScript'],
      notRead: [{ language: 'Python', files: ['auth.py'], why: 'language' }],
    });
  });

  it('names all of another language where no code at all speaks of Scalekit', async () => {
    expect((await coverageOf({ 'main.go': 'package main' }))?.notRead).toEqual([
      { language: 'Go', files: ['main.go'], why: 'language' },
    ]);
  });

  it('leaves out scripts of another language beside an app that was read', async () => {
    expect((await coverageOf({ 'app.js': login, 'deploy.py': 'print(1)' }))?.notRead).toEqual([]);
  });

  it('names a file with a syntax error', async () => {
    expect((await coverageOf({ 'app.js': login, 'broken.ts': 'function ( {{{ ]' }))?.notRead).toEqual([
      { language: 'TypeScript', files: ['broken.ts'], why: 'syntax' },
    ]);
  });

  it('names a large file that speaks of Scalekit, and no other', async () => {
    const long = `// ${'x'.repeat(320_000)}\n`;
    expect((await coverageOf({ 'app.js': login, 'big.js': long + login, 'library.js': long }, ['app.js']))?.notRead).toEqual([
      { language: 'JavaScript', files: ['big.js'], why: 'too-large' },
    ]);
  });

  it('names a file that cannot be read as text', async () => {
    expect((await coverageOf({ 'app.js': login, 'odd.ts': 'a\u0000b' }, ['app.js']))?.notRead).toEqual([
      { language: 'TypeScript', files: ['odd.ts'], why: 'unreadable' },
    ]);
  });

  it('is empty where the code could not be read in time', async () => {
    expect(await coverageOf({ 'app.js': login }, [])).toEqual({
      read: [],
      notRead: [{ language: 'JavaScript', files: ['app.js'], why: 'no-time' }],
    });
  });
});
