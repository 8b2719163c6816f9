/** Why an honest login did not go through: the first exchange that went wrong names the cause. Pure but for reading the scene. */

import type { FindingId } from '../../diagnosis/judge.ts';
import type { Answer } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import type { LoggedIn, Started } from '../login.ts';
import { shownTarget } from '../recorder.ts';
import { type Scene, showsFault } from '../scene.ts';

interface Failed {
  readonly login?: LoggedIn;
  readonly refused?: string;
  readonly started?: Started;
}

function unsound(id: FindingId, why: string, answer: Answer | undefined, label: string, actual: string): Outcome {
  const exchange = answer?.exchange.id;
  const evidence = [{ label, actual, ...(exchange === undefined ? {} : { exchange }) }];
  const locations = answer?.exchange.where?.slice(0, 1) ?? [];
  return {
    outcome: 'unsound',
    grade: 'F',
    why,
    ...(exchange === undefined ? {} : { wrong: exchange }),
    shown: [showsFault(id, 'F', why, { evidence, locations })],
  };
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
  if (scene.page) return sound('');
  return sessionLost(scene, login, callback);
}

/** The app did not even try the code. */
function withoutExchange(login: LoggedIn, callback: Answer): Outcome {
  const path = callback.url.pathname;
  if (callback.failure === 'refused')
    return unsound(
      'login-fails/callback-not-answered',
      `The login comes back to ${callback.url.origin}${path}, where nothing listens.`,
      callback,
      'Redirect URI that is sent',
      `${callback.url.origin}${path}`,
    );
  if (callback.status === 404 || callback.status === 405)
    return unsound(
      'login-fails/callback-not-answered',
      `The login comes back to ${path}, and the app answers ${callback.status} there.`,
      callback,
      'Redirect URI that is sent',
      `${callback.url.origin}${path}`,
    );
  const lost = lostAtCallback(login, callback);
  if (lost) return unsound(lost.id, lost.why, callback, 'Cookie of the login', lost.cookie);
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

/** A cookie of the login's start that the browser dropped, or did not send to the callback. */
function lostAtCallback(
  login: LoggedIn,
  callback: Answer,
): { readonly id: FindingId; readonly why: string; readonly cookie: string } | undefined {
  const [withheld] = callback.withheld;
  if (withheld) {
    const id =
      withheld.reason === 'path'
        ? 'expires-too-quickly/cookie-path'
        : withheld.reason === 'domain'
          ? 'expires-too-quickly/cookie-domain'
          : 'expires-too-quickly/cookie-same-site-strict';
    return {
      id,
      cookie: withheld.name,
      why: `The cookie ${withheld.name} does not come back at ${callback.url.pathname}: ${withheld.why}.`,
    };
  }
  const dropped = login.journey.answers.flatMap(({ fates }) => fates).find(({ kept, why }) => !kept && why !== 'it is deleted');
  if (!dropped) return undefined;
  return {
    id: causeOfDrop(dropped.why ?? ''),
    cookie: `${dropped.name}; ${dropped.attributes}`,
    why: `The browser drops the cookie ${dropped.name}: ${dropped.why}.`,
  };
}

function causeOfDrop(why: string): FindingId {
  if (why.includes('SameSite=None')) return 'expires-too-quickly/cookie-same-site-none';
  if (why.includes('Domain')) return 'expires-too-quickly/cookie-domain';
  if (why.includes('Secure')) return 'expires-too-quickly/cookie-secure-on-http';
  return 'login-fails/cookie-dropped';
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
    );
  const withheld = login.back.answers.slice(1).flatMap((answer) => answer.withheld.map((cookie) => ({ cookie, answer })))[0];
  if (withheld) {
    const id: FindingId =
      withheld.cookie.reason === 'path' ? 'expires-too-quickly/cookie-path' : 'expires-too-quickly/cookie-same-site-strict';
    return unsound(
      id,
      `After the login the cookie ${withheld.cookie.name} is not sent to ${withheld.answer.url.pathname}: ${withheld.cookie.why}.`,
      withheld.answer,
      'Cookie of the session',
      withheld.cookie.name,
    );
  }
  const setsCookie = login.back.answers.some(({ fates }) => fates.some(({ kept }) => kept));
  if (!setsCookie && login.back.last.status !== undefined && login.back.last.status < 400 && scene.given.page === undefined)
    return notJudged(
      'The tokens were granted, and no page was found that answers otherwise with the session. Name one with --page PATH.',
    );
  return notJudged(
    'The login went through at Scalekit; no page was found that answers otherwise with the session than without. Name one with --page PATH.',
  );
}

function crashOf({ child, world }: Scene): string {
  const crash = world.notes.all().findLast(({ kind }) => kind === 'crash');
  const said =
    crash?.error?.name ??
    /^\s*(TypeError|ReferenceError|KeyError|AttributeError)\b[^\n]{0,160}/m.exec(child.output())?.[0]?.trim();
  return said === undefined ? '' : ` The app says: ${said}.`;
}
