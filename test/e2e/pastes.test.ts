/** What people pipe in beside text: binaries, other encodings, lines without end. It is read as well as may be, in bounds, and nothing of it plays tricks. */
import { createCipheriv, createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run, STACK_TRACE, temporaryFolder } from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const LOG = `\uFEFFClientError: invalid_client\r\nclient_secret=${SECRET}\r\n`;
const MOST_MEGABYTES = 300;
const PEAK =
  "process.on('exit', () => require('node:fs').writeFileSync(process.env.PEAK_FILE, String(process.resourceUsage().maxRSS)));";

/** The same in every run: what chance brings up must come up again. */
function noise(seed: string): Buffer {
  const key = createHash('sha256').update(seed).digest();
  return createCipheriv('aes-256-ctr', key, Buffer.alloc(16)).update(Buffer.alloc(1_000_000));
}

const pastes: readonly (readonly [name: string, bytes: Buffer, finds?: string])[] = [
  ['UTF-16 as Windows writes it', Buffer.from(LOG, 'utf16le'), 'invalid-client'],
  ['UTF-16 the other way round', Buffer.from(LOG, 'utf16le').swap16(), 'invalid-client'],
  ['zero bytes inside', Buffer.from(LOG.replace('LXRo', 'LX\0Ro')), 'invalid-client'],
  ['ten megabytes of zero bytes', Buffer.alloc(10_000_000)],
  ['a megabyte of noise', noise('first')],
  ['another megabyte of noise', noise('second')],
  ['halves of surrogate pairs', Buffer.concat([Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(LOG)]), 'invalid-client'],
  [
    'lines of a million characters',
    Buffer.from(`${'A'.repeat(1e6)} invalid_client ${'a@'.repeat(5e5)}\n${'='.repeat(1e6)}`),
    'invalid-client',
  ],
];

describe('piped in: what is', () => {
  it.each(pastes)('%s', async (_name, input, finds) => {
    const folder = temporaryFolder();
    const peak = join(folder, 'peak.txt');
    writeFileSync(join(folder, 'peak.cjs'), PEAK);
    const env = { NODE_OPTIONS: `--require=${join(folder, 'peak.cjs')}`, PEAK_FILE: peak };
    // What redaction takes for ten megabytes is measured elsewhere.
    const commands = (input?.length ?? 0) > 5e6 ? [['explain', '-', '--json']] : [['explain', '-', '--json'], ['redact']];
    for (const args of commands) {
      const { code, stdout, stderr } = await run(args, { input, env });
      expect({ args, code }).toEqual({ args, code: 0 });
      expect(stderr).not.toMatch(STACK_TRACE);
      expect(stdout.replaceAll('\0', '')).not.toContain(SECRET);
      expect(Number(readFileSync(peak, 'utf8')) / 1024).toBeLessThan(MOST_MEGABYTES);
      if (args[0] !== 'explain') continue;
      const { findings } = JSON.parse(stdout) as { findings: { problem: string }[] };
      expect([...new Set(findings.map(({ problem }) => problem))]).toEqual(finds ? [finds] : []);
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});
