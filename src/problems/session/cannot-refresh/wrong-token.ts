/** refreshAccessToken is given something that is no refresh token, or nothing. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceLast } from '../../../patches/rules/replace-last.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

const other = /(?:^|\.|_|['"`])(?:access|id)_?[tT]oken['"`]?\]?$/i;

export const wrongToken = cause({
  id: 'wrong-token',
  title: 'Another token than the refresh token is used to refresh',
  side: 'app',
  needs: { handling: tokenHandling },
  judge: ({ handling }) => {
    if (handling.refreshes.length === 0) return notApplicable('The app does not refresh tokens.');
    const bad = handling.refreshes.filter(({ call }) => call.argNodes.length === 0 || other.test(call.argNodes[0]?.text ?? ''));
    const [first] = bad;
    if (!first) return ruledOut('refreshAccessToken gets what is called a refresh token.');
    const given = first.call.argNodes[0]?.text;
    return confirmed(
      given === undefined
        ? 'refreshAccessToken is called without a token: it fails with “Refresh token is required”.'
        : `refreshAccessToken gets ${given}; the token endpoint takes a refresh token only and answers invalid_grant.`,
      {
        evidence: bad.map(({ call, location }) => ({
          label: 'Argument of refreshAccessToken',
          expected: 'the refresh token',
          actual: call.argNodes[0]?.text ?? 'nothing',
          location,
          source: 'RFC 6749 §6',
        })),
      },
    );
  },
  remedy: ({ handling }) => [
    ...remedyOfRule(
      handling.refreshes.map(({ call }) =>
        replaceLast(call, 0, {
          accessToken: 'refreshToken',
          access_token: 'refresh_token',
          idToken: 'refreshToken',
          id_token: 'refresh_token',
        }),
      ),
      'Hand over the refresh token that is kept beside it',
    ),
    {
      kind: 'steps',
      summary: 'Hand the refresh token to refreshAccessToken',
      steps: [
        {
          text: 'Keep the refreshToken that authenticateWithCode returns, and give that one.',
          copy: 'scalekit.refreshAccessToken(session.refreshToken)',
        },
      ],
    },
  ],
});
