/** What the readers of structure are handed: where to put findings, and what is taken already. */

export interface FoundValue {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly rule: string;
}

export interface Report {
  add(found: FoundValue): void;
  /** A pseudonym stands here, or something that is public. */
  isTaken(at: number): boolean;
}
