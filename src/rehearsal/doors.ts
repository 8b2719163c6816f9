/** Where a login starts: the paths that the code names, then the landing page's links and forms, then the usual names. */
import type { Answer, Journey } from './browser/browser.ts';
import { readPage } from './browser/forms.ts';
import { authorizeIn, byScript, startLogin } from './login.ts';
import { type LoginDoor, newBrowser, type Scene } from './scene.ts';

const usualLogins = [
  '/login',
  '/auth/login',
  '/signin',
  '/sign-in',
  '/api/auth/login',
  '/api/login',
  '/auth/signin',
  '/auth',
  '/sso',
  '/auth/scalekit',
  '/auth/sso',
  '/sso/login',
  '/api/auth/signin',
  '/api/auth/scalekit',
  '/login/sso',
  '/oauth/login',
  '/accounts/login/',
  '/connect',
];
const loginWords = /log\s?-?in|sign\s?-?in|\bsso\b|single sign|scalekit|continue with|anmelden|connexion/i;
const loginPath = /log-?_?in|sign-?_?in|\bsso\b|\/auth\b|scalekit|\/oauth\b/i;
const notLogin = /log-?_?out|sign-?_?out|callback|register|sign-?_?up|forgot|reset/i;
/** Of what takes a POST only this is tried: others might do something that nobody has asked for. */
const startsLogin = /log-?_?in|sign-?_?in|\bsso\b|auth|connect|session|\bstart\b|\bbegin\b|\benter\b|\bidp\b|oidc|saml|scalekit/i;
const notStart =
  /callback|exchange|token|refresh|webhook|\bhooks?\b|complete|finish|\bend\b|leave|verify|\bme\b|delete|password/i;
const MOST_TRIES = 60;
const MOST_POSTED = 8;
const MOST_LINKS = 12;

export async function findLoginDoor(scene: Scene): Promise<LoginDoor | undefined> {
  const tried = new Set<string>();
  const given = scene.given.login;
  const first = given === undefined ? scene.facts.login : [given];
  for (const path of first) {
    const door = await tryAddress(scene, path, tried);
    if (door) return door;
  }
  // Some start a login for an organization only, and ask for it in the query.
  for (const path of first) {
    const door = await tryAddress(scene, withSelectors(scene, path), tried);
    if (door) return door;
  }
  if (given !== undefined) return undefined;
  for (const path of ['/', ...scene.facts.pages.slice(0, 6)]) {
    const door = await tryAddress(scene, path, tried);
    if (door) return door;
  }
  const posted = await postedByScript(scene, first);
  if (posted) return posted;
  for (const path of [...usualLogins, ...(await linksOfLanding(scene)), ...scene.facts.pages.slice(6)]) {
    const door = await tryAddress(scene, path, tried);
    if (door) return door;
  }
  return undefined;
}

/** A script posts JSON and goes where the answer says, as single-page apps do. */
async function postedByScript(scene: Scene, named: readonly string[]): Promise<LoginDoor | undefined> {
  const paths = [
    ...named,
    ...scene.facts.posts.flatMap(({ path }) =>
      startsLogin.test(path) && !notLogin.test(path) && !notStart.test(path) ? [path] : [],
    ),
  ];
  for (const path of [...new Set(paths)].slice(0, MOST_POSTED))
    for (const fields of [{}, bodyFields(scene)]) {
      const journey = await newBrowser(scene).follow(path, byScript(fields, scene.world.app.origin));
      const led = journey.toProvider ?? authorizeIn(journey.last, scene.provider.url);
      if (led && leadsToAuthorize(led)) return { kind: 'post', path, fields };
      const { status } = journey.last;
      // Only a body that was missed makes a second try worth while.
      if (status === undefined || status < 400 || status === 404 || status === 405) break;
    }
  return undefined;
}

function bodyFields({ provider }: Scene): Readonly<Record<string, string>> {
  const email = `${provider.ada.needles[0] ?? 'ada'}@acme.example`;
  return { email, returnTo: '/' };
}

