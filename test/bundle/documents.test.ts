/** The documents that `bundle --json` and `undo --json` of the built program print: each valid against its schema, and nothing else on standard output. */
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { canRunAsNobody, type Ended, leftOut, run, temporaryFolder } from '../e2e/program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';

function checked(name: string): (ended: Ended) => Record<string, unknown> {
  const file = resolve(import.meta.dirname, `../../assets/${name}.schema.json`);
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(file, 'utf8')));
  return ({ stdout, stderr }) => {
    const document = JSON.parse(stdout) as Record<string, unknown>;
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(`${stdout}${stderr}`).not.toContain(SECRET);
    return document;
  };
}

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="${SECRET} "\n`,
  );
  return folder;
}

describe('bundle --json', () => {
  const documentOf = checked('bundle');

  it('says what was written and what to write to support, reads it back, and says why not', async () => {
    const cwd = project();
    const file = join(temporaryFolder(), 'b.zip');
    const written = await run(['bundle', '--output', file, '--offline', '--json', '--cwd', cwd]);
    expect([written.code, written.stderr]).toEqual([0, '']);
    expect(documentOf(written)).toMatchObject({
      output: file,
      message: { to: 'support@scalekit.com', body: expect.stringContaining('invalid-client/value-mangled') },
    });
    const inspected = await run(['bundle', '--inspect', file, '--json']);
    expect(documentOf(inspected)).toMatchObject({
      warnings: [],
      report: expect.stringContaining('# Support report'),
      exitCode: 0,
    });

    writeFileSync(file, 'no archive at all, whatever its name is');
    const refused = await run(['bundle', '--inspect', file, '--json']);
    expect([refused.code, documentOf(refused)]).toEqual([
      3,
      expect.objectContaining({ reason: expect.stringContaining('no bundle') }),
    ]);
    const over = await run(['bundle', '--output', file, '--offline', '--json', '--cwd', cwd]);
    expect(over).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--force') });
  });

  const here = process.geteuid?.() !== 0 || canRunAsNobody() ? it : leftOut;
  here('says why nothing could be written', async () => {
    const cwd = project();
    const shut = temporaryFolder();
    chmodSync(shut, 0o555);
    const user = process.geteuid?.() === 0 ? { user: 65534 } : {};
    chmodSync(cwd, 0o755);
    const ended = await run(['bundle', '--output', join(shut, 'b.zip'), '--offline', '--json', '--cwd', cwd], { cwd, ...user });
    expect([ended.code, documentOf(ended)]).toEqual([
      3,
      expect.objectContaining({ reason: expect.stringContaining('may not write') }),
    ]);
  });

  it('without --json, prints a message to copy and an address for the mail program', async () => {
    const file = join(temporaryFolder(), 'b.zip');
    const { stdout } = await run(['bundle', '--output', file, '--offline', '--cwd', project()]);
    expect(stdout).toMatch(/^Wrote .*b\.zip/);
    expect(stdout).toMatch(/^Subject: .*acme\.scalekit\.dev/m);
    expect(stdout).toMatch(/^mailto:support@scalekit\.com\?subject=\S+&body=\S+%0D%0A\S+$/m);
  });
});

describe('undo --json', () => {
  const documentOf = checked('undo');

  it('is valid undone, in conflict, listed and refused', async () => {
    const cwd = project();
    const json = ['undo', '--json', '--cwd', cwd];
    const patch = ['fix', '--apply', '--yes', '--offline', '--json', '--cwd', cwd];
    await run(patch);
    expect(documentOf(await run([...json, '--list']))).toMatchObject({ patches: [{ state: 'applied', files: ['.env'] }] });
    expect(documentOf(await run(json))).toMatchObject({ undone: { files: ['.env'] }, reason: null, exitCode: 0 });
    expect(await run(json)).toMatchObject({ code: 2, stdout: '' });

    await run(patch);
    writeFileSync(
      join(cwd, '.env'),
      readFileSync(join(cwd, '.env'), 'utf8').replace(/^(?=SCALEKIT_CLIENT_SECRET)/m, 'ADDED=1\n'),
    );
    const conflict = await run(json);
    expect([conflict.code, documentOf(conflict)]).toEqual([
      3,
      expect.objectContaining({ undone: null, difference: expect.stringContaining('+ADDED=1'), exitCode: 3 }),
    ]);

    const linked = project();
    symlinkSync(cwd, join(linked, '.scalekit-fix'));
    for (const more of [[], ['--list']]) {
      const refused = await run(['undo', '--json', ...more, '--cwd', linked]);
      expect([refused.code, documentOf(refused)]).toEqual([
        3,
        expect.objectContaining({ reason: expect.stringContaining('is a link') }),
      ]);
    }
  });
});
