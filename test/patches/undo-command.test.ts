/** `undo` as a command: what it prints, and with which code it ends. */
import { readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OptionsOf } from '../../src/commands/options.ts';
import { run } from '../../src/commands/undo.ts';
import { UsageError } from '../../src/commands/usage-error.ts';
import { applyPlan } from '../../src/patches/apply.ts';
import { commonOptions, testIo } from '../cli/command-io.ts';
import { addFiles, makeFolder, makeProject } from '../project/folder.ts';
import { edit, plan } from './helpers.ts';

async function undo(cwd: string, more: Partial<OptionsOf<'undo'>> = {}) {
  const { io, out, err } = testIo();
  const code = await run({ command: 'undo', list: false, all: false, ...commonOptions(cwd), ...more }, io).catch((error) => {
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return 2;
  });
  return { code, out: out(), err: err() };
}

const SECRET = 'live_9f8e7d6c5b4a39281706';

async function patched() {
  const project = await makeProject({ '.env': `SCALEKIT_CLIENT_SECRET=${SECRET}\nA=1\n` });
  applyPlan(await plan(project, edit(project, '.env', 'A=1', 'A=2')), { summary: 'Correct \u001b[31mA' });
  return project;
}

describe('undo', () => {
  it('takes the last patch back and names the files', async () => {
    const { root } = await patched();
    expect(await undo(root)).toEqual({ code: 0, out: 'Undone: “Correct A”. As before: .env.\n', err: '' });
    expect(readFileSync(path.join(root, '.env'), 'utf8')).toContain('A=1');
    expect(await undo(root)).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/^There is nothing to undo.*\n$/) });
  });

  it('shows the difference without secrets where a file changed since, and undoes nothing', async () => {
    const { root } = await patched();
    addFiles(root, { '.env': `SCALEKIT_CLIENT_SECRET=${SECRET}x\nA=2\nB=3\n` });
    const { code, out, err } = await undo(root);
    expect([code, err]).toEqual([3, expect.stringContaining('.env was changed since')]);
    expect(out).toContain('+B=3');
    expect(out).not.toContain(SECRET);
    const json = await undo(root, { json: true });
    expect(JSON.parse(json.out)).toMatchObject({ undone: null, conflicts: [{ file: '.env' }], exitCode: 3 });
    expect(json.out).not.toContain(SECRET);
    expect(readFileSync(path.join(root, '.env'), 'utf8')).toContain('B=3');
  });

  it('lists what was applied, and prints one JSON document', async () => {
    const { root } = await patched();
    expect((await undo(root, { list: true })).out).toMatch(/^\S+ {2}applied {4}Correct A {2}\(\.env\) {2}\d{6}-\w+\n$/);
    expect(JSON.parse((await undo(root, { list: true, json: true })).out)).toMatchObject({
      patches: [{ state: 'applied', files: ['.env'] }],
    });
    expect(JSON.parse((await undo(root, { json: true })).out)).toMatchObject({ undone: { summary: 'Correct A' }, exitCode: 0 });
    expect(await undo(makeFolder(), { list: true })).toMatchObject({ code: 0, out: 'No patch was applied in this folder.\n' });
  });

  it('says in a sentence why it cannot', async () => {
    const root = makeFolder();
    symlinkSync('/tmp', path.join(root, '.scalekit-fix'));
    expect(await undo(root)).toMatchObject({ code: 3, err: expect.stringContaining('is a link to another place') });
    expect(await undo(root, { list: true, json: true })).toMatchObject({ code: 3, out: expect.stringContaining('"exitCode":3') });
  });
});
