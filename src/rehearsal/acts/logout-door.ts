/** Where people sign out: a form or a link of the page, the paths that the code names, the usual names; then what proves itself by its effect. */
import type { Answer, Browser, Journey } from '../browser/browser.ts';
import { readPage } from '../browser/forms.ts';
import { byScript } from '../login.ts';
import type { Scene } from '../scene.ts';
import { presenceIn } from '../session.ts';

const usualLogouts = [
  '/logout',
  '/auth/logout',
  '/signout',
  '/sign-out',
  '/api/auth/logout',
  '/api/logout',
  '/auth/signout',
  '/api/auth/signout',
];
const logoutWords = /log\s?-?_?o(?:ut|ff)|sign\s?-?_?o(?:ut|ff)|abmelden/i;
/** Names of many other things as well: such a path is one only if somebody is out after it. */
const leavingWords =
  /(?:^|[^a-z])(?:leave|bye|exit|end|close|quit|destroy|disconnect|terminate|out)(?:[^a-z]|$)|good-?bye|end-?session/i;
const MOST_TRIES = 10;

export interface SignedOut {
  readonly path: string;
  readonly journey: Journey;
  /** The provider's logout, by a redirect or by an address in the answer that a script goes to. */
  readonly toProvider: URL | undefined;
}

export async function signOut(scene: Scene, browser: Browser, page: Answer): Promise<SignedOut | undefined> {
  const initiator = scene.world.app.origin;
  const landing = await browser.copy().open('/', { initiator });
  const pages = [page, landing].map(({ body, url }) => ({ ...readPage(body), url }));
  const told = (path: string, journey: Journey): SignedOut => ({
    path,
    journey,
    toProvider: journey.toProvider ?? logoutIn(journey, scene),
  });
  for (const { forms, url } of pages)
    for (const { action, text, method, fields, multipart = false } of forms) {
      if (method !== 'post' || !(logoutWords.test(action) || logoutWords.test(text))) continue;
      const target = new URL(action, url);
      const form = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
      const journey = await browser.follow(target, { method: 'POST', form, multipart, initiator });
      if (isAnswered(journey)) return told(target.pathname + target.search, journey);
    }
  const links = pages.flatMap((one) =>
    one.links.flatMap(({ href, text }) => {
      const target = URL.canParse(href, one.url.href) ? new URL(href, one.url) : undefined;
      return target?.origin === one.url.origin ? [{ path: target.pathname + target.search, words: `${href} ${text}` }] : [];
    }),
  );
  const linked = links.filter(({ words }) => logoutWords.test(words)).map(({ path }) => path);
  const paths = [...new Set([...scene.facts.logout, ...linked, ...usualLogouts])].filter((path) => path.startsWith('/'));
  const nowhere = await browser.copy().open('/rehearsal-no-such-path', { initiator });
  let idle: SignedOut | undefined;
  for (const path of paths) {
    const got = await browser.follow(path, { initiator });
    const isPage = isAnswered(got) && !isCatchAll(got.answers[0], nowhere);
    if (isPage && (await hasEffect(scene, browser, told(path, got)))) return told(path, got);
    const posted = await browser.follow(path, byScript({}, initiator));
    if (isAnswered(posted) && (await hasEffect(scene, browser, told(path, posted)))) return told(path, posted);
    // What answers and does nothing is a logout only where the code says so, and takes no other method.
    const status = posted.answers[0]?.status;
    if (!scene.facts.logout.includes(path)) continue;
    if (isAnswered(posted)) idle ??= told(path, posted);
    else if (isPage && (status === 404 || status === 405)) idle ??= told(path, got);
  }
  const quiet = [
    ...links.filter(({ words }) => leavingWords.test(words)).map(({ path }) => ({ path, visit: { initiator } })),
    ...scene.facts.pages.filter((path) => leavingWords.test(path)).map((path) => ({ path, visit: { initiator } })),
    ...scene.facts.posts
      .filter(({ path }) => leavingWords.test(path) || logoutWords.test(path))
      .map(({ path }) => ({ path, visit: byScript({}, initiator) })),
  ];
  for (const { path, visit } of quiet.slice(0, MOST_TRIES)) {
    const left = told(path, await browser.follow(path, visit));
    if (!isAnswered(left.journey)) continue;
    if (left.toProvider?.pathname === '/oidc/logout' || (await presenceIn(scene, browser)).presence === 'out') return left;
  }
  return idle;
}

/** It leads on, changes a cookie, or ends the session: what merely answers may be any page. */
async function hasEffect(scene: Scene, browser: Browser, { journey, toProvider }: SignedOut): Promise<boolean> {
  const [first] = journey.answers;
  if (toProvider || first?.location || (first?.fates.length ?? 0) > 0) return true;
  return scene.page !== undefined && (await presenceIn(scene, browser)).presence === 'out';
}

/** A page that every path gets says nothing of this one; some write the path into it. */
function isCatchAll(answer: Answer | undefined, nowhere: Answer): boolean {
  const bare = ({ body, url }: Answer): string => body.replaceAll(url.pathname, '');
  return answer !== undefined && answer.status === nowhere.status && !answer.location && bare(answer) === bare(nowhere);
}

function isAnswered({ answers: [first] }: Journey): boolean {
  return first?.status !== undefined && first.status < 400;
}

/** An address of the provider's logout in a JSON answer or a page. */
function logoutIn({ last }: Journey, { provider }: Scene): URL | undefined {
  const text = last.body.replaceAll('\\/', '/').replaceAll('\\u0026', '&').replaceAll('&amp;', '&');
  const start = text.indexOf(`${provider.url.origin}/oidc/logout`);
  const address = start === -1 ? undefined : /^[^\s"'<>]+/.exec(text.slice(start))?.[0];
  return address !== undefined && URL.canParse(address) ? new URL(address) : undefined;
}
