/** Several runs of the built program at the same thing: one of them does it, the others say why not, and what they leave is whole. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { run, STACK_TRACE, temporaryFolder } from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const BROKEN = `SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="${SECRET} "\n`;

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), BROKEN);
  return folder;
}

describe('three at once', () => {
  it('write one bundle to one file', async () => {
    const cwd = project();
    const folder = temporaryFolder();
    const file = join(folder, 'b.zip');
    const runs = await Promise.all([1, 2, 3].map(() => run(['bundle', '--output', file, '--offline'], { cwd })));
    expect(runs.map(({ code }) => code).sort()).toEqual([0, 2, 2]);
    for (const { code, stderr } of runs) if (code === 2) expect(stderr).toContain('--force');
    expect(readdirSync(folder)).toEqual(['b.zip']);
    expect(Object.keys(unzipSync(readFileSync(file)))).toContain('REPORT.md');
  });

  it('apply one patch, and one undo takes it back', async () => {
    const cwd = project();
    const runs = await Promise.all([1, 2, 3].map(() => run(['fix', '--apply', '--yes', '--offline'], { cwd })));
    for (const { code, stderr } of runs) {
      expect([0, 1, 3]).toContain(code);
      expect(stderr).not.toMatch(STACK_TRACE);
    }
    expect(runs.map(({ code }) => code)).toContain(0);
    expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe(BROKEN.replace(' "', '"'));
    expect(readdirSync(cwd).sort()).toEqual(['.env', '.scalekit-fix']);
    expect((await run(['undo'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, '.env'), 'utf8')).toBe(BROKEN);
    expect((await run(['undo'], { cwd })).code).toBe(2);
  });
});

it('a bundle does not take the place of a file that came into being while it was written', async () => {
  const cwd = project();
  const folder = temporaryFolder();
  const file = join(folder, 'b.zip');
  const preload = join(temporaryFolder(), 'meanwhile.cjs');
  writeFileSync(
    preload,
    `const fs = require('node:fs');
     const { fsyncSync } = fs;
     fs.fsyncSync = (descriptor) => (fs.writeFileSync(${JSON.stringify(file)}, 'mine'), fsyncSync(descriptor));`,
  );
  const { code, stderr } = await run(['bundle', '--output', file, '--offline'], {
    cwd,
    env: { NODE_OPTIONS: `--require=${preload}` },
  });
  expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('--force') });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(readdirSync(folder)).toEqual(['b.zip']);
});
