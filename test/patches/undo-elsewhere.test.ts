/** Undo of a patch whose file was edited elsewhere since, and of one that is not the last. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { settleProof, unprovedPatches } from '../../src/patches/proofs.ts';
import { listJournal, undoLast, undoPatch } from '../../src/patches/undo.ts';
import { addFiles, makeProject } from '../project/folder.ts';
import { deadProcess, dyingFs, edit, plan, snapshot } from './helpers.ts';

const tenLines = Array.from({ length: 10 }, (_, index) => `${index}=0\n`).join('');
const textOf = (root: string): string => readFileSync(path.join(root, 'a'), 'utf8');

async function patchedAndEdited() {
  const project = await makeProject({ a: tenLines, b: 'B=1\n' });
  applyPlan(await plan(project, edit(project, 'a', '2=0', '2=1'), edit(project, 'b', '1', '2')), { summary: 'Correct 2' });
  addFiles(project.root, { a: textOf(project.root).replace('8=0', '8=mine') });
  return { ...project, expected: tenLines.replace('8=0', '8=mine') };
}

it('takes only the lines of the patch back, and says which files kept an edit', async () => {
  const { root, expected } = await patchedAndEdited();
  expect(undoLast(root)).toMatchObject({ kind: 'undone', kept: ['a'] });
  expect(textOf(root)).toBe(expected);
  expect(readFileSync(path.join(root, 'b'), 'utf8')).toBe('B=1\n');
  expect(undoLast(root)).toEqual({ kind: 'nothing' });
});

it('killed at any write, the next undo finishes it', async () => {
  for (let allowed = 0; ; allowed++) {
    const { root, expected } = await patchedAndEdited();
    const { fs, count } = dyingFs(allowed, allowed % 2 === 0);
    undoLast(root, { fs, owner: deadProcess });
    if (count() <= allowed) break;
    undoLast(root);
    expect([allowed, textOf(root)]).toEqual([allowed, expected]);
    expect(undoLast(root)).toEqual({ kind: 'nothing' });
  }
});

it('refuses where one hunk of several files does not fit, and touches none', async () => {
  const { root } = await patchedAndEdited();
  addFiles(root, { b: 'B=mine\n' });
  const before = snapshot(root);
  expect(undoLast(root)).toMatchObject({ kind: 'conflicts', conflicts: [{ file: 'b' }] });
  expect(snapshot(root)).toEqual(before);
});

it('takes an earlier patch back and leaves the later one, in whatever order', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const project = await makeProject({ a: tenLines });
    const ids = [];
    for (const [from, to] of [
      ['1=0', '1=first'],
      ['8=0', '8=second'],
    ] as const) {
      const applied = applyPlan(await plan(project, edit(project, 'a', from, to)), { summary: to });
      if (applied.kind === 'refused') throw new Error(applied.reason);
      ids.push(applied.id);
    }
    expect(undoPatch(project.root, ids[order[0]] ?? '')).toMatchObject({ kind: 'undone', kept: order[0] === 0 ? ['a'] : [] });
    expect(textOf(project.root)).toBe(order[0] === 0 ? tenLines.replace('8=0', '8=second') : tenLines.replace('1=0', '1=first'));
    expect(undoPatch(project.root, ids[order[1]] ?? '').kind).toBe('undone');
    expect(textOf(project.root)).toBe(tenLines);
    expect(undoPatch(project.root, ids[0] ?? '')).toEqual({ kind: 'nothing' });
  }
});

it('refuses an earlier patch whose lines a later one changed again', async () => {
  const project = await makeProject({ a: tenLines });
  const first = applyPlan(await plan(project, edit(project, 'a', '1=0', '1=1')), { summary: 'first' });
  applyPlan(await plan(project, edit(project, 'a', '1=1', '1=2')), { summary: 'second' });
  expect(undoPatch(project.root, first.kind === 'applied' ? first.id : '')).toMatchObject({ kind: 'conflicts' });
  expect(textOf(project.root)).toContain('1=2');
});

it('knows whose proof is due until somebody says what became of it, or it is taken back', async () => {
  const project = await makeProject({ a: tenLines, b: 'B=1\n' });
  const patch = async (from: string) => {
    const applied = applyPlan(await plan(project, edit(project, 'a', `${from}=0`, `${from}=1`)), {
      summary: from,
      finding: 'boiler/too-high',
    });
    if (applied.kind === 'refused') throw new Error(applied.reason);
    return applied.id;
  };
  const [one, two] = [await patch('1'), await patch('8')];
  applyPlan(await plan(project, edit(project, 'b', '1', '2')), { summary: 'for nothing in particular' });
  expect(unprovedPatches(project.root)).toEqual([
    { id: one, finding: 'boiler/too-high', summary: '1', files: ['a'] },
    { id: two, finding: 'boiler/too-high', summary: '8', files: ['a'] },
  ]);
  expect(settleProof(project.root, one, 'gone')).toBeUndefined();
  undoPatch(project.root, two);
  expect(unprovedPatches(project.root)).toEqual([]);
  expect(listJournal(project.root)).toContainEqual(
    expect.objectContaining({ id: one, proof: expect.objectContaining({ state: 'gone' }) }),
  );
  expect(settleProof(project.root, 'no-such-patch', 'gone')).toMatchObject({ kind: 'refused' });
});
