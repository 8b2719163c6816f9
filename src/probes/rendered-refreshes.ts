/** Refreshes that run while a Server Component of Next.js is rendered. Derived. */
import type { Location } from '../diagnosis/evidence.ts';
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { renderedWrite } from '../project/code/server-components.ts';
import { code } from './code.ts';
import { type RefreshCall, tokenHandling } from './token-handling.ts';
import { probe } from './tools.ts';

export interface RenderedRefresh {
  readonly refresh: RefreshCall;
  /** The component's file. */
  readonly component: string;
  /** Where the new tokens are written into cookies. */
  readonly write: Location;
}

export const renderedRefreshes = probe({
  id: 'rendered-refreshes',
  title: 'Does a page refresh while it is rendered?',
  reach: 'derived',
  needs: { handling: tokenHandling, code },
  observe: ({ handling, code }): Outcome<readonly RenderedRefresh[]> => {
    if (handling.refreshes.length === 0) return skipped('The app does not refresh tokens.');
    const found = handling.refreshes.flatMap((refresh): RenderedRefresh[] => {
      const found = renderedWrite(refresh.call, code);
      if (!found) return [];
      const { component, write } = found;
      return [{ refresh, component: component.file.path, write: write.module.file.locationAt(write.node.startIndex) }];
    });
    return ok(found, ...found.map(({ write }) => ({ label: 'Cookie written while a page is rendered', location: write })));
  },
});
