/** The third set, in other hands' style: known values leave nothing behind, unknown secrets go, look-alikes and texts without secrets stay. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import type { Figure } from '../corpus/measure.ts';
import { seeded } from '../corpus/random.ts';
import { documents } from './documents.ts';
import { harmlessKinds } from './harmless.ts';
import { casesOf, measureHidden, measureKept } from './measure.ts';
import { plainPlaces, thirdKinds, thirdPlaces } from './set.ts';

/** Of so many pairs of a kind and a place one: all of them are 26,000 and 12,000. */
const EVERY = 5;
const TIMEOUT = 180_000;
const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);
const share = (figure: Figure): number => figure.right / figure.total;

it('leaves no known value in any place of the third set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(thirdKinds, thirdPlaces, 1, EVERY), true);
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(5_000);
});

it('finds unknown secrets in the places of the third set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(thirdKinds, thirdPlaces, 2, EVERY), false);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

it('keeps what only looks like a secret', { timeout: TIMEOUT }, () => {
  const figure = measureKept(redact, casesOf(harmlessKinds, plainPlaces, 3, EVERY));
  expect(figure.total).toBeGreaterThan(2_000);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

for (const { name, write } of documents) {
  it(`leaves every byte of ${name} as it is`, () => {
    for (let seed = 0; seed < 5; seed++) {
      const text = write(seeded(seed));
      expect(redact(text, [])).toBe(text);
    }
  });
}
