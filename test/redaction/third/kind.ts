/** What a kind of secret in the third and the fourth set is. */
import type { Random } from '../corpus/random.ts';

export interface Kind {
  readonly name: string;
  /** Names under which it is kept, in snake case. */
  readonly fields: readonly string[];
  readonly make: (random: Random) => string;
  /** Nobody could tell it from other text without its name: it is left out where there is none. */
  readonly isNamedOnly?: true;
  /** Text of several lines: only for places that hold such. */
  readonly isBlock?: true;
}

export interface Place {
  readonly name: string;
  readonly write: (field: string, value: string) => string;
  /** Nothing in the text names the value. */
  readonly isNameless?: true;
  /** May hold several lines. */
  readonly takesBlocks?: true;
  /** Characters that nobody would write there unescaped. */
  readonly never?: RegExp;
}
