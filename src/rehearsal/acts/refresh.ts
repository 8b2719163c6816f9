/** What becomes of the session when the access token has expired, twice over: which token is used to refresh, and which one is kept. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Location } from '../../diagnosis/evidence.ts';
import type { Shown } from '../../diagnosis/shown.ts';
import type { LoginPlay, SeenRequest } from '../../sandbox/index.ts';
import type { Answer } from '../browser/browser.ts';
import { notJudged, type Outcome, sound } from '../events.ts';
import { type LoggedIn, logIn } from '../login.ts';
import { mark } from '../recorder.ts';
import { oneFault, type Scene, showsFault, showsSound, tokenRequests } from '../scene.ts';
import { type Presence, presenceIn } from '../session.ts';
import { familyOf, kindOf } from './refresh-family.ts';

/** Seconds that an access token lives in these acts. */
export const SHORT_LIFE = 2;
/** Whole seconds are what a token's time is told in. */
export const UNTIL_EXPIRED_MS = SHORT_LIFE * 1000 + 150;

/** A login whose tokens run out while other acts play. */
export async function logInShortly(scene: Scene, only: readonly string[]): Promise<void> {
  const plays = (id: string): boolean => only.length === 0 || only.includes(id);
  scene.shortLived = await briefly(scene);
  if (plays('together')) scene.secondShortLived = await briefly(scene);
  if (plays('refused-refresh')) scene.revoked = await briefly(scene, { refreshAnswer: 'refused' });
}

async function briefly(scene: Scene, play: LoginPlay = {}): Promise<LoggedIn | undefined> {
  const requestsBefore = scene.provider.requests().length;
  const result = await logIn(scene, scene.provider.ada, { accessTokenLifetime: SHORT_LIFE, ...play });
  return result.kind === 'done' ? { ...result.login, at: Date.now(), requestsBefore } : undefined;
}

export interface Visited {
  readonly presence: Presence;
  readonly status: number | undefined;
  readonly exchange: string;
  /** A cookie that carried the session had run out by then. */
  readonly cookieGone: string | undefined;
  /** Kind of the value that refreshAccessToken was called with. */
  readonly refreshedWith?: string | undefined;
  /** Refreshes while the page was being answered. */
  readonly refreshes: readonly Refresh[];
  readonly where: readonly Location[];
}

export interface Refresh {
  readonly token: string;
  readonly status: number | undefined;
  readonly error: string | undefined;
  readonly issued: string | undefined;
}

export interface RefreshSeen {
  readonly issuedAtLogin: string | undefined;
  readonly askedForOffline: boolean;
  /** Refreshes in the login itself: some apps refresh well before the token expires. */
  readonly atLogin: readonly Refresh[];
  /** Refreshes of all sessions from the login on until the first visit. */
  readonly early: readonly Refresh[];
  readonly visits: readonly Visited[];
  /** Kind of what refreshAccessToken was called with, where that is known. */
  readonly lastCall?: string | undefined;
  /** The code has a call that refreshes, by reading: seen or not. */
  readonly codeRefreshes?: boolean;
  readonly atLoginWhere: readonly Location[];
}

export const refresh = {
  id: 'refresh',
  title: 'Expiry and refresh, twice',
  async run(scene: Scene): Promise<Outcome> {
    const login = scene.shortLived;
    if (!scene.passed.has('login') || !scene.page || !login)
      return notJudged('No honest login with a page behind it went through.');
    const granted = login.tokens.find(({ status }) => status === 200);
    const visits: Visited[] = [];
    const early = scene.provider.since(login.requestsBefore ?? 0);
    let expiry = (login.at ?? 0) + UNTIL_EXPIRED_MS;
    // A refresh may be remembered for some seconds, and the next one come later: once more where the second visit brings none.
    for (let round = 0; round < 3; round++) {
      await pause(Math.max(0, expiry - Date.now()), undefined, { signal: scene.world.signal }).catch(() => undefined);
      const visited = await visit(scene);
      visits.push(visited);
      if (visited.presence !== 'in' || visited.refreshes.length > 0 === round > 0) break;
      expiry = Date.now() + UNTIL_EXPIRED_MS;
    }
    if (visits[0]?.refreshes.length && visits[0].presence === 'in') scene.passed.add('refresh');
    return judgeRefresh({
      issuedAtLogin: granted?.refreshToken,
      askedForOffline: (login.authorize.searchParams.get('scope') ?? '').split(' ').includes('offline_access'),
      atLogin: tokenRequests(login.tokens, 'refresh_token').map(refreshOf),
      early: tokenRequests(early, 'refresh_token').map(refreshOf),
      lastCall: visits[0]?.refreshedWith,
      codeRefreshes: scene.facts.refreshes === true,
      atLoginWhere: login.back.answers.flatMap((answer) =>
        answer.notes.some(({ method }) => method === 'refreshAccessToken') ? refreshPlace(answer) : [],
      ),
      visits,
    });
  },
};

