/** Gathers what codes, artefacts and sentences point to into one list, best first, one entry a problem. Pure. */
import type { Pointer, Strength } from './types.ts';

export interface Clue extends Pointer {
  /** Orders clues of equal strength; a code of a server weighs more than a turn of phrase. */
  readonly weight: number;
}

const order: Readonly<Record<Strength, number>> = { likely: 0, possible: 1 };

export function mergeClues(clues: readonly Clue[]): Pointer[] {
  const best = new Map<string, Clue>();
  for (const clue of clues) {
    const rival = best.get(clue.problem);
    best.set(clue.problem, rival ? join(rival, clue) : clue);
  }
  return [...best.values()]
    .sort((a, b) => order[a.strength] - order[b.strength] || b.weight - a.weight)
    .map(({ weight: _, ...pointer }) => pointer);
}

/** The stronger speaks; the other may add the cause, unless the two name different ones. */
function join(a: Clue, b: Clue): Clue {
  const stronger = order[a.strength] - order[b.strength] || b.weight - a.weight;
  const [first, second] = stronger <= 0 ? [a, b] : [b, a];
  const cause = first.cause ?? second.cause;
  const { cause: _, ...rest } = first;
  const agree =
    first.strength !== second.strength || first.cause === undefined || second.cause === undefined || first.cause === second.cause;
  return { ...rest, ...(cause !== undefined && agree ? { cause } : {}) };
}
