/** How secret values are shown: by a short mark that is the same for equal ones. Pure. */
import { createHash } from 'node:crypto';

/** Parameters whose values may be read by anybody. */
export const openParameters: ReadonlySet<string> = new Set([
  'response_type',
  'scope',
  'redirect_uri',
  'client_id',
  'organization_id',
  'connection_id',
  'domain',
  'domain_hint',
  'provider',
  'prompt',
  'code_challenge_method',
  'grant_type',
  'error',
  'error_description',
  'post_logout_redirect_uri',
  'response_mode',
]);

/** What says nothing about this login. */
const dull = new Set(['client_id', 'response_type', 'client_secret']);

/** Path and query with secret values marked: `state=#3f2a`. Two equal values have the same mark. */
export function shownTarget(url: URL, withOrigin = false): string {
  const query = pairsOf(url.searchParams)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return `${withOrigin ? url.origin : ''}${url.pathname}${query === '' ? '' : `?${query}`}`;
}

export function shownForm(parameters: Readonly<Record<string, string>>): string {
  return pairsOf(Object.entries(parameters))
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** Addresses are long and seldom the point: they come last. */
function pairsOf(parameters: Iterable<readonly [string, string]>): (readonly [string, string])[] {
  return [...parameters]
    .filter(([name]) => !dull.has(name))
    .sort(([a], [b]) => Number(/uri/.test(a)) - Number(/uri/.test(b)))
    .map(([name, value]) => [name, openParameters.has(name) ? value : mark(value)] as const);
}

export function mark(value: string): string {
  return value === '' ? '' : `#${createHash('sha256').update(value).digest('hex').slice(0, 4)}`;
}
