/** The built program killed, or out of space, at every single write: files are as before or as after, and `undo` of another process brings the first. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ended, ended, PROGRAM, run, STACK_TRACE, start, temporaryFolder } from '../e2e/program.ts';
import { snapshot } from './helpers.ts';

const DISK = resolve(import.meta.dirname, 'faulty-disk.cjs');
const BEFORE =
  'SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU "\n';
const AFTER = BEFORE.replace(' "', '"');

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), BEFORE, { mode: 0o600 });
  return folder;
}

const APPLY = ['fix', '--apply', '--yes', '--offline', '--json'];

function onFaultyDisk(args: readonly string[], cwd: string, fault: string, count = ''): Promise<Ended> {
  return run(args, { cwd, env: { NODE_OPTIONS: `--require=${DISK}`, FAULT_ROOT: cwd, FAULT: fault, COUNT: count } });
}

async function writesOf(args: readonly string[], cwd: string): Promise<number> {
  const count = join(temporaryFolder(), 'count');
  await onFaultyDisk(args, cwd, 'none:0', count);
  return Number(readFileSync(count, 'utf8'));
}

/** Two at a time: the machine has that many cores. */
async function each(total: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < total) await work(next++);
  };
  await Promise.all([worker(), worker()]);
}

const contentOf = (folder: string): string => readFileSync(join(folder, '.env'), 'utf8');
const isWhole = (folder: string): boolean => [BEFORE, AFTER].includes(contentOf(folder));

describe('killed at every write', () => {
  it('of fix --apply, the file is whole and undo brings it back', { timeout: 180_000 }, async () => {
    const total = await writesOf(APPLY, project());
    expect(total).toBeGreaterThan(12);
    await each(total, async (at) => {
      const folder = project();
      const fresh = snapshot(folder);
      expect([at, (await onFaultyDisk(APPLY, folder, `half:${at}`)).code]).toEqual([at, null]);
      expect([at, isWhole(folder)]).toEqual([at, true]);
      const undone = await run(['undo'], { cwd: folder });
      expect([at, undone.code === 0 || /nothing to undo/.test(undone.stderr)]).toEqual([at, true]);
      expect([at, snapshot(folder)]).toEqual([at, fresh]);
    });
  });

  it('of undo, the next undo finishes it', { timeout: 180_000 }, async () => {
    const first = project();
    await run(APPLY, { cwd: first });
    expect(contentOf(first)).toBe(AFTER);
    const patched = (): string => {
      const folder = join(temporaryFolder(), 'app');
      cpSync(first, folder, { recursive: true });
      return folder;
    };
    const total = await writesOf(['undo'], patched());
    expect(total).toBeGreaterThan(8);
    await each(total, async (at) => {
      const folder = patched();
      expect([at, (await onFaultyDisk(['undo'], folder, `kill:${at}`)).code]).toEqual([at, null]);
      expect([at, isWhole(folder)]).toEqual([at, true]);
      await run(['undo'], { cwd: folder });
      expect([at, contentOf(folder)]).toEqual([at, BEFORE]);
    });
  });
});

describe('several runs at once', () => {
  it('of fix --apply write one patch, which one undo takes back', { timeout: 60_000 }, async () => {
    const folder = project();
    const fresh = snapshot(folder);
    const runs = await Promise.all([1, 2, 3, 4].map(() => run(APPLY, { cwd: folder })));
    const outcomes = runs.flatMap(({ stdout }) => (JSON.parse(stdout) as { fixes: { outcome: string }[] }).fixes);
    // Who came late found nothing to fix, or was refused.
    expect(outcomes.filter(({ outcome }) => outcome === 'fixed')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome !== 'fixed' && outcome !== 'refused')).toEqual([]);
    expect(contentOf(folder)).toBe(AFTER);
    const undone = await Promise.all([1, 2, 3].map(() => run(['undo'], { cwd: folder })));
    expect(undone.filter(({ code }) => code === 0)).toHaveLength(1);
    expect(snapshot(folder)).toEqual(fresh);
  });
});

describe('no space left', () => {
  it('by a limit on the size of files: a sentence, and the file stays as it is', async () => {
    const folder = project();
    writeFileSync(join(folder, '.env'), `${BEFORE}# ${'x'.repeat(40_000)}\n`);
    const fresh = snapshot(folder);
    const shell = start(['ulimit -f 8; exec "$0" "$@"', process.execPath, PROGRAM, ...APPLY], {
      cwd: folder,
      node: '/bin/bash',
      program: '-c',
    });
    shell.stdin?.end();
    const result = await ended(shell);
    expect(result.stderr).not.toMatch(STACK_TRACE);
    expect(JSON.parse(result.stdout)).toMatchObject({
      fixes: [{ outcome: 'refused', message: 'Nothing could be written: a file would grow beyond what this user may write.' }],
    });
    expect(snapshot(folder)).toEqual(fresh);
    expect(await run(['undo'], { cwd: folder })).toMatchObject({ code: 2 });
  });
});
