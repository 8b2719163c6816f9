/**
 * Scalekit's rules for redirect URIs, and comparison of a URI with the registered ones (exact string match, RFC 6749 §3.1.2.3,
 * RFC 9700 §4.1.3). Pure.
 */

/** Scalekit's limit, in characters. */
export const MAX_REDIRECT_URI_LENGTH = 256;

export type RuleBreak =
  | { readonly kind: 'not-absolute' }
  | { readonly kind: 'query'; readonly query: string }
  | { readonly kind: 'fragment'; readonly fragment: string }
  | { readonly kind: 'too-long'; readonly length: number }
  | { readonly kind: 'wildcard'; readonly why: string }
  | { readonly kind: 'http-in-production' }
  | { readonly kind: 'localhost-in-production' };

/** The rules a redirect URI breaks in an environment of that tier; none when it may be registered and sent. */
export function redirectUriRuleBreaks(uri: string, tier: 'production' | 'development'): RuleBreak[] {
  const parts = splitUri(uri);
  if (!parts) return [{ kind: 'not-absolute' }];
  const breaks: RuleBreak[] = [];
  if (parts.query !== undefined) breaks.push({ kind: 'query', query: parts.query });
  if (parts.fragment !== undefined) breaks.push({ kind: 'fragment', fragment: parts.fragment });
  if (uri.length > MAX_REDIRECT_URI_LENGTH) breaks.push({ kind: 'too-long', length: uri.length });
  const wildcard = wildcardBreak(uri, parts, tier);
  if (wildcard) breaks.push({ kind: 'wildcard', why: wildcard });
  if (tier === 'production') {
    if (isLoopbackHost(parts.host)) breaks.push({ kind: 'localhost-in-production' });
    else if (parts.scheme === 'http') breaks.push({ kind: 'http-in-production' });
  }
  return breaks;
}

function wildcardBreak(uri: string, parts: UriParts, tier: 'production' | 'development'): string | undefined {
  const count = uri.split('*').length - 1;
  if (count === 0) return undefined;
  if (tier === 'production') return 'a production environment allows no wildcard';
  if (count > 1) return 'only one wildcard is allowed';
  const labels = parts.host.split('.');
  if (!labels[0]?.includes('*')) return 'the wildcard may only stand in the outermost label of the host';
  if (labels.length < 3) return 'the wildcard may not stand for a whole registrable domain';
  return undefined;
}

export type RegisteredMatch =
  | { readonly kind: 'exact' | 'wildcard' | 'template'; readonly registered: string }
  | { readonly kind: 'none' };

/** How a URI that is sent matches the registered ones. Exact wins over wildcard, wildcard over template. */
export function matchRegistered(uri: string, registered: readonly string[]): RegisteredMatch {
  if (registered.includes(uri)) return { kind: 'exact', registered: uri };
  for (const kind of ['wildcard', 'template'] as const) {
    const found = registered.find((candidate) => patternMatches(candidate, uri, kind));
    if (found !== undefined) return { kind, registered: found };
  }
  return { kind: 'none' };
}

function patternMatches(pattern: string, uri: string, kind: 'wildcard' | 'template'): boolean {
  const mark = kind === 'wildcard' ? /\*/ : /\{\{[^{}]{1,64}\}\}/;
  const pieces = pattern.split(mark);
  if (pieces.length < 2) return false;
  // A placeholder that is the whole host may stand for several labels; any other stays within one.
  const wholeHost = /^[a-z][a-z0-9+.-]*:\/\/\{\{[^{}]{1,64}\}\}(?=[:/]|$)/i.test(pattern);
  let rest = uri;
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) {
      if (!rest.startsWith(piece)) return false;
      rest = rest.slice(piece.length);
      continue;
    }
    const filled = piece === '' ? rest.length : rest.indexOf(piece, 1);
    if (filled < 1) return false;
    const stop = wholeHost && index === 1 ? /[/:?#]/ : /[./:?#]/;
    if (stop.test(rest.slice(0, filled))) return false;
    rest = rest.slice(filled + piece.length);
  }
  return rest === '';
}

