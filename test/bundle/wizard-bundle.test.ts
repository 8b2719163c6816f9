/** The wizard's bundle on a real project: what is shown is to the byte what is written, and what the user decides changes both. */

import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHost } from '../../src/commands/host.ts';
import { noSymptom } from '../../src/diagnosis/symptom.ts';
import { applyPlan } from '../../src/patches/apply.ts';
import { newFileEdit } from '../../src/patches/text-edits.ts';
import type { BundlePreview, WizardHost } from '../../src/wizard/host.ts';
import { commonOptions, testIo } from '../cli/command-io.ts';
import { edit, plan } from '../patches/helpers.ts';
import { addFiles, open } from '../project/folder.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const ID_TOKEN = `${part({ alg: 'RS256', typ: 'JWT', kid: 'snk_1' })}.${part({
  iss: 'https://acme.scalekit.dev',
  sub: 'usr_4711',
  name: 'Jane Doewood',
  nickname: 'janed',
  exp: 1_767_323_045,
})}.${Buffer.from('signature-bytes-12345678').toString('base64url')}`;

function projectFolder(): string {
  const cwd = realpathSync(mkdtempSync(path.join(tmpdir(), 'wizard-bundle-')));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  writeFileSync(
    path.join(cwd, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="${SECRET} "\n`,
  );
  writeFileSync(path.join(cwd, 'package.json'), '{"dependencies":{"express":"^4.0.0","left-pad":"1.0.0"}}');
  return cwd;
}

async function opened(pasted: string, cwd = projectFolder()) {
  const { io } = testIo();
  const { signal } = io;
  const options = commonOptions(cwd, { offline: true });
  const host = await createHost(options, io);
  await host.recognise(pasted);
  const sheet = await host.gather({ answers: new Map(), onChange: () => undefined, signal });
  const preview = async (dropped: readonly string[] = [], keepsPeople = false): Promise<BundlePreview> => {
    const result = await host.previewBundle(sheet, { dropped, keepsPeople }, noSymptom);
    if (!result.ok) throw new Error(result.reason);
    return result.preview;
  };
  return { cwd, host, preview };
}

