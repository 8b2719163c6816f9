/** The built program's support bundle: written once, private, without a secret, and read back. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment, PROGRAM, run, temporaryFolder } from './program.ts';
import { openTerminal } from './terminal.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=http://127.0.0.1:9/\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="${SECRET} "\n`,
  );
  return folder;
}

describe('bundle', () => {
  it('holds the report, the exchanges and hashes, and no secret; it is never written over another file', async () => {
    const cwd = project();
    const file = join(temporaryFolder(), 'support.zip');
    expect(await run(['bundle', '--output', file, '--cwd', cwd])).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const entries = unzipSync(readFileSync(file));
    expect(Object.keys(entries)).toEqual(
      expect.arrayContaining(['REPORT.md', 'report.json', 'probes.ndjson', 'MANIFEST.json', 'REDACTIONS.json']),
    );
    const all = Object.values(entries)
      .map((bytes) => Buffer.from(bytes).toString('utf8'))
      .join('\n');
    expect(all).toContain('invalid-client/value-mangled');
    expect(all).not.toContain(SECRET);
    expect(await run(['bundle', '--output', file, '--cwd', cwd])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--force'),
    });
    const inspected = await run(['bundle', '--inspect', file]);
    expect(inspected).toMatchObject({ code: 0, stdout: expect.stringContaining('# Support report') });
  });

  it('is looked through and written from the wizard', async () => {
    const cwd = project();
    const terminal = openTerminal({
      command: process.execPath,
      args: [PROGRAM],
      cols: 80,
      rows: 24,
      env: cleanEnvironment(),
      cwd,
    });
    await terminal.waitFor('Enter go on');
    terminal.press('enter');
    await terminal.waitFor('What do you see?');
    terminal.press('enter');
    await terminal.waitFor(/confirmed/);
    await terminal.waitFor('b support bundle');
    terminal.type('b');
    await terminal.waitFor('REPORT.md');
    terminal.press('enter');
    await terminal.waitFor('# Support report');
    terminal.press('escape');
    await terminal.waitFor('w write');
    terminal.type('w');
    await terminal.waitFor('Written to');
    expect(terminal.everything()).not.toContain(SECRET);
  });
});
