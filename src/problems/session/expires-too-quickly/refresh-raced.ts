/** Refresh tokens rotate: of two refreshes at once the second presents a dead token and ends the session. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { shareRefresh } from '../../../patches/rules/share-refresh.ts';
import { refreshRaces } from '../../../probes/refresh-races.ts';
import { renderedRefreshes } from '../../../probes/rendered-refreshes.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { notFollowed } from '../../unread.ts';

export const refreshRaced = cause({
  id: 'refresh-raced',
  title: 'Two requests can refresh one session at the same time',
  side: 'app',
  severity: 'warning',
  needs: { races: refreshRaces },
  wants: { rendered: renderedRefreshes },
  judge: ({ races }) => {
    if (races.refreshes === 0) return notApplicable('The app does not refresh tokens.');
    const [first] = races.unguarded;
    if (!first && races.unread.length > 0) return notFollowed('whether a second refresh waits for the first', races.unread);
    if (!first && races.shared.length === 0) return notApplicable('No two requests were found that could refresh at once.');
    if (!first)
      return ruledOut(
        'A second refresh waits for the first.',
        ...races.shared.map(({ location }) => ({
          label: 'refreshAccessToken',
          actual: 'waits for one that is under way',
          location,
        })),
      );
    return confirmed(
      'Every request that finds the access token expired refreshes by itself. A page that loads three things at once refreshes three times; the refresh token rotates, so all but one fail with invalid_grant.',
      {
        evidence: races.unguarded.map(({ location }) => ({
          label: 'refreshAccessToken',
          expected: 'one refresh at a time for a session; the others wait for it',
          actual: 'nothing makes them wait',
          location,
          source: 'RFC 9700 §4.14.2',
        })),
      },
    );
  },
  remedy: ({ races, rendered }) => [
    // One helper serves one call; further ones are for the next run.
    ...remedyOfRule(
      races.unguarded
        // Where the new tokens cannot be kept, sharing the refresh cures nothing.
        .filter(({ call }) => !rendered?.some(({ refresh }) => refresh.call === call))
        .slice(0, 1)
        .map(({ call }) => shareRefresh(call)),
      'Let requests that come at once share one refresh',
    ),
    {
      kind: 'steps',
      summary: 'Let one refresh run at a time for each session',
      steps: [
        {
          text: 'Keep the running refresh by the session’s id, and let whoever comes in between wait for it.',
          copy: 'const running = refreshes.get(id) ?? refresh(session).finally(() => refreshes.delete(id));\nrefreshes.set(id, running);\nawait running;',
        },
        { text: 'With several processes, take a lock in the store that keeps the sessions (Redis SET NX, SELECT … FOR UPDATE).' },
      ],
    },
  ],
});
