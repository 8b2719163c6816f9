/** The fourth set, written before the rules were worked on and measured when they stood; then tuned on. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import type { Figure } from '../corpus/measure.ts';
import { casesOf, measureHidden, measureKept } from '../third/measure.ts';
import { namesAndNoSecret, plainPlaces } from '../third/set.ts';
import { fourthHarmless } from './harmless.ts';
import { fourthKinds } from './kinds.ts';
import { fourthPlaces } from './places.ts';

const TIMEOUT = 180_000;
const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);
const share = (figure: Figure): number => figure.right / figure.total;

it('leaves no known value in any place of the fourth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(fourthKinds, fourthPlaces, 1, 3), true);
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(1_500);
});

it('finds unknown secrets in the places of the fourth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(fourthKinds, fourthPlaces, 2, 3), false);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

it('keeps what only looks like a secret', { timeout: TIMEOUT }, () => {
  const places = [...fourthPlaces.filter(namesAndNoSecret), ...plainPlaces];
  const figure = measureKept(redact, casesOf(fourthHarmless, places, 3, 5));
  expect(figure.total).toBeGreaterThan(2_000);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});
