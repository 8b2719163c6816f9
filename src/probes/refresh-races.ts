/** Refreshes that two requests of one session can start at once: nothing in the module makes the second wait for the first. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { isCalled, usesOf } from '../project/code/function-uses.ts';
import { runsIn } from '../project/code/handlers.ts';
import { sharesPromise } from '../project/code/shared-promise.ts';
import type { CodeAnalysis, CodePart } from '../project/code/types.ts';
import { enclosing, functionTypes } from '../project/syntax/nodes.ts';
import { code } from './code.ts';
import { type RefreshCall, tokenHandling } from './token-handling.ts';
import { probe } from './tools.ts';

export interface RefreshRaces {
  readonly refreshes: number;
  readonly unguarded: readonly RefreshCall[];
}

/** What people call it when they thought of it. */
const guard =
  /\b(?:in_?flight\w*|mutex\w*|\w*[lL]ock(?:s|ed|ing|er)?|single_?flight|pending\w*|isRefreshing|refreshing\w*|refresh(?:es|Promise\w*|Queue|InProgress)|semaphore|redlock|coalesce|dedupe\w*|running)\b/i;

export const refreshRaces = probe({
  id: 'refresh-races',
  title: 'Can two refreshes run at once?',
  reach: 'derived',
  needs: { handling: tokenHandling, code },
  observe: ({ handling, code }): Outcome<RefreshRaces> => {
    if (handling.refreshes.length === 0) return skipped('The app does not refresh tokens.');
    const unguarded = handling.refreshes.filter(({ call }) => {
      if (code.handlers.length === 0 || isGuarded(call, code)) return false;
      // An endpoint of its own is called once by a page that knows what it does; a guard in front of every request is not.
      const isEndpoint = code.handlers.some(
        (handler) => runsIn(handler, call.node, call.module) && /refresh/i.test(handler.path),
      );
      // A script has one user at a time; what serves requests has many.
      return !isEndpoint && isCalled(call, code);
    });
    return ok(
      { refreshes: handling.refreshes.length, unguarded },
      ...unguarded.map(({ location }) => ({ label: 'Refresh without a guard', location })),
    );
  },
});

/** How far up callers are followed: the guard stands beside the call, or in what calls the helper. */
const MOST_CALLERS = 4;

function isGuarded({ node, module }: RefreshCall['call'], code: CodeAnalysis): boolean {
  const seen = new Set<number>();
  let level: readonly CodePart[] = [{ node, module }];
  for (let step = 0; step < MOST_CALLERS && level.length > 0; step++) {
    const next: CodePart[] = [];
    for (const part of level) {
      const around = enclosing(part.node, functionTypes) ?? part.module.root;
      const text = around.id === part.module.root.id ? part.node.text : around.text;
      if (guard.test(text) || /\.finally\s*\(/.test(text) || sharesPromise(around)) return true;
      if (seen.has(around.id)) continue;
      seen.add(around.id);
      // A callback is called where it is written.
      if (around.id !== part.module.root.id)
        next.push({ node: around, module: part.module }, ...usesOf(around, part.module, code));
    }
    level = next;
  }
  return false;
}
