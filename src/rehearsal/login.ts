/** One login, step by step: to the provider, through it, and back to the app. Acts change single steps. */
import type { LoginPlay, SeenRequest } from '../sandbox/index.ts';
import type { Answer, Browser, Journey, Visit } from './browser/browser.ts';
import { readPage } from './browser/forms.ts';
import type { Person } from './provider.ts';
import { type LoginDoor, newBrowser, type Scene, tokenRequests } from './scene.ts';

/** What the provider gives the browser to carry back to the app. */
export interface Carried {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly parameters: Readonly<Record<string, string>>;
}

export interface Started {
  readonly browser: Browser;
  readonly journey: Journey;
  readonly authorize: URL;
}

export interface LoggedIn extends Started {
  readonly carried: Carried;
  readonly back: Journey;
  /** What the app asked the token endpoint meanwhile. */
  readonly tokens: readonly SeenRequest[];
  readonly person: Person;
  /** When, in epoch milliseconds. */
  readonly at?: number;
  /** How many requests the provider had had until then. */
  readonly requestsBefore?: number;
}

/** Undefined: the door does not lead to the provider this time. */
export async function startLogin(scene: Scene, browser: Browser = newBrowser(scene)): Promise<Started | undefined> {
  if (!scene.login) return undefined;
  const { journey, authorize } = await beginLogin({ ...scene, login: scene.login }, browser);
  return authorize ? { browser, journey, authorize } : undefined;
}

/** Wherever it leads. */
export async function beginLogin(
  { world, provider, login: door }: Scene & { readonly login: LoginDoor },
  browser: Browser,
): Promise<{ readonly journey: Journey; readonly authorize: URL | undefined }> {
  const { origin } = world.app;
  const journey =
    door.kind === 'form'
      ? await submit(browser, door, origin)
      : await browser.follow(door.path, door.kind === 'post' ? byScript(door.fields, origin) : { initiator: origin });
  return { journey, authorize: journey.toProvider ?? authorizeIn(journey.last, provider.url) };
}

/** As `fetch` of a page of the app's own sends it. */
export function byScript(fields: Readonly<Record<string, string>>, origin: string): Visit {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, */*',
    'sec-fetch-mode': 'cors',
    'sec-fetch-dest': 'empty',
  };
  return { method: 'POST', initiator: origin, headers, body: JSON.stringify(fields) };
}

/** Opens the page again, since its hidden fields are good for one browser, and sends the form with what was filled in. */
async function submit(
  browser: Browser,
  { page, action, fields, query = {} }: Extract<LoginDoor, { kind: 'form' }>,
  origin: string,
): Promise<Journey> {
  const shown = await browser.open(page, { initiator: origin });
  const form = readPage(shown.body).forms.find((candidate) => candidate.action === action);
  const fresh = Object.fromEntries((form?.fields ?? []).map(({ name, value }) => [name, value]));
  const filled = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fresh[name] || value]));
  const target = new URL(action === '' ? page : action, shown.url);
  for (const [name, value] of Object.entries(query)) target.searchParams.set(name, value);
  if (form?.method === 'get') {
    for (const [name, value] of Object.entries(filled)) target.searchParams.set(name, value);
    return browser.follow(target, { initiator: origin });
  }
  return browser.follow(target, { method: 'POST', form: filled, multipart: form?.multipart === true, initiator: origin });
}

/** An authorize address in a page or a JSON answer. */
export function authorizeIn({ body }: Answer, provider: URL): URL | undefined {
  const plain = body
    .replaceAll('\\/', '/')
    .replaceAll('\\u0026', '&')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x26;', '&')
    .replaceAll('&#38;', '&');
  const start = plain.indexOf(`${provider.origin}/oauth/authorize?`);
  if (start === -1) return undefined;
  const text = /^[^\s"'<>\\]+/.exec(plain.slice(start))?.[0];
  return text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
}

/** Logs the person in at the provider. A string: the provider refused, with this code. */
export async function throughProvider(
  scene: Scene,
  { browser, authorize }: Started,
  person: Person,
  play?: LoginPlay,
): Promise<Carried | string> {
  scene.provider.adopt(authorize);
  scene.provider.sandbox.play.nextUserId = person.id;
  const answer = await browser.open(authorize, { initiator: scene.world.app.origin });
  const carried = carriedIn(answer);
  if (!carried) return refusalIn(answer.body);
  const { code } = carried.parameters;
  if (code !== undefined && play) scene.provider.play(code, play);
  return carried;
}

function carriedIn(answer: Answer): Carried | undefined {
  if (answer.location)
    return { url: answer.location, method: 'GET', parameters: Object.fromEntries(answer.location.searchParams) };
  const [form] = readPage(answer.body).forms;
  if (answer.status !== 200 || !form || form.method !== 'post') return undefined;
  return {
    url: new URL(form.action, answer.url),
    method: 'POST',
    parameters: Object.fromEntries(form.fields.filter(({ type }) => type === 'hidden').map(({ name, value }) => [name, value])),
  };
}

function refusalIn(body: string): string {
  return (
    /\b(invalid_[a-z_]+|unsupported_[a-z_]+|access_denied|[a-z]+(?:_[a-z]+){1,4})\b/.exec(
      body.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' '),
    )?.[1] ?? 'refused'
  );
}

/** With other parameters than the provider gave, where an act wants it so. `undefined` leaves one out. */
export function changed(carried: Carried, changes: Readonly<Record<string, string | undefined>>): Carried {
  const parameters = Object.fromEntries(
    Object.entries({ ...carried.parameters, ...changes }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  if (carried.method === 'POST') return { ...carried, parameters };
  const url = new URL(carried.url);
  url.search = new URLSearchParams(parameters).toString();
  return { url, method: 'GET', parameters };
}

/** Back to the app, as from a page of the provider's on which somebody has clicked. */
export function deliver(
  scene: Scene,
  browser: Browser,
  { url, method, parameters }: Carried,
  timeoutMs?: number,
): Promise<Journey> {
  const initiator = scene.provider.url.origin;
  const visit = { initiator, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  return browser.follow(url, method === 'POST' ? { ...visit, method, form: parameters } : visit);
}

export type LoginResult =
  | { readonly kind: 'done'; readonly login: LoggedIn }
  | { readonly kind: 'no-start' }
  | { readonly kind: 'refused'; readonly code: string; readonly started: Started };

/** The whole of it, honestly. Whether the app has taken it is for the caller to see. */
export async function logIn(scene: Scene, person: Person, play?: LoginPlay, browser?: Browser): Promise<LoginResult> {
  const started = await startLogin(scene, browser);
  if (!started) return { kind: 'no-start' };
  const carried = await throughProvider(scene, started, person, play);
  if (typeof carried === 'string') return { kind: 'refused', code: carried, started };
  const count = scene.provider.requests().length;
  const back = await deliver(scene, started.browser, carried);
  const tokens = tokenRequests(scene.provider.since(count));
  return { kind: 'done', login: { ...started, carried, back, tokens, person } };
}
