/** The doors of an app in Go or Java: its routes with what their handlers lead to. Pure. */
import { readGo } from '../../rehearsal/reading/go.ts';
import { readJava } from '../../rehearsal/reading/java.ts';
import { CALLS, reachOf } from '../../rehearsal/reading/places.ts';
import { selectorsIn } from '../../rehearsal/reading/selectors.ts';
import type { SourceFacts, SourceRoute } from '../../rehearsal/reading/source.ts';
import type { DoorFacts } from '../../rehearsal/stage/facts.ts';

const isOut = /log-?_?out|sign-?_?out/i;
const dull = /health|ready|live|favicon|metrics|static|assets|swagger|pprof|\.\w+$/i;

interface Known extends SourceRoute {
  readonly reach: string;
}

export function goDoors(texts: ReadonlyMap<string, string>): DoorFacts {
  return doorsIn(readGo(texts));
}

export function javaDoors(texts: ReadonlyMap<string, string>): DoorFacts {
  return doorsIn(readJava(texts));
}

/** Its routes are annotations, not calls. */
export function isAnnotated(file: string, text: string): boolean {
  return /\.(?:java|kt)$/.test(file) && /@(?:\w+Mapping|Path)\b/.test(text);
}

function doorsIn(facts: SourceFacts): DoorFacts {
  const routes: Known[] = facts.routes
    .filter(({ path }) => !/[:*{[(<]/.test(path))
    .map((route) => ({ ...route, reach: reachOf(facts, route) }));
  const paths = (fits: (route: Known) => boolean): string[] => [...new Set(routes.filter(fits).map(({ path }) => path))];
  const takes = ({ method }: Known, wanted: string): boolean => method === undefined || method === wanted;
  const byCall = (call: RegExp, method: string): string[] => paths((one) => takes(one, method) && call.test(one.reach));
  const byName = (name: RegExp, method: string): string[] => paths((one) => takes(one, method) && name.test(one.path));
  const unique = (all: readonly string[]): string[] => [...new Set(all)];
  const callback = unique([...byCall(CALLS.exchange, 'GET'), ...byName(/callback|\/cb\b|complete|oauth2?\/code/i, 'GET')]);
  const login = unique([
    ...byCall(CALLS.authorize, 'GET'),
    ...byName(/log-?_?in|sign-?_?in|\/sso\b|\/auth\/?$|\/start\b/i, 'GET'),
  ]).filter((path) => !callback.includes(path) && !isOut.test(path) && !/hook/i.test(path));
  const logout = unique([
    ...byName(isOut, 'GET'),
    ...byName(isOut, 'POST'),
    ...byCall(CALLS.logout, 'GET'),
    ...byCall(CALLS.logout, 'POST'),
  ]);
  const webhook = unique([...byCall(CALLS.webhook, 'POST'), ...byName(/webhook|\bhooks?\b/i, 'POST')]).filter(
    (path) => !callback.includes(path) && !login.includes(path),
  );
  const taken = new Set([...callback, ...login, ...logout, ...webhook]);
  const begun = byCall(CALLS.assertion, 'GET');
  return {
    login: [...login.filter((path) => !begun.includes(path)), ...login.filter((path) => begun.includes(path))],
    callback,
    logout,
    webhook,
    selectors: selectorsIn(routes.filter(({ path }) => login.includes(path)).map(({ reach }) => reach)),
    maybeWebhook: paths(
      (one) => one.method === 'POST' && !taken.has(one.path) && /\bevents?\b|directory|scalekit/i.test(one.path),
    ),
    initiate: begun,
    posts: routes
      .filter((one) => one.method === 'POST' && !taken.has(one.path))
      .map(({ path, reach }) => ({ path, nearWebhooks: CALLS.webhook.test(reach) })),
    pages: paths((one) => takes(one, 'GET') && !taken.has(one.path) && !dull.test(one.path)),
  };
}
