/** The record of the last rehearsal: private, bounded, and good for telling what works now. */
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Shown } from '../../src/diagnosis/shown.ts';
import type { ActReport } from '../../src/rehearsal/events.ts';
import { keepLastRun, type LastRun, lastRunOf } from '../../src/rehearsal/last-run.ts';
import { compareRuns } from '../../src/rehearsal/seen-to-work.ts';

function cache(): { readonly env: Record<string, string>; readonly file: () => string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalekit-fix-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const runs = path.join(folder, 'scalekit-fix', 'rehearsals');
  return { env: { XDG_CACHE_HOME: folder }, file: () => path.join(runs, readdirSync(runs)[0] ?? '') };
}

const act = (id: string, outcome: ActReport['outcome'], ...findings: string[]): ActReport => ({
  id,
  title: id,
  outcome,
  why: `${id} was ${outcome}.`,
  exchanges: [],
  ...(findings.length > 0 ? { findings } : {}),
});
const shows = (id: string, kind: Shown['kind']): Shown => ({
  id: id as Shown['id'],
  kind,
  severity: 'error',
  because: `${id} ${kind}.`,
  evidence: [],
  locations: [],
});
const run: LastRun = {
  at: '2026-12-01T10:00:00.000Z',
  command: 'npm start',
  port: 3000,
  acts: [act('state', 'sound')],
  failing: [],
};

describe('the record', () => {
  it('is read back for its own folder, and for its user alone', () => {
    const { env, file } = cache();
    keepLastRun('/srv/app', env, run);
    expect(lastRunOf('/srv/app', env)).toEqual(run);
    expect(lastRunOf('/srv/other', env)).toBeUndefined();
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(path.basename(file())).not.toContain('app');
  });

  it.each([
    '',
    '{',
    '[]',
    '{"version":1}',
    '{"version":2,"at":"","command":"","port":1,"acts":[],"failing":[]}',
    '{"version":1,"at":"","command":"","port":1,"acts":[{}],"failing":[]}',
  ])('that holds %j is none', (text) => {
    const { env, file } = cache();
    keepLastRun('/srv/app', env, run);
    writeFileSync(file(), text);
    expect(lastRunOf('/srv/app', env)).toBeUndefined();
  });

  it('stays in bounds: what can be opened goes first', () => {
    const { env } = cache();
    const message = { headers: [], body: 'x'.repeat(2_000) };
    const exchange = {
      id: 'exchange-1',
      act: 'state',
      from: 'browser',
      to: 'app',
      at: 0,
      ms: 1,
      method: 'GET',
      target: '/',
      request: message,
    } as const;
    const many = { ...act('state', 'sound'), exchanges: Array.from({ length: 3_000 }, () => exchange) };
    keepLastRun('/srv/app', env, { ...run, acts: [many] });
    const kept = lastRunOf('/srv/app', env)?.acts[0]?.exchanges;
    expect(kept).toHaveLength(3_000);
    expect(kept?.[0]?.request).toBeUndefined();
  });

  it('is done without where the cache cannot be written', () => {
    const env = { XDG_CACHE_HOME: path.join(import.meta.filename, 'none') };
    keepLastRun('/srv/app', env, run);
    expect(lastRunOf('/srv/app', env)).toBeUndefined();
  });
});

describe('what failed before', () => {
  const at = '2026-12-01T11:00:00.000Z';
  const failing = [{ finding: 'a/b', act: 'state', at: run.at }];
  it.each([
    ['works now where its act is sound', [act('state', 'sound')], [], ['a/b'], []],
    [
      'works now where the cause itself was seen to be sound',
      [act('state', 'unsound')],
      [shows('a/b', 'ruled-out')],
      ['a/b'],
      [],
    ],
    ['still fails where it is seen again', [act('state', 'unsound', 'a/b')], [shows('a/b', 'confirmed')], [], ['a/b']],
    ['fails by another act', [act('state', 'sound'), act('login', 'unsound', 'a/b')], [shows('a/b', 'confirmed')], [], ['a/b']],
    ['is not told of where its act was not judged', [act('state', 'not-judged')], [], [], ['a/b']],
    ['is not told of where its act was not played', [act('login', 'sound')], [], [], ['a/b']],
    [
      'is not told of where its act fails of something else',
      [act('state', 'unsound', 'c/d')],
      [shows('c/d', 'confirmed')],
      [],
      ['c/d', 'a/b'],
    ],
  ])('%s', (_what, acts, shown, works, left) => {
    const compared = compareRuns(failing, { at, acts, shown });
    expect(compared.works.map(({ finding, failedAt }) => [finding, failedAt])).toEqual(works.map((finding) => [finding, run.at]));
    expect(compared.failing.map(({ finding }) => finding)).toEqual(left);
  });
});
