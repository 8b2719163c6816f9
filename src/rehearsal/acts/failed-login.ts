/** Why an honest login did not go through: the first exchange that went wrong names the cause. Pure but for reading the scene. */

import type { Answer } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import type { LoggedIn, Started } from '../login.ts';
import { shownTarget } from '../recorder.ts';
import type { Scene } from '../scene.ts';
import { builtAt, causeOfDrop, lostAfterwards, lostAtCallback, lostCookie, unsound, writtenAt } from './lost-cookies.ts';

interface Failed {
  readonly login?: LoggedIn;
  readonly refused?: string;
  readonly started?: Started;
}

export function judgeFailedLogin(scene: Scene, { login, refused }: Failed): Outcome {
  if (refused !== undefined) return notJudged(`The sandbox refused the authorize request: ${refused}.`);
  if (!login) return notJudged('The login did not start.');
  const [callback] = login.back.answers;
  const sent = login.tokens.filter(({ parameters }) => parameters['grant_type'] === 'authorization_code');
  const refusedToken = sent.find(({ status }) => status !== undefined && status >= 400);
  const granted = sent.find(({ status }) => status === 200);
  if (!callback || login.back.elsewhere)
    return notJudged(`The redirect URI leads to ${login.back.elsewhere?.host ?? 'another place'}, where this run does not go.`);
  if (!granted && sent.length === 0) return withoutExchange(login, callback);
  if (refusedToken && (!granted || sent.indexOf(refusedToken) < sent.indexOf(granted) || sent.length > 1))
    return refusedExchange(scene, callback, refusedToken.error ?? '', refusedToken.description ?? '', sent.length);
  if (callback.status === undefined || callback.status >= 500)
    return unsound(
      'login-fails/callback-crashes',
      `The code was exchanged, and ${callback.url.pathname} then answered ${callback.status ?? 'not at all'}.${crashOf(scene)}`,
      callback,
      `Answer of ${callback.url.pathname}`,
      String(callback.status ?? 'none'),
    );
  // Not what one says of people whom an app does not know: that would be 401, 403 or 404.
  if (!scene.page && (callback.status === 400 || callback.status === 422))
    return unsound(
      'login-fails/own-login-refused',
      `The code was exchanged, and ${callback.url.pathname} then answered ${callback.status}: what the login brought is refused.${crashOf(scene)}`,
      callback,
      `Answer of ${callback.url.pathname}`,
      String(callback.status),
    );
  const lost = lostAfterwards(login);
  if (lost) return lostCookie(scene, login, lost);
  if (scene.page) return sound('');
  return sessionLost(scene, login, callback);
}

/** Where the redirect URI is a page whose script takes the code: nothing here runs scripts, and nothing was refused. */
export async function goesOnByScript(scene: Scene, { back, browser, tokens }: LoggedIn): Promise<Outcome | undefined> {
  const [callback] = back.answers;
  if (!callback || tokens.length > 0 || callback.status !== 200 || !/<script\b/i.test(callback.body)) return undefined;
  const plain = await browser.copy().open(callback.url.pathname, { initiator: scene.world.app.origin });
  if (plain.status !== 200 || plain.body !== callback.body) return undefined;
  return notJudged(
    `The login comes back to ${callback.url.pathname}, a page whose script goes on with it: no script is run here. What its files show is for scalekit-fix check.`,
  );
}

/** The app did not even try the code. */
function withoutExchange(login: LoggedIn, callback: Answer): Outcome {
  const path = callback.url.pathname;
  const { error, error_description: description } = login.carried.parameters;
  if (error !== undefined)
    return notJudged(
      `The sandbox answered the authorize request with ${error}${description === undefined ? '' : ` (${description})`}: there was no code to take.`,
    );
  if (callback.failure === 'refused')
    return unsound(
      'login-fails/callback-not-answered',
      `The login comes back to ${callback.url.origin}${path}, where nothing listens.`,
      callback,
      'Redirect URI that is sent',
      `${callback.url.origin}${path}`,
      builtAt(login),
    );
  if (callback.status === 404 || callback.status === 405)
    return unsound(
      'login-fails/callback-not-answered',
      `The login comes back to ${path}, and the app answers ${callback.status} there.`,
      callback,
      'Redirect URI that is sent',
      `${callback.url.origin}${path}`,
      builtAt(login),
    );
  const lost = lostAtCallback(login, callback);
  if (lost)
    return unsound(
      lost.id,
      lost.why,
      callback,
      'Cookie of the login',
      lost.cookie,
      [writtenAt(login.journey.answers, lost.name), builtAt(login)].find(({ length }) => length > 0),
    );
  if (!login.authorize.searchParams.get('state') && callback.status !== undefined && callback.status < 500)
    return unsound(
      'state-missing/not-sent',
      `The authorize request has no state, and ${path} refuses what comes back without one.`,
      callback,
      'state of the authorize request',
      'none',
      login.journey.last.exchange.where?.slice(0, 2),
    );
  if (callback.status === undefined || callback.status >= 500)
    return unsound(
      'login-fails/callback-crashes',
      `${path} answered ${callback.status ?? 'not at all'} before it exchanged the code.`,
      callback,
      `Answer of ${path}`,
      String(callback.status ?? 'none'),
    );
  return unsound(
    'login-fails/own-login-refused',
    `${path} refused a login that this browser had started a moment before${callback.sent.length === 0 ? '; no cookie of the app came back with it' : ''}.`,
    callback,
    `Answer of ${path}`,
    `${callback.status}${callback.location ? ` → ${shownTarget(callback.location)}` : ''}`,
  );
}

