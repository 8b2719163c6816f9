/** Local storage is open to every script of the page: one injected script takes the tokens of everybody (RFC 9700 §4.3.2 and OWASP say the same). */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { tokenLeaks } from '../../../probes/token-leaks.ts';
import { cause } from '../../../probes/tools.ts';

export const keptInStorage = cause({
  id: 'kept-in-storage',
  title: 'Tokens are written to local or session storage',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { leaks: tokenLeaks },
  judge: ({ leaks }) => {
    if (leaks.stored.length === 0) return ruledOut('No token is written to the browser’s storage.');
    return confirmed('A token is written where every script of the page can read it; an httpOnly cookie keeps it from scripts.', {
      evidence: leaks.stored.map(({ at, how, token }) => ({
        label: how,
        expected: 'an httpOnly cookie, or the token stays on the server',
        actual: token,
        location: at.location,
      })),
    });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Keep the tokens on the server, or in httpOnly cookies',
      steps: [
        {
          text: 'After authenticateWithCode, keep the tokens in a session on the server, and give the browser only the session’s id.',
        },
        { text: 'Set that cookie with httpOnly, secure and sameSite lax.' },
        { text: 'Remove what is in the storage of people who are signed in already.', copy: 'localStorage.clear()' },
      ],
    },
  ],
});
