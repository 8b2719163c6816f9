/** The figures: known values 100 %, unknown secrets at least 99 %, look-alikes kept at least 99 %. What is missed is printed. */
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { type Figure, measureBenign, measureSecrets } from './corpus/measure.ts';

const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);

function share(figure: Figure): number {
  return figure.right / figure.total;
}

describe('the figures', () => {
  it('known values: all of them', { timeout: 180_000 }, () => {
    const figure = measureSecrets(redact, { isKnown: true, rounds: 2 });
    expect(figure.wrong).toEqual([]);
    expect(figure.total).toBeGreaterThan(2_500);
  });

  it('unknown secrets: at least 99 %', { timeout: 180_000 }, () => {
    const figure = measureSecrets(redact, { isKnown: false, rounds: 3 });
    expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
  });

  it('look-alikes kept: at least 99 %', { timeout: 180_000 }, () => {
    const figure = measureBenign(redact, 20);
    expect(share(figure), [...new Set(figure.wrong)].join('\n')).toBeGreaterThanOrEqual(0.99);
  });
});
