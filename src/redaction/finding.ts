/** One place of a secret, as the stages report it, and how places that overlap become one. Pure. */

/** What found it, surest first: of overlapping findings the surer one names the whole. */
export type Stage = 'known' | 'structure' | 'pattern' | 'encoded' | 'entropy' | 'person';
const order: readonly Stage[] = ['known', 'structure', 'pattern', 'encoded', 'entropy', 'person'];

export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly stage: Stage;
  /** What kind of secret: `client_secret`, `cookie`, `private_key`. */
  readonly kind: string;
  /** Which rule found it. */
  readonly rule: string;
  /** The secret itself, decoded as far as is known, one character a byte: only to tell equal secrets. */
  readonly value: string;
}

/** In order, none touching another. */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: Finding[] = [];
  for (const finding of sorted) {
    const last = merged.at(-1);
    if (last === undefined || finding.start >= last.end) merged.push(finding);
    else merged[merged.length - 1] = united(last, finding);
  }
  return merged;
}

function united(first: Finding, second: Finding): Finding {
  const better = rank(second) < rank(first) || (rank(second) === rank(first) && isLonger(second, first)) ? second : first;
  const other = better === first ? second : first;
  const kind = better.kind === 'known' && other.stage === 'structure' ? other.kind : better.kind;
  return { ...better, kind, start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}

const rank = (finding: Finding): number => order.indexOf(finding.stage);
const isLonger = (one: Finding, other: Finding): boolean => one.end - one.start > other.end - other.start;

/** Ranges in order that are looked up in order. */
export interface Ranges {
  /** The end of the range that holds `at`, or -1. Questions must come with growing offsets, or after `rewind`. */
  endAt(at: number): number;
  overlaps(start: number, end: number): boolean;
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

export function rangesOf(sorted: readonly Range[]): Ranges {
  const firstEndingBehind = (at: number): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Range).end <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    endAt: (at) => {
      if (sorted.length === 0) return -1;
      const range = sorted[firstEndingBehind(at)];
      return range !== undefined && range.start <= at ? range.end : -1;
    },
    overlaps: (start, end) => {
      if (sorted.length === 0) return false;
      const range = sorted[firstEndingBehind(start)];
      return range !== undefined && range.start < end;
    },
  };
}
