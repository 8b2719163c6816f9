/** The second set, made apart from the first: known values leave nothing behind, unknown secrets are found nearly always. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import { measureSecond } from './measure.ts';

const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);

it('leaves no known value in any place of the second set', () => {
  const figure = measureSecond(redact, { isKnown: true, seed: 1 });
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(6_000);
});

it('finds unknown secrets in the places of the second set', () => {
  const figure = measureSecond(redact, { isKnown: false, seed: 2 });
  expect(figure.right / figure.total).toBeGreaterThan(0.98);
});

it('takes no longer for each name when all of them stand on one line of megabytes', () => {
  const line = `{${'"token":"a",'.repeat(150_000)}}`;
  const started = performance.now();
  expect(redact(line, [])).toHaveLength(line.length);
  expect(performance.now() - started).toBeLessThan(8_000);
});
