/** The refresh token is refused while its session lives and its client is the right one: it was used before, and counts once (RFC 9700 §4.14.2). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedClient } from '../../../probes/pasted-client.ts';
import { pastedRefreshToken } from '../../../probes/pasted-refresh-token.ts';
import { cause } from '../../../probes/tools.ts';

export const tokenUsedTwice = cause({
  id: 'token-used-twice',
  title: 'The refresh token was used before',
  side: 'app',
  needs: { tried: pastedRefreshToken },
  wants: { client: pastedClient },
  judge: ({ tried, client }) => {
    if (tried.accepted)
      return ruledOut('The token endpoint accepted the refresh token.', {
        label: 'Refresh with the pasted token',
        actual: 'accepted',
        exchange: tried.exchange,
      });
    if (client && client.issuedTo !== client.own)
      return notApplicable('The token was issued to another client, which is told by itself.');
    if (!wasUsedBefore(tried)) return notApplicable('Whether it was used before cannot be told.');
    return confirmed(
      tried.session === undefined
        ? `The token endpoint says it itself: ${tried.description}.`
        : `${tried.session} was active when the token endpoint refused its refresh token with ${tried.error}: the token had been used already, and each counts once.`,
      {
        evidence: [
          ...(tried.session === undefined ? [] : [{ label: `Status of ${tried.session}`, actual: 'active' }]),
          {
            label: 'Refresh with the pasted token',
            expected: 'new tokens',
            actual: `${tried.error} ${tried.description}`.trim(),
            exchange: tried.exchange,
            source: 'RFC 9700 §4.14.2',
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Keep the newest refresh token, and let one refresh run at a time',
      steps: [
        {
          text: 'Store the refresh token that each refresh returns in the same write as the access token: the one before is dead from then on.',
          copy: 'session.refreshToken = refreshed.refreshToken;',
        },
        { text: 'Let requests of one session that come at once wait for the same refresh, over all processes that serve it.' },
        { text: 'Send this user to log in again: a token that was used twice ends its session.' },
      ],
    },
  ],
});

/** Its session was seen alive just before, or the server says so in words. */
export function wasUsedBefore(tried: {
  readonly session: string | undefined;
  readonly error: string;
  readonly description: string;
}): boolean {
  return (
    tried.error === 'invalid_grant' &&
    (tried.session !== undefined || /\b(?:used|redeemed|rotated|re-?used?|replay)/i.test(tried.description))
  );
}
