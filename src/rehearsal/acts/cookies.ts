/** Cookies that carry the session or the login: their flags, and what becomes of them in the browser. */
import type { Shown } from '../../diagnosis/shown.ts';
import { Browser } from '../browser/browser.ts';
import { type Cookie, Jar } from '../browser/jar.ts';
import { type Grade, notJudged, type Outcome, sound } from '../events.ts';
import type { LoggedIn } from '../login.ts';
import { type Scene, showsFault } from '../scene.ts';
import { presenceIn } from '../session.ts';

const MOST_TRIED = 8;

export interface CookieSeen {
  readonly name: string;
  readonly httpOnly: boolean;
  /** Without it nobody is logged in. */
  readonly carriesSession: boolean;
  readonly exchange: string;
  readonly where: Shown['locations'];
}

export const cookies = {
  id: 'cookies',
  title: 'Cookies of the session',
  async run(scene: Scene): Promise<Outcome> {
    const { first } = scene;
    if (!scene.passed.has('login') || !scene.page || !first)
      return notJudged('No honest login with a page behind it went through.');
    const all = first.browser.jar.cookies.slice(0, MOST_TRIED);
    const opens = async (cookies: readonly Cookie[]): Promise<boolean> =>
      (await presenceIn(scene, new Browser(scene.world, Jar.of(cookies)), first.person)).presence === 'in';
    // Alone it opens the session; or several are needed, and the session is gone without it.
    const alone: Cookie[] = [];
    for (const cookie of all) if (await opens([cookie])) alone.push(cookie);
    const carriers = alone;
    if (alone.length === 0)
      for (const cookie of all) if (!(await opens(all.filter((other) => other !== cookie)))) carriers.push(cookie);
    const seen = all.map((cookie) => ({
      name: cookie.name,
      httpOnly: cookie.httpOnly,
      carriesSession: carriers.includes(cookie),
      ...originOf(first, cookie),
    }));
    return judgeCookies(seen);
  },
};

/** The answer that set it, and where in the code. */
function originOf(login: LoggedIn, { name }: Cookie): Pick<CookieSeen, 'exchange' | 'where'> {
  const answers = [...login.journey.answers, ...login.back.answers];
  const setter = answers.findLast(({ fates }) => fates.some((fate) => fate.name === name && fate.kept)) ?? login.back.last;
  const written = setter.notes.flatMap(({ headers }) => headers ?? []).findLast(({ cookie }) => cookie === name);
  return { exchange: setter.exchange.id, where: (written?.frames ?? []).slice(0, 3) };
}

export function judgeCookies(seen: readonly CookieSeen[]): Outcome {
  const session = seen.filter(({ carriesSession }) => carriesSession);
  if (session.length === 0) return notJudged('No cookie was found without which the session is gone.');
  const readable = session.filter(({ httpOnly }) => !httpOnly);
  const [first] = readable;
  if (!first) return sound(`The session is carried by ${session.map(({ name }) => name).join(', ')}, which scripts cannot read.`);
  const grade: Grade = 'F';
  const why = `Scripts on the page can read the cookie ${readable.map(({ name }) => name).join(', ')}, which carries the session: it is not HttpOnly.`;
  const evidence = readable.map(({ name, exchange }) => ({
    label: `Cookie ${name}`,
    expected: 'HttpOnly',
    actual: 'not HttpOnly',
    exchange,
    source: 'RFC 6265bis §4.1.2.6',
  }));
  return {
    outcome: 'unsound',
    grade,
    why,
    wrong: first.exchange,
    shown: [showsFault('session-unprotected/cookie-readable', grade, why, { evidence, locations: first.where })],
  };
}
