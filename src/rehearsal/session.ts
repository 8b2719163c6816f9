/** Is somebody logged in in this browser? Told by a page that answers otherwise with a session than without, never by a status alone. */
import type { Answer, Browser } from './browser/browser.ts';
import type { Person } from './provider.ts';
import { type GuardedPage, isPerson, newBrowser, type Scene } from './scene.ts';

const usualPages = [
  '/me',
  '/profile',
  '/dashboard',
  '/account',
  '/api/me',
  '/api/user',
  '/user',
  '/home',
  '/app',
  '/api/session',
  '/session',
  '/api/profile',
  '/whoami',
  '/protected',
  '/private',
  '/settings',
  '/api/whoami',
  '/auth/me',
  '/',
];
const MOST_PAGES = 16;

/** Looks for the page in a browser that has just logged in; pages that name the user first. */
export async function findGuardedPage(
  scene: Scene,
  browser: Browser,
  person: Person,
  landed: URL | undefined,
): Promise<GuardedPage | undefined> {
  const own = scene.given.page === undefined ? [] : [scene.given.page];
  const landing = landed && browser.isApp(landed) ? [landed.pathname + landed.search] : [];
  const candidates =
    scene.given.page === undefined ? [...new Set([...landing, ...scene.facts.pages, ...usualPages])].slice(0, MOST_PAGES) : own;
  let second: GuardedPage | undefined;
  for (const path of candidates) {
    const inside = await browser.copy().open(path, { initiator: scene.world.app.origin });
    if (inside.status === undefined || inside.status >= 400 || inside.location) continue;
    const outside = await newBrowser(scene).open(path, { initiator: scene.world.app.origin });
    const page: GuardedPage = {
      path,
      namesUser: isPerson(inside.body, person) && !isPerson(outside.body, person),
      withoutSession: { status: outside.status, location: outside.location?.pathname },
    };
    if (page.namesUser) return page;
    if (outside.status !== inside.status && (outside.location !== undefined || (outside.status ?? 0) >= 400)) second ??= page;
  }
  return second;
}

export type Presence = 'in' | 'out' | 'failing';

/** `as` undefined: whoever it is. Keeps the browser's cookies as the visit leaves them. */
export async function presenceIn(
  scene: Scene,
  browser: Browser,
  as?: Person,
): Promise<{ readonly presence: Presence; readonly answer: Answer }> {
  const page = scene.page;
  if (!page) throw new Error('No page is known that needs a login.');
  const answer = await browser.open(page.path, { initiator: scene.world.app.origin });
  return { presence: presenceOf(answer, page, as), answer };
}

export function presenceOf(answer: Answer, page: GuardedPage, as?: Person): Presence {
  if (answer.status === undefined || answer.status >= 500) return 'failing';
  if (page.namesUser)
    return as
      ? isPerson(answer.body, as)
        ? 'in'
        : 'out'
      : answer.status < 300 && answer.status !== page.withoutSession.status
        ? 'in'
        : 'out';
  const isOutside = answer.status === page.withoutSession.status && answer.location?.pathname === page.withoutSession.location;
  return isOutside || answer.status >= 300 ? 'out' : 'in';
}