/** Whatever their words are. */
async function linksOfLanding(scene: Scene): Promise<string[]> {
  const { body, url } = await newBrowser(scene).open('/', { initiator: scene.world.app.origin });
  const own = readPage(body).links.flatMap(({ href, text }) => {
    const target = !notLogin.test(href + text) && URL.canParse(href, url.href) ? new URL(href, url) : undefined;
    return target && isOwn(scene, target) ? [addressOf(target, url)] : [];
  });
  return [...new Set(own)].slice(0, MOST_LINKS);
}

/** Under the names that apps give them. */
function withSelectors({ provider }: Scene, path: string): string {
  const { organizationId, connectionId = '' } = provider.sandbox.line;
  const url = new URL(path, 'http://app');
  const email = `${provider.ada.needles[0] ?? 'ada'}@acme.example`;
  for (const name of ['org', 'orgId', 'org_id', 'organization', 'organizationId', 'organization_id', 'tenant'])
    url.searchParams.set(name, organizationId);
  for (const name of ['connection', 'connectionId', 'connection_id']) url.searchParams.set(name, connectionId);
  for (const name of ['email', 'login_hint', 'loginHint']) url.searchParams.set(name, email);
  url.searchParams.set('domain', 'acme.example');
  return url.pathname + url.search;
}

async function tryAddress(scene: Scene, path: string, tried: Set<string>): Promise<LoginDoor | undefined> {
  if (tried.has(path) || tried.size >= MOST_TRIES) return undefined;
  tried.add(path);
  const journey = await newBrowser(scene).follow(path, { initiator: scene.world.app.origin });
  const door = doorOf(scene, path, journey);
  if (door) return door;
  if (journey.last.status === undefined || journey.last.status >= 400 || journey.elsewhere) return undefined;
  return behind(scene, journey.last, tried);
}

function doorOf(scene: Scene, path: string, journey: Journey): LoginDoor | undefined {
  if (journey.toProvider) return leadsToAuthorize(journey.toProvider) ? { kind: 'address', path } : undefined;
  if (journey.elsewhere && /\/oauth\/authorize$/.test(journey.elsewhere.pathname)) scene.elsewhere.add(journey.elsewhere.host);
  return authorizeIn(journey.last, scene.provider.url) ? { kind: 'body', path } : undefined;
}

function leadsToAuthorize(url: URL): boolean {
  return url.pathname.endsWith('/oauth/authorize');
}

/** Links and forms of a page that speak of logging in. */
async function behind(scene: Scene, { body, url }: Answer, tried: Set<string>): Promise<LoginDoor | undefined> {
  const page = readPage(body);
  for (const link of page.links.filter(
    ({ href, text }) => (loginWords.test(text) || loginPath.test(href)) && !notLogin.test(href),
  )) {
    const target = URL.canParse(link.href, url.href) ? new URL(link.href, url) : undefined;
    if (target && isOwn(scene, target)) {
      const door = await tryAddress(scene, addressOf(target, url), tried);
      if (door) return door;
    }
  }
  const path = url.pathname + url.search;
  for (const form of page.forms) {
    if (notLogin.test(form.action) || !(loginWords.test(form.text) || loginPath.test(form.action) || loginPath.test(path)))
      continue;
    const key = `${path} ${form.action}`;
    if (tried.has(key) || tried.size >= MOST_TRIES) continue;
    tried.add(key);
    const fields = Object.fromEntries(form.fields.map(({ name, value, type }) => [name, value || filled(name, type, scene)]));
    const door: LoginDoor = { kind: 'form', page: path, action: form.action, fields };
    const started = await startLogin({ ...scene, login: door });
    if (started && leadsToAuthorize(started.authorize)) return door;
  }
  return undefined;
}

function isOwn(scene: Scene, target: URL): boolean {
  return /^https?:$/.test(target.protocol) && newBrowser(scene).isApp(target);
}

/** As a path, but where another server of the app's answers it. */
function addressOf(target: URL, { origin }: URL): string {
  return target.origin === origin ? target.pathname + target.search : target.href;
}

function filled(name: string, type: string, scene: Scene): string {
  if (type === 'email' || /e?-?mail|user|login|identifier/i.test(name))
    return `${scene.provider.ada.needles[0] ?? 'ada'}@acme.example`;
  if (/domain/i.test(name)) return 'acme.example';
  if (/org/i.test(name)) return scene.provider.sandbox.line.organizationId;
  return type === 'hidden' || type === 'submit' ? '' : 'rehearsal';
}