async function visit(scene: Scene): Promise<Visited> {
  const { browser, person } = scene.shortLived as NonNullable<Scene['shortLived']>;
  const count = scene.provider.requests().length;
  const gone = browser.jar.cookies.find(({ expires }) => expires !== undefined && expires <= Date.now());
  const { presence, answer } = await presenceIn(scene, browser, person);
  return {
    presence,
    status: answer.status,
    exchange: answer.exchange.id,
    cookieGone: gone?.name,
    refreshedWith: kindOf(answer.notes.find(({ method }) => method === 'refreshAccessToken')?.args?.[0]),
    refreshes: tokenRequests(scene.provider.since(count), 'refresh_token').map(refreshOf),
    where: refreshPlace(answer),
  };
}

/** The call that refreshes, else the request for it, else the answer. */
export function refreshPlace({ notes, exchange }: Pick<Answer, 'notes' | 'exchange'>): Location[] {
  const called = notes.find(({ kind, method }) => kind === 'sdk' && method === 'refreshAccessToken');
  const requested = notes.find(({ kind, path }) => kind === 'request' && path === '/oauth/token');
  return [...(called?.frames ?? requested?.frames ?? exchange.where ?? [])].slice(0, 3);
}

export function refreshOf({ parameters, status, error, refreshToken }: SeenRequest): Refresh {
  return { token: parameters['refresh_token'] ?? '', status, error, issued: refreshToken };
}

export function judgeRefresh({
  issuedAtLogin,
  askedForOffline,
  atLogin,
  early,
  visits,
  lastCall,
  atLoginWhere,
  codeRefreshes = false,
}: RefreshSeen): Outcome {
  const [one, ...later] = visits;
  const two = later.find(({ refreshes }) => refreshes.length > 0) ?? later.at(-1);
  if (!one) return notJudged('The run ended before the token had expired.');
  const family = familyOf(issuedAtLogin, early);
  const foreign = atLogin.find(({ token }) => !family.all.has(token));
  const [first] = foreign ? [foreign] : one.refreshes;
  // Without a token of the login in its hand, whatever it sends is not one.
  const hasNone = issuedAtLogin === undefined && (first !== undefined || (lastCall !== undefined && lastCall !== 'string'));
  if (hasNone || (!first && lastCall !== undefined && lastCall !== 'string'))
    return fault(
      'token-expired/no-offline-access',
      one,
      `The app refreshes with no refresh token in its hand${askedForOffline ? '' : ': the login does not ask for offline_access'}.`,
      'the refresh token of the login',
      lastCall ?? 'none',
    );
  if (!first) return withoutRefresh(one, issuedAtLogin, askedForOffline, codeRefreshes);
  if (!family.all.has(first.token))
    return fault(
      'cannot-refresh/wrong-token',
      foreign ? { ...one, where: atLoginWhere } : one,
      'The refresh sends another token than the refresh token of the login.',
      mark(issuedAtLogin ?? ''),
      mark(first.token),
    );
  if (first.token !== family.newest) return dropped(one, first, family.newest);
  if (first.status !== 200) return notJudged(`The first refresh was answered ${first.status ?? 'not at all'}.`);
  if (one.presence !== 'in')
    return fault(
      'cannot-refresh/session-lost-after-refresh',
      one,
      `The token was refreshed, and the page then answered ${one.status ?? 'not at all'}: the new token is not used.`,
      'the page, as before',
      String(one.status ?? 'none'),
    );
  const clears = [
    showsSound('token-expired/refresh-never-called', 'An expired token was refreshed.', one.exchange),
    showsSound('cannot-refresh/wrong-token', 'The refresh sent the refresh token of the login.', one.exchange),
  ];
  const again = two?.refreshes[0];
  if (two && !again && two.presence === 'out' && two.cookieGone === undefined)
    return fault(
      'cannot-refresh/session-lost-after-refresh',
      two,
      `After one refresh the session does not outlive the next expiry: nothing was refreshed, and the page answered ${two.status ?? 'not at all'}.`,
      'a second refresh, then the page',
      `${two.status ?? 'no answer'}, no refresh`,
    );
  if (!two || !again) return sound('The expired token was refreshed once; the second time nothing was refreshed.', clears);
  const { newest } = familyOf(issuedAtLogin, [...early, ...one.refreshes]);
  if (again.token !== newest) return dropped(two, again, newest);
  if (again.status === 200 && two.presence !== 'in')
    return fault(
      'cannot-refresh/session-lost-after-refresh',
      two,
      `The token was refreshed a second time, and the page then answered ${two.status ?? 'not at all'}: the first refresh did not keep the session as it was.`,
      'the page, as before',
      String(two.status ?? 'none'),
    );
  const kept = showsSound(
    'token-expired/rotated-token-dropped',
    'The second refresh sent the token that the first one had brought.',
    two.exchange,
  );
  return sound('The expired token was refreshed twice, each time with the newest refresh token.', [...clears, kept]);
}

