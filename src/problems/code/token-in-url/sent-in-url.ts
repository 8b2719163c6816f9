/** URLs end in histories, logs and Referer headers; a token in one is given away (RFC 6750 §2.3, RFC 9700 §4.3.2). */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { tokenLeaks } from '../../../probes/token-leaks.ts';
import { cause } from '../../../probes/tools.ts';

export const sentInUrl = cause({
  id: 'sent-in-url',
  title: 'A token is put into a URL',
  side: 'app',
  severity: 'warning',
  docs: 'https://docs.scalekit.com/authenticate/fsa/manage-session/',
  needs: { leaks: tokenLeaks },
  judge: ({ leaks }) => {
    if (leaks.inUrls.length === 0) return ruledOut('No token is put into a URL.');
    return confirmed('A token becomes part of a URL, which browsers, proxies and servers write down.', {
      evidence: leaks.inUrls.map(({ at, token }) => ({
        label: 'URL with a token',
        expected: 'a cookie, or the Authorization header',
        actual: token,
        location: at.location,
        source: 'RFC 9700 §4.3.2',
      })),
    });
  },
  remedy: () => [
    {
      kind: 'steps',
      summary: 'Hand the token over in a cookie or in the Authorization header',
      steps: [
        { text: 'Set an httpOnly cookie in the callback and redirect without the token.' },
        { text: 'Where a page needs the user, let it ask the server, which knows the session.' },
      ],
    },
  ],
});
