/** Random text that is the same in every run, so that a figure can be repeated. */

export interface Random {
  readonly below: (limit: number) => number;
  readonly text: (alphabet: string, length: number) => string;
  readonly bytes: (length: number) => Buffer;
  readonly pick: <T>(list: readonly T[]) => T;
}

export const HEX = '0123456789abcdef';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const UPPER = LOWER.toUpperCase();
export const DIGITS = '0123456789';
export const WORD = LOWER + UPPER + DIGITS;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    text: (alphabet, length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}