function dropped(visit: Visited, sent: Refresh, newest: string | undefined): Outcome {
  return fault(
    'token-expired/rotated-token-dropped',
    visit,
    'The second refresh sends a refresh token that the first one had used up: the new one was not kept.',
    `the refresh token of the refresh before (${mark(newest ?? '')})`,
    `${mark(sent.token)}, answered ${sent.status ?? 'not at all'}${sent.error === undefined ? '' : ` ${sent.error}`}`,
  );
}

function fault(id: Shown['id'], visit: Visited, why: string, expected: string, actual: string): Outcome {
  const evidence = [{ label: 'Refresh', expected, actual, exchange: visit.exchange, source: 'RFC 6749 §6' }];
  return oneFault(id, 'F', why, { evidence, locations: visit.where });
}

/** The access token has expired and nobody asked for another one. */
function withoutRefresh(visit: Visited, issued: string | undefined, askedForOffline: boolean, refreshes: boolean): Outcome {
  if (visit.presence === 'in') return sound('The app keeps a session of its own: it goes on when the access token has expired.');
  if (issued === undefined && !askedForOffline && refreshes)
    return fault(
      'token-expired/no-offline-access',
      visit,
      'The session ends with the access token; the code refreshes, and the login does not ask for offline_access, so that there is no refresh token.',
      'offline_access among the scopes',
      'no refresh token',
    );
  if (issued === undefined && !askedForOffline)
    return notJudged(
      'The session ends with the access token, and the login asks for no refresh token: whether that is meant cannot be told.',
    );
  // What has no place is placed by the page's own handler: there the refresh is missing.
  const where = visit.where;
  if (visit.cookieGone !== undefined)
    return {
      outcome: 'unsound',
      grade: 'F',
      why: `The cookie ${visit.cookieGone} lives only as long as the access token, and the refresh token that the login brought is not used: after ${SHORT_LIFE} s (here) nobody is logged in.`,
      wrong: visit.exchange,
      shown: [
        showsFault(
          'expires-too-quickly/cookie-max-age',
          'F',
          `The cookie ${visit.cookieGone} ran out together with the access token, and nothing was refreshed.`,
          {
            evidence: [
              {
                label: `Cookie ${visit.cookieGone}`,
                expected: 'lives as long as the session',
                actual: 'gone with the access token',
                exchange: visit.exchange,
              },
            ],
            locations: [],
          },
        ),
      ],
    };
  const why = `The login brought a refresh token; when the access token had expired the page answered ${visit.status ?? 'not at all'} and nothing was refreshed.`;
  return oneFault('token-expired/refresh-never-called', 'F', why, {
    evidence: [
      {
        label: 'Page after the token had expired',
        expected: 'a refresh, then the page',
        actual: `${visit.status ?? 'no answer'}, no refresh`,
        exchange: visit.exchange,
      },
    ],
    locations: where,
  });
}
