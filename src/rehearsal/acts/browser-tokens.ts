/** Tokens that the browser holds: in a cookie, or sent as `Authorization: Bearer`. Whoever holds one may write another (RFC 8725 §3, RFC 9068 §4). */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Signature } from '../../sandbox/index.ts';
import { type Answer, Browser } from '../browser/browser.ts';
import { Jar } from '../browser/jar.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type LoggedIn, logIn } from '../login.ts';
import { type GuardedPage, isPerson, newBrowser, oneFault, type Scene, tokenRequests } from '../scene.ts';
import { presenceIn, presenceOf } from '../session.ts';
import { claimsIn, type Held, tokensIn } from './held-tokens.ts';

export type HeldForgery = 'signature' | 'none' | 'public-key' | 'unknown-kid' | 'expiry' | 'audience' | 'issuer';

export interface ForgedHeld {
  /** `the cookie session`, `Authorization: Bearer`. */
  readonly carrier: string;
  readonly path: string;
  readonly forgery: HeldForgery;
  readonly accepted: boolean;
  /** The page shows the one that the forged token names. */
  readonly asAnother: boolean;
  /** Whose check let it through: the SDK looks at issuer and audience only where it is told to. */
  readonly checkedBy: 'sdk' | 'app' | 'unknown';
  readonly exchange: string;
  readonly where: readonly Location[];
}

const FORGERIES: readonly HeldForgery[] = ['signature', 'none', 'public-key', 'unknown-kid', 'expiry', 'audience', 'issuer'];
const MOST_PAGES = 8;
const HOUR = 3_600;

export const browserTokens = {
  id: 'browser-tokens',
  title: 'Forged tokens from the browser',
  async run(scene: Scene): Promise<Outcome> {
    const { first, page, provider } = scene;
    if (!scene.passed.has('login') || !first) return notJudged('No honest login went through.');
    const seen: ForgedHeld[] = [];
    const ofProvider = ({ token }: Held): boolean => claimsIn(token)?.['iss'] === provider.url.origin;
    if (page && tokensIn(first.browser.jar.cookies).some(ofProvider)) {
      // One of its own: a refresh that a forgery leads to may end the session.
      const result = await logIn(scene, provider.ada);
      if (result.kind !== 'done') return notJudged('The login did not go through this time.');
      for (const held of tokensIn(result.login.browser.jar.cookies).filter(ofProvider))
        seen.push(...(await inCookie(scene, page, result.login, held)));
    }
    const door = await bearerDoor(scene);
    if (door) seen.push(...(await asBearer(scene, door)));
    return judgeHeldTokens(seen);
  },
};

async function inCookie(scene: Scene, page: GuardedPage, { browser, tokens }: LoggedIn, held: Held): Promise<ForgedHeld[]> {
  const refreshTokens = tokens.flatMap(({ refreshToken }) => refreshToken ?? []);
  const { ada, bob } = scene.provider;
  const all = browser.jar.cookies;
  const open = async (jar: Jar): Promise<Answer & { readonly refreshed: boolean; readonly opened: boolean }> => {
    const count = scene.provider.requests().length;
    const { answer } = await presenceIn(scene, new Browser(scene.world, jar));
    const opened = page.namesUser ? isPerson(answer.body, ada) || isPerson(answer.body, bob) : presenceOf(answer, page) === 'in';
    return { ...answer, opened, refreshed: tokenRequests(scene.provider.since(count)).length > 0 };
  };
  // A refresh token beside it would make good what a forged one spoils.
  const bare = all.filter(({ value }) => !refreshTokens.some((token) => value.includes(token)));
  const honest = bare.includes(held.cookie) && bare.length < all.length ? await open(Jar.of(bare)) : undefined;
  const cookies = honest?.opened && !honest.refreshed ? bare : all;
  // A page that opens without it as well tells something only where it shows somebody else. Twice: the first time something may be refreshed.
  const others = cookies.filter((other) => other !== held.cookie);
  await open(Jar.of(others));
  const without = await open(Jar.of(others));
  const isNeeded = !without.opened || without.refreshed;
  const seen: ForgedHeld[] = [];
  for (const forgery of FORGERIES) {
    const isAnother = namesAnother(forgery);
    if (!isNeeded && !(isAnother && page.namesUser)) continue;
    const value = held.put(await forged(scene, held.token, forgery, isAnother));
    const answer = await open(Jar.of(cookies.map((other) => (other === held.cookie ? { ...other, value } : other))));
    const asAnother = isAnother && page.namesUser && isPerson(answer.body, bob);
    // A refresh behind it, of now or of a moment ago, may have made the session good again: it brings another token.
    const isReplaced = answer.refreshed || answer.fates.some(({ name }) => name === held.cookie.name);
    const accepted = !isReplaced && (asAnother || (isNeeded && answer.opened));
    const carrier = `the cookie ${held.cookie.name}`;
    seen.push({ ...told(scene, answer), carrier, path: page.path, forgery, accepted, asAnother: accepted && asAnother });
  }
  return seen;
}

