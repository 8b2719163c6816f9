/** The app keeps the refresh token and never uses it. */

import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { refreshOnFailure } from '../../../patches/rules/refresh-on-failure.ts';
import { code } from '../../../probes/code.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const refreshNeverCalled = cause({
  id: 'refresh-never-called',
  title: 'The refresh token is kept but never used',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { handling: tokenHandling },
  wants: { code },
  judge: ({ handling }) => {
    const [use] = handling.refreshTokenUses;
    const [check] = handling.validations;
    if (!use || !check) return notApplicable('The app does not both keep a refresh token and check access tokens.');
    if (handling.refreshes.length > 0 || handling.meansToRefresh) return ruledOut('The app calls what it takes for a refresh.');
    return confirmed(
      'The app keeps a refresh token and checks access tokens, but never calls refreshAccessToken: five minutes after the login the check fails.',
      {
        evidence: [
          {
            label: 'Checks the access token',
            expected: 'refreshAccessToken when it has expired',
            actual: 'never called',
            location: check.location,
          },
          { label: 'Keeps the refresh token', location: use.location },
        ],
      },
    );
  },
  remedy: ({ handling, code }) => [
    ...remedyOfRule(
      handling.validations
        .filter(({ validation }) => validation.by === 'validateAccessToken' && !validation.isFresh)
        .slice(0, 1)
        .map(({ validation }) => refreshOnFailure(validation.node, validation.module, code?.modules ?? [])),
      'Refresh where the check of the access token fails',
    ),
    {
      kind: 'steps',
      summary: 'Call refreshAccessToken where the check of the access token fails',
      steps: [
        { text: 'When validateAccessToken returns false, call refreshAccessToken with the kept refresh token.' },
        { text: 'Store both tokens it returns: the old refresh token is dead from then on.' },
        { text: 'If it fails, send the user to log in again.' },
      ],
    },
  ],
});
