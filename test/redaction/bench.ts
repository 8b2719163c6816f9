/** The benchmark's share of redaction: every set measured with our redactor and, in the same run, with secretlint's recommended preset. Prints JSON. */
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { type Figure, measureBenign, measureSecrets } from './corpus/measure.ts';
import { fifthHarmless } from './fifth/harmless.ts';
import { fifthKinds } from './fifth/kinds.ts';
import { fifthPlaces } from './fifth/places.ts';
import { fourthHarmless } from './fourth/harmless.ts';
import { fourthKinds } from './fourth/kinds.ts';
import { fourthPlaces } from './fourth/places.ts';
import { measureSecond } from './second/measure.ts';
import { sixthCases } from './sixth/cases.ts';
import { sixthHarmless, sixthHarmlessLines } from './sixth/harmless.ts';
import { sixthLinePlaces, sixthNamedPlaces } from './sixth/harmless-places.ts';
import { sixthKinds } from './sixth/kinds.ts';
import { sixthPlaces } from './sixth/places.ts';
import { harmlessKinds } from './third/harmless.ts';
import { type Case, casesOf, measureHidden, measureKept } from './third/measure.ts';
import { namesAndNoSecret, plainPlaces, thirdKinds, thirdPlaces } from './third/set.ts';

interface Row {
  readonly name: string;
  readonly cases: number;
  readonly ours: number;
  readonly secretlint?: number;
}

const redact = (text: string, known: readonly string[]): string => createRedactor({ known }).redact(text);
const share = ({ right, total }: Figure): number => right / total;

async function lintedRedact(cases: readonly Case[]): Promise<(text: string) => string> {
  const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] };
  const results = new Map<string, string>();
  for (const { text } of cases) {
    const { messages } = await lintSource({
      source: { filePath: 'text.txt', content: text, contentType: 'text' },
      options: { config, noPhysicFilePath: true },
    });
    let masked = text;
    for (const { range } of [...messages].sort((a, b) => b.range[0] - a.range[0]))
      masked = `${masked.slice(0, range[0])}[secret-00000000 a]${masked.slice(range[1])}`;
    results.set(text, masked);
  }
  return (text) => results.get(text) ?? text;
}

async function compared(name: string, cases: readonly Case[], measure: 'unknown' | 'kept'): Promise<Row> {
  const theirs = await lintedRedact(cases);
  const of = (means: (text: string, known: readonly string[]) => string): Figure =>
    measure === 'unknown' ? measureHidden(means, cases, false) : measureKept(means, cases);
  return { name, cases: cases.length, ours: share(of(redact)), secretlint: share(of(theirs)) };
}

function ours(name: string, figure: Figure): Row {
  return { name, cases: figure.total, ours: share(figure) };
}

const fourthPlain = fourthPlaces.filter(namesAndNoSecret);
const fifthPlain = fifthPlaces.filter(namesAndNoSecret);
/** The domain of an address stays, known or not. */
const sixthWhole = sixthKinds.filter(({ name }) => name !== 'e-mail address');
const sixthHarmlessCases = [
  ...casesOf(sixthHarmless, sixthNamedPlaces, 18, 3),
  ...casesOf(sixthHarmlessLines, sixthLinePlaces, 18, 3),
];
const rows: Row[] = [
  ours('first set (tuned on): known', measureSecrets(redact, { isKnown: true, rounds: 1 })),
  ours('first set (tuned on): unknown', measureSecrets(redact, { isKnown: false, rounds: 1 })),
  ours('first set (tuned on): look-alikes kept', measureBenign(redact, 4)),
  ours('second set (tuned on): known', measureSecond(redact, { isKnown: true, seed: 5, every: 7 })),
  ours('second set (tuned on): unknown', measureSecond(redact, { isKnown: false, seed: 6, every: 7 })),
  ours('third set (tuned on): known', measureHidden(redact, casesOf(thirdKinds, thirdPlaces, 7, 29), true)),
  await compared('third set (tuned on): unknown', [...casesOf(thirdKinds, thirdPlaces, 8, 29)], 'unknown'),
  await compared('third set (tuned on): look-alikes kept', [...casesOf(harmlessKinds, plainPlaces, 9, 13)], 'kept'),
  ours('fourth set (tuned on): known', measureHidden(redact, casesOf(fourthKinds, fourthPlaces, 10, 7), true)),
  await compared('fourth set (tuned on): unknown', [...casesOf(fourthKinds, fourthPlaces, 11, 7)], 'unknown'),
  await compared('fourth set (tuned on): look-alikes kept', [...casesOf(fourthHarmless, fourthPlain, 12, 5)], 'kept'),
  ours('fifth set (tuned on): known', measureHidden(redact, casesOf(fifthKinds, fifthPlaces, 13, 5), true)),
  await compared('fifth set (tuned on): unknown', [...casesOf(fifthKinds, fifthPlaces, 14, 3)], 'unknown'),
  await compared('fifth set (tuned on): look-alikes kept', [...casesOf(fifthHarmless, fifthPlain, 15, 7)], 'kept'),
  ours('sixth set (tuned on): known', measureHidden(redact, casesOf(sixthWhole, sixthPlaces, 16, 29), true)),
  await compared('sixth set (tuned on): unknown', [...sixthCases(sixthKinds, sixthPlaces, 17, 11)], 'unknown'),
  await compared('sixth set (tuned on): look-alikes kept', sixthHarmlessCases, 'kept'),
];
// secretlint's observer of performance would keep the process alive.
process.stdout.write(JSON.stringify(rows), () => process.exit(0));
