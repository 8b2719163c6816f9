/** How held-out sets are judged: which problem may come first, and what must not be likely beside it. */
import { asked } from './asked.ts';

/** `cannot-refresh|token-expired`: either is fair. */
export type Row = readonly [problem: string, text: string];

export function rowsOf(set: Readonly<Record<string, readonly string[]>>): Row[] {
  return Object.entries(set).flatMap(([problem, texts]) => texts.map((text): Row => [problem, text]));
}

/** Texts whose first finding is another problem, or none. */
export function missedOf(rows: readonly Row[]): string[] {
  return rows
    .filter(([problem, text]) => !problem.split('|').includes(asked(text).findings[0]?.problem ?? ''))
    .map(([problem, text]) => `${problem} ← ${text}`);
}

/** Texts that deny one problem and have another: the other must come first, the denied one must not be likely. */
export function misreadOf(denied: readonly (readonly [is: string, isNot: string, text: string])[]): string[] {
  return denied
    .filter(([is, isNot, text]) => {
      const { findings } = asked(text);
      return findings[0]?.problem !== is || findings.some(({ problem, verdict }) => problem === isNot && verdict === 'likely');
    })
    .map(([, , text]) => text);
}

/** Texts of nobody's that are claimed. */
export function claimedOf(foreign: readonly string[]): string[] {
  return foreign.filter((text) => asked(text).findings.length > 0);
}
