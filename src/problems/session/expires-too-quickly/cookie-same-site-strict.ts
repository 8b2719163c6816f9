/** With SameSite=Strict the browser keeps the cookie back when Scalekit, another site, sends it to the callback (RFC 6265bis §5.2). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceWord } from '../../../patches/rules/replace-attribute.ts';
import { replaceExpression } from '../../../patches/rules/replace-expression.ts';
import type { RuleResult } from '../../../patches/rules/rule.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';

export const cookieSameSiteStrict = cause({
  id: 'cookie-same-site-strict',
  title: 'A cookie of the login is SameSite=Strict',
  side: 'app',
  needs: { cookies: sessionCookies },
  judge: ({ cookies }) => {
    const all = [...cookies.transient, ...cookies.session];
    if (all.length === 0) return notApplicable('The code sets no cookie of a login.');
    if (!cookies.hasCallback) return notApplicable('The app has no login that comes back from Scalekit.');
    const bad = strict(cookies);
    const [first] = bad;
    if (!first) return ruledOut('No cookie of the login is SameSite=Strict.');
    const what = cookies.transient.includes(first)
      ? 'it is not sent to the callback, so the state never matches'
      : 'it is not sent on the way back from the login, so people look signed out';
    return confirmed(`The cookie ${first.name ?? 'of the session'} is SameSite=Strict: coming from Scalekit, ${what}.`, {
      evidence: bad.map(({ name, sameSite, at }) => ({
        label: `sameSite of ${name ?? 'the cookie'}`,
        expected: 'lax',
        actual: 'strict',
        location: sameSite?.place.location ?? at.location,
        source: 'RFC 6265bis §5.2',
      })),
    });
  },
  remedy: ({ cookies }) => [
    ...remedyOfRule(
      once(strict(cookies)).map(({ sameSite }) => (sameSite ? relaxed(sameSite) : undefined)),
      'Set sameSite to lax',
    ),
    {
      kind: 'steps',
      summary: 'Set sameSite to lax',
      steps: [
        { text: 'Lax cookies travel with a top-level navigation, which the way back from Scalekit is.', copy: "sameSite: 'lax'" },
      ],
    },
  ],
});

function strict({ transient, session }: SessionCookies) {
  return [...transient, ...session].filter(({ sameSite }) => /^(?:strict|true)$/i.test(sameSite?.text ?? ''));
}

/** Several cookies may share one object of options. */
function once<C extends ReturnType<typeof strict>[number]>(cookies: readonly C[]): C[] {
  const key = ({ sameSite }: C): string => `${sameSite?.place.file.path}:${sameSite?.place.start}`;
  return cookies.filter((cookie, index) => cookies.findIndex((other) => key(other) === key(cookie)) === index);
}

type SameSite = NonNullable<SessionCookies['session'][number]['sameSite']>;

function relaxed(sameSite: SameSite): RuleResult | undefined {
  const { place, text, inHeader } = sameSite;
  if (!inHeader) return replaceWord(sameSite, 'sameSite', text[0] === 'S' ? 'Lax' : 'lax');
  // Put together from several pieces, the header has no one place to mend.
  return place.end - place.start === text.length ? replaceExpression(place, 'Lax') : undefined;
}