interface BearerDoor {
  readonly path: string;
  readonly token: string;
  readonly without: Answer;
  readonly namesUser: boolean;
}

/** A page that the access token of the honest login opens, without any cookie. */
async function bearerDoor(scene: Scene): Promise<BearerDoor | undefined> {
  const { first, provider } = scene;
  const token = first?.tokens.find(({ accessToken, status }) => status === 200 && accessToken !== undefined)?.accessToken;
  if (token === undefined) return undefined;
  const paths = [...new Set([...(scene.page ? [scene.page.path] : []), ...scene.facts.pages])].slice(0, MOST_PAGES);
  for (const path of paths) {
    const without = await newBrowser(scene).open(path, api(scene));
    if (without.status === undefined || (without.status < 400 && !without.location)) continue;
    const inside = await newBrowser(scene).open(path, api(scene, token));
    if (inside.status === undefined || inside.status >= 300) continue;
    return { path, token, without, namesUser: isPerson(inside.body, provider.ada) };
  }
  return undefined;
}

function api(
  { world }: Scene,
  token?: string,
): { readonly initiator: string; readonly headers: Readonly<Record<string, string>> } {
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  return { initiator: world.app.origin, headers: { accept: 'application/json', ...headers } };
}

async function asBearer(scene: Scene, { path, token, without, namesUser }: BearerDoor): Promise<ForgedHeld[]> {
  const { bob } = scene.provider;
  const page: GuardedPage = {
    path,
    namesUser: false,
    withoutSession: { status: without.status, location: without.location?.pathname },
  };
  const seen: ForgedHeld[] = [];
  for (const forgery of FORGERIES) {
    const isAnother = namesAnother(forgery);
    const answer = await newBrowser(scene).open(path, api(scene, await forged(scene, token, forgery, isAnother)));
    const accepted = presenceOf(answer, page) === 'in';
    const asAnother = accepted && namesUser && isAnother && isPerson(answer.body, bob);
    seen.push({ ...told(scene, answer), carrier: 'Authorization: Bearer', path, forgery, accepted, asAnother });
  }
  return seen;
}

/** A token of the provider's own says who one is as it stands; a foreign signature may say anything. */
function namesAnother(forgery: HeldForgery): boolean {
  return forgery !== 'expiry' && forgery !== 'audience' && forgery !== 'issuer';
}

function forged({ provider }: Scene, token: string, forgery: HeldForgery, isAnother: boolean): Promise<string> {
  const claims = claimsIn(token) ?? {};
  const text = JSON.stringify(claims);
  const swapped = provider.ada.needles.reduce(
    (all, needle, index) => all.replaceAll(needle, provider.bob.needles[index] ?? needle),
    text,
  );
  const base = (isAnother ? JSON.parse(swapped) : claims) as Record<string, unknown>;
  const now = Math.floor(Date.now() / 1000);
  const signatures: Readonly<Partial<Record<HeldForgery, Signature>>> = {
    signature: 'other-key',
    none: 'none',
    'public-key': 'public-key',
    'unknown-kid': 'unknown-kid',
  };
  const changes: Readonly<Partial<Record<HeldForgery, Readonly<Record<string, unknown>>>>> = {
    expiry: { iat: now - 2 * HOUR, nbf: now - 2 * HOUR, exp: now - HOUR },
    audience: { aud: ['skc_somebody_else'], client_id: 'skc_somebody_else' },
    issuer: { iss: 'https://elsewhere.rehearsal.test' },
  };
  return provider.sandbox.forge({ ...base, ...changes[forgery] }, signatures[forgery] ?? 'as-usual');
}

