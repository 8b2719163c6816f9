/** The project folder is read whole, and nothing in it makes the reader hang, leave the folder or run anything. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNamedFile, type SourceFile } from '../../src/project/files.ts';
import { changedFiles, gitFileState, gitState } from '../../src/project/git.ts';
import { nearest, walk } from '../../src/project/walk.ts';
import { addFiles, git, makeFolder, makeProject, open } from './folder.ts';

const app = {
  'package.json': '{}',
  'src/a.ts': 'const a = "scalekit";',
  'src/deep/ü b.ts': 'Scalekit',
  'node_modules/x/index.js': 'scalekit',
  'dist/a.js': 'scalekit',
  'logo.png': 'scalekit',
};

describe('the list of files', () => {
  it('leaves out what nobody wrote by hand when there is no repository', async () => {
    const project = await makeProject(app);
    expect(await project.listing()).toEqual({
      files: ['logo.png', 'package.json', 'src/a.ts', 'src/deep/ü b.ts'],
      source: 'walk',
      truncated: false,
    });
  });

  it('comes from git where there is a repository, new files included, ignored ones not', async () => {
    const root = makeFolder({ ...app, '.gitignore': 'secret.txt\n', 'secret.txt': 'x', 'new\nname.ts': '' });
    git(root, 'init');
    git(root, 'add', 'src');
    const project = await open(root);
    expect(await project.listing()).toEqual({
      files: ['.gitignore', 'logo.png', 'new\nname.ts', 'package.json', 'src/a.ts', 'src/deep/ü b.ts'],
      source: 'git',
      truncated: false,
    });
    const below = await open(path.join(root, 'src'));
    expect(await below.list()).toEqual(['a.ts', 'deep/ü b.ts']);
  });

  it('falls back to walking where git cannot read the repository or ignores the whole folder', async () => {
    const broken = await makeProject({ ...app, '.git': 'gitdir: /nowhere\n' });
    expect((await broken.listing()).source).toBe('walk');
    expect(await broken.list()).toContain('src/a.ts');
    expect((await gitState(broken)).kind).toBe('broken');
    const root = makeFolder({ '.gitignore': 'tmp/\n', 'tmp/app/a.ts': '' });
    git(root, 'init');
    expect(await (await open(path.join(root, 'tmp/app'))).list()).toEqual(['a.ts']);
  });

  it('keeps what is nearest to the top where there is more than is looked at', async () => {
    const deep = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a/deep/down/${index}.ts`, '']));
    const root = makeFolder({ ...deep, 'src/app.ts': '', 'package.json': '{}', 'z/deep/down/a.ts': '' });
    const walked = await walk(root, { files: 4, depth: 9, milliseconds: 60_000 });
    expect(walked).toMatchObject({ truncated: true, files: expect.arrayContaining(['package.json', 'src/app.ts']) });
    const all = [...(await (await open(root)).list())].sort();
    expect(nearest(all, 2)).toEqual(['package.json', 'src/app.ts']);
    expect(nearest(all, all.length)).toBe(all);
  });

  it('keeps every folder that somebody filled by hand where one holds thousands', async () => {
    const data = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`data/${index}.ts`, '']));
    const root = makeFolder({ ...data, 'src/app.ts': '', 'src/deep/a.ts': '' });
    const { files, truncated } = await walk(root, { files: 300, depth: 9, milliseconds: 60_000 });
    expect({ truncated, length: files.length }).toEqual({ truncated: true, length: 300 });
    const all = [...(await (await open(root)).list())].sort();
    for (const kept of [files, nearest(all, 300)]) expect(kept).toEqual(expect.arrayContaining(['src/app.ts', 'src/deep/a.ts']));
  });

  it('follows links inside the folder once, and no link in a circle or out of it', async () => {
    const outside = makeFolder({ 'secret.ts': '' });
    const root = makeFolder({ 'src/a.ts': '', 'other/b.ts': '' });
    symlinkSync('..', path.join(root, 'src/up'));
    symlinkSync('loop', path.join(root, 'loop'));
    symlinkSync('../other', path.join(root, 'src/other'));
    symlinkSync(outside, path.join(root, 'outside'));
    symlinkSync(path.join(outside, 'secret.ts'), path.join(root, 'secret.ts'));
    expect(await (await open(root)).list()).toEqual(['other/b.ts', 'src/a.ts', 'src/other/b.ts']);
  });

  it('runs nothing that a repository names', async () => {
    const root = makeFolder({ 'a.txt': 'one', '.gitattributes': '*.txt filter=evil' });
    git(root, 'init');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'x');
    const touch = `touch ${path.join(root, 'ran')}`;
    for (const key of ['core.fsmonitor', 'filter.evil.clean', 'filter.evil.process', 'core.sshCommand', 'diff.external'])
      git(root, 'config', key, touch);
    git(root, 'config', 'filter.evil.required', 'true');
    mkdirSync(path.join(root, '.git/hooks'), { recursive: true });
    writeFileSync(path.join(root, '.git/hooks/post-index-change'), `#!/bin/sh\n${touch}\n`, { mode: 0o755 });
    writeFileSync(path.join(root, 'a.txt'), 'two');
    const project = await open(root);
    expect(await project.list()).toContain('a.txt');
    expect(await gitState(project)).toMatchObject({ kind: 'repository', branch: 'main', changed: ['a.txt'] });
    expect(await changedFiles(project, ['a.txt'])).toEqual(['a.txt']);
    await gitFileState(project, 'a.txt');
    expect(existsSync(path.join(root, 'ran'))).toBe(false);
  });

  it('ignores GIT_DIR and its kin in the environment', async () => {
    const other = makeFolder({ 'other.ts': '' });
    git(other, 'init');
    const root = makeFolder({ 'a.ts': '' });
    git(root, 'init');
    const project = await open(root, { ...process.env, GIT_DIR: path.join(other, '.git'), GIT_WORK_TREE: other });
    expect(await project.list()).toEqual(['a.ts']);
  });
});

describe('what git says of a file', () => {
  it('tells tracked, ignored and ever committed apart', async () => {
    const root = makeFolder({
      '.env': 'A=1',
      '.env.old': 'A=1',
      '.gitignore': '.env.local\n',
      '.env.local': '',
      'sub/x [1].ts': '',
    });
    git(root, 'init');
    git(root, 'add', '-f', '.env', '.env.old', 'sub');
    git(root, 'commit', '-m', 'x');
    git(root, 'rm', '-q', '--cached', '.env.old');
    git(root, 'commit', '-m', 'y');
    const project = await open(root);
    expect(await gitFileState(project, '.env')).toEqual({ tracked: true, ignored: false, everCommitted: true });
    expect(await gitFileState(project, '.env.old')).toEqual({ tracked: false, ignored: false, everCommitted: true });
    expect(await gitFileState(project, '.env.local')).toEqual({ tracked: false, ignored: true, everCommitted: false });
    addFiles(root, { 'sub/x [1].ts': 'changed' });
    const below = await open(path.join(root, 'sub'));
    expect(await changedFiles(below, ['x [1].ts'])).toEqual(['x [1].ts']);
    expect(await gitState(below)).toMatchObject({ changed: ['x [1].ts'], untracked: [] });
    expect(await gitState(await makeProject())).toEqual({ kind: 'none' });
  });
});

describe('reading a file', () => {
  it('names what cannot be read instead of hanging or throwing', async () => {
    const project = await makeProject({
      'big.ts': 'x'.repeat(3 * 1024 * 1024),
      'wide.env': Buffer.from('\uFEFFA=1', 'utf16le'),
      'binary.ts': Buffer.from([65, 0, 66]),
      'folder/a': '',
    });
    execFileSync('mkfifo', [path.join(project.root, 'pipe.ts')]);
    symlinkSync('loop.ts', path.join(project.root, 'loop.ts'));
    symlinkSync('/etc/hostname', path.join(project.root, 'out.ts'));
    symlinkSync('/dev/zero', path.join(project.root, 'zero.ts'));
    const problems = (file: string) => {
      const read = project.read(file);
      return read.kind === 'unreadable' ? read.problem : read.kind;
    };
    expect(problems('big.ts')).toBe('too-large');
    expect(problems('wide.env')).toBe('utf-16');
    expect(problems('binary.ts')).toBe('binary');
    expect(problems('folder')).toBe('directory');
    expect(problems('pipe.ts')).toBe('special');
    expect(problems('loop.ts')).toBe('link-loop');
    expect(problems('out.ts')).toBe('outside');
    expect(problems('zero.ts')).toBe('outside');
    expect(problems('../x')).toBe('outside');
    expect(problems('/etc/passwd')).toBe('outside');
    expect(problems('none.ts')).toBe('missing');
    expect(problems('a\0b')).toBe('missing');
    expect(readNamedFile(project, '/dev/zero')).toMatchObject({ problem: 'special' });
    expect(readNamedFile(project, '..')).toMatchObject({ problem: 'directory' });
  });

  it('reads a file in Latin-1, with offsets that fit its bytes', async () => {
    const project = await makeProject({ 'a.env': Buffer.from('# Schlüssel\nA=1', 'latin1') });
    const read = project.read('./a.env') as SourceFile;
    expect(read).toMatchObject({ kind: 'source', path: 'a.env', encoding: 'latin-1' });
    expect(read.byteOffset(read.text.indexOf('A=1'))).toBe(12);
  });

  it('counts lines, columns and bytes as editors do', async () => {
    const project = await makeProject({ 'a.ts': '\uFEFFaä\r\n😀b\rc\n\nd' });
    const read = project.read('a.ts') as SourceFile;
    const at = (text: string) => {
      const offset = read.text.indexOf(text);
      const { line, column } = read.locationAt(offset);
      return [line, column, read.bytes.subarray(read.byteOffset(offset)).toString('utf8').startsWith(text)];
    };
    expect([at('a'), at('ä'), at('😀'), at('b'), at('c'), at('d')]).toEqual([
      [1, 1, true],
      [1, 2, true],
      [2, 1, true],
      [2, 2, true],
      [3, 1, true],
      [5, 1, true],
    ]);
    expect(read.byteOffset(read.text.indexOf('😀') + 1)).toBe(read.byteOffset(read.text.indexOf('😀')));
  });
});

describe('finding files that mention something', () => {
  it('looks for several byte strings at once and leaves binaries out', async () => {
    const project = await makeProject({ ...app, 'big.ts': `${'x'.repeat(2 * 1024 * 1024)}scalekit` });
    execFileSync('mkfifo', [path.join(project.root, 'pipe.ts')]);
    expect(await project.filesMentioning(['scalekit', 'Scalekit'])).toEqual([
      { path: 'src/a.ts', needles: [0] },
      { path: 'src/deep/ü b.ts', needles: [1] },
    ]);
  });
});
