/** The guards that only matter when somebody else is at work in the same folder, or left something odd in it: each fails here when it is taken out. */
import { chmodSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { diskFs, type PatchFs } from '../../src/patches/fs.ts';
import { thisProcess } from '../../src/patches/lock.ts';
import { planPatch } from '../../src/patches/plan.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import { undoLast } from '../../src/patches/undo.ts';
import { addFiles, makeFolder, makeProject } from '../project/folder.ts';
import { deadProcess, dyingFs, edit, plan } from './helpers.ts';

const summary = 'Correct the redirect URI';

const textIn = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Another folder takes the place of one of the project's: a link to it, with the same file in it. */
function swapFolder(root: string, folder: string): string {
  const outside = makeFolder();
  renameSync(path.join(root, folder), path.join(outside, 'kept'));
  symlinkSync(path.join(outside, 'kept'), path.join(root, folder));
  return path.join(outside, 'kept');
}

/** Does something once, right before the first new file is placed, or the first file to go back is written. */
function rightBefore(kind: 'place' | 'writeNew', work: (file: string) => void): PatchFs {
  let isDone = false;
  const once = (file: string): void => {
    if (isDone) return;
    isDone = true;
    work(file);
  };
  return {
    ...diskFs,
    place: (from, to) => {
      // The first name that is placed is the lock's.
      if (kind === 'place' && path.basename(to) !== 'lock') once(to);
      diskFs.place(from, to);
    },
    writeNew: (file, ...more) => {
      if (kind === 'writeNew' && file.endsWith('-back.tmp')) once(file);
      diskFs.writeNew(file, ...more);
    },
  };
}

function takeLockAway(root: string): void {
  writeFileSync(path.join(root, '.scalekit-fix/lock'), JSON.stringify({ ...deadProcess, token: 'another' }));
}

describe('what belongs to somebody else is not patched', () => {
  it.each(['node_modules/x/index.js', '.git/config', '.scalekit-fix/notes', 'sub/NODE_MODULES/x.js'])('%s', async (file) => {
    const project = await makeProject({ [file]: 'A=1' });
    expect(await planPatch([edit(project, file, '1', '2')], project)).toMatchObject({ kind: 'refused', file });
  });

  it('nor a link into such a folder', async () => {
    const project = await makeProject({ 'node_modules/x/index.js': 'A=1' });
    symlinkSync('node_modules/x/index.js', path.join(project.root, 'a.js'));
    expect(await planPatch([edit(project, 'a.js', '1', '2')], project)).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('link into a folder that is not patched'),
    });
  });

  it('nor is a file made where a file stands in the place of its folder', async () => {
    const project = await makeProject({ app: 'a file' });
    expect(await planPatch([newFileEdit('app/a.ts', 'x')], project)).toMatchObject({ kind: 'refused', file: 'app/a.ts' });
  });

  it('nor is anything in a folder that was made read-only, not even by root', async () => {
    const project = await makeProject({ 'shut/a': 'A=1' });
    chmodSync(path.join(project.root, 'shut'), 0o555);
    const edits = [edit(project, 'shut/a', '1', '2'), newFileEdit('shut/b', 'x')];
    for (const one of edits) {
      expect(await planPatch([one], project)).toMatchObject({
        kind: 'refused',
        reason: expect.stringContaining('folder may not be written'),
      });
    }
    chmodSync(path.join(project.root, 'shut'), 0o755);
    for (const one of edits) expect(await planPatch([one], project)).toMatchObject({ kind: 'plan' });
  });

  it('nor is anything kept where a file stands in the place of the journal', async () => {
    const project = await makeProject({ a: 'A=1', '.scalekit-fix': 'mine' });
    expect(applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('is not a folder'),
    });
    expect([textIn(project.root, 'a'), textIn(project.root, '.scalekit-fix')]).toEqual(['A=1', 'mine']);
  });
});

