/** What a redactor does besides finding: names, records, objects, looking twice, hostile input. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { Secret } from '../../src/redaction/secret.ts';
import { benign } from './corpus/benign.ts';
import { contexts } from './corpus/contexts.ts';
import { seeded } from './corpus/random.ts';
import { secretKinds } from './corpus/secrets.ts';

const KEY = new Uint8Array(32).fill(3);

describe('the names of secrets', () => {
  it('are equal for equal secrets, wherever and however they stand', () => {
    const text = [
      'client_secret=abcDEF123xyz&x=1',
      '{"client_secret": "abcDEF123xyz"}',
      'clientSecret: abcDEF123xyz',
      'bare abcDEF123xyz here',
    ].join('\n');
    const names = createRedactor({ key: KEY })
      .redact(text)
      .match(/\[secret-[^\]]+\]/g);
    expect(names).toHaveLength(4);
    expect(new Set(names).size).toBe(1);
    expect(names?.[0]).toMatch(/^\[secret-[\da-f]{8} client_secret\]$/);
  });

  it('of people keep the domain', () => {
    const redactor = createRedactor({ key: KEY });
    const redacted = redactor.redact('jane.doe@acme.com, Jane.Doe@acme.com and login_hint=bob%40acme.com; support@scalekit.com');
    expect(redacted).toMatch(
      /^(\[email-[\da-f]{8}\])@acme\.com, \1@acme\.com and login_hint=\[email-[\da-f]{8}\]%40acme\.com; support@scalekit\.com$/,
    );
  });
});

it('an ellipsis in the place of a secret stays, also at the end of a sentence', () => {
  const text = 'Put it into .env as SCALEKIT_CLIENT_SECRET=…. Then SCALEKIT_WEBHOOK_SECRET=…, and restart.';
  expect(createRedactor({ key: KEY }).redact(text)).toBe(text);
});

describe('records', () => {
  it('say where each secret stood and what took its place, and hold no value', () => {
    const { text, records } = createRedactor({ key: KEY }).inspect(
      'ok\n  pässword: "hunter2hunter2"\nclient_secret=abcDEF123xyz\n',
    );
    expect(records.map(({ line, column, kind, rule }) => ({ line, column, kind, rule }))).toEqual([
      { line: 3, column: 15, kind: 'client_secret', rule: 'field:client_secret' },
    ]);
    expect(text.split('\n')[2]).toBe(`client_secret=${records[0]?.pseudonym}`);
    expect(JSON.stringify(records)).not.toContain('abcDEF123xyz');
  });
});

describe('objects', () => {
  it('are redacted by the names of their fields as well', () => {
    const value = {
      clientSecret: 'kurz12',
      nested: [{ password: 'correct horse battery', headers: { authorization: 'Bearer abc123abc123', accept: 'json' } }],
      pair: { name: 'X-Api-Key', value: 'tiny99' },
      secret: new Secret('abcdefghijkl1234'),
      token_type: 'Bearer',
      clientId: 'skc_123',
      when: new Date(0),
      count: 3,
    };
    const redacted = createRedactor({ key: KEY }).redactDeep(value);
    expect(redacted).toMatchObject({
      token_type: 'Bearer',
      clientId: 'skc_123',
      count: 3,
      secret: '••••••1234',
      when: new Date(0),
    });
    const text = JSON.stringify(redacted);
    for (const secret of ['kurz12', 'correct horse', 'abc123abc123', 'tiny99', 'abcdefgh']) expect(text).not.toContain(secret);
    expect(redacted.nested[0]?.headers.accept).toBe('json');
  });

  it('takes no part of an address for what a sentence says of a secret', () => {
    const sentence = 'The assertion is for https://acme.example/sso/v1/saml/conn_1; the audience is https://acme.example/sso.';
    expect(createRedactor({ key: KEY }).redact(sentence)).toBe(sentence);
  });

  it('without secrets come back equal', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true, stringUnit: fc.constantFrom('a', 'b', ' ', 'the', '1') }), (value) => {
        expect(createRedactor({ key: KEY }).redactDeep(value)).toEqual(value);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a second look', () => {
  it('finds nothing in what was redacted', () => {
    const random = seeded(99);
    const redactor = createRedactor({ key: KEY });
    for (const kind of secretKinds) {
      for (const context of contexts) {
        const once = redactor.redact(context.write(kind.field, kind.make(random)));
        expect(redactor.redact(once), `${context.name} × ${kind.name}`).toBe(once);
      }
    }
  });

  it('finds nothing in a whole page of it', () => {
    const random = seeded(5);
    const redactor = createRedactor({ key: KEY });
    const page = contexts
      .flatMap((context) => [
        context.write('CLIENT_SECRET', random.text('abcdefgh12345678XYZ', 32)),
        random.pick(benign).make(random).text,
      ])
      .join('\n\n');
    const once = redactor.redact(page);
    expect(redactor.inspect(once).records).toEqual([]);
  });
});

describe('hostile text', () => {
  it('of any characters is taken without complaint and comes out well-formed', () => {
    const redactor = createRedactor({ known: ['geheim→99'], key: KEY });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(typeof redactor.redact(`${text} password="x${text}"`)).toBe('string');
      }),
      { numRuns: 300 },
    );
  });

  it('that is a bomb inside base64 is hidden unread', async () => {
    const { gzipSync } = await import('node:zlib');
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64');
    expect(createRedactor({ key: KEY }).redact(`x ${bomb} y`)).toMatch(/^x \[secret-\w+ unread_data\] y$/);
  });
});
