/** Which code a diagnosis read, and which it did not: without that, “nothing wrong found” would say more than was looked at. */

export type WhyNotRead = 'language' | 'too-large' | 'unreadable' | 'syntax' | 'too-many' | 'no-time' | 'folder-too-large';

export interface NotRead {
  /** "Python". */
  readonly language: string;
  /** Relative to the project folder, with `/`. */
  readonly files: readonly string[];
  readonly why: WhyNotRead;
}

export interface Coverage {
  /** Languages whose code was read. */
  readonly read: readonly string[];
  readonly notRead: readonly NotRead[];
}

export const nothingRead: Coverage = { read: [], notRead: [] };
