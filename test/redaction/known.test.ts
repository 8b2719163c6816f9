/** A known value is found in whatever it was wrapped, one wrapping around another. */
import { deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { encodings, wrappings } from './encodings.ts';

const secrets = [
  'live_Q2hhbmdlTWVQbGVhc2U5ODc2NTQzMjEw',
  'Tr0ub4dor&3/with=many+signs?#%',
  'p@$$w0rd!<>"\'',
  'correct horse battery staple',
  'pässwörd→geheim99',
  'ab%41cd\\u0041ef&lt;gh0123',
  'dGVzdA==TmljZSB0cnk9PQ==',
];
const KEY = new Uint8Array(32).fill(7);

/** No eight letters or digits in a row of the secret are left, in the text or in what it decodes to. */
function survives(redacted: string, disguised: string, secret: string): boolean {
  if (redacted.includes(secret) || redacted === disguised) return true;
  const middle = secret.slice(Math.floor(secret.length / 2) - 4, Math.floor(secret.length / 2) + 4);
  return redacted.includes(middle);
}

describe('a known value', () => {
  for (const secret of secrets) {
    for (const [name, encode] of Object.entries({ ...encodings, ...wrappings })) {
      // Between literals only letters and digits are put together: of so few, any text would be full.
      if (name === 'split over joined literals' && secret.replace(/[^A-Za-z0-9]/g, '').length < 8) continue;
      it(`${JSON.stringify(secret)} is found ${name}`, () => {
        const disguised = encode(secret);
        const redactor = createRedactor({ known: [secret], key: KEY });
        const text = `2026-01-02T03:04:05Z start x ${disguised} end of the line`;
        const redacted = redactor.redact(text);
        expect(survives(redacted, text, secret), redacted).toBe(false);
        expect(redacted).toMatch(/\[secret-[0-9a-f]+ [a-z_0-9]+\]/);
        expect(redacted).toContain('2026-01-02T03:04:05Z start');
        expect(redacted).toContain('end of the line');
      });
    }
  }

  it('is found in two encodings, one inside the other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets.filter((secret) => secret.replace(/[^A-Za-z0-9]/g, '').length >= 8)),
        fc.constantFrom(...Object.entries(encodings)),
        fc.constantFrom(...Object.entries({ ...encodings, ...wrappings })),
        (secret, [, inner], [name, outer]) => {
          // A backslash that writes a colour, right behind one that writes a letter, can be read in two ways.
          fc.pre(name !== 'with written-out colours inside' || !inner(secret).includes('\\'));
          const text = `before ${outer(inner(secret))} after`;
          const redacted = createRedactor({ known: [secret], key: KEY }).redact(text);
          expect(survives(redacted, text, secret), `${text}\n${redacted}`).toBe(false);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('of any characters is found in any encoding', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 8, maxLength: 60 }).filter((text) => /[A-Za-z0-9]{6}/.test(text)),
        fc.constantFrom(...Object.entries(encodings)),
        fc.string({ maxLength: 20 }),
        fc.string({ maxLength: 20 }),
        (secret, [, encode], before, after) => {
          const text = `${before} ${encode(secret)} ${after}`;
          const redacted = createRedactor({ known: [secret], key: KEY }).redact(text);
          expect(redacted.includes(encode(secret)), `${text}\n${redacted}`).toBe(false);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('is found in compressed data inside base64', () => {
    const secret = secrets[0] ?? '';
    for (const packed of [gzipSync(`{"a":"${secret}"}`), deflateSync(`x=${secret}`), gzipSync(gzipSync(secret))]) {
      const text = `body: ${packed.toString('base64')} (gzip)`;
      const redacted = createRedactor({ known: [secret], key: KEY }).redact(text);
      expect(redacted).not.toContain(packed.toString('base64').slice(8, 40));
      expect(redacted).toMatch(/^body: .*\[secret-.*\] \(gzip\)$/);
    }
  });

  it('is found in what was encoded twice or compressed and then cut over lines, whatever stands before it', () => {
    const secret = secrets[0] ?? '';
    const twice = Buffer.from(Buffer.from(`p ${secret} s`).toString('base64')).toString('base64');
    const url = encodeURIComponent(encodeURIComponent(secrets[1] ?? ''));
    for (const packed of [twice, gzipSync(`{"a":"${secret}"}`).toString('base64'), url]) {
      for (const [width, join] of [
        [20, '\n> '],
        [37, '\r\n'],
        [64, '\n>> '],
      ] as const) {
        const cut = (packed.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(join);
        const redacted = createRedactor({ known: secrets.slice(0, 2), key: KEY }).redact(`the kid x ${cut}\nbye, all`);
        expect(redacted, cut).toMatch(/^the kid x \[secret-\w+ known\](?:%25[\dA-F]{2}){0,3}\n?(?:>* ?)?bye, all$/);
      }
    }
  });

  it('gets one pseudonym in all its forms, and another from another redactor', () => {
    const secret = secrets[1] ?? '';
    const tagOf = (text: string, redactor: ReturnType<typeof createRedactor>): string | undefined =>
      /secret-([0-9a-f]+)/.exec(redactor.redact(text))?.[1];
    const redactor = createRedactor({ known: [secret] });
    const tags = Object.values(encodings).map((encode) => tagOf(`x ${encode(secret)} y`, redactor));
    expect(new Set(tags).size).toBe(1);
    expect(tagOf(secret, createRedactor({ known: [secret] }))).not.toBe(tags[0]);
  });

  it('that is an everyday word takes no sense out of a text', () => {
    const text = 'true: the password of the user is not null';
    expect(createRedactor({ known: ['true', 'password', 'user', 'null', '1'] }).redact(text)).toBe(text);
  });

  it('of four characters is hidden where it stands alone', () => {
    const redactor = createRedactor({ known: ['ab1x'], key: KEY });
    expect(redactor.redact('xab1xy ab1x')).toMatch(/^xab1xy \[secret-\w+ known\]$/);
  });
});
