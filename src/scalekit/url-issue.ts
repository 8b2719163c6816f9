/** What can be wrong with an environment URL, and how bad that is. Pure. */

export type UrlIssueKind =
  | 'empty'
  | 'white-space'
  | 'quotes'
  | 'invisible-characters'
  | 'missing-scheme'
  | 'wrong-scheme'
  | 'not-a-url'
  | 'not-https'
  | 'user-info'
  | 'port'
  | 'trailing-slash'
  | 'path'
  | 'query'
  | 'fragment'
  | 'trailing-dot'
  | 'dashboard'
  | 'not-an-environment'
  | 'look-alike'
  | 'placeholder';

export interface UrlIssue {
  readonly kind: UrlIssueKind;
  /** What is wrong and what to write instead: one or two sentences. */
  readonly sentence: string;
}

export function issue(kind: UrlIssueKind, sentence: string): UrlIssue {
  return { kind, sentence };
}

/** Worst first: what makes the URL unusable before what merely wants tidying. */
const WEIGHT: readonly UrlIssueKind[] = [
  'empty',
  'not-a-url',
  'wrong-scheme',
  'look-alike',
  'placeholder',
  'dashboard',
  'not-an-environment',
  'user-info',
  'not-https',
  'missing-scheme',
  'quotes',
  'white-space',
  'invisible-characters',
];

export function byWeight(left: UrlIssue, right: UrlIssue): number {
  const weight = ({ kind }: UrlIssue) => (WEIGHT.includes(kind) ? WEIGHT.indexOf(kind) : WEIGHT.length);
  return weight(left) - weight(right);
}

/** Short and without control codes: it stands in a sentence for people. */
export function shown(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, '');
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean;
}
