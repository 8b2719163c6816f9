import { mkdirSync, readdirSync, readFileSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { listJournal, undoLast } from '../../src/patches/undo.ts';
import { addFiles, makeFolder, makeProject } from '../project/folder.ts';
import { edit, plan, snapshot } from './helpers.ts';

const summary = 'Correct the redirect URI';

function instead(root: string, file: string, make: () => unknown): void {
  unlinkSync(path.join(root, file));
  make();
}

describe('taking back after somebody edited', () => {
  it('refuses, touches nothing and hands out both sides', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    applyPlan(await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2')), { summary });
    addFiles(project.root, { b: 'B=2\nC=3' });
    const before = snapshot(project.root);
    const result = undoLast(project.root);
    expect(result).toMatchObject({
      kind: 'conflicts',
      conflicts: [{ file: 'b', reason: expect.stringContaining('was changed since') }],
    });
    if (result.kind === 'conflicts') {
      expect(result.conflicts[0]?.left?.toString()).toBe('B=2');
      expect(result.conflicts[0]?.now?.toString()).toBe('B=2\nC=3');
    }
    expect(snapshot(project.root)).toEqual(before);
    // A file that was taken back by hand is fine.
    addFiles(project.root, { b: 'B=1' });
    expect(undoLast(project.root).kind).toBe('undone');
    expect(readFileSync(path.join(project.root, 'a'), 'utf8')).toBe('A=1');
  });

  it.each([
    ['deleted', (file: string) => unlinkSync(file)],
    ['a folder', (file: string) => instead(file, '', () => mkdirSync(file))],
    ['a link', (file: string) => instead(file, '', () => symlinkSync('/etc/hostname', file))],
  ])('refuses where the file is now %s', async (_name, change) => {
    const project = await makeProject({ a: 'A=1' });
    applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary });
    change(path.join(project.root, 'a'));
    expect(undoLast(project.root)).toMatchObject({ kind: 'conflicts', conflicts: [{ file: 'a', now: undefined }] });
  });

  it('never follows a journal that leads out of the project or was damaged', async () => {
    const outside = makeFolder({ victim: 'B' });
    const project = await makeProject({ a: 'A' });
    applyPlan(await plan(project, edit(project, 'a', 'A', 'B')), { summary });
    const entry = listJournal(project.root);
    if ('kind' in entry) throw new Error(entry.reason);
    const folder = path.join(project.root, '.scalekit-fix/journal', entry[0]?.id ?? '');
    const written = readFileSync(path.join(folder, 'entry.json'), 'utf8');
    writeFileSync(path.join(folder, '0.before'), 'evil');
    expect(undoLast(project.root)).toMatchObject({ kind: 'refused', reason: expect.stringContaining('damaged') });
    for (const real of ['../x', path.join(outside, 'victim'), '.git/config']) {
      writeFileSync(path.join(folder, 'entry.json'), written.replace('"real": "a"', `"real": ${JSON.stringify(real)}`));
      expect(undoLast(project.root)).toEqual({ kind: 'nothing' });
    }
    expect(readFileSync(path.join(project.root, 'a'), 'utf8')).toBe('B');
    const linked = await makeProject({ a: 'A' });
    symlinkSync(outside, path.join(linked.root, '.scalekit-fix'));
    expect(applyPlan(await plan(linked, edit(linked, 'a', 'A', 'B')), { summary })).toMatchObject({ kind: 'refused' });
    expect(undoLast(linked.root)).toMatchObject({ kind: 'refused' });
    expect(readdirSync(outside)).toEqual(['victim']);
  });
});
