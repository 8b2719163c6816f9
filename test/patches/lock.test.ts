/** One run at a time: a second one is refused, a lock of a process that is gone is taken over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyPlan } from '../../src/patches/apply.ts';
import { diskFs } from '../../src/patches/fs.ts';
import { takeLock, thisProcess } from '../../src/patches/lock.ts';
import { isRefusal } from '../../src/patches/refusal.ts';
import { openStore, type Store } from '../../src/patches/store.ts';
import { undoLast } from '../../src/patches/undo.ts';
import { makeFolder, makeProject } from '../project/folder.ts';
import { deadProcess, edit, plan, snapshot } from './helpers.ts';

function storeIn(root: string): Store {
  const store = openStore(root, diskFs);
  if (isRefusal(store)) throw new Error(store.reason);
  return store;
}

function lockFile(root: string): string {
  return path.join(root, '.scalekit-fix/lock');
}

describe('the lock', () => {
  it('refuses a second run while the first holds it, and changes nothing', async () => {
    const project = await makeProject({ a: 'A=1' });
    const planned = await plan(project, edit(project, 'a', '1', '2'));
    const lock = takeLock(storeIn(project.root), diskFs);
    expect(lock.kind).toBe('lock');
    const before = snapshot(project.root);
    expect(applyPlan(planned, { summary: 'x' })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('Another run'),
    });
    expect(snapshot(project.root)).toEqual(before);
    if (lock.kind === 'lock') lock.release();
    expect(applyPlan(planned, { summary: 'x' }).kind).toBe('applied');
  });

  it.each([
    ['a process that is gone', JSON.stringify({ ...deadProcess, token: 'x' })],
    ['a later process with the same number', JSON.stringify({ pid: process.ppid, host: hostname(), began: '1', token: 'x' })],
    ['nothing readable', '{'],
    ['nothing', ''],
  ])('is taken over from %s', async (_name, content) => {
    const project = await makeProject({ a: 'A=1' });
    storeIn(project.root);
    writeFileSync(lockFile(project.root), content);
    expect(applyPlan(await plan(project, edit(project, 'a', '1', '2')), { summary: 'x' }).kind).toBe('applied');
    expect(readdirSync(path.join(project.root, '.scalekit-fix')).filter((name) => name.startsWith('lock'))).toEqual([]);
  });

  it('of another machine is believed for a while only', async () => {
    const project = await makeProject({ a: 'A=1' });
    storeIn(project.root);
    writeFileSync(lockFile(project.root), JSON.stringify({ pid: 1, host: 'elsewhere', token: 'x' }));
    const planned = await plan(project, edit(project, 'a', '1', '2'));
    expect(applyPlan(planned, { summary: 'x' }).kind).toBe('refused');
    const anHourAgo = Date.now() / 1000 - 3600;
    utimesSync(lockFile(project.root), anHourAgo, anHourAgo);
    expect(applyPlan(planned, { summary: 'x' }).kind).toBe('applied');
  });

  it('says so when it was taken away', () => {
    const root = makeFolder();
    const lock = takeLock(storeIn(root), diskFs);
    writeFileSync(lockFile(root), JSON.stringify({ ...thisProcess(), token: 'another' }));
    if (lock.kind !== 'lock') throw new Error('no lock');
    expect(() => lock.assertHeld()).toThrow(/took over/);
    lock.release();
    expect(readFileSync(lockFile(root), 'utf8')).toContain('another');
  });
});

/** The rooms under test as one file that a plain process can run. */
let program = '';

beforeAll(async () => {
  const { rolldown } = await import('rolldown');
  const folder = path.resolve(import.meta.dirname, '../../.cache/test-patches');
  const source = path.resolve(import.meta.dirname, '../../src');
  const entry = 'virtual:entry';
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    external: ['execa', 'diff'],
    plugins: [
      {
        name: 'entry',
        resolveId: (id: string) => (id === entry ? id : undefined),
        load: (id: string) =>
          id === entry
            ? `export { applyPlan } from '${source}/patches/apply.ts'; export { planPatch } from '${source}/patches/plan.ts';
               export { openProject } from '${source}/project/files.ts'; export { diskFs } from '${source}/patches/fs.ts';`
            : undefined,
      },
    ],
  });
  program = path.join(folder, `rooms-${process.pid}.mjs`);
  await bundle.write({ file: program, format: 'esm', codeSplitting: false });
});

afterAll(async () => {
  const { rm } = await import('node:fs/promises');
  await rm(program, { force: true });
});

/** A real process that applies edits, and stops for good (`SIGKILL`) before the given write where one is given. */
function applyElsewhere(root: string, edits: unknown, killAt = -1): ChildProcess {
  const script = `
    const { applyPlan, planPatch, openProject, diskFs } = await import(${JSON.stringify(program)});
    const project = await openProject(${JSON.stringify(root)}, { env: {}, learn: () => {} });
    const plan = await planPatch(${JSON.stringify(edits)}, project);
    if (plan.kind === 'refused') { process.stdout.write(plan.kind); process.exit(0); }
    let count = 0;
    const fs = Object.fromEntries(Object.entries(diskFs).map(([name, work]) => [name, (...given) => {
      if (count++ === ${killAt}) process.kill(process.pid, 'SIGKILL');
      return work(...given);
    }]));
    process.stdout.write(applyPlan(plan, { summary: 'elsewhere', fs }).kind);
  `;
  return spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function endOf(child: ChildProcess): Promise<string> {
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += chunk;
  });
  const [, signal] = await once(child, 'close');
  return signal ?? output;
}

describe('real processes', () => {
  it('at the same time: one applies, the other is refused, and undo finds one whole patch', async () => {
    const project = await makeProject({ a: 'A=1', b: 'B=1' });
    const edits = [edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2')];
    const results = await Promise.all([1, 2, 3].map(() => endOf(applyElsewhere(project.root, edits))));
    expect(results.sort()).toEqual(['applied', 'refused', 'refused']);
    expect([readFileSync(path.join(project.root, 'a'), 'utf8'), readFileSync(path.join(project.root, 'b'), 'utf8')]).toEqual([
      'A=2',
      'B=2',
    ]);
    expect(undoLast(project.root).kind).toBe('undone');
  });

  it('killed in the middle leave a journal and a lock that the next run knows what to do with', async () => {
    for (const killAt of [8, 12, 17, 19, 21, 23, 26]) {
      const project = await makeProject({ a: 'A=1', b: 'B=1' });
      const before = snapshot(project.root);
      const edits = [edit(project, 'a', '1', '2'), edit(project, 'b', '1', '2')];
      expect([killAt, await endOf(applyElsewhere(project.root, edits, killAt))]).toEqual([killAt, 'SIGKILL']);
      expect([killAt, undoLast(project.root).kind === 'refused']).toEqual([killAt, false]);
      expect([killAt, snapshot(project.root)]).toEqual([killAt, before]);
    }
  });
});
