/** A redactor that throws, or never comes to an end, means no bundle: not at the first look, not at the second, and nothing of it is quoted. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { packBundle } from '../../src/bundle/archive.ts';
import { collectBundle } from '../../src/bundle/collect.ts';
import { RedactionFailure } from '../../src/bundle/redact-entry.ts';
import { verifyBundle } from '../../src/bundle/verify.ts';
import { writeBundleFor } from '../../src/commands/bundle.ts';
import { createRedactor, type Redactor } from '../../src/redaction/redactor.ts';
import { testIo } from '../cli/command-io.ts';
import { CLIENT_SECRET, sampleInput } from './sample.ts';

const breaking = (at: keyof Redactor): Redactor => ({
  ...createRedactor({ known: [CLIENT_SECRET] }),
  [at]: () => {
    throw new Error(`unexpected input: ${CLIENT_SECRET}`);
  },
});

async function write(redactor: Redactor, json: boolean) {
  const folder = mkdtempSync(path.join(tmpdir(), 'breaks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { io, ...told } = testIo();
  const options = { cwd: folder, output: 'b.zip', force: false, json };
  const code = await writeBundleFor(sampleInput({ redactor }), options, io);
  const [out, err] = [told.out(), told.err()];
  expect(`${out}${err}`).not.toContain(CLIENT_SECRET);
  return { code, out, err, isWritten: existsSync(path.join(folder, 'b.zip')) };
}

describe('a redactor that breaks', () => {
  it.each(['inspect', 'redact', 'places'] as const)('in %s means no bundle, and its error is not quoted', async (at) => {
    expect(await write(breaking(at), false)).toEqual({
      code: 3,
      out: '',
      err: expect.stringMatching(/^No bundle was written[.:] .*\.\n$/),
      isWritten: false,
    });
    const { code, out, isWritten } = await write(breaking(at), true);
    expect([code, isWritten, JSON.parse(out)]).toEqual([
      3,
      false,
      { schemaVersion: 1, reason: expect.stringMatching(/^No bundle was written/), exitCode: 3 },
    ]);
  });

  it('is a failure of redaction wherever it breaks', async () => {
    for (const at of ['inspect', 'redact'] as const) {
      expect(() => collectBundle(sampleInput({ redactor: breaking(at) }))).toThrow(RedactionFailure);
    }
    const archive = await packBundle(collectBundle(sampleInput()));
    expect(await verifyBundle(archive, breaking('places'))).toMatchObject({ kind: 'hit' });
  });

  it('that never comes to an end is given up, with the place', () => {
    const record = { kind: 'x', rule: 'x', line: 7, column: 1, pseudonym: 'x' };
    const endless: Redactor = { ...createRedactor(), inspect: (text) => ({ text, records: [record] }) };
    expect(() => collectBundle(sampleInput({ redactor: endless }))).toThrow(/^REPORT\.md still holds .* on line 7/);
  });
});
