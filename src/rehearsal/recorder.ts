/** Keeps every exchange of a run in order, as it may be shown. Secret values become a mark that shows which are equal. */
import type { Exchange } from './events.ts';
import { createSeenSecrets, type Headers, type Message, masked, messageOf } from './messages.ts';

export { mark, shownForm, shownTarget } from './marks.ts';

export type Draft = Omit<Exchange, 'id' | 'act' | 'at' | 'ms'>;

export interface Recorder {
  /** Exchanges that begin from now on belong to this act. */
  act: string;
  readonly begin: (draft: Draft, startedAt?: number) => Exchange;
  readonly amend: (id: string, more: Partial<Exchange>, ended?: boolean) => Exchange;
  readonly of: (act: string) => readonly Exchange[];
  /** Headers and body as they may be opened; secrets in them are masked everywhere from then on. */
  readonly message: (headers: Headers, body?: string) => Message;
  readonly get: (id: string) => Exchange | undefined;
}

const MOST_EXCHANGES = 600;

export function createRecorder(now: () => number): Recorder {
  const began = now();
  const all = new Map<string, Exchange>();
  const secrets = createSeenSecrets();
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
    message: (headers, body) => messageOf(headers, body, secrets),
    of: (act) =>
      [...all.values()]
        .filter((exchange) => exchange.act === act)
        .map(({ request, response, ...exchange }) => ({
          ...exchange,
          ...(request ? { request: masked(request, secrets) } : {}),
          ...(response ? { response: masked(response, secrets) } : {}),
        })),
    get: (id) => all.get(id),
  };
}
