/** Bodies of deliveries: the same to whoever parses them, other bytes to whoever changes them on the way. */
import { expect, it, onTestFinished } from 'vitest';
import { startSandbox } from '../../src/sandbox/index.ts';
import type { Json } from '../../src/sandbox/state.ts';
import { webhookTypes } from '../../src/sandbox/webhooks/examples.ts';
import { oddJson } from '../../src/sandbox/webhooks/odd-json.ts';
import { bodyVariants } from '../../src/scalekit/body-manglings.ts';

const manglings: Readonly<Record<string, (body: string) => string>> = {
  'JSON.stringify': (body) => JSON.stringify(JSON.parse(body)),
  'JSON.stringify with two spaces': (body) => JSON.stringify(JSON.parse(body), null, 2),
  'json.dumps of Python': (body) => JSON.stringify(JSON.parse(body), null, 1).replace(/,\n */g, ', ').replace(/\n */g, ''),
  'json_encode of PHP': (body) => JSON.stringify(JSON.parse(body)).replaceAll('/', '\\/'),
  trimming: (body) => body.trim(),
  'slashes without their escape': (body) => body.replaceAll('\\/', '/'),
  'Latin-1': (body) => Buffer.from(body, 'utf8').toString('latin1'),
  'letters without their escape': (body) =>
    body.replace(/\\u([\da-f]{4})/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  'ASCII only': (body) => body.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'no white space': (body) => body.replace(/\s+/g, ''),
};

/** Those say nothing that is free to hold a letter beyond ASCII or a slash. */
const plain: readonly string[] = webhookTypes.filter((type) => /\.directory_|\.directory\.group_/.test(type));
const needLetters: ReadonlySet<string> = new Set(['slashes without their escape', 'Latin-1', 'ASCII only']);

it('mean what was sent, and are changed by every mangling', async () => {
  const sandbox = await startSandbox();
  onTestFinished(() => sandbox.close());
  for (const type of webhookTypes) {
    const event = JSON.parse(JSON.stringify(sandbox.event(type))) as Json;
    const body = oddJson(event);
    expect([type, JSON.parse(body)]).toEqual([type, event]);
    for (const [name, mangled] of Object.entries(manglings)) {
      if (plain.includes(type) && needLetters.has(name)) continue;
      expect([type, name, mangled(body) === body]).toEqual([type, name, false]);
    }
    // Nor is it what any way of writing it would give.
    for (const variant of bodyVariants(JSON.stringify(event))) expect(variant.body).not.toBe(body);
  }
});

it('writes numbers with a point and an exponent where attributes are free, and nowhere else', () => {
  expect(oddJson({ total: 1, raw_attributes: { level: 1, quota: 3000, ratio: 0.5, list: [2] } })).toMatch(
    /^\{"total":1.*"level" ?: ?1\.0.*3e3.*0\.5.*2\.0 \] \} \}\n$/s,
  );
});

it.each<[Json]>([[{}], [[]], [null], ['a"b\\c\n\u2028'], [{ a: { b: [1, 'x', { c: null }] }, k_y: true }], [1e21], [-0.5]])(
  '%j comes back',
  (value) => expect(JSON.parse(oddJson(value))).toEqual(value),
);