function refusedExchange(scene: Scene, callback: Answer, error: string, description: string, times: number): Outcome {
  const said = `${error}: ${description}`;
  if (/redirect_uri differs/.test(description))
    return unsound(
      'redirect-uri-mismatch/calls-disagree',
      'The code is exchanged with another redirect URI than the authorize request had.',
      callback,
      'Token endpoint',
      said,
    );
  if (/code_verifier/.test(description))
    return unsound(
      'cannot-refresh/verifier-missing',
      `The authorize request has a code challenge; the exchange does not fit it (${description}).`,
      callback,
      'Token endpoint',
      said,
    );
  if (/used before/.test(description) && times > 1)
    return unsound(
      'cannot-refresh/code-exchanged-twice',
      'The callback exchanges one code twice; the second time ends the session.',
      callback,
      'Token endpoint',
      said,
    );
  if (error === 'invalid_client' && !usesGivenClient(scene))
    return notJudged('The app asks with credentials that are not those of the variables which were set for it.');
  return unsound(
    'login-fails/exchange-refused',
    `The token endpoint refused the code: ${said}.`,
    callback,
    'Token endpoint',
    said,
  );
}

function usesGivenClient({ provider }: Scene): boolean {
  return provider.requests().some(({ parameters }) => parameters['client_id'] === provider.sandbox.line.clientId);
}

function sessionLost(scene: Scene, login: LoggedIn, callback: Answer): Outcome {
  const dropped = login.back.answers.flatMap(({ fates }) => fates).find(({ kept, why }) => !kept && why !== 'it is deleted');
  if (dropped)
    return unsound(
      causeOfDrop(dropped.why ?? ''),
      `After the login the browser drops the cookie ${dropped.name}: ${dropped.why}.`,
      callback,
      'Cookie of the session',
      `${dropped.name}; ${dropped.attributes}`,
      writtenAt(login.back.answers, dropped.name),
    );
  const away = sentAway(login);
  if (away)
    return unsound(
      'login-fails/session-not-found',
      `The code was exchanged and the cookie ${away.cookie} set, and ${away.answer.url.pathname} sends the browser, which brings that cookie, to the login again: the app does not find what it has kept.`,
      away.answer,
      `Cookie ${away.cookie}`,
      'sent, and not known',
      away.answer.exchange.where ?? writtenAt(login.back.answers, away.cookie),
    );
  const { last } = login.back;
  if (last !== callback && last.status !== undefined && last.status >= 500)
    return notJudged(
      `The login went through at Scalekit, and ${last.url.pathname}, where it leads, answered ${last.status}.${crashOf(scene)}`,
    );
  return notJudged(
    `The login went through at Scalekit${scene.given.page === undefined ? '' : ` and ${scene.given.page} answers the same with the session and without`}; no page was found that answers otherwise with the session than without. Name one with --page PATH.`,
  );
}

/** A page behind the callback that leads to the provider again though the callback's cookie came with it. */
function sentAway({ back }: LoggedIn): { readonly answer: Answer; readonly cookie: string } | undefined {
  if (!back.loops && !back.toProvider?.pathname.endsWith('/oauth/authorize')) return undefined;
  const set = new Set(back.answers[0]?.fates.flatMap(({ kept, name }) => (kept ? [name] : [])));
  for (const answer of back.answers.slice(1)) {
    const cookie = answer.sent.find(({ name }) => set.has(name));
    if (cookie && answer.location) return { answer, cookie: cookie.name };
  }
  return undefined;
}

function crashOf({ child, world }: Scene): string {
  const crash = world.notes.all().findLast(({ kind }) => kind === 'crash' || kind === 'raised');
  const said =
    crash?.error?.name ??
    /^\s*(TypeError|ReferenceError|KeyError|AttributeError)\b[^\n]{0,160}/m.exec(child.output())?.[0]?.trim();
  return said === undefined ? '' : ` The app says: ${said}.`;
}
