/** A text that comes in pieces is redacted as if it came whole, whatever the pieces are, and memory stays flat. */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { createRedactionStream } from '../../src/redaction/stream.ts';
import { createUtf16Reader } from '../../src/redaction/utf16.ts';

const KEY = new Uint8Array(32).fill(5);
const SECRET = 'live_Q2hhbmdlTWVQbGVhc2U5ODc2NTQzMjEw';

function streamed(text: Buffer, sizes: (at: number) => number, known: readonly string[] = []): Buffer {
  const stream = createRedactionStream(createRedactor({ known, key: KEY }));
  const parts: Buffer[] = [];
  for (let at = 0; at < text.length; ) {
    const size = Math.max(1, sizes(at));
    parts.push(stream.push(text.subarray(at, at + size)));
    at += size;
  }
  return Buffer.concat([...parts, stream.end()]);
}

const line = (index: number): string =>
  `2026-01-02T03:04:05Z INFO ${index} GET /x?code=${index}abcXYZ${index * 7919}q${index}Z&state=s für ü ${SECRET}\n`;

describe('a stream', () => {
  it('gives what the whole text gives', { timeout: 120_000 }, () => {
    const text = Array.from({ length: 14_000 }, (_, index) => line(index)).join('');
    const whole = createRedactor({ known: [SECRET], key: KEY }).redact(text);
    expect(streamed(Buffer.from(text), () => 65_536, [SECRET]).toString()).toBe(whole);
    expect(whole).not.toContain(SECRET.slice(8, 20));
  });

  it('does so for pieces of any size', { timeout: 120_000 }, () => {
    const text = Buffer.from(Array.from({ length: 40 }, (_, index) => line(index)).join(''));
    const whole = createRedactor({ known: [SECRET], key: KEY }).redact(text.toString());
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 0, max: 5 }), (size, more) => {
        expect(streamed(text, (at) => size + (at % (more + 1)), [SECRET]).toString()).toBe(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('sees a secret across the pieces, also in one endless line', { timeout: 120_000 }, () => {
    for (const filler of [`${'x'.repeat(79)}\n`, 'word ']) {
      const before = filler.repeat(Math.ceil(520_000 / filler.length));
      for (const shift of [0, 7, 40_000]) {
        const text = Buffer.from(`${before.slice(shift)} ${SECRET} ${before}`);
        expect(streamed(text, () => 100_000, [SECRET]).includes(SECRET.slice(6, 20))).toBe(false);
      }
    }
  });

  it('hides a value that is longer than all that is looked at once', { timeout: 120_000 }, () => {
    const long = randomBytes(6_000_000).toString('base64');
    const out = streamed(Buffer.from(`SAMLResponse=${long}&RelayState=x\n${'ok\n'.repeat(400_000)}`), () => 262_144);
    expect(out.length).toBeLessThan(1_400_000);
    expect(out.includes(long.slice(5_000_000, 5_000_040))).toBe(false);
    expect(out.subarray(-3).toString()).toBe('ok\n');
  });

  it('leaves bytes that are no text as they are', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0x80, 0xc3]), Buffer.from(' latin1 \xe9\n', 'latin1')]);
    expect(streamed(bytes, () => 2)).toEqual(bytes);
  });

  it('reads UTF-16 and writes it again', () => {
    for (const big of [false, true]) {
      const encoded = Buffer.from(`\ufeffclient_secret=abcDEF123xyz ü\r\n`, 'utf16le');
      if (big) encoded.swap16();
      const reader = createUtf16Reader();
      const stream = createRedactionStream(createRedactor({ key: KEY }));
      const parts = [...encoded].map((byte) => reader.encode(stream.push(reader.decode(Buffer.from([byte])))));
      const out = Buffer.concat([...parts, reader.encode(Buffer.concat([stream.push(reader.rest()), stream.end()]))]);
      const text = (big ? out.swap16() : out).toString('utf16le');
      expect(text).toMatch(/^\ufeffclient_secret=\[secret-[\da-f]{8} client_secret\] ü\r\n$/);
    }
  });

  it('of thirty megabytes needs no more memory than one of ten', { timeout: 180_000 }, () => {
    const piece = Buffer.from(Array.from({ length: 12_000 }, (_, index) => line(index)).join(''));
    const stream = createRedactionStream(createRedactor({ known: [SECRET], key: KEY }));
    const used: number[] = [];
    for (let megabytes = 0; megabytes < 20; megabytes++) {
      stream.push(piece);
      used.push(process.memoryUsage().rss);
    }
    expect((used.at(-1) ?? 0) - (used[7] ?? 0)).toBeLessThan(100 * 1024 * 1024);
  });
});
