/** Finds known sequences of words (codes, messages) in a text: a trie walked once, over all wrappings that `tokens.ts` sees through. */
import { eachToken, type Gap, type Token } from './tokens.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  values: readonly T[];
}

/**
 * How a signature was written: as one identifier (`invalid_grant`, `InvalidGrantError`, a single word), as a name in camelCase
 * (`invalidGrant`, which may be any variable), in plain words, or with punctuation inside.
 */
export type Form = 'code' | 'camel' | 'words' | 'punctuated';

export interface SignatureHit<T> {
  readonly value: T;
  readonly form: Form;
  readonly start: number;
  readonly end: number;
  /** Up to three words before, nearest last: `error`, `code`. */
  readonly before: readonly string[];
}

export interface Signatures<T> {
  readonly root: Node<T>;
}

interface Walk<T> {
  readonly node: Node<T>;
  readonly start: number;
  readonly words: number;
  readonly gaps: number;
  readonly glued: boolean;
  readonly headed: boolean;
  readonly before: readonly string[];
}

const gapBits: Readonly<Record<Gap, number>> = { none: 1, mark: 2, dot: 2, mixed: 2, blank: 4, other: 8 };

export function signaturesOf<T>(entries: Iterable<readonly [spelling: string, value: T]>): Signatures<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const [spelling, value] of entries) {
    let node = root;
    eachToken(spelling, ({ word }) => {
      const child: Node<T> = node.next.get(word) ?? { next: new Map(), values: [] };
      node.next.set(word, child);
      node = child;
    });
    if (node !== root && !node.values.includes(value)) node.values = [...node.values, value];
  }
  return { root };
}

/** What languages and frameworks put around a code: `ErrInvalidGrant`, `InvalidGrantError`, `OAUTH_INVALID_GRANT`. */
const heads = new Set(['err', 'error', 'errors', 'code', 'oauth', 'oauth2', 'auth', 'scalekit', 'saml', 'sso', 'oidc', 'sdk']);
const tails = new Set(['error', 'exception', 'err', 'failure', 'code', 'errors']);

/** A run of overlapping hits is settled at the latest after so many, so that hostile text cannot make it grow. */
const clusterLimit = 64;

/** @param fits what a spelling may be written as: one that cannot be so written does not stand in the way of a shorter one. */
export function findSignatures<T>(
  text: string,
  { root }: Signatures<T>,
  visit: (hit: SignatureHit<T>) => void,
  fits: (value: T, form: Form) => boolean = () => true,
): void {
  let walks: readonly Walk<T>[] = [];
  let walksBefore: readonly Walk<T>[] = [];
  let first = '';
  let second = '';
  let last: Token | undefined;
  let cluster: { walk: Walk<T>; end: number; tailed: boolean }[] = [];

  eachToken(text, (token) => {
    const glued = token.gap === 'none' || token.gap === 'mark';
    if (glued && last) {
      const tail = tails.has(token.word);
      for (const hit of cluster) if (hit.end === last.end) hit.tailed = tail;
      // `invalid_client_handler` is not the code `invalid_client`.
      if (!tail) cluster = cluster.filter((hit) => hit.end !== last?.end);
    }
    const isStart = root.next.has(token.word);
    const torn = token.wrapped && last ? last.word + token.word : '';
    // Nearly every word of a log: nothing begins here and nothing is under way.
    if (!isStart && torn === '' && walks.length === 0 && walksBefore.length === 0 && cluster.length === 0) {
      [first, second, last] = [second, last?.word ?? '', token];
      return;
    }
    const next: Walk<T>[] = [];
    for (const walk of walks) step(walk, token.word, token.gap, next);
    const headed = glued && last !== undefined && heads.has(last.word);
    const before = isStart || torn !== '' ? [first, second, last?.word ?? ''] : [];
    if (isStart) {
      step(
        { node: root, start: token.start, words: 0, gaps: 0, glued: glued && !headed, headed, before },
        token.word,
        'blank',
        next,
      );
    }
    if (torn !== '' && last) {
      // Torn apart by the end of a line: `mis` + `match`.
      for (const walk of walksBefore) step(walk, torn, last.gap, next);
      if (root.next.has(torn)) {
        step({ node: root, start: last.start, words: 0, gaps: 0, glued: false, headed: false, before }, torn, 'blank', next);
      }
    }
    for (const walk of next) {
      const isHit = !walk.glued && walk.node.values.some((value) => fits(value, formOf(walk, false)));
      if (isHit) cluster.push({ walk, end: token.end, tailed: false });
    }
    if (
      cluster.length > 0 &&
      (cluster.length > clusterLimit || (next.length === 0 && token.start > (cluster.at(-1)?.end ?? 0)))
    ) {
      settle(cluster, visit);
      cluster = [];
    }
    walksBefore = walks;
    walks = next;
    [first, second, last] = [second, last?.word ?? '', token];
  });
  settle(cluster, visit);
}

function step<T>(walk: Walk<T>, word: string, gap: Gap, into: Walk<T>[]): void {
  const node = walk.node.next.get(word);
  if (!node) return;
  const gaps = walk.words === 0 ? 0 : walk.gaps | gapBits[gap];
  into.push({ ...walk, node, words: walk.words + 1, gaps });
}

/** Of hits that overlap the longest counts. */
function settle<T>(
  cluster: readonly { walk: Walk<T>; end: number; tailed: boolean }[],
  visit: (hit: SignatureHit<T>) => void,
): void {
  const kept: { start: number; end: number }[] = [];
  const longestFirst = [...cluster].sort((a, b) => b.end - b.walk.start - (a.end - a.walk.start));
  const chosen = longestFirst.filter(({ walk, end }) => {
    if (kept.some((other) => walk.start < other.end && other.start < end)) return false;
    kept.push({ start: walk.start, end });
    return true;
  });
  chosen.sort((a, b) => a.walk.start - b.walk.start);
  for (const { walk, end, tailed } of chosen) {
    for (const value of walk.node.values) {
      visit({ value, form: formOf(walk, tailed), start: walk.start, end, before: walk.before });
    }
  }
}

function formOf<T>(walk: Walk<T>, tailed: boolean): Form {
  if ((walk.gaps & gapBits.other) !== 0) return 'punctuated';
  if ((walk.gaps & gapBits.mark) !== 0 || walk.words === 1) return 'code';
  if (walk.gaps === gapBits.none) return tailed || walk.headed ? 'code' : 'camel';
  return 'words';
}
