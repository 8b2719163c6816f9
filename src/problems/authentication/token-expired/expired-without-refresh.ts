/** The app checks access tokens, which live five minutes, and has nothing for the moment when one has expired. */
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { failedCheck, pastedToken } from '../../../probes/pasted-token.ts';
import { tokenHandling } from '../../../probes/token-handling.ts';
import { cause } from '../../../probes/tools.ts';

export const expiredWithoutRefresh = cause({
  id: 'expired-without-refresh',
  title: 'Access tokens expire and nothing renews them',
  side: 'app',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  wants: { handling: tokenHandling, token: pastedToken },
  judge: ({ handling, token }) => {
    const expired = failedCheck(token, 'expiry');
    const pastedEvidence = expired
      ? [{ label: 'The pasted token', expected: expired.expected ?? 'not expired', actual: expired.actual ?? 'expired' }]
      : [];
    if (!handling) {
      if (!expired) return notApplicable('The code keeps no tokens, and no expired token was pasted.');
      return likely('The pasted token has expired; whether the app renews its tokens cannot be seen here.', {
        evidence: pastedEvidence,
      });
    }
    const [check] = handling.validations.filter(({ validation }) => !validation.isFresh && !/id_?token/i.test(validation.token));
    if (handling.refreshes.length > 0 || handling.meansToRefresh)
      return ruledOut('The app renews tokens.', {
        label: 'Renews them',
        actual: handling.refreshes.length > 0 ? 'a call that refreshes' : 'code that means to refresh',
        ...(handling.refreshes[0] ? { location: handling.refreshes[0].location } : {}),
      });
    if (handling.refreshTokenUses.length > 0)
      return notApplicable('The app keeps a refresh token and never uses it, which is told by itself.');
    if (!check) return notApplicable('The app does not check access tokens after the login.');
    if (handling.logins.length === 0 && handling.exchanges === 0)
      return notApplicable('The app checks tokens that others got: whoever logs in renews them.');
    return confirmed(
      'The app checks the access token, which lives five minutes by default, and asks for no refresh token to renew it with.',
      {
        evidence: [
          {
            label: 'Checks the access token',
            expected: 'a call of refreshAccessToken when it has expired',
            actual: 'no refresh anywhere',
            location: check.location,
          },
          ...pastedEvidence,
        ],
      },
    );
  },
  remedy: ({ handling }) => [
    {
      kind: 'steps',
      summary: 'Ask for a refresh token and renew the access token with it',
      steps: [
        { text: 'Add offline_access to the scopes of getAuthorizationUrl.', copy: 'offline_access' },
        { text: 'Keep refreshToken of authenticateWithCode beside the access token, on the server.' },
        {
          text: `Where the check fails (${handling?.validations[0] ? `${handling.validations[0].location.file}:${handling.validations[0].location.line}` : 'where tokens are validated'}), call refreshAccessToken(refreshToken) and store both tokens it returns.`,
          link: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
        },
      ],
    },
  ],
});
