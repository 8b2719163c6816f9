/** Somebody ended the session: a logout, an administrator, or the reuse of a token. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedSession } from '../../../probes/pasted-session.ts';
import { cause } from '../../../probes/tools.ts';

export const sessionRevoked = cause({
  id: 'session-revoked',
  title: 'The session was revoked or logged out',
  side: 'app',
  needs: { pasted: pastedSession },
  judge: ({ pasted: { session, exchange } }) => {
    if (!/^(?:revoked|logout|logged_out)$/i.test(session.status)) return ruledOut(`The session is ${session.status || 'there'}.`);
    const when = session.logout_at ?? session.expired_at;
    return confirmed(
      `${session.session_id} was ended (${session.status})${when === undefined ? '' : ` at ${when}`}: its refresh token is dead.`,
      {
        evidence: [
          {
            label: `Status of ${session.session_id}`,
            expected: 'active',
            actual: `${session.status}${when === undefined ? '' : `, ${when}`}`,
            exchange,
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Send the user to log in again',
      steps: [
        { text: 'Where refreshAccessToken fails, end the app’s own session and start a login: nothing brings this one back.' },
        { text: 'If nobody logged out, look for a refresh token that was used twice: reuse ends the session.' },
      ],
    },
  ],
});
