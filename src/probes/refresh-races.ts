/** Refreshes that two requests of one session can start at once: nothing in the module makes the second wait for the first. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import type { UnreadCall } from '../project/code/paths/unread.ts';
import { refreshGuard } from '../project/code/refresh-guard.ts';
import { code } from './code.ts';
import { type RefreshCall, tokenHandling } from './token-handling.ts';
import { probe } from './tools.ts';

export interface RefreshRaces {
  readonly refreshes: number;
  readonly unguarded: readonly RefreshCall[];
  /** Seen to wait for one that is under way. */
  readonly shared: readonly RefreshCall[];
  /** What may make a second refresh wait, and was not read to its end. */
  readonly unread: readonly UnreadCall[];
}

export const refreshRaces = probe({
  id: 'refresh-races',
  title: 'Can two refreshes run at once?',
  reach: 'derived',
  needs: { handling: tokenHandling, code },
  observe: ({ handling, code }): Outcome<RefreshRaces> => {
    if (handling.refreshes.length === 0) return skipped('The app does not refresh tokens.');
    const looked = handling.refreshes.map((refresh) => ({ refresh, guard: refreshGuard(refresh.call, code) }));
    const open = looked.filter(({ refresh: { call }, guard }) => {
      if (code.handlers.length === 0 || guard.isShared) return false;
      // An endpoint of its own is called once by a page that knows what it does; a guard in front of every request is not.
      const isEndpoint = code.handlers.some(
        (handler) => runsIn(handler, call.node, call.module) && /refresh/i.test(handler.path),
      );
      // A script has one user at a time; what serves requests has many.
      return !isEndpoint;
    });
    const unguarded = open.filter(({ guard }) => guard.isReached && guard.unread.length === 0).map(({ refresh }) => refresh);
    const shared = looked.filter(({ guard }) => guard.isShared).map(({ refresh }) => refresh);
    const unread = open.flatMap(({ guard }) => guard.unread);
    return ok(
      { refreshes: handling.refreshes.length, unguarded, shared, unread },
      ...unguarded.map(({ location }) => ({ label: 'Refresh without a guard', location })),
    );
  },
});
