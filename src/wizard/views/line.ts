/** What a screen is made of: lines with a tone. Both faces draw them; neither a width nor a colour is decided here. Pure. */

export type Tone = 'plain' | 'dim' | 'bold' | 'good' | 'bad' | 'warn' | 'add' | 'remove' | 'accent';

export interface Line {
  readonly text: string;
  readonly tone: Tone;
  /** Of continuation lines when the text is wrapped, in columns. */
  readonly indent: number;
  /** The row under the cursor: it is kept in sight. */
  readonly selected?: boolean;
  /** Every character counts, white space too: lines of a diff. Where it is wrapped, its further rows are marked. */
  readonly verbatim?: boolean;
}

export function line(text: string, tone: Tone = 'plain', indent = 0): Line {
  return { text, tone, indent };
}

/** A row that can be chosen. */
export function option(text: string, selected: boolean): Line {
  return { ...line(`${selected ? '❯' : ' '} ${text}`, selected ? 'bold' : 'plain', 4), selected };
}

export const blank: Line = line('');

export interface Screen {
  /** What is happening, one line. */
  readonly title: string;
  readonly lines: readonly Line[];
}
