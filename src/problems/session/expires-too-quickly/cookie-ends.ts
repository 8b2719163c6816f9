/** The time that the user names is that of the session's cookie; or it has none and goes with the browser (RFC 6265 §5.3). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { replaceAttribute } from '../../../patches/rules/replace-attribute.ts';
import { type ExpiresAfter, expiresAfterQuestion, fitsDuration } from '../../../probes/expires-after.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { sessionPolicy } from '../../../probes/session-policy.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyOfRule } from '../../rule-remedy.ts';
import { sessionChart } from './chart.ts';
import { durationOf } from './policy-remedies.ts';

export const cookieEnds = cause({
  id: 'cookie-ends',
  title: 'The session’s cookie ends at that time',
  side: 'app',
  needs: { cookies: sessionCookies },
  wants: { after: expiresAfterQuestion, policy: sessionPolicy },
  judge: ({ cookies, after, policy }) => {
    if (after === undefined) return notApplicable('After how long people are signed out was not told.');
    const [first, ...rest] = endingThen(cookies, after);
    if (!first && cookies.session.length === 0) return notApplicable('The code sets no cookie of a session.');
    if (!first)
      return ruledOut(
        'No cookie of the session ends at the time that you name.',
        ...cookies.session.map(({ name, maxAge, at }) => ({
          label: `maxAge of ${name ?? 'the cookie'}`,
          actual: maxAge?.kind === 'seconds' ? `${maxAge.seconds} s` : (maxAge?.kind ?? 'none'),
          location: at.location,
        })),
      );
    const seconds = first.maxAge?.kind === 'seconds' ? first.maxAge.seconds : undefined;
    return confirmed(
      seconds === undefined
        ? `The cookie ${first.name ?? ''} has neither maxAge nor expires: the browser forgets it when it is closed.`
        : `The cookie ${first.name ?? ''} lives for ${durationOf(seconds)}, which is the time you see; the session behind it goes on.`,
      {
        evidence: [first, ...rest].map(({ name, maxAge, at }) => ({
          label: `maxAge of ${name ?? 'the cookie'}`,
          expected: 'as long as the session may last',
          actual: maxAge?.kind === 'seconds' ? `${maxAge.seconds} s` : 'none',
          location: maxAge?.place.location ?? at.location,
          source: 'RFC 6265 §5.3',
        })),
        ...(seconds === undefined ? {} : { exhibits: sessionChart(policy?.[0], 'cookie', seconds) }),
      },
    );
  },
  remedy: ({ cookies, after }) => [
    ...remedyOfRule(
      (after ? endingThen(cookies, after) : []).map(({ maxAge, unit }) =>
        maxAge && !maxAge.inHeader
          ? replaceAttribute(maxAge, 'maxAge', unit === 'seconds' ? '60 * 60 * 24 * 30' : '60 * 60 * 24 * 30 * 1000')
          : undefined,
      ),
      'Keep the cookie for 30 days; the session behind it ends by Scalekit’s policy',
    ),
    {
      kind: 'steps',
      summary: 'Let the cookie live as long as the session may',
      steps: [
        {
          text: 'Set maxAge to the absolute timeout of the session policy (30 days by default; Express counts milliseconds). A device that others use then stays signed in: offer a logout.',
          copy: 'maxAge: 60 * 60 * 24 * 30 * 1000',
        },
      ],
    },
  ],
});

function endingThen({ session }: SessionCookies, after: ExpiresAfter): SessionCookies['session'] {
  if (after.kind === 'browser') return session.filter(({ maxAge, hasExpires }) => maxAge === undefined && !hasExpires);
  return session.filter(({ maxAge }) => maxAge?.kind === 'seconds' && fitsDuration(after, maxAge.seconds));
}
