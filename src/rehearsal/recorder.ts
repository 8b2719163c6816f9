/** Keeps every exchange of a run in order, as it may be shown. Secret values become a mark that shows which are equal. */
import { createHash } from 'node:crypto';
import type { Exchange } from './events.ts';

export type Draft = Omit<Exchange, 'id' | 'act' | 'at' | 'ms'>;

export interface Recorder {
  /** Exchanges that begin from now on belong to this act. */
  act: string;
  readonly begin: (draft: Draft, startedAt?: number) => Exchange;
  readonly amend: (id: string, more: Partial<Exchange>, ended?: boolean) => Exchange;
  readonly of: (act: string) => readonly Exchange[];
  readonly get: (id: string) => Exchange | undefined;
}

const MOST_EXCHANGES = 600;

export function createRecorder(now: () => number): Recorder {
  const began = now();
  const all = new Map<string, Exchange>();
  let count = 0;
  return {
    act: 'start',
    begin(draft, startedAt = now()) {
      count++;
      const exchange: Exchange = { id: `exchange-${count}`, act: this.act, at: Math.round(startedAt - began), ms: 0, ...draft };
      if (all.size < MOST_EXCHANGES) all.set(exchange.id, exchange);
      return exchange;
    },
    amend(id, more, ended = true) {
      const before = all.get(id);
      if (!before) return { ...(more as Exchange) };
      const ms = ended ? Math.max(0, Math.round(now() - began - before.at)) : before.ms;
      const after = { ...before, ms, ...more };
      all.set(id, after);
      return after;
    },
    of: (act) => [...all.values()].filter((exchange) => exchange.act === act),
    get: (id) => all.get(id),
  };
}

/** Parameters whose values may be read by anybody. */
const open = new Set([
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
    .map(([name, value]) => [name, open.has(name) ? value : mark(value)] as const);
}

export function mark(value: string): string {
  return value === '' ? '' : `#${createHash('sha256').update(value).digest('hex').slice(0, 4)}`;
}
