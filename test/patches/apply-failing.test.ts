import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cutShortSentence } from '../../src/commands/cut-short.ts';
import { applyPlan } from '../../src/patches/apply.ts';
import { diskFs } from '../../src/patches/fs.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import { listJournal, undoLast, unfinishedPatch } from '../../src/patches/undo.ts';
import { addFiles, makeProject } from '../project/folder.ts';
import { deadProcess, dyingFs, edit, failingFs, fullFs, plan, snapshot } from './helpers.ts';

const summary = 'Correct the redirect URI';

describe('failing and being killed', () => {
  const files = { a: 'A=1\n', 'sub/b': 'B=1\n' };
  const wanted = (project: Awaited<ReturnType<typeof makeProject>>) =>
    plan(project, edit(project, 'a', '1', '2'), edit(project, 'sub/b', '1', '2'), newFileEdit('new/deep/c', 'C=2\n'));

  it.each(['ENOSPC', 'EIO', 'EROFS'])('%s at any write leaves the files as they were', async (code) => {
    for (let at = 0; ; at++) {
      const project = await makeProject(files);
      const before = snapshot(project.root);
      const { fs, count } = failingFs(at, code);
      const result = applyPlan(await wanted(project), { summary, fs });
      if (count() <= at) {
        expect(result.kind).toBe('applied');
        expect(at).toBeGreaterThan(20);
        break;
      }
      if (result.kind === 'applied') continue;
      expect([at, result.reason.length > 10, snapshot(project.root)]).toEqual([at, true, before]);
      expect(unfinishedPatch(project.root)).toBeUndefined();
    }
  });

  it('no space left from any write on: all of the patch or nothing of it, and a sentence', async () => {
    for (let at = 0; ; at++) {
      const project = await makeProject(files);
      const before = snapshot(project.root);
      const { fs, count } = fullFs(at);
      const result = applyPlan(await wanted(project), { summary, fs });
      const after = snapshot(project.root);
      if (result.kind === 'applied') expect(after).not.toEqual(before);
      else expect([at, result.reason, after]).toEqual([at, expect.stringMatching(/^Nothing .* no space left/), before]);
      undoLast(project.root);
      expect([at, snapshot(project.root)]).toEqual([at, before]);
      if (count() <= at) break;
    }
  });

  it('no space left from any write of an undo on: all of it or nothing of it, and the patch still stands', async () => {
    for (let at = 0; ; at++) {
      const project = await makeProject(files);
      const before = snapshot(project.root);
      applyPlan(await wanted(project), { summary });
      const after = snapshot(project.root);
      const { fs, count } = fullFs(at);
      const result = undoLast(project.root, { fs });
      if (result.kind === 'undone') expect([at, snapshot(project.root)]).toEqual([at, before]);
      else {
        expect([at, result]).toEqual([at, { kind: 'refused', reason: expect.stringMatching(/^Nothing .* no space left/) }]);
        expect([at, snapshot(project.root), unfinishedPatch(project.root)]).toEqual([at, after, undefined]);
        expect(undoLast(project.root).kind).toBe('undone');
        expect([at, snapshot(project.root)]).toEqual([at, before]);
      }
      if (count() <= at) break;
    }
  });

  it('somebody who writes to a file in the very middle keeps it, and the rest goes back', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1', c: 'C=1' });
    const planned = await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2'), edit(project, 'c', '1', '2'));
    const fs = {
      ...diskFs,
      replace: (from: string, to: string) => {
        diskFs.replace(from, to);
        if (to.endsWith('/a')) addFiles(project.root, { b: 'B=mine' });
      },
    };
    expect(applyPlan(planned, { summary, fs })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('b was changed'),
    });
    const now = ['a', 'b', 'c'].map((file) => readFileSync(path.join(project.root, file), 'utf8'));
    expect([now, readdirSync(project.root)]).toEqual([
      ['A=1', 'B=mine', 'C=1'],
      ['.scalekit-fix', 'a', 'b', 'c'],
    ]);
    expect(undoLast(project.root)).toEqual({ kind: 'nothing' });
  });

  it.each([false, true])('killed at any write (begun: %s), undo and the next run bring a whole tree', async (half) => {
    for (const next of ['undo', 'apply'] as const) {
      for (let allowed = 0; ; allowed++) {
        const project = await makeProject(files);
        const before = snapshot(project.root);
        const planned = await wanted(project);
        const { fs, count } = dyingFs(allowed, half);
        applyPlan(planned, { summary, fs, owner: deadProcess });
        const finished = count() <= allowed;
        if (next === 'undo') {
          const result = undoLast(project.root);
          expect(['undone', 'nothing']).toContain(result.kind);
          expect([allowed, snapshot(project.root)]).toEqual([allowed, before]);
        } else if (!finished) {
          const standing = listJournal(project.root);
          const was = Array.isArray(standing) ? standing[0]?.state : undefined;
          if (was === 'applied') expect(readFileSync(path.join(project.root, 'a'), 'utf8')).toBe('A=2\n');
          else {
            const again = applyPlan(planned, { summary: 'again' });
            expect([allowed, again.kind]).toEqual([allowed, 'applied']);
            expect(readFileSync(path.join(project.root, 'sub/b'), 'utf8')).toBe('B=2\n');
            undoLast(project.root);
            expect([allowed, snapshot(project.root)]).toEqual([allowed, before]);
          }
        }
        if (finished) break;
      }
    }
  });

  it('killed at any write of an undo, the next undo finishes it', async () => {
    for (let allowed = 0; ; allowed++) {
      const project = await makeProject(files);
      const before = snapshot(project.root);
      applyPlan(await wanted(project), { summary });
      const { fs, count } = dyingFs(allowed, allowed % 2 === 0);
      undoLast(project.root, { fs, owner: deadProcess });
      if (count() <= allowed) break;
      undoLast(project.root);
      expect([allowed, snapshot(project.root)]).toEqual([allowed, before]);
      expect(undoLast(project.root)).toEqual({ kind: 'nothing' });
    }
  });

  it('a run that was killed halfway is told of in one sentence, until it is taken back', async () => {
    const project = await makeProject(files);
    const planned = await wanted(project);
    expect(cutShortSentence(project.root)).toBeUndefined();
    for (let allowed = 0; unfinishedPatch(project.root) === undefined; allowed++) {
      applyPlan(planned, { summary, fs: dyingFs(allowed, false).fs, owner: deadProcess });
    }
    expect(cutShortSentence(project.root)).toMatch(/cut short in the middle of a patch \(.*a.*\).*`scalekit-fix undo`/);
    undoLast(project.root);
    expect(cutShortSentence(project.root)).toBeUndefined();
  });
});
