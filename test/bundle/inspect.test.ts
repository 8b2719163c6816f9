/** Reading a bundle back: one's own shows its report, an enemy's does nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, packBundle } from '../../src/bundle/archive.ts';
import { collectBundle } from '../../src/bundle/collect.ts';
import { inspectBundle } from '../../src/bundle/inspect.ts';
import { run, writeBundleFor } from '../../src/commands/bundle.ts';
import { testIo } from '../cli/command-io.ts';
import { CLIENT_SECRET, sampleInput } from './sample.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'inspect-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const common = {
  dotenv: [],
  json: false,
  plain: false,
  yes: false,
  allowRemote: false,
  offline: true,
  timeoutMs: 1_000,
  color: false,
  verbose: false,
} as const;
const text = (content: string): Uint8Array => Buffer.from(content);

describe('one’s own bundle', () => {
  it('shows its report and has nothing to warn of', async () => {
    const bundle = await inspectBundle(await packBundle(collectBundle(sampleInput())));
    expect(bundle).toMatchObject({ kind: 'bundle', tool: 'scalekit-fix 1.2.3', warnings: [] });
    if (bundle.kind !== 'bundle') return;
    expect(bundle.report).toContain('# Support report');
    expect(bundle.textOf('project.json')).toContain('"shop"');
    expect(bundle.textOf('none')).toBeUndefined();
  });

  it('says what was changed, added or removed since', async () => {
    const entries = collectBundle(sampleInput());
    const spoilt = entries
      .filter(({ name }) => name !== 'probes.ndjson')
      .map((entry) => (entry.name === 'project.json' ? { ...entry, text: '{}' } : entry));
    const bundle = await inspectBundle(await packBundle([...spoilt, { name: 'extra.txt', text: 'x' }]));
    expect(bundle.kind === 'bundle' && bundle.warnings).toEqual([
      'Changed since the bundle was made: project.json.',
      'Not in the bundle when it was made: extra.txt.',
      'Missing from the bundle: probes.ndjson.',
    ]);
  });

  it('goes from the command to the disk and back', async () => {
    const { io, out, err } = testIo();
    const options = { cwd: folder, output: 'b.zip', force: false, json: false };
    expect(await writeBundleFor(sampleInput(), options, io)).toBe(0);
    expect(out()).toContain('b.zip');
    expect(await writeBundleFor(sampleInput(), options, io)).toBe(2);
    expect(err()).toContain('--force');
    expect(await run({ ...common, command: 'bundle', action: 'inspect', file: 'b.zip', cwd: folder }, io)).toBe(0);
    const shown = out();
    expect(shown).toContain('REDACTIONS.json');
    expect(shown).toContain('invalid-client/wrong-secret');
    expect(shown).not.toContain(CLIENT_SECRET);
  });
});

describe('an enemy’s archive', () => {
  const manifest = { 'REPORT.md': text('# hi'), 'MANIFEST.json': text('{"tool":{"name":"x"},"files":[]}') };
  const refusals: readonly (readonly [string, Uint8Array])[] = [
    ['nothing', new Uint8Array()],
    ['no zip', text('x'.repeat(100))],
    ['a name that climbs', zipSync({ ...manifest, '../evil': text('x') })],
    ['a name that climbs inside', zipSync({ ...manifest, 'a/../../evil': text('x') })],
    ['an absolute name', zipSync({ ...manifest, '/etc/passwd': text('x') })],
    ['a drive', zipSync({ ...manifest, 'C:evil': text('x') })],
    ['backslashes', zipSync({ ...manifest, '..\\evil': text('x') })],
    ['a control character in a name', zipSync({ ...manifest, 'a\u001b[2J': text('x') })],
    ['a name that turns round', zipSync({ ...manifest, 'a\u202egpj.exe': text('x') })],
    ['an endless name', zipSync({ ...manifest, ['n'.repeat(5_000)]: text('x') })],
    ['names equal but for case', zipSync({ ...manifest, 'report.MD': text('x') })],
    ['a bomb', zipSync({ ...manifest, bomb: new Uint8Array(LIMITS.entry + 1) })],
    [
      'many small bombs',
      zipSync({
        ...manifest,
        ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`b${at}`, new Uint8Array(LIMITS.entry - 1)])),
      }),
    ],
    [
      'too many files',
      zipSync({
        ...manifest,
        ...Object.fromEntries(Array.from({ length: LIMITS.entries + 5 }, (_, at) => [`f${at}`, text('')])),
      }),
    ],
    ['no report', zipSync({ 'MANIFEST.json': text('{}') })],
    ['a manifest that lists nothing', zipSync({ ...manifest, 'MANIFEST.json': text('{"tool":{"name":"x"}}') })],
    ['a manifest that is null', zipSync({ ...manifest, 'MANIFEST.json': text('null') })],
    ['a manifest that is nested without end', zipSync({ ...manifest, 'MANIFEST.json': text('['.repeat(1_000_000)) })],
    ['a manifest that is no JSON', zipSync({ ...manifest, 'MANIFEST.json': text('[[[[') })],
  ];
  for (const [name, archive] of refusals) {
    it(`with ${name} is refused with a sentence`, async () => {
      expect(await inspectBundle(archive)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^This is .*\.$/) });
    });
  }

  it('shows terminal sequences of a report as nothing', async () => {
    const bundle = await inspectBundle(
      zipSync({
        ...manifest,
        'REPORT.md': text('a\u001b]52;c;eA==\u0007b\u001b[2J\u202ec\n'),
        'MANIFEST.json': text('{"tool":{"name":"\\u001b[31mx"},"files":[{"name":"__proto__"}]}'),
      }),
    );
    expect(bundle).toMatchObject({ kind: 'bundle', report: 'abc\n', tool: 'x' });
  });

  it('that is damaged anywhere gives an answer all the same', async () => {
    const good = Buffer.from(await packBundle(collectBundle(sampleInput())));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        async (changes) => {
          const archive = Buffer.from(good);
          for (const [at, byte] of changes) archive[at] = byte;
          const { kind } = await inspectBundle(archive);
          expect(['bundle', 'refused']).toContain(kind);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('that is missing or no file is wrong usage', async () => {
    const { io } = testIo();
    const options = { ...common, command: 'bundle', action: 'inspect', cwd: folder } as const;
    await expect(run({ ...options, file: 'none.zip' }, io)).rejects.toThrow(/--inspect: none\.zip does not exist/);
    await expect(run({ ...options, file: '.' }, io)).rejects.toThrow(/is no file/);
    writeFileSync(path.join(folder, 'text.zip'), 'not a zip at all, whatever its name says');
    expect(await run({ ...options, file: 'text.zip' }, io)).toBe(3);
  });
});
