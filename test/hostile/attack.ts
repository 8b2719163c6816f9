/** One hostile answer, and what has to be said of it. */
import type { Observed } from './observe.ts';

export interface Attack extends Observed {
  readonly name: string;
  /** The probe that speaks of it, and its sentence. */
  readonly probe: string;
  readonly says: RegExp;
  readonly code: number;
  /** What is found, beside which nothing is confirmed or likely. */
  readonly finds?: string;
}
