/** What is known of one error code, exception or message: a row of `assets/codes/`. Types only. */

export type CodeSide = 'app' | 'network' | 'idp' | 'scalekit';

export interface CodeEntry {
  /** As servers and libraries print it, or a name of ours for a message; the key of `explainCode`. */
  readonly code: string;
  /** Who prints it: the file's own name for a product or a library. */
  readonly vendor: string;
  /** Other spellings, other libraries' names, and messages that mean the same. */
  readonly also?: readonly string[];
  /** Spellings that others use too: they count like those of a `common` entry. */
  readonly plain?: readonly string[];
  /** Words of which one must stand near, in lower case: without it the spelling may be anybody's. */
  readonly near?: readonly string[];
  /** What it says happened, one plain sentence without its full stop. */
  readonly title: string;
  /** More about what it means, where the title is not all. */
  readonly meaning?: string;
  /** What to do next, one plain sentence. */
  readonly next: string;
  readonly side: CodeSide;
  /** Problems it belongs to, the best first. */
  readonly problems: readonly [string, ...string[]];
  readonly cause?: string;
  readonly docs: string;
  /**
   * `exact`: one vendor's own code or message, which means the same wherever it is written. `own`: nothing but Scalekit prints this.
   * `oauth`: any OAuth server does; written as a code it counts, in plain words only near a word of ours. `common`: half the world
   * prints it (`unauthorized`, `ECONNREFUSED`); it counts only beside something that is surely ours.
   */
  readonly whose: 'exact' | 'own' | 'oauth' | 'common';
  /** True where the code alone says no more than "somewhere here". */
  readonly vague?: boolean;
  /** True for a code that only wraps: what is inside it says more. */
  readonly wraps?: boolean;
}

/** A row as its file has it: what a whole group shares is said once. */
type Row = Omit<Partial<CodeEntry>, 'problems'> & { readonly problem?: string | readonly string[] };
export interface CodeGroup extends Row {
  readonly rows: readonly (Row & Pick<CodeEntry, 'code' | 'title' | 'next'>)[];
}