function told({ world }: Scene, { exchange, notes }: Answer): Pick<ForgedHeld, 'checkedBy' | 'exchange' | 'where'> {
  const checked = notes.find(
    ({ kind, method }) => kind === 'sdk' && (method === 'validateToken' || method === 'validateAccessToken'),
  );
  const isWatched = world.notes.all().some(({ kind, frames }) => kind !== 'crash' && frames.length > 0);
  return {
    checkedBy: checked ? 'sdk' : isWatched ? 'app' : 'unknown',
    exchange: exchange.id,
    where: (checked?.frames ?? exchange.where ?? []).slice(0, 3),
  };
}

const words: Readonly<Record<HeldForgery, string>> = {
  signature: 'the signature of another key',
  none: 'no signature (alg none)',
  'public-key': 'a signature by HS256 with the public key as its secret',
  'unknown-kid': 'a key that nobody has published',
  expiry: 'a time that is over',
  audience: 'the audience of another app',
  issuer: 'another issuer',
};

export function judgeHeldTokens(seen: readonly ForgedHeld[]): Outcome {
  if (seen.length === 0) return sound('The browser holds no token of Scalekit’s that a page would take.');
  const accepted = seen.filter((one) => one.accepted);
  // Where any signature will do, the other ways not to have one follow.
  const another = accepted.filter(({ forgery }) => forgery === 'signature');
  const unsigned = another.length > 0 ? another : accepted.filter(({ forgery }) => namesAnother(forgery));
  const [open] = unsigned;
  if (open)
    return unsound(
      'id-token-not-verified/only-decoded',
      'F',
      unsigned,
      `${carrierOf(open)} with ${list(unsigned)} is believed: anybody can write a token that says he is somebody else.`,
    );
  const expired = accepted.filter(({ forgery }) => forgery === 'expiry');
  if (expired[0])
    return unsound(
      'id-token-not-verified/expiry-ignored',
      'F',
      expired,
      `${carrierOf(expired[0])} is taken an hour after its time was over: a stolen one is good for ever.`,
    );
  // The SDK looks at them only where it is told to, and an app that leaves it to the SDK is no worse than the guides.
  const foreign = accepted.filter(
    ({ forgery, checkedBy }) => checkedBy === 'app' && (forgery === 'audience' || forgery === 'issuer'),
  );
  if (foreign[0])
    return unsound(
      'id-token-not-verified/claims-ignored',
      foreign.some(({ forgery }) => forgery === 'audience') ? 'F' : 'W',
      foreign,
      `${carrierOf(foreign[0])} with ${list(foreign)} is taken: one that was made for somebody else opens this app.`,
    );
  return sound(`${[...new Set(seen.map(({ carrier }) => capital(carrier)))].join(', ')}: forged tokens open nothing.`);
}

function carrierOf({ carrier, path }: ForgedHeld): string {
  return carrier.startsWith('the cookie') ? `A token in ${carrier}` : `A bearer token for ${path}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function list(seen: readonly ForgedHeld[]): string {
  return [...new Set(seen.map(({ forgery }) => words[forgery]))].join(', or ');
}

function unsound(id: FindingId, grade: 'F' | 'W', seen: readonly ForgedHeld[], why: string): Outcome {
  const [first] = seen;
  const evidence = seen.map(({ carrier, path, forgery, asAnother, exchange }) => ({
    label: `${path} with a token that has ${words[forgery]} (${carrier})`,
    expected: 'refused',
    actual: asAnother ? 'the page of somebody else' : 'the page opens',
    exchange,
    source: 'RFC 8725 §3',
  }));
  return oneFault(id, grade, why, { evidence, locations: first?.where ?? [] });
}
