/** The journal keeps to itself: for its owner only, tidy, honest about what was cut short, and no way to files of somebody else. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import { undoLast, unfinishedPatch } from '../../src/patches/undo.ts';
import { addFiles, makeProject } from '../project/folder.ts';
import { deadProcess, dyingFs, edit, plan, snapshot } from './helpers.ts';

const summary = 'Correct the redirect URI';

const textIn = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the journal', () => {
  const allIn = (root: string): string[] =>
    readdirSync(path.join(root, '.scalekit-fix'), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(root, '.scalekit-fix', name),
    );

  it('is for its owner only, copies and folders alike', async () => {
    const project = await makeProject({ '.env': 'SECRET=1' });
    const mask = process.umask(0);
    try {
      applyPlan(await plan(project, edit(project, '.env', '1', '2')), { summary });
    } finally {
      process.umask(mask);
    }
    const open = allIn(project.root).filter((name) => !name.endsWith('.gitignore') && (statSync(name).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(statSync(path.join(project.root, '.scalekit-fix')).mode & 0o077).toBe(0);
  });

  it('of a repository that somebody else made leads to no file of the user', async () => {
    const project = await makeProject({
      a: 'A=1',
      'docs/0.before': 'mine',
      'docs/entry.json.new': 'mine',
      'docs/0.after': 'mine',
    });
    const journal = path.join(project.root, '.scalekit-fix/journal');
    mkdirSync(journal, { recursive: true });
    symlinkSync('../../docs', path.join(journal, '000001-x'));
    addFiles(project.root, {
      '.scalekit-fix/journal/000002-x/mine.txt': 'mine',
      '.scalekit-fix/journal/000003-x/sub/mine.txt': 'mine',
    });
    const before = snapshot(path.join(project.root, 'docs'));
    expect(applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary }).kind).toBe('applied');
    expect(undoLast(project.root).kind).toBe('undone');
    expect(snapshot(path.join(project.root, 'docs'))).toEqual(before);
    expect(textIn(journal, '000002-x/mine.txt')).toBe('mine');
    expect(textIn(journal, '000003-x/sub/mine.txt')).toBe('mine');
  });

  it('says that an undo was cut short', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    applyPlan(await plan(project, edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2')), { summary });
    for (let allowed = 0; textIn(project.root, 'b') === 'B=2'; allowed++) {
      undoLast(project.root, { fs: dyingFs(allowed, false).fs, owner: deadProcess });
    }
    expect(textIn(project.root, 'a')).toBe('A=2');
    expect(unfinishedPatch(project.root)).toMatchObject({ state: 'undoing' });
  });

  it('is tidied by the next run: no copy is left of what was undone, or was killed before it began', async () => {
    const project = await makeProject({ '.env': 'SECRET=one' });
    const traces = (): string[] =>
      allIn(project.root).filter((name) => statSync(name).isFile() && /SECRET=(?:one|two)/.test(readFileSync(name, 'utf8')));
    const next = async (): Promise<void> => {
      applyPlan(await plan(project, newFileEdit('other.ts', 'x')), { summary });
      expect(traces()).toEqual([]);
      undoLast(project.root);
      rmSync(path.join(project.root, '.scalekit-fix'), { recursive: true });
    };
    const planned = await plan(project, edit(project, '.env', 'one', 'two'));
    for (let allowed = 0; ; allowed++) {
      mkdirSync(path.join(project.root, '.scalekit-fix'), { recursive: true, mode: 0o700 });
      const { fs, count } = dyingFs(allowed, false);
      applyPlan(planned, { summary, fs, owner: deadProcess });
      if (count() <= allowed || textIn(project.root, '.env') !== 'SECRET=one') break;
      await next();
    }
    undoLast(project.root);
    for (let allowed = 0; ; allowed++) {
      applyPlan(planned, { summary });
      const { fs, count } = dyingFs(allowed, false);
      undoLast(project.root, { fs, owner: deadProcess });
      if (textIn(project.root, '.env') === 'SECRET=one') await next();
      else undoLast(project.root);
      if (count() <= allowed) break;
    }
  });
});
