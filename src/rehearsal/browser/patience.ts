/** How long one request may take: the first one for a path takes longer where it is compiled then. */

/** Milliseconds for a path that a dev server has to compile first. */
const FIRST_HIT_MS = 60_000;

export interface Patience {
  readonly usualMs: number;
  /** Paths are compiled when they are first asked for: nothing is timed then, and what was kept in memory may be gone after it. */
  readonly compiles: boolean;
  readonly of: (url: URL) => number;
}

export function patienceOf(usualMs: number, compiles: boolean): Patience {
  const asked = new Set<string>();
  return {
    usualMs,
    compiles,
    of: ({ pathname }) => {
      const isFirst = compiles && !asked.has(pathname);
      asked.add(pathname);
      return isFirst ? FIRST_HIT_MS : usualMs;
    },
  };
}
