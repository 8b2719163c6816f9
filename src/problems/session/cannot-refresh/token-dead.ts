/** The token endpoint itself says that the pasted refresh token does not count any more. Asked only where the user agreed to use it up. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedClient } from '../../../probes/pasted-client.ts';
import { pastedRefreshToken } from '../../../probes/pasted-refresh-token.ts';
import { cause } from '../../../probes/tools.ts';
import { wasUsedBefore } from './token-used-twice.ts';

export const tokenDead = cause({
  id: 'token-dead',
  title: 'The refresh token does not count any more',
  side: 'app',
  needs: { tried: pastedRefreshToken },
  wants: { client: pastedClient },
  judge: ({ tried, client }) => {
    if (tried.accepted)
      return ruledOut('The token endpoint accepted the refresh token. It is used up now.', {
        label: 'Refresh with the pasted token',
        actual: 'accepted',
        exchange: tried.exchange,
      });
    if (wasUsedBefore(tried) && (!client || client.issuedTo === client.own))
      return notApplicable('It was used before, which is told by itself.');
    return confirmed(
      `The token endpoint refuses the pasted refresh token with ${tried.error}${tried.description === '' ? '' : `: ${tried.description}`}.`,
      {
        evidence: [
          {
            label: 'Refresh with the pasted token',
            expected: 'new tokens',
            actual: `${tried.error} ${tried.description}`.trim(),
            exchange: tried.exchange,
            source: 'RFC 6749 §5.2',
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Log in again, and keep the newest refresh token',
      steps: [
        { text: 'Send the user to log in again: a dead refresh token stays dead.' },
        { text: 'Store the refresh token that each refresh returns, in the same write as the access token.' },
        { text: 'Let one refresh run at a time for each session.' },
      ],
    },
  ],
});
