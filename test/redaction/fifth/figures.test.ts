/** The fifth set, written and first measured without a look at the rules; then tuned on. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import type { Figure } from '../corpus/measure.ts';
import { casesOf, measureHidden, measureKept } from '../third/measure.ts';
import { namesAndNoSecret, plainPlaces } from '../third/set.ts';
import { fifthHarmless } from './harmless.ts';
import { fifthKinds } from './kinds.ts';
import { fifthPlaces } from './places.ts';

const TIMEOUT = 180_000;
const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);
const share = (figure: Figure): number => figure.right / figure.total;

it('leaves no known value in any place of the fifth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(fifthKinds, fifthPlaces, 1, 3), true);
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(1_000);
});

it('finds unknown secrets in the places of the fifth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(fifthKinds, fifthPlaces, 2, 3), false);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

it('keeps what only looks like a secret', { timeout: TIMEOUT }, () => {
  const places = [...fifthPlaces.filter(namesAndNoSecret), ...plainPlaces];
  const figure = measureKept(redact, casesOf(fifthHarmless, places, 3, 5));
  expect(figure.total).toBeGreaterThan(1_500);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});
