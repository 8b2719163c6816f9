/** The cookie goes when the access token goes, or sooner: `maxAge` from `expiresIn`, or a number in the wrong unit. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceAttribute } from '../../../patches/rules/replace-attribute.ts';
import { replaceExpression } from '../../../patches/rules/replace-expression.ts';
import type { RuleResult } from '../../../patches/rules/rule.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { sessionPolicy } from '../../../probes/session-policy.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { sessionChart } from './chart.ts';

/** A session that a browser keeps for less is over before anybody thinks so. */
const SHORT_SECONDS = 900;
/** What the absolute timeout is by default, as people write it. */
const MONTH = '60 * 60 * 24 * 30';

export const cookieMaxAge = cause({
  id: 'cookie-max-age',
  title: 'The session’s cookie lives only as long as the access token',
  side: 'app',
  needs: { cookies: sessionCookies },
  wants: { policy: sessionPolicy },
  judge: ({ cookies, policy }) => {
    if (cookies.session.length === 0) return notApplicable('The code sets no cookie of a session.');
    const short = shortLived(cookies.session);
    const [first] = short;
    if (!first?.maxAge)
      return ruledOut(
        'No cookie of the session ends it early.',
        ...cookies.session.map(({ name, maxAge, at }) => ({
          label: `maxAge of ${name ?? 'the cookie'}`,
          actual: maxAge?.kind === 'seconds' ? `${maxAge.seconds} s` : 'none that ends it early',
          location: at.location,
        })),
      );
    const seconds = first.maxAge.kind === 'seconds' ? first.maxAge.seconds : (policy?.[0]?.accessToken ?? 300);
    const why =
      first.maxAge.kind === 'expires-in'
        ? 'its maxAge is the life of the access token, and with the cookie the refresh is lost, too'
        : `its maxAge comes to ${seconds} s${first.unit === 'milliseconds' ? '; Express counts maxAge in milliseconds' : ''}`;
    return confirmed(`The cookie ${first.name ?? ''} ends the session early: ${why}.`, {
      evidence: short.map(({ name, maxAge, at, unit }) => ({
        label: `maxAge of ${name ?? 'the cookie'}`,
        expected: `as long as the session shall last, in ${unit}`,
        actual:
          maxAge?.kind === 'expires-in'
            ? 'expiresIn of the access token'
            : `${maxAge?.kind === 'seconds' ? maxAge.seconds : '?'} s`,
        location: maxAge?.place.location ?? at.location,
      })),
      exhibits: sessionChart(policy?.[0], 'cookie', seconds),
    });
  },
  remedy: ({ cookies }) => {
    const short = shortLived(cookies.session);
    return [
      ...remedyOfRule(
        short.map(({ maxAge, unit }) => (maxAge ? longer(maxAge, unit) : undefined)),
        'Keep the cookie for 30 days; the session behind it ends by Scalekit’s policy',
      ),
      {
        kind: 'steps',
        summary: 'Let the cookie live as long as the session may',
        steps: [
          { text: 'Set maxAge to the absolute timeout of the session policy, not to the life of the access token.' },
          { text: 'Refresh the access token when it has expired; the cookie only says whose session it is.' },
        ],
      },
    ];
  },
});

type Cookie = SessionCookies['session'][number];

function longer(maxAge: NonNullable<Cookie['maxAge']>, unit: Cookie['unit']): RuleResult | undefined {
  const { place, kind, inHeader } = maxAge;
  if (!inHeader || kind === 'expires-in')
    return replaceAttribute(maxAge, 'maxAge', unit === 'seconds' ? MONTH : `${MONTH} * 1000`);
  // The number in a header; put together from several pieces, it has no one place to mend.
  return /^\d+$/.test(place.file.text.slice(place.start, place.end))
    ? replaceExpression(place, String(60 * 60 * 24 * 30))
    : undefined;
}

/** The access token in a cookie of its own may go with it, as long as another keeps the session. */
function shortLived<
  C extends {
    readonly name: string | undefined;
    readonly value: string;
    readonly maxAge: { readonly kind: string; readonly seconds?: number } | undefined;
  },
>(cookies: readonly C[]): C[] {
  const holds = (cookie: C, token: RegExp): boolean => token.test(cookie.name ?? cookie.value);
  // A refresh token that stays gets the others anew.
  const refresh = cookies.filter((cookie) => holds(cookie, /refresh_?token/i));
  const keepers = refresh.length > 0 ? refresh : cookies.filter((cookie) => !holds(cookie, /access_?token/i));
  return (keepers.length > 0 ? keepers : cookies).filter(
    ({ maxAge }) => maxAge?.kind === 'expires-in' || (maxAge?.kind === 'seconds' && (maxAge.seconds ?? 0) < SHORT_SECONDS),
  );
}
