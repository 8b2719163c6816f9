/** Patches are applied whole or not at all, taken back byte for byte, and survive being killed at any write. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { planPatch } from '../../src/patches/plan.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import { listJournal, undoLast } from '../../src/patches/undo.ts';
import { sha256 } from '../../src/project/source-file.ts';
import { addFiles, git, makeFolder, makeProject, open } from '../project/folder.ts';
import { edit, plan, snapshot } from './helpers.ts';

const summary = 'Correct the redirect URI';

function instead(root: string, file: string, make: () => unknown): void {
  unlinkSync(path.join(root, file));
  make();
}

describe('applying and taking back', () => {
  it('is the identity for any text and any edits, and keeps every byte outside them', async () => {
    const project = await makeProject({ 'a.txt': '' });
    const file = path.join(project.root, 'a.txt');
    const text = fc.array(fc.constantFrom('a', 'ß', '😀', '\r\n', '\n', '\r', '\uFEFF', ' ', '"'), { maxLength: 60 });
    const cuts = fc.array(fc.tuple(fc.nat(60), fc.nat(8), fc.string({ unit: 'grapheme', maxLength: 5 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(text, cuts, async (characters, wanted) => {
        const bytes = Buffer.from(characters.join(''));
        writeFileSync(file, bytes);
        const at = (index: number) => Buffer.byteLength(characters.slice(0, index).join(''));
        let from = 0;
        const edits = wanted
          .sort((a, b) => a[0] - b[0])
          .flatMap(([start, length, replacement]) => {
            const first = Math.max(start, from);
            if (first > characters.length || replacement.includes('\0')) return [];
            from = Math.min(first + length, characters.length);
            return [{ file: 'a.txt', hash: sha256(bytes), start: at(first), end: at(from), text: replacement }];
          });
        const planned = await planPatch(edits, project);
        if (planned.kind === 'refused') {
          expect(planned.reason).toMatch(/nothing to change/);
          return;
        }
        expect(applyPlan(planned, { summary }).kind).toBe('applied');
        const after = readFileSync(file);
        let before = 0;
        let now = 0;
        for (const { start, end, text: put } of edits.filter(({ start, end, text: put }) => end > start || put !== '')) {
          const kept = start - before;
          // The same insertion wanted twice is made once.
          if (kept < 0) continue;
          if (edits.filter((one) => one.start === start && one.end === end && one.text === put).length > 1) return;
          expect(after.subarray(now, now + kept).equals(bytes.subarray(before, start))).toBe(true);
          now += kept + Buffer.byteLength(put);
          before = end;
        }
        expect(after.subarray(now).equals(bytes.subarray(before))).toBe(true);
        expect(undoLast(project.root).kind).toBe('undone');
        expect(readFileSync(file).equals(bytes)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps mode, owner and group', async () => {
    const project = await makeProject({ '.env': 'A=1\n', 'run.sh': 'echo a' });
    chmodSync(path.join(project.root, '.env'), 0o600);
    chmodSync(path.join(project.root, 'run.sh'), 0o755);
    if (process.geteuid?.() === 0) chownSync(path.join(project.root, '.env'), 1234, 4321);
    const before = statSync(path.join(project.root, '.env'));
    applyPlan(await plan(project, edit(project, '.env', '1', '2'), edit(project, 'run.sh', 'a', 'b')), { summary });
    for (const round of ['applied', 'undone']) {
      const after = statSync(path.join(project.root, '.env'));
      expect([round, after.mode, after.uid, after.gid]).toEqual([round, before.mode, before.uid, before.gid]);
      expect(statSync(path.join(project.root, 'run.sh')).mode & 0o777).toBe(0o755);
      undoLast(project.root);
    }
  });

  it('writes through a link and leaves the link', async () => {
    const project = await makeProject({ 'config/real.env': 'A=1' });
    symlinkSync('config/real.env', path.join(project.root, '.env'));
    applyPlan(await plan(project, edit(project, '.env', '1', '2')), { summary });
    expect(readlinkSync(path.join(project.root, '.env'))).toBe('config/real.env');
    expect(readFileSync(path.join(project.root, 'config/real.env'), 'utf8')).toBe('A=2');
    expect(undoLast(project.root)).toMatchObject({
      kind: 'undone',
      entry: { files: [{ file: '.env', real: 'config/real.env' }] },
    });
    expect(readFileSync(path.join(project.root, 'config/real.env'), 'utf8')).toBe('A=1');
  });

  it('creates files with their folders, settings for their owner only, and takes both away again', async () => {
    const project = await makeProject({ 'a.ts': 'a' });
    const before = snapshot(project.root);
    applyPlan(
      await plan(
        project,
        newFileEdit('app/api/callback/route.ts', 'new\n'),
        newFileEdit('.env', 'A=1\n'),
        edit(project, 'a.ts', 'a', 'b'),
      ),
      { summary },
    );
    expect(readFileSync(path.join(project.root, 'app/api/callback/route.ts'), 'utf8')).toBe('new\n');
    expect(statSync(path.join(project.root, '.env')).mode & 0o777).toBe(0o600);
    expect(undoLast(project.root).kind).toBe('undone');
    expect(snapshot(project.root)).toEqual(before);
  });

  it('leaves a folder that something else lives in by now', async () => {
    const project = await makeProject();
    applyPlan(await plan(project, newFileEdit('app/a.ts', 'new')), { summary });
    addFiles(project.root, { 'app/b.ts': 'mine' });
    expect(undoLast(project.root).kind).toBe('undone');
    expect(readdirSync(path.join(project.root, 'app'))).toEqual(['b.ts']);
  });

  it('takes patches back one by one, last first, and then says that there is nothing', async () => {
    const project = await makeProject({ 'a.ts': 'one' });
    applyPlan(await plan(project, edit(project, 'a.ts', 'one', 'two')), { summary: 'first' });
    applyPlan(await plan(project, edit(project, 'a.ts', 'two', 'three')), { summary: 'second' });
    expect(listJournal(project.root)).toMatchObject([{ summary: 'second' }, { summary: 'first', state: 'applied' }]);
    expect(undoLast(project.root)).toMatchObject({ kind: 'undone', entry: { summary: 'second' } });
    expect(undoLast(project.root)).toMatchObject({ kind: 'undone', entry: { summary: 'first' } });
    expect(readFileSync(path.join(project.root, 'a.ts'), 'utf8')).toBe('one');
    expect(undoLast(project.root)).toEqual({ kind: 'nothing' });
    expect(undoLast(makeFolder())).toEqual({ kind: 'nothing' });
  });

  it('keeps its journal to itself: out of git, for the owner only, and without copies once undone', async () => {
    const root = makeFolder({ '.env': 'SECRET=abcdef' });
    git(root, 'init');
    git(root, 'add', '.');
    const project = await open(root);
    applyPlan(await plan(project, edit(project, '.env', 'abcdef', 'ghijkl')), { summary });
    expect(git(root, 'status', '--porcelain').trim()).toBe('AM .env');
    const store = path.join(root, '.scalekit-fix');
    expect(statSync(path.join(store, 'journal')).mode & 0o077).toBe(0);
    undoLast(root);
    const left = readdirSync(store, { recursive: true, encoding: 'utf8' }).filter((name) =>
      lstatSync(path.join(store, name)).isFile(),
    );
    expect(left.filter((name) => /abcdef|ghijkl/.test(readFileSync(path.join(store, name), 'utf8')))).toEqual([]);
    expect(left.filter((name) => name.startsWith('lock'))).toEqual([]);
  });
});

describe('what is not written', () => {
  const cases: readonly (readonly [name: string, prepare: (root: string) => void, reason: RegExp])[] = [
    ['a hard link', (root) => linkSync(path.join(root, 'a'), path.join(root, 'b')), /hard-linked/],
    ['a read-only file', (root) => chmodSync(path.join(root, 'a'), 0o444), /read-only/],
    ['a folder', (root) => instead(root, 'a', () => mkdirSync(path.join(root, 'a'))), /is a folder/],
    ['a pipe', (root) => instead(root, 'a', () => execFileSync('mkfifo', [path.join(root, 'a')])), /pipe/],
    ['UTF-16', (root) => writeFileSync(path.join(root, 'a'), Buffer.from('\uFEFFA=1', 'utf16le')), /UTF-16/],
    ['Latin-1', (root) => writeFileSync(path.join(root, 'a'), Buffer.from('A=ü', 'latin1')), /not valid UTF-8/],
    ['a binary', (root) => writeFileSync(path.join(root, 'a'), Buffer.from([65, 0])), /not a text file/],
    ['a changed file', (root) => writeFileSync(path.join(root, 'a'), 'A=3'), /has changed since/],
    ['a deleted file', (root) => unlinkSync(path.join(root, 'a')), /does not exist/],
    [
      'a link out of the project',
      (root) => instead(root, 'a', () => symlinkSync('/etc/hostname', path.join(root, 'a'))),
      /leads out/,
    ],
    ['a link in a circle', (root) => instead(root, 'a', () => symlinkSync('a', path.join(root, 'a'))), /leads back to itself/],
  ];

  it.each(cases)('%s is refused with a sentence', async (_name, prepare, reason) => {
    const project = await makeProject({ a: 'A=1' });
    const wanted = edit(project, 'a', '1', '2');
    prepare(project.root);
    expect(await planPatch([wanted], project)).toMatchObject({
      kind: 'refused',
      file: 'a',
      reason: expect.stringMatching(reason),
    });
    expect(existsSync(path.join(project.root, '.scalekit-fix'))).toBe(false);
  });

  it.each(['../out.ts', '/tmp/out.ts', '.git/hooks/pre-commit', '.scalekit-fix/x', 'node_modules/x/index.js', 'out/x.ts'])(
    'a new file %s is refused',
    async (file) => {
      const project = await makeProject({ a: '' });
      symlinkSync('/tmp', path.join(project.root, 'out'));
      expect(await planPatch([newFileEdit(file, 'x')], project)).toMatchObject({ kind: 'refused', file });
    },
  );

  it('edits that overlap, split a character, lie outside or disagree are refused', async () => {
    const project = await makeProject({ a: 'xäyz', b: 'old' });
    const hash = sha256(readFileSync(path.join(project.root, 'a')));
    const at = (start: number, end: number, text: string, own = hash) => ({ file: 'a', hash: own, start, end, text });
    const refusals = [
      [at(0, 3, 'A'), at(1, 4, 'B')],
      [at(2, 3, 'A')],
      [at(0, 99, 'A')],
      [at(3, 1, 'A')],
      [at(0, 1, '\uD800')],
      [at(0, 1, 'A'), at(1, 1, 'B', sha256(Buffer.from('other')))],
      [at(0, 0, '')],
      [newFileEdit('b', 'new')],
      [newFileEdit('c', 'one'), newFileEdit('c', 'two')],
      [],
    ];
    for (const edits of refusals) expect([edits, await planPatch(edits, project)]).toMatchObject([edits, { kind: 'refused' }]);
    const twice = await plan(project, at(0, 1, 'A'), at(0, 1, 'A'), at(4, 4, '1'), at(4, 4, '2'));
    expect(twice.files[0]?.after.bytes.toString()).toBe('Aäy12z');
  });

  it('the same file under two names is one file', async () => {
    const project = await makeProject({ a: 'one two' });
    symlinkSync('a', path.join(project.root, 'b'));
    const planned = await plan(project, edit(project, 'a', 'one', '1'), edit(project, 'b', 'two', '2'));
    expect(planned.files.map(({ after }) => after.bytes.toString())).toEqual(['1 2']);
  });

  it('only target files with uncommitted changes ask for a word', async () => {
    const root = makeFolder({ 'a.ts': 'a', 'b.ts': 'b', 'c.ts': 'c', '.env': 'A=1', '.gitignore': '.env' });
    git(root, 'init');
    git(root, 'add', '.');
    git(root, 'commit', '-m', 'x');
    addFiles(root, { 'a.ts': 'a changed', 'c.ts': 'c changed' });
    const project = await open(root);
    const planned = await plan(
      project,
      edit(project, 'a.ts', 'a', 'x'),
      edit(project, 'b.ts', 'b', 'x'),
      edit(project, '.env', '1', '2'),
    );
    expect(planned.uncommitted).toEqual(['a.ts']);
  });

  it('a file that changed between plan and apply stops the whole patch', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    const planned = await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2'));
    addFiles(project.root, { b: 'B=9' });
    const before = snapshot(project.root);
    expect(applyPlan(planned, { summary })).toMatchObject({ kind: 'refused', file: 'b' });
    expect(snapshot(project.root)).toEqual(before);
    const created = await plan(project, newFileEdit('c', 'new'));
    addFiles(project.root, { c: 'mine' });
    expect(applyPlan(created, { summary })).toMatchObject({ kind: 'refused', file: 'c' });
    expect(readFileSync(path.join(project.root, 'c'), 'utf8')).toBe('mine');
  });
});
