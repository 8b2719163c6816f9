/** `redact`: from a file or standard input to standard output, knowing what the env files of the folder hold. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandIo, OptionsOf } from '../../src/commands/options.ts';
import { run } from '../../src/commands/redact.ts';
import { testIo } from '../cli/command-io.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'redact-'));
  writeFileSync(path.join(folder, '.env'), 'SCALEKIT_CLIENT_SECRET="plainwordsonly secret"\nPORT=3000\nDB_PASSWORD=zebra\n');
  writeFileSync(path.join(folder, '.env.example'), 'SCALEKIT_CLIENT_SECRET=handled\n');
  writeFileSync(path.join(folder, 'a.log'), 'used cGxhaW53b3Jkc29ubHkgc2VjcmV0 and zebra, handled on port 3000\n');
  writeFileSync(path.join(folder, 'more.env.txt'), 'X_TOKEN=from-the-given-file\n');
  mkdirSync(path.join(folder, 'dir'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const common = {
  command: 'redact',
  dotenv: [],
  json: false,
  plain: false,
  yes: false,
  allowRemote: false,
  offline: false,
  timeoutMs: 1_000,
  color: false,
  verbose: false,
} as const;

async function redact(
  options: Partial<OptionsOf<'redact'>>,
  input = '',
  env: CommandIo['env'] = {},
): Promise<{ code: number; out: string }> {
  const { io } = testIo({ stdin: Readable.from([Buffer.from(input)]), env });
  const parts: Buffer[] = [];
  io.stdout.on('data', (chunk: Buffer) => parts.push(chunk));
  const code = await run({ ...common, cwd: folder, ...options }, io);
  return { code, out: Buffer.concat(parts).toString() };
}

describe('redact', () => {
  it('knows the secrets of the env files, and takes no template for one', async () => {
    const { code, out } = await redact({ file: 'a.log' });
    expect(code).toBe(0);
    expect(out).toMatch(/^used \[secret-\w+ known\] and \[secret-\w+ known\], handled on port 3000\n$/);
  });

  it('knows those of the environment and of files given', async () => {
    const { out } = await redact({ file: '-', dotenv: ['more.env.txt'] }, 'a from-the-given-file b fromtheshell c', {
      API_TOKEN: 'fromtheshell',
    });
    expect(out).toMatch(/^a \[secret-\w+ known\] b \[secret-\w+ known\] c$/);
  });

  it('reads standard input where no file is named, and passes harmless text through untouched', async () => {
    const harmless = 'GET /callback?state=abc → 302\r\nkid snk_123\ttab';
    expect((await redact({}, harmless)).out).toBe(harmless);
    expect(await redact({}, '')).toEqual({ code: 0, out: '' });
  });

  it('calls a file that is missing, a folder or an unreadable --dotenv wrong usage', async () => {
    await expect(redact({ file: 'none.log' })).rejects.toThrow('redact: none.log does not exist.');
    await expect(redact({ file: 'dir' })).rejects.toThrow('redact: dir is a folder, not a file.');
    await expect(redact({ file: 'a.log', dotenv: ['none.env'] })).rejects.toThrow(/^--dotenv: none\.env/);
  });
});
