/** Cookies of a login that do not come back, and the place of what went wrong in it. Pure but for loading one page anew. */
import type { Location } from '../../diagnosis/evidence.ts';
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Answer } from '../browser/browser.ts';
import type { Outcome, Withheld } from '../events.ts';
import type { LoggedIn } from '../login.ts';
import { isPerson, oneFault, type Scene } from '../scene.ts';

export function unsound(
  id: FindingId,
  why: string,
  answer: Answer | undefined,
  label: string,
  actual: string,
  place?: readonly Location[],
): Outcome {
  const exchange = answer?.exchange.id;
  const evidence = [{ label, actual, ...(exchange === undefined ? {} : { exchange }) }];
  const locations = placeOf(answer, place);
  return oneFault(id, 'F', why, { evidence, locations });
}

export interface Lost {
  readonly cookie: Withheld;
  readonly answer: Answer;
}

export function lostCookie({ page }: Scene, { back }: LoggedIn, { cookie, answer }: Lost): Outcome {
  return unsound(
    causeOfWithholding(cookie),
    `After the login the cookie ${cookie.name} is not sent to ${answer.url.pathname}: ${cookie.why}. Nobody is logged in${page ? ' until the page is loaded anew' : ''}.`,
    answer,
    'Cookie of the session',
    cookie.name,
    writtenAt(back.answers, cookie.name),
  );
}

/** The login went through, and the first page behind it does not know: it answers otherwise as soon as it is loaded anew. */
export async function lostUntilReload(scene: Scene, login: LoggedIn): Promise<Outcome | undefined> {
  const set = new Set(login.back.answers.flatMap(({ fates }) => fates.filter(({ kept }) => kept).map(({ name }) => name)));
  for (const answer of login.back.answers.slice(1)) {
    const cookie = answer.withheld.find(({ name, reason }) => reason === 'same-site' && set.has(name));
    if (!cookie) continue;
    const again = await login.browser.copy().open(answer.url, { initiator: scene.world.app.origin });
    const isOther = again.status !== answer.status || again.location?.pathname !== answer.location?.pathname;
    if (isOther || (isPerson(again.body, login.person) && !isPerson(answer.body, login.person)))
      return lostCookie(scene, login, { cookie, answer });
  }
  return undefined;
}

/** Where the address is made to which the browser comes back. */
export function builtAt({ journey }: LoggedIn): readonly Location[] {
  const notes = journey.answers.flatMap((answer) => answer.notes);
  const built = notes.find(({ method, frames }) => method === 'getAuthorizationUrl' && frames.length > 0);
  // Without the SDK the redirect to the provider is the place.
  return (built?.frames ?? journey.last.exchange.where ?? []).slice(0, 2);
}

/** A cookie of the login's start that the browser dropped, or did not send to the callback. */
export function lostAtCallback(
  login: LoggedIn,
  callback: Answer,
): { readonly id: FindingId; readonly why: string; readonly cookie: string; readonly name: string } | undefined {
  const [withheld] = callback.withheld;
  if (withheld) {
    const id = causeOfWithholding(withheld);
    return {
      id,
      name: withheld.name,
      cookie: withheld.name,
      why: `The cookie ${withheld.name} does not come back at ${callback.url.pathname}: ${withheld.why}.`,
    };
  }
  const dropped = login.journey.answers.flatMap(({ fates }) => fates).find(({ kept, why }) => !kept && why !== 'it is deleted');
  if (!dropped) return undefined;
  return {
    id: causeOfDrop(dropped.why ?? ''),
    name: dropped.name,
    cookie: `${dropped.name}; ${dropped.attributes}`,
    why: `The browser drops the cookie ${dropped.name}: ${dropped.why}.`,
  };
}

export function causeOfWithholding({ reason, why }: Withheld): FindingId {
  if (reason === 'path') return 'expires-too-quickly/cookie-path';
  if (reason === 'domain') return 'expires-too-quickly/cookie-domain';
  if (reason === 'secure') return 'expires-too-quickly/cookie-secure-on-http';
  if (reason === 'expired') return 'expires-too-quickly/cookie-max-age';
  return why.startsWith('SameSite=Strict')
    ? 'expires-too-quickly/cookie-same-site-strict'
    : 'login-fails/cookie-left-behind-by-post';
}

export function causeOfDrop(why: string): FindingId {
  if (why.includes('SameSite=None')) return 'expires-too-quickly/cookie-same-site-none';
  if (why.includes('Domain')) return 'expires-too-quickly/cookie-domain';
  if (why.includes('Secure')) return 'expires-too-quickly/cookie-secure-on-http';
  return 'login-fails/cookie-dropped';
}

/** A cookie that the callback set and that the pages behind it, which then send the browser away, did not get. */
export function lostAfterwards({ back }: LoggedIn): Lost | undefined {
  const set = new Set(back.answers.flatMap(({ fates }) => fates.filter(({ kept }) => kept).map(({ name }) => name)));
  for (const answer of back.answers.slice(1)) {
    const cookie = answer.withheld.find(({ name }) => set.has(name));
    const sentAway = answer.location !== undefined || (answer.status ?? 500) >= 400;
    if (cookie && sentAway) return { cookie, answer };
  }
  return undefined;
}

/** Where an exception was raised; else the call that exchanged the code says more than the answer, which a handler of errors may have given. */
export function placeOf(answer: Answer | undefined, place: readonly Location[] | undefined): readonly Location[] {
  if (place && place.length > 0) return place;
  const crashed = answer?.notes.findLast(({ kind, frames }) => (kind === 'crash' || kind === 'raised') && frames.length > 0);
  if (crashed) return crashed.frames.slice(0, 2);
  const called = answer?.notes.find(({ kind, method }) => kind === 'sdk' && method === 'authenticateWithCode');
  const requested = answer?.notes.find(({ kind, path }) => kind === 'request' && path === '/oauth/token');
  return (called?.frames ?? requested?.frames ?? answer?.exchange.where ?? []).slice(0, 2);
}

/** Where the code sets this cookie. */
export function writtenAt(answers: readonly Answer[], name: string): readonly Location[] {
  const written = answers.flatMap(({ notes }) => notes).flatMap(({ headers }) => headers ?? []);
  return (written.findLast(({ cookie, frames }) => cookie === name && frames.length > 0)?.frames ?? []).slice(0, 2);
}
