/** What the program ends with, in one place: every command takes its code from here. */

export const DONE = 0;
export const FAULT_LEFT = 1;
export const WRONG_USAGE = 2;
export const COULD_NOT_RUN = 3;
export const INTERRUPTED = 130;

/** What a look came to, as far as the exit code goes by it. */
export interface LookedAt {
  /** Findings that are confirmed or likely. */
  readonly errors: number;
  readonly warnings: number;
  /** Something that was pasted says that something failed, and nothing that was seen explains it. */
  readonly unexplained: boolean;
  /** The credentials were really tried, or nobody wanted them to be (`--offline`). */
  readonly checked: boolean;
  /** `--strict`: warnings count like errors. */
  readonly strict: boolean;
}

export function exitCodeOf({ errors, warnings, unexplained, checked, strict }: LookedAt): 0 | 1 | 3 {
  if (errors > 0 || unexplained || (strict && warnings > 0)) return FAULT_LEFT;
  return checked ? DONE : COULD_NOT_RUN;
}
