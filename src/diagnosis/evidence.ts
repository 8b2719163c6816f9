/** What was seen: the one shape in which probes and causes show their grounds. Values only; secrets are masked before they get here. */

/** A place in a file of the project. */
export interface Location {
  /** Relative to the project folder, with `/` on every system. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in characters. */
  readonly column: number;
}

/** One observation, with what was expected beside what was found, so that a reader can judge for himself. */
export interface Evidence {
  /** What the two values are values of: "Redirect URI your code sends". */
  readonly label: string;
  readonly expected?: string;
  readonly actual?: string;
  /** One sentence when two values do not say it all. */
  readonly note?: string;
  readonly location?: Location;
  /** Id of the recorded exchange with a server, e.g. `exchange-3`: the bundle holds it whole, redacted. */
  readonly exchange?: string;
  /** Where the expectation comes from: a section of an RFC or a page of the docs. */
  readonly source?: string;
}

/** `a.ts:3:7`, as editors and terminals understand it. */
export function formatLocation(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`;
}