describe('somebody else is at work at the same moment', () => {
  it('swaps a folder for a link between plan and apply, or between apply and undo: what it leads to stays', async () => {
    const project = await makeProject({ 'sub/a': 'A=1' });
    const planned = await plan(project, edit(project, 'sub/a', '1', '2'));
    const kept = swapFolder(project.root, 'sub');
    expect(applyPlan(planned, { summary })).toMatchObject({ kind: 'refused', file: 'sub/a' });
    expect(textIn(kept, 'a')).toBe('A=1');

    const second = await makeProject({ 'sub/a': 'A=1' });
    applyPlan(await plan(second, edit(second, 'sub/a', '1', '2')), { summary });
    const moved = swapFolder(second.root, 'sub');
    expect(undoLast(second.root)).toMatchObject({ kind: 'conflicts', conflicts: [{ file: 'sub/a' }] });
    expect([textIn(moved, 'a'), readdirSync(moved)]).toEqual(['A=2', ['a']]);
  });

  it('takes the lock over in the middle of a patch: nothing is changed', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    const planned = await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2'));
    const writeNew: PatchFs['writeNew'] = (file, ...more) => {
      diskFs.writeNew(file, ...more);
      if (file.endsWith('.tmp')) takeLockAway(project.root);
    };
    expect(applyPlan(planned, { summary, fs: { ...diskFs, writeNew } }).kind).toBe('refused');
    expect([textIn(project.root, 'a'), textIn(project.root, 'b')]).toEqual(['A=1', 'B=1']);
  });

  it('takes the lock over in the middle of an undo: nothing is changed', async () => {
    const project = await makeProject({ a: 'A=1' });
    applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary });
    const fs = rightBefore('writeNew', () => takeLockAway(project.root));
    expect(undoLast(project.root, { fs })).toMatchObject({ kind: 'refused', reason: expect.stringContaining('took over') });
    expect(textIn(project.root, 'a')).toBe('A=2');
  });

  it('makes the file that a patch was about to make: it stays', async () => {
    const project = await makeProject({ a: 'A=1' });
    const planned = await plan(project, newFileEdit('new.ts', 'ours'), edit(project, 'a', '1', '2'));
    const fs = rightBefore('place', (to) => writeFileSync(to, 'theirs'));
    expect(applyPlan(planned, { summary, fs }).kind).toBe('refused');
    expect([textIn(project.root, 'a'), textIn(project.root, 'new.ts')]).toEqual(['A=1', 'theirs']);
    expect(readdirSync(project.root).sort()).toEqual(['.scalekit-fix', 'a', 'new.ts']);
  });

  it.each(['a', 'made.ts'])('writes to %s in the middle of an undo: it stays', async (file) => {
    const project = await makeProject({ a: 'A=1' });
    applyPlan(await plan(project, edit(project, 'a', '1', '2'), newFileEdit('made.ts', 'ours')), { summary });
    const fs = rightBefore('writeNew', () => addFiles(project.root, { [file]: 'theirs' }));
    expect(undoLast(project.root, { fs })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining(`${file} was changed`),
    });
    expect(textIn(project.root, file)).toBe('theirs');
  });

  it('writes to a file that a killed run left: the next run refuses and names it', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    const planned = await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2'));
    for (let allowed = 0; textIn(project.root, 'a') === 'A=1'; allowed++) {
      applyPlan(planned, { summary, fs: dyingFs(allowed, false).fs, owner: deadProcess });
    }
    addFiles(project.root, { a: 'A=mine' });
    const again = await plan(project, edit(project, 'b', '1', '3'));
    expect(applyPlan(again, { summary })).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(/cut short, and a changed since/),
    });
    expect([textIn(project.root, 'a'), textIn(project.root, 'b')]).toEqual(['A=mine', 'B=1']);
    expect(undoLast(project.root)).toMatchObject({ kind: 'conflicts', conflicts: [{ file: 'a' }] });
  });
});

describe('single writes', () => {
  it('never go over a file that is there, and leave none behind where they fail', () => {
    const root = makeFolder({ there: 'mine' });
    expect(() => diskFs.writeNew(path.join(root, 'there'), Buffer.from('ours'), {})).toThrow(/EEXIST/);
    expect(() => diskFs.place(path.join(root, 'there'), path.join(root, 'there'))).toThrow(/EEXIST/);
    symlinkSync('elsewhere', path.join(root, 'link'));
    expect(() => diskFs.writeNew(path.join(root, 'link'), Buffer.from('ours'), {})).toThrow(/EEXIST|ELOOP/);
    expect(() => diskFs.writeNew(path.join(root, 'new'), Buffer.from('ours'), { mode: -1 })).toThrow(/mode/);
    expect([readdirSync(root).sort(), textIn(root, 'there')]).toEqual([['link', 'there'], 'mine']);
  });

  it('that would part a character are refused, even where what is left is text again', async () => {
    const project = await makeProject({ a: 'äå' });
    const whole = edit(project, 'a', 'äå', '');
    expect(await planPatch([{ ...whole, start: 1, end: 3 }], project)).toMatchObject({
      reason: expect.stringContaining('inside a character'),
    });
  });
});

it('a second name that a file gets after the plan, or after the patch, is not parted from it', async () => {
  const project = await makeProject({ a: 'A=1' });
  const wanted = edit(project, 'a', '1', '2');
  const planned = await plan(project, wanted);
  linkSync(path.join(project.root, 'a'), path.join(project.root, 'b'));
  expect(applyPlan(planned, { summary })).toMatchObject({ kind: 'refused', file: 'a' });
  rmSync(path.join(project.root, 'b'));
  expect(applyPlan(planned, { summary }).kind).toBe('applied');
  linkSync(path.join(project.root, 'a'), path.join(project.root, 'b'));
  expect(undoLast(project.root)).toMatchObject({
    kind: 'conflicts',
    conflicts: [{ file: 'a', reason: expect.stringContaining('hard-linked') }],
  });
  expect([textIn(project.root, 'a'), textIn(project.root, 'b')]).toEqual(['A=2', 'A=2']);
  rmSync(path.join(project.root, 'b'));
  expect(undoLast(project.root).kind).toBe('undone');
});

it('a lock that this very process failed to give back is taken over', async () => {
  const project = await makeProject({ a: 'A=1' });
  const wanted = edit(project, 'a', '1', '2');
  applyPlan(await plan(project, wanted), { summary });
  undoLast(project.root);
  writeFileSync(path.join(project.root, '.scalekit-fix/lock'), JSON.stringify({ ...thisProcess(), token: 'left over' }));
  expect(applyPlan(await plan(project, wanted), { summary }).kind).toBe('applied');
});

it('a text with a zero byte is not put into a file', async () => {
  const project = await makeProject({ a: 'A=1' });
  expect(await planPatch([edit(project, 'a', '1', 'x\0y')], project)).toMatchObject({
    reason: expect.stringContaining('zero byte'),
  });
});
