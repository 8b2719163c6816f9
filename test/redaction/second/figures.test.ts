/** The second set, made apart from the first: known values leave nothing behind, unknown secrets are found nearly always. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import { measureSecond } from './measure.ts';

const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);

it('leaves no known value in any place of the second set', { timeout: 180_000 }, () => {
  const figure = measureSecond(redact, { isKnown: true, seed: 1 });
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(6_000);
});

it('finds unknown secrets in the places of the second set', { timeout: 180_000 }, () => {
  const figure = measureSecond(redact, { isKnown: false, seed: 2 });
  expect(figure.right / figure.total).toBeGreaterThanOrEqual(0.99);
});
