/** What the user came for: one value, from the list, the paste or the command line on to the verdict, the exit code and the bundle. */

import type { Side } from './cause.ts';

/** Something in a text that says that something failed. */
export interface Complaint {
  /** None where the text concerns nothing that is known here. */
  readonly problem?: string;
  /** One sentence: what the text says. */
  readonly because: string;
  /** Where a known code says it: whose side it is on, and what to do about it. */
  readonly side?: Side;
  readonly next?: string;
}

export interface Symptom {
  /** `list`: chosen by its name. `text`: typed, pasted, piped in, or picked from Scalekit's record of logins. */
  readonly from: 'nothing' | 'list' | 'text';
  /** Ids of the problems it points to, best first. Empty: everything is of equal interest. */
  readonly problems: readonly string[];
  /** What was read in the text, a line each; secrets are masked. */
  readonly read: readonly string[];
  /** The verdict must answer these: it explains them, or says that it cannot. */
  readonly complaints: readonly Complaint[];
}

export const noSymptom: Symptom = { from: 'nothing', problems: [], read: [], complaints: [] };

export function chosenSymptom(problems: readonly string[]): Symptom {
  return { ...noSymptom, from: 'list', problems };
}
