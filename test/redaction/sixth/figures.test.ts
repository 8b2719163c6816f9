/** The sixth set, written and first measured without a look at the rules; then tuned on. */
import { expect, it } from 'vitest';
import { createRedactor } from '../../../src/redaction/redactor.ts';
import type { Figure } from '../corpus/measure.ts';
import { seeded } from '../corpus/random.ts';
import { casesOf, measureHidden, measureKept } from '../third/measure.ts';
import { sixthCases } from './cases.ts';
import { leftOfForm, sixthForms } from './forms.ts';
import { sixthHarmless, sixthHarmlessLines } from './harmless.ts';
import { sixthLinePlaces, sixthNamedPlaces } from './harmless-places.ts';
import { sixthKinds } from './kinds.ts';
import { sixthPlaces } from './places.ts';

const TIMEOUT = 180_000;
const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);
const share = (figure: Figure): number => figure.right / figure.total;
/** The domain of an address stays, known or not. */
const whole = sixthKinds.filter(({ name }) => name !== 'e-mail address');

it('leaves no known value in any place of the sixth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, casesOf(whole, sixthPlaces, 1, 9), true);
  expect(figure.wrong).toEqual([]);
  expect(figure.total).toBeGreaterThan(2_000);
});

it('leaves no known value in any form of the sixth set', { timeout: TIMEOUT }, () => {
  const random = seeded(4);
  const left: string[] = [];
  for (const kind of whole.filter(({ isBlock }) => isBlock !== true)) {
    for (const form of sixthForms) {
      const value = kind.make(random);
      const part = leftOfForm(form, value, redact);
      if (part !== undefined) left.push(`${form.name} × ${kind.name} [${part}]: ${form.write(value)}`);
    }
  }
  expect(left).toEqual([]);
});

it('finds unknown secrets in the places of the sixth set', { timeout: TIMEOUT }, () => {
  const figure = measureHidden(redact, sixthCases(sixthKinds, sixthPlaces, 2, 9), false);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});

it('keeps what only looks like a secret in the places of the sixth set', { timeout: TIMEOUT }, () => {
  const values = measureKept(redact, casesOf(sixthHarmless, sixthNamedPlaces, 3));
  const lines = measureKept(redact, casesOf(sixthHarmlessLines, sixthLinePlaces, 3));
  const figure = {
    right: values.right + lines.right,
    total: values.total + lines.total,
    wrong: [...values.wrong, ...lines.wrong],
  };
  expect(figure.total).toBeGreaterThan(3_500);
  expect(share(figure), figure.wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
});
