/** A bundle says what support asks for, holds no secret, is the same for the same input, and is written with care. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packBundle } from '../../src/bundle/archive.ts';
import { collectBundle, safePath, sha256 } from '../../src/bundle/collect.ts';
import type { BundleEntry } from '../../src/bundle/input.ts';
import { dropEntry, previewOf } from '../../src/bundle/preview.ts';
import { redactEntry } from '../../src/bundle/redact-entry.ts';
import { supportMessage } from '../../src/bundle/support-message.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { writeBundle } from '../../src/bundle/write.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { ACCESS_TOKEN, CLIENT_SECRET, PASSWORD, sampleInput } from './sample.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bundle-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const textOf = (entries: readonly BundleEntry[], name: string): string => {
  const entry = entries.find((candidate) => candidate.name === name);
  if (!entry) throw new Error(`${name} is not among ${entries.map((item) => item.name).join(', ')}`);
  return entry.text;
};

describe('what is in a bundle', () => {
  it('is what support asks for, in one file each', () => {
    const entries = collectBundle(sampleInput());
    expect(entries.map(({ name }) => name)).toEqual([
      'REPORT.md',
      'report.json',
      'probes.ndjson',
      'project.json',
      'code/src/auth.ts.L9.txt',
      'claims/1-id_token.json',
      'patches/01-proposed.diff',
      'REDACTIONS.json',
      'MANIFEST.json',
    ]);
    const report = textOf(entries, 'REPORT.md');
    for (const part of [
      'https://acme.scalekit.dev',
      'skc_12345678',
      'org_1',
      '2026-01-02T04:04:05+01:00',
      'status code 401',
      'invalid-client/wrong-secret',
      '.env:3:1',
      'Rotated the secret',
      'before: confirmed; after: ruled out',
      'Node.js 20.20.2',
      'It needs a token.',
      '→ 401',
    ]) {
      expect(report).toContain(part);
    }
  });

  it('holds no secret in any form, and says of each what was there', () => {
    const entries = collectBundle(sampleInput());
    const all = entries.map(({ name, text }) => `${name}\n${text}`).join('\n');
    for (const secret of [
      CLIENT_SECRET,
      ACCESS_TOKEN,
      PASSWORD,
      encodeURIComponent(PASSWORD),
      'aB3dE5fG7hJ9kL1mN',
      'jane.doe@',
      'Jane Doe',
      Buffer.from(CLIENT_SECRET).toString('base64').slice(4, 40),
    ]) {
      expect(all).not.toContain(secret);
    }
    const { redactions } = JSON.parse(textOf(entries, 'REDACTIONS.json')) as {
      redactions: { file: string; line: number; pseudonym: string; rule: string }[];
    };
    expect(new Set(redactions.map(({ file }) => file))).toEqual(
      new Set(['REPORT.md', 'report.json', 'probes.ndjson', 'code/src/auth.ts.L9.txt', 'patches/01-proposed.diff']),
    );
    for (const { file, pseudonym, line } of redactions) expect(textOf(entries, file).split('\n')[line - 1]).toContain(pseudonym);
  });

  it('gives one secret one name in every file', () => {
    const entries = collectBundle(sampleInput());
    const inPatch = /-SCALEKIT_CLIENT_SECRET=(\[secret-[\da-f]{8})/.exec(textOf(entries, 'patches/01-proposed.diff'))?.[1];
    expect(inPatch).toBeDefined();
    for (const name of ['REPORT.md', 'report.json', 'probes.ndjson', 'code/src/auth.ts.L9.txt'])
      expect(textOf(entries, name)).toContain(inPatch);
  });

  it('takes only listed fields, and of folders only the last name', () => {
    const entries = collectBundle(sampleInput());
    const project = JSON.parse(textOf(entries, 'project.json')) as Record<string, unknown>;
    expect(project).toEqual({
      root: 'shop',
      frameworks: ['express'],
      sdks: [{ name: '@scalekit-sdk/node', version: '2.11.0', certainty: 'sure' }],
      runtime: 'Node.js 20.20.2',
      os: 'linux x64',
    });
    for (const name of ['report.json', 'project.json']) expect(() => JSON.parse(textOf(entries, name))).not.toThrow();
    for (const line of textOf(entries, 'probes.ndjson').trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ id: 'exchange-1', status: 401 });
  });

  it('keeps ids, times and kinds of claims, and people only on request', () => {
    const claims = JSON.parse(textOf(collectBundle(sampleInput()), 'claims/1-id_token.json')) as unknown;
    expect(claims).toEqual({
      sub: 'usr_123',
      email: '[person, 17 characters]',
      name: '[person, 8 characters]',
      exp: 1767323045,
      'urn:x': { given_name: '[person, 4 characters]' },
    });
    expect(textOf(collectBundle(sampleInput({ keepsPeople: true })), 'claims/1-id_token.json')).toContain('Jane Doe');
  });

  it('has the hash of every file but itself in the manifest', () => {
    const entries = collectBundle(sampleInput());
    const manifest = JSON.parse(textOf(entries, 'MANIFEST.json')) as { files: { name: string; size: number; sha256: string }[] };
    expect(manifest.files).toEqual(
      entries.slice(0, -1).map(({ name, text }) => ({ name, size: Buffer.byteLength(text), sha256: sha256(text) })),
    );
  });

  it('is the same to the byte for the same input', async () => {
    const [one, two] = [await packBundle(collectBundle(sampleInput())), await packBundle(collectBundle(sampleInput()))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(Object.keys(unzipSync(one))).toEqual(collectBundle(sampleInput()).map(({ name }) => name));
  });

  it('calls a secret otherwise in the next bundle', () => {
    const tags = [1, 2].map(
      () =>
        /client_secret=(\[secret-[\da-f]{8})/.exec(
          textOf(collectBundle(sampleInput({ redactor: createRedactor({ known: [CLIENT_SECRET] }) })), 'probes.ndjson'),
        )?.[1],
    );
    expect(tags[0]).toBeDefined();
    expect(tags[0]).not.toBe(tags[1]);
  });

  it('loses dropped files, their redactions and their hashes', () => {
    const input = sampleInput();
    const entries = dropEntry(collectBundle(input), 'probes.ndjson', input);
    expect(previewOf(entries).entries.map(({ name }) => name)).not.toContain('probes.ndjson');
    expect(textOf(entries, 'REDACTIONS.json')).not.toContain('probes.ndjson');
    expect(textOf(entries, 'MANIFEST.json')).not.toContain('probes.ndjson');
    expect(dropEntry(entries, 'MANIFEST.json', input)).toEqual(entries);
    expect(previewOf(entries).totalSize).toBe(entries.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
  });

  it('stays JSON where a secret reaches over a quote or is a number', () => {
    const redactor = createRedactor({ known: ['abcdefgh12345678ijkl'] });
    for (const value of [
      { a: 'abcdefgh', b: '12345678ijkl' },
      { otp: 123456, note: 'x' },
      { parts: ['abcdefgh1234', '5678ijkl'] },
    ]) {
      const { entry } = redactEntry({ name: 'x.json', text: `${JSON.stringify(value, null, 2)}\n` }, redactor);
      expect(() => JSON.parse(entry.text)).not.toThrow();
    }
  });

  it('has names that lead nowhere', () => {
    expect(safePath('../../etc/passwd')).toBe('_/_/etc/passwd');
    expect(safePath('/abs/../x\u202e.ts')).toBe('abs/_/x_.ts');
    expect(safePath('C:\\Users\\x')).toBe('C_/Users/x');
  });
});

describe('the second look', () => {
  it('passes a clean archive and names the place in another', async () => {
    const input = sampleInput();
    const entries = collectBundle(input);
    expect(await verifyBundle(await packBundle(entries), input.redactor)).toEqual({ kind: 'clean' });
    const spoilt = entries.map((entry) =>
      entry.name === 'project.json'
        ? { ...entry, text: `{\n"a": 1,\n"b": "${Buffer.from(PASSWORD).toString('base64')}"\n}` }
        : entry,
    );
    const verified = await verifyBundle(await packBundle(spoilt), input.redactor);
    expect(verified).toMatchObject({ kind: 'hit', file: 'project.json', line: 3 });
    expect(JSON.stringify(verified)).not.toContain(PASSWORD);
  });

  it('looks at names of files as well', async () => {
    const archive = await packBundle([{ name: `code/${CLIENT_SECRET}.txt`, text: 'x' }]);
    expect(await verifyBundle(archive, sampleInput().redactor)).toMatchObject({ kind: 'hit', file: 'the name of a file' });
  });
});

describe('writing', () => {
  const bytes = Buffer.from('PK-bundle');

  it('lets the owner alone read it, and leaves nothing else behind', () => {
    const file = path.join(folder, 'b.zip');
    expect(writeBundle(file, bytes, { force: false })).toEqual({ kind: 'written', path: file, size: bytes.length });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['b.zip']);
  });

  it('never replaces a file, unless it is told to', () => {
    const file = path.join(folder, 'b.zip');
    writeFileSync(file, 'mine', { mode: 0o644 });
    expect(writeBundle(file, bytes, { force: false })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('--force'),
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(writeBundle(file, bytes, { force: true }).kind).toBe('written');
    expect(readFileSync(file)).toEqual(bytes);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['b.zip']);
  });

  it('replaces a link and not what it leads to', () => {
    const target = path.join(folder, 'target');
    const link = path.join(folder, 'link.zip');
    writeFileSync(target, 'mine');
    symlinkSync(target, link);
    expect(writeBundle(link, bytes, { force: false }).kind).toBe('refused');
    expect(writeBundle(link, bytes, { force: true }).kind).toBe('written');
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  it('refuses folders, missing folders and folders it may not write to, with a sentence', () => {
    mkdirSync(path.join(folder, 'dir'));
    expect(writeBundle(path.join(folder, 'dir'), bytes, { force: true })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('is a folder'),
    });
    expect(writeBundle(path.join(folder, 'no/b.zip'), bytes, { force: false })).toMatchObject({
      kind: 'refused',
      reason: expect.stringContaining('does not exist'),
    });
    if (process.getuid?.() !== 0) {
      chmodSync(folder, 0o500);
      expect(writeBundle(path.join(folder, 'b.zip'), bytes, { force: false }).kind).toBe('refused');
      chmodSync(folder, 0o700);
    }
  });
});

describe('the message to support', () => {
  it('names the finding and holds no secret', () => {
    const { report, redactor } = sampleInput();
    const message = supportMessage(report, { redactor, symptom: `401 with ${CLIENT_SECRET}`, bundle: 'b.zip' });
    expect(message.subject).toContain('The client secret is not one of this client');
    expect(message.body).toContain('b.zip');
    expect(message.mailto).toMatch(/^mailto:support@scalekit\.com\?subject=/);
    expect(JSON.stringify(message)).not.toContain(CLIENT_SECRET);
  });

  it('fits into 2,000 characters however long the symptom is', () => {
    const { report, redactor } = sampleInput();
    for (const symptom of ['x'.repeat(50_000), '😀 ü&"\n'.repeat(3_000), '%'.repeat(9_999)]) {
      const { mailto } = supportMessage(report, { redactor, symptom });
      expect(mailto.length).toBeLessThanOrEqual(2_000);
      expect(() => decodeURIComponent(mailto)).not.toThrow();
    }
  });
});

it('unzips anywhere', async () => {
  const archive = await packBundle([{ name: 'a/b.txt', text: 'hällo' }]);
  expect(strFromU8(unzipSync(archive)['a/b.txt'] ?? new Uint8Array())).toBe('hällo');
});
