/** A cookie with a narrow Path is not sent to the rest of the app, or not to the callback (RFC 6265 §5.1.4). */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { namedOnce } from '../../../patches/rules/replace-attribute.ts';
import { replaceLiteral } from '../../../patches/rules/replace-literal.ts';
import { loginFlow } from '../../../probes/login-flow.ts';
import { type SessionCookies, sessionCookies } from '../../../probes/session-cookies.ts';
import { cause } from '../../../probes/tools.ts';

export const cookiePath = cause({
  id: 'cookie-path',
  title: 'A cookie of the login has too narrow a path',
  side: 'app',
  needs: { cookies: sessionCookies, flow: loginFlow },
  judge: ({ cookies, flow }) => {
    const callback = flow.callbacks[0]?.handler.path;
    if (callback === undefined) return notApplicable('No callback was found to compare with.');
    const bad = narrow(cookies, callback);
    const [first] = bad;
    if (cookies.transient.length + cookies.session.length === 0) return notApplicable('The code sets no cookie of a login.');
    if (!first?.path) return ruledOut('The cookies of the login are sent where they are needed.');
    const isTransient = cookies.transient.includes(first);
    return confirmed(
      isTransient
        ? `The cookie ${first.name ?? ''} is only sent below ${first.path.text}, which the callback ${callback} is not: the state is missing there.`
        : `The cookie ${first.name ?? ''} is only sent below ${first.path.text}: everywhere else people look signed out.`,
      {
        evidence: bad.map(({ name, path, at }) => ({
          label: `path of ${name ?? 'the cookie'}`,
          expected: '/',
          actual: path?.text ?? '',
          location: path?.place.location ?? at.location,
          source: 'RFC 6265 §5.1.4',
        })),
      },
    );
  },
  remedy: ({ cookies, flow }) => {
    const bad = narrow(cookies, flow.callbacks[0]?.handler.path ?? '/');
    const places = bad.flatMap(({ path }) => (path ? [path.literal ?? path.place] : []));
    const edits = places
      .filter((place, index) => places.findIndex((other) => other.start === place.start) === index)
      .flatMap((place) => replaceLiteral(place, '/'));
    return [
      ...(edits.length > 0
        ? [
            {
              kind: 'edits' as const,
              summary: 'Send the cookie with every path',
              edits,
              // Where it is cleared under its old path, it would not be cleared any more.
              sure: places.every((place) => namedOnce(place, 'path')),
              afterwards: [{ text: 'Restart the app.' }],
            },
          ]
        : []),
      {
        kind: 'steps',
        summary: 'Send the cookie with every path',
        steps: [{ text: 'Set path to / where the cookie is set and where it is cleared.', copy: "path: '/'" }],
      },
    ];
  },
});

function narrow({ transient, session }: SessionCookies, callback: string) {
  const covers = (path: string, target: string): boolean =>
    target === path || target.startsWith(path.endsWith('/') ? path : `${path}/`);
  return [
    ...transient.filter(({ path }) => path !== undefined && path.text.startsWith('/') && !covers(path.text, callback)),
    // The session is needed where people go after the login, which is hardly below the routes of the login itself.
    ...session.filter(
      ({ path }) =>
        path !== undefined &&
        path.text.startsWith('/') &&
        path.text !== '/' &&
        (covers(path.text, callback) || /callback|login|auth/i.test(path.text)),
    ),
  ];
}
