/** Cookies that carry the session or the login: their flags, and what becomes of them in the browser. */
import type { Shown } from '../../diagnosis/shown.ts';
import { Browser } from '../browser/browser.ts';
import { type Cookie, Jar } from '../browser/jar.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type LoggedIn, logIn } from '../login.ts';
import { oneFault, type Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

const MOST_TRIED = 8;
/** Nobody means a session that is over before a page is read; the access token of this login lives far longer. */
const BRIEF_SECONDS = 60;

export interface CookieSeen {
  readonly name: string;
  readonly httpOnly: boolean;
  /** Without it nobody is logged in. */
  readonly carriesSession: boolean;
  /** Its life as it was set; undefined: as long as the browser. */
  readonly seconds?: number;
  readonly exchange: string;
  readonly where: Shown['locations'];
}

export const cookies = {
  id: 'cookies',
  title: 'Cookies of the session',
  async run(scene: Scene): Promise<Outcome> {
    if (!scene.passed.has('login') || !scene.page) return notJudged('No honest login with a page behind it went through.');
    // A login of its own: the session of the first one may be over by now.
    const result = await logIn(scene, scene.provider.ada);
    if (result.kind !== 'done') return notJudged('The login did not go through this time.');
    const first = result.login;
    const all = first.browser.jar.cookies.slice(0, MOST_TRIED);
    const opens = async (cookies: readonly Cookie[]): Promise<boolean> =>
      (await presenceIn(scene, new Browser(scene.world, Jar.of(cookies)), first.person)).presence === 'in';
    if (!(await opens(all))) return overAlready(first, 'Nobody is logged in after this login.');
    // Alone it opens the session; or several are needed, and the session is gone without it.
    const alone: Cookie[] = [];
    for (const cookie of all) if (await opens([cookie])) alone.push(cookie);
    if (alone.length === 0 && !(await opens(all)))
      return overAlready(first, 'The session had ended before its cookies were told apart.');
    const carriers = alone;
    if (alone.length === 0)
      for (const cookie of all) if (!(await opens(all.filter((other) => other !== cookie)))) carriers.push(cookie);
    const seen = all.map((cookie) => ({
      name: cookie.name,
      httpOnly: cookie.httpOnly,
      carriesSession: carriers.includes(cookie),
      ...lifeOf(cookie),
      ...originOf(first, cookie),
    }));
    return judgeCookies(seen);
  },
};

function lifeOf({ expires, created }: Cookie): Pick<CookieSeen, 'seconds'> {
  return expires === undefined ? {} : { seconds: Math.round((expires - created) / 1000) };
}

/** A cookie that has run out by the time of the first page says why. */
function overAlready(login: LoggedIn, otherwise: string): Outcome {
  const gone = login.browser.jar.cookies.find(
    (cookie) => (lifeOf(cookie).seconds ?? BRIEF_SECONDS) < BRIEF_SECONDS && (cookie.expires ?? 0) <= Date.now(),
  );
  if (!gone) return notJudged(otherwise);
  return tooBrief({
    name: gone.name,
    httpOnly: gone.httpOnly,
    carriesSession: true,
    ...lifeOf(gone),
    ...originOf(login, gone),
  });
}

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
  const brief = session.find(({ seconds }) => seconds !== undefined && seconds < BRIEF_SECONDS);
  if (!first && brief) return tooBrief(brief);
  if (!first) return sound(`The session is carried by ${session.map(({ name }) => name).join(', ')}, which scripts cannot read.`);
  const why = `Scripts on the page can read the cookie ${readable.map(({ name }) => name).join(', ')}, which carries the session: it is not HttpOnly.`;
  const evidence = readable.map(({ name, exchange }) => ({
    label: `Cookie ${name}`,
    expected: 'HttpOnly',
    actual: 'not HttpOnly',
    exchange,
    source: 'RFC 6265bis §4.1.2.6',
  }));
  return oneFault('session-unprotected/cookie-readable', 'F', why, { evidence, locations: first.where });
}

function tooBrief({ name, seconds, exchange, where }: CookieSeen): Outcome {
  const why = `The cookie ${name} lives ${seconds} s, and with it the session: then nobody is logged in any more.`;
  const evidence = [
    { label: `Cookie ${name}`, expected: 'lives as long as the session', actual: `Max-Age or Expires of ${seconds} s`, exchange },
  ];
  return oneFault('expires-too-quickly/cookie-max-age', 'F', why, { evidence, locations: where });
}
