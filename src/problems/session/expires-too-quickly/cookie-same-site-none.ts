/** Browsers drop a SameSite=None cookie that is not Secure (RFC 6265bis §5.7). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceLiteral } from '../../../patches/rules/replace-literal.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { cause } from '../../../probes/tools.ts';

export const cookieSameSiteNone = cause({
  id: 'cookie-same-site-none',
  title: 'A cookie of the login is SameSite=None and not Secure',
  side: 'app',
  needs: { cookies: sessionCookies },
  judge: ({ cookies }) => {
    if (cookies.transient.length + cookies.session.length === 0) return notApplicable('The code sets no cookie of a login.');
    const bad = dropped(cookies);
    const [first] = bad;
    if (!first) return ruledOut('No cookie of the login is SameSite=None without Secure.');
    return confirmed(`Browsers refuse the cookie ${first.name ?? ''}: SameSite=None needs Secure.`, {
      evidence: bad.map(({ name, sameSite, at, secure }) => ({
        label: `Attributes of ${name ?? 'the cookie'}`,
        expected: 'sameSite lax, or none with secure true',
        actual: `sameSite none, secure ${secure?.text ?? 'absent'}`,
        location: sameSite?.place.location ?? at.location,
        source: 'RFC 6265bis §5.7',
      })),
    });
  },
  remedy: ({ cookies }) => {
    const edits = dropped(cookies)
      .slice(0, 1)
      .flatMap(({ sameSite }) =>
        sameSite ? replaceLiteral(sameSite.literal ?? sameSite.place, sameSite.text[0] === 'N' ? 'Lax' : 'lax') : [],
      );
    return [
      ...(edits.length > 0
        ? [
            {
              kind: 'edits' as const,
              summary: 'Set sameSite to lax, which the way back from Scalekit needs no more than',
              edits,
              sure: true,
              afterwards: [{ text: 'Restart the app.' }],
            },
          ]
        : []),
      {
        kind: 'steps',
        summary: 'Set sameSite to lax, or secure to true',
        steps: [{ text: 'None is only needed where the app runs in a frame of another site.', copy: "sameSite: 'lax'" }],
      },
    ];
  },
});

function dropped({ transient, session }: SessionCookies) {
  return [...transient, ...session].filter(
    ({ sameSite, secure }) => /^none$/i.test(sameSite?.text ?? '') && (secure === undefined || secure.text === 'false'),
  );
}
