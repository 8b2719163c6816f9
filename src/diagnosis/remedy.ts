/** Remedies are values, never actions: what to change, shown before anything is done. */

/** Replaces the bytes `start`..`end` (end excluded) of a file whose content has the SHA-256 `hash`. */
export interface Edit {
  /** Relative to the project folder, with `/`. */
  readonly file: string;
  /** Lower-case hex SHA-256 of the whole file the offsets were taken from; '' when the edit creates the file. */
  readonly hash: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One call that changes something in the Scalekit environment. */
export interface RemoteChange {
  readonly method: 'PATCH' | 'POST' | 'DELETE';
  /** Path under the environment URL, e.g. `/api/v1/clients/skc_1`. */
  readonly path: string;
  readonly body: unknown;
  /** What the user sees: the field, its value now and its value afterwards. */
  readonly before: string;
  readonly after: string;
  readonly what: string;
}

export interface Step {
  /** One instruction, a whole sentence. */
  readonly text: string;
  /** A value to paste, offered by the copy key. Never a secret. */
  readonly copy?: string;
  readonly link?: string;
}

export type Remedy =
  | {
      readonly kind: 'edits';
      readonly summary: string;
      readonly edits: readonly Edit[];
      /** False when the rule cannot be sure that this is what the user wants: it is then proposed, never applied without a word. */
      readonly sure: boolean;
      /** What is left to do by hand afterwards (restart the server …). */
      readonly afterwards?: readonly Step[];
    }
  | { readonly kind: 'change'; readonly summary: string; readonly change: RemoteChange; readonly steps: readonly Step[] }
  | { readonly kind: 'steps'; readonly summary: string; readonly steps: readonly Step[] };

/** What is left for a finding whose patch was taken back: its other remedies, or the same by hand. */
export function stepsInstead(remedies: readonly Remedy[]): readonly Remedy[] {
  const others = remedies.filter(({ kind }) => kind !== 'edits');
  if (others.length > 0) return others;
  return remedies.slice(0, 1).map((remedy) => {
    const files = remedy.kind === 'edits' ? [...new Set(remedy.edits.map(({ file }) => file))] : [];
    return {
      kind: 'steps',
      summary: `${remedy.summary}, by hand`,
      steps: [
        {
          text: `The patch of ${files.join(', ')} was taken back: it did not make the app sound. Look at what it would change with \`scalekit-fix fix\`.`,
        },
      ],
    };
  });
}
