/** Why something is not done: a value, never an exception. */

export interface Refusal {
  readonly kind: 'refused';
  /** One or two whole sentences, without any content of the file. */
  readonly reason: string;
  /** The file it is about, relative to the project folder. */
  readonly file?: string;
}

export function refused(reason: string, file?: string): Refusal {
  return { kind: 'refused', reason, ...(file === undefined ? {} : { file }) };
}

export function isRefusal(value: object | undefined): value is Refusal {
  return value !== undefined && 'kind' in value && value.kind === 'refused';
}
