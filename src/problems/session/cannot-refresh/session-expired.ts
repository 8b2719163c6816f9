/** The session ran out, by the absolute or by the idle timeout. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { pastedSession } from '../../../probes/pasted-session.ts';
import { cause } from '../../../probes/tools.ts';

export const sessionExpired = cause({
  id: 'session-expired',
  title: 'The session has expired',
  side: 'app',
  needs: { pasted: pastedSession },
  judge: ({ pasted: { session, exchange } }) => {
    if (!/^expired$/i.test(session.status)) return ruledOut(`The session is ${session.status || 'there'}.`);
    const idle = Date.parse(session.idle_expires_at ?? '');
    const absolute = Date.parse(session.absolute_expires_at ?? '');
    const byIdle = Number.isFinite(idle) && !(absolute <= idle);
    const at = byIdle ? session.idle_expires_at : session.absolute_expires_at;
    return confirmed(
      `${session.session_id} expired by the ${byIdle ? 'idle' : 'absolute'} timeout${at === undefined ? '' : ` at ${at}`}: its refresh token is dead.`,
      {
        evidence: [
          {
            label: `Status of ${session.session_id}`,
            expected: 'active',
            actual: `expired by the ${byIdle ? 'idle' : 'absolute'} timeout`,
            exchange,
          },
        ],
      },
    );
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Send the user to log in again, or let sessions live longer',
      steps: [
        { text: 'Where refreshAccessToken fails, end the app’s own session and start a login.' },
        { text: 'If it came too soon, look at the session policy: scalekit-fix, symptom “The session expires too quickly”.' },
      ],
    },
  ],
});