/** The archive that the wizard wrote, by the name of its files. */
async function written(host: WizardHost, cwd: string, dropped: readonly string[] = []): Promise<Record<string, string>> {
  const result = await host.writeBundle(dropped);
  expect(result).toMatchObject({ ok: true });
  const file = readdirSync(cwd).find((name) => name.endsWith('.zip')) ?? '';
  expect(statSync(path.join(cwd, file)).mode & 0o777).toBe(0o600);
  const files = unzipSync(readFileSync(path.join(cwd, file)));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const textsOf = ({ entries }: BundlePreview, dropped: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(entries.filter(({ name }) => !dropped.includes(name)).map(({ name, text }) => [name, text]));

describe('the bundle of the wizard', () => {
  it('goes where it outlives the project, and never over another without a word', async () => {
    const { io } = testIo();
    const [cwd, bundlesTo] = [projectFolder(), projectFolder()];
    const host = await createHost({ ...commonOptions(cwd, { offline: true }), bundlesTo }, io);
    const sheet = await host.gather({ answers: new Map(), onChange: () => undefined, signal: io.signal });
    await host.previewBundle(sheet, { dropped: [], keepsPeople: false }, noSymptom);
    const first = await host.writeBundle([]);
    const [name = ''] = readdirSync(bundlesTo).filter((file) => file.endsWith('.zip'));
    expect(first).toMatchObject({ ok: true, message: expect.stringContaining(path.join(bundlesTo, name)) });
    const free = name.replace('.zip', '-2.zip');
    expect(await host.writeBundle([])).toMatchObject({ ok: false, taken: { name, free } });
    expect(await host.writeBundle([], { name: free, over: false })).toMatchObject({ ok: true });
    expect(await host.writeBundle([], { name: 'other', over: false })).toMatchObject({ ok: true });
    expect(await host.writeBundle([], { name, over: true })).toMatchObject({ ok: true });
    expect(
      readdirSync(bundlesTo)
        .filter((file) => file.endsWith('.zip'))
        .sort(),
    ).toEqual(['other.zip', free, name].sort());
    expect(readdirSync(cwd)).not.toContain(name);
  });

  it('is to the byte what was shown', async () => {
    const { cwd, host, preview } = await opened(`{"error":"invalid_client"} at 10:00, token ${ID_TOKEN}`);
    const shown = await preview();
    expect(await written(host, cwd)).toEqual(textsOf(shown));
    const all = JSON.stringify(shown);
    expect(all).toContain('invalid-client/value-mangled');
    for (const secret of [SECRET, ID_TOKEN, 'Doewood', 'janed']) expect(all).not.toContain(secret);
    for (const { text, bytes } of shown.entries) expect(bytes).toBe(Buffer.byteLength(text));
  });

  it('has the pasted error, the claims without people, the packages that matter and the patch that would help', async () => {
    const { preview } = await opened(`{"error":"invalid_client"} at 10:00, token ${ID_TOKEN}`);
    const texts = textsOf(await preview());
    expect(texts['REPORT.md']).toContain('{"error":"invalid_client"} at 10:00, token [');
    expect(JSON.parse(texts['claims/1-jwt.json'] ?? '')).toMatchObject({
      header: { alg: 'RS256', kid: 'snk_1' },
      claims: { iss: 'https://acme.scalekit.dev', sub: 'usr_4711', exp: 1_767_323_045, name: '[person, 12 characters]' },
    });
    const { packages } = JSON.parse(texts['project.json'] ?? '') as { packages: { name: string }[] };
    expect(packages).toEqual([{ name: 'express', asked: '^4.0.0', version: null, certainty: 'asked', folder: '' }]);
    expect(texts['patches/01-proposed.diff']).toMatch(/^--- a\/\.env$/m);
    expect(Object.keys(texts)).toContain('code/.env.L1.txt');
  });

  it('keeps people in the claims when it is told to, and hides them again', async () => {
    const { cwd, host, preview } = await opened(ID_TOKEN);
    const claims = (shown: BundlePreview) => textsOf(shown)['claims/1-jwt.json'];
    expect(claims(await preview())).not.toContain('Jane');
    const keeping = await preview([], true);
    expect(claims(keeping)).toContain('Jane Doewood');
    expect(claims(await preview([], false))).not.toContain('Jane');
    const again = await preview([], true);
    expect(await written(host, cwd)).toEqual(textsOf(again));
  });

  it('shows lists and hashes as they are without what was dropped, and never drops what belongs to every bundle', async () => {
    const { cwd, host, preview } = await opened('error=invalid_client');
    const before = textsOf(await preview());
    const dropped = ['project.json', 'REPORT.md', 'MANIFEST.json'];
    const shown = await preview(dropped);
    expect(shown.entries.filter(({ isFixed }) => isFixed).map(({ name }) => name)).toEqual([
      'REPORT.md',
      'REDACTIONS.json',
      'MANIFEST.json',
    ]);
    const manifest = textsOf(shown)['MANIFEST.json'] ?? '';
    expect(before['MANIFEST.json']).toContain('"project.json"');
    expect(manifest).not.toContain('"project.json"');
    expect(await written(host, cwd, dropped)).toEqual(textsOf(shown, ['project.json']));
  });

  it('holds the patches that stand, without the secrets that they replaced, and not those that were taken back', async () => {
    const cwd = projectFolder();
    // Looks like nothing a pattern knows: only the env file says that it is one.
    const [old, now] = ['correct-horse-battery', 'staple-of-another-kind'];
    addFiles(cwd, { '.env': `SCALEKIT_ENVIRONMENT_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_SECRET=${old}\n` });
    const project = await open(cwd);
    const secret = edit(project, '.env', old, now);
    applyPlan(await plan(project, secret, newFileEdit('notes.txt', `formerly ${old}\n`)), { summary: 'Put another secret in' });
    const { host, preview } = await opened('error=invalid_client', cwd);
    const texts = textsOf(await preview());
    expect(texts['patches/01-applied.diff']).toMatch(/^\+SCALEKIT_CLIENT_SECRET=/m);
    expect(texts['patches/01-applied.diff']).toMatch(/^\+formerly \[/m);
    expect(texts['REPORT.md']).toContain('Put another secret in (applied)');
    for (const value of [old, now]) expect(JSON.stringify(texts)).not.toContain(value);
    const listed = await host.patches();
    expect(await host.undo(listed.ok ? (listed.patches[0]?.id ?? '') : '')).toMatchObject({ ok: true });
    expect(Object.keys(textsOf(await preview()))).not.toContain('patches/01-applied.diff');
  });
});
