/** JSON of strangers: what is good reads as JSON.parse reads it, what is hostile is refused before it costs anything. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inSnakeCase, readJson } from '../../src/scalekit/json.ts';

describe('reading', () => {
  it('agrees with JSON.parse on every honest document', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (text, indent) => {
        const laidOut = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(laidOut)).toEqual({ ok: true, value: JSON.parse(laidOut) });
      }),
    );
  });
  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ':', ',', 'a', '1', ' ') }), (text) => {
        const read = readJson(text);
        expect(read.ok === true || typeof read.problem === 'string').toBe(true);
      }),
    );
  });
  it('refuses a key given twice anywhere, also when one is escaped', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 8 }), fc.jsonValue(), (key, value) => {
        const name = JSON.stringify(key);
        const inner = `{${name}:${JSON.stringify(value)} , ${name}\t:1}`;
        expect(readJson(`[1,{"x":${inner}}]`)).toMatchObject({ ok: false, problem: 'duplicate-key' });
      }),
    );
    expect(readJson('{"a":1,"\\u0061":2}')).toEqual({ ok: false, problem: 'duplicate-key', key: 'a' });
  });
  it('lets the same key stand in different objects, and strings look like keys', () => {
    expect(readJson('[{"a":1},{"a":{"a":["a","a"]}}]').ok).toBe(true);
    expect(readJson('{"a":"a","b":"\\"a\\":"}').ok).toBe(true);
  });
  it.each([
    ['', 'empty'],
    ['  \n', 'empty'],
    ['{', 'syntax'],
    ['{"a":1}x', 'syntax'],
    ['"\\', 'syntax'],
    ['['.repeat(100_000), 'too-deep'],
    ['{"a":'.repeat(100_000), 'too-deep'],
    [`[${'1,'.repeat(300_000)}1]`, 'too-many-values'],
  ])('refuses %.20j: %s', (text, problem) => {
    const started = performance.now();
    expect(readJson(text)).toMatchObject({ ok: false, problem });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('one spelling', () => {
  it('is snake_case, the server’s own snake_case winning over its camelCase', () => {
    expect(inSnakeCase({ postLoginUris: [{ keyId: 1 }], key_id: 2, keyId: 3, ID: 4 })).toEqual({
      post_login_uris: [{ key_id: 1 }],
      key_id: 2,
      ID: 4,
    });
  });
  it('leaves the names alone that users chose', () => {
    expect(inSnakeCase({ metadata: { tenantId: 1 }, attributeMapping: { givenName: 'x' } })).toEqual({
      metadata: { tenantId: 1 },
      attribute_mapping: { givenName: 'x' },
    });
  });
  it('drops whatever reaches for a prototype', () => {
    const value = inSnakeCase(
      JSON.parse('{"__proto__":{"admin":true},"constructor":1,"metadata":{"__proto__":{"admin":true},"a":1},"ok":1}'),
    );
    expect(value).toEqual({ metadata: { a: 1 }, ok: 1 });
    expect(value).not.toHaveProperty('admin');
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });
});