export type Difference =
  | 'scheme'
  | 'www'
  | 'loopback-name'
  | 'host'
  | 'port'
  | 'path'
  | 'path-case'
  | 'trailing-slash'
  | 'query'
  | 'white-space';

export interface NearMiss {
  readonly registered: string;
  /** In the order of the URI's parts; empty never. */
  readonly differences: readonly Difference[];
}

/** The registered URIs that differ from `uri` in so few parts that one was surely meant for the other, nearest first. */
export function nearMisses(uri: string, registered: readonly string[]): NearMiss[] {
  return registered
    .filter((candidate) => candidate !== uri)
    .flatMap((candidate): NearMiss[] => {
      const differences = differencesOf(uri, candidate);
      return differences && weight(differences) < 10 ? [{ registered: candidate, differences }] : [];
    })
    .sort((a, b) => weight(a.differences) - weight(b.differences));
}

const weights: Readonly<Record<Difference, number>> = {
  'white-space': 1,
  'trailing-slash': 1,
  'path-case': 1,
  scheme: 2,
  www: 2,
  'loopback-name': 2,
  query: 2,
  port: 3,
  path: 5,
  host: 8,
};

function weight(differences: readonly Difference[]): number {
  return differences.reduce((sum, difference) => sum + weights[difference], 0);
}

export function differencesOf(a: string, b: string): Difference[] | undefined {
  const left = splitUri(a.trim());
  const right = splitUri(b.trim());
  if (!left || !right) return undefined;
  const differences: Difference[] = [];
  if (a.trim() !== a || b.trim() !== b) differences.push('white-space');
  if (left.scheme !== right.scheme) differences.push('scheme');
  if (left.host !== right.host) differences.push(hostDifference(left.host, right.host));
  if (left.port !== right.port && !bothDefault(left, right)) differences.push('port');
  if (left.path !== right.path) differences.push(pathDifference(left.path, right.path));
  if (left.query !== right.query || left.fragment !== right.fragment) differences.push('query');
  return differences.length > 0 ? differences : undefined;
}

/** http://a and https://a differ in their scheme, not also in the port that comes with it. */
function bothDefault(left: UriParts, right: UriParts): boolean {
  return left.port === '' && right.port === '';
}

function hostDifference(a: string, b: string): Difference {
  if (isLoopbackHost(a) && isLoopbackHost(b)) return 'loopback-name';
  if (a === `www.${b}` || b === `www.${a}`) return 'www';
  return 'host';
}

function pathDifference(a: string, b: string): Difference {
  const bare = (path: string): string => path.replace(/\/$/, '');
  if (bare(a) === bare(b)) return 'trailing-slash';
  if (a.toLowerCase() === b.toLowerCase()) return 'path-case';
  return 'path';
}

export interface UriParts {
  readonly scheme: string;
  /** Lower case, brackets of IPv6 kept. */
  readonly host: string;
  /** As written; '' when there is none. */
  readonly port: string;
  readonly path: string;
  readonly query: string | undefined;
  readonly fragment: string | undefined;
}

/** Splits without normalising (RFC 3986 appendix B): the match is on strings, so `new URL` would hide differences. */
export function splitUri(uri: string): UriParts | undefined {
  const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/i.exec(uri);
  if (!match) return undefined;
  const [, scheme = '', authority = '', path = '', query, fragment] = match;
  const host = /^(\[[^\]]*\]|[^:]*)(?::([0-9]*))?$/.exec(authority.replace(/^[^@]*@/, ''));
  if (!host) return undefined;
  return { scheme: scheme.toLowerCase(), host: (host[1] ?? '').toLowerCase(), port: host[2] ?? '', path, query, fragment };
}

export function isLoopbackHost(host: string): boolean {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '[::1]' ||
    host === '0.0.0.0' ||
    /^127\.[0-9]+\.[0-9]+\.[0-9]+$/.test(host)
  );
}
