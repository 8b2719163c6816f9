/** Makes the state of a login sound: random, sent, kept until the callback, and compared there. All of it, or nothing. Pure. */

import { runsIn, siteOf } from '../../../project/code/handlers.ts';
import type { Guessable } from '../../../project/code/randomness.ts';
import type { CodeAnalysis, Handler, SdkCall } from '../../../project/code/types.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { workshop } from '../bench.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { dialectOf } from '../dialect/index.ts';
import type { RuleResult } from '../rule.ts';
import { compareState } from './compare-state.ts';
import { comparedWith, type KeptState } from './kept-state.ts';
import { mendHalf } from './mend-half.ts';
import { sendState } from './send-state.ts';

/** What of the code is asked for. */
export type StateCode = Pick<CodeAnalysis, 'handlers' | 'modules'>;

export interface SeenStart {
  readonly call: SdkCall;
  readonly state: 'sent' | 'none' | 'unknown';
  readonly guessable: Guessable | undefined;
}

export interface StateStart extends SeenStart {
  readonly handler: Handler;
  /** Where the handler's own code starts the login. */
  readonly site: SyntaxNode;
}

export interface SeenCallback {
  readonly call: SdkCall;
  readonly handler: Handler;
  /** The callback does something with the state that it reads. */
  readonly compares: boolean;
}

export interface StateCallback extends SeenCallback {
  /** Where the handler's own code has the code exchanged. */
  readonly site: SyntaxNode;
}

export function soundState(
  seen: readonly SeenStart[],
  callbacks: readonly SeenCallback[],
  { handlers, modules }: StateCode,
): readonly RuleResult[] | undefined {
  const [callback] = callbacks;
  const starts = seen.flatMap((start): StateStart[] => {
    const handler = handlers.find((candidate) => runsIn(candidate, start.call.node, start.call.module));
    const site = handler && siteOf(handler, start.call.node, start.call.module);
    return handler && site && start.state !== 'unknown' ? [{ ...start, handler, site }] : [];
  });
  if (!callback || callbacks.length > 1 || starts.length === 0 || starts.length < seen.length) return undefined;
  const half = callback.compares ? mendHalf(starts, modules) : undefined;
  if (half) return half;
  const shop = workshop();
  const dialect = (handler: Handler): Dialect | undefined => dialectOf(handler, modules, shop.bench(handler.module));
  const compared = callback.compares ? comparedWith(callback.handler.reached) : undefined;
  if (compared === 'other' || (callback.compares && compared === undefined)) return undefined;
  const answering = dialect(callback.handler);
  const fresh: KeptState = answering?.keepsSession
    ? { kind: 'session', path: 'session.oauthState' }
    : { kind: 'cookie', name: 'oauth_state' };
  let kept: KeptState | undefined = compared;
  for (const handler of new Set(starts.map((start) => start.handler))) {
    const own = dialect(handler);
    const all = starts.filter((start) => start.handler === handler);
    const place = own && sendState(all, { dialect: own, shop, modules }, kept, fresh);
    if (!place || (kept && !isSame(kept, place))) return undefined;
    kept = place;
  }
  const site = siteOf(callback.handler, callback.call.node, callback.call.module);
  if (!kept || !answering || !site) return undefined;
  if (!compared && !compareState({ ...callback, site }, answering, kept)) return undefined;
  const results = shop.results();
  return results.length > 0 ? results : undefined;
}

function isSame(a: KeptState, b: KeptState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
