/** The doors of a Python app: its routes with what their handlers call. Pure. */

import { reachOf } from '../../rehearsal/reading/places.ts';
import { readPython } from '../../rehearsal/reading/python.ts';
import { functionsThatStartLogins, selectorsIn } from '../../rehearsal/reading/selectors.ts';
import type { SourceRoute } from '../../rehearsal/reading/source.ts';
import type { DoorFacts } from '../../rehearsal/stage/facts.ts';
import type { PythonRoute } from './python-mounts.ts';
import { pythonRoutes } from './python-routes.ts';
import { BACK_CHANNEL } from './routes.ts';

const starts =
  /get_authorization_url|create_authorization_url|authorize_redirect|authorization_url\(|oauth\/authorize|login_url\(/;
const finishes = /authenticate_with_code|authorize_access_token|fetch_token|grant_type/;
const receives = /verify_webhook|webhook[-_]signature|verify_interceptor/i;
const leaves = /get_logout_url|end_session|oidc\/logout/;
const begun = /idp_initiated_login/;
const dull = /health|favicon|metrics|docs|openapi|redoc|static|admin\b|\.\w+$/i;

export function pythonDoors(texts: ReadonlyMap<string, string>): DoorFacts {
  const source = readPython(texts);
  const routes = pythonRoutes(texts)
    .filter(({ path }) => !/[:*{[(<]/.test(path))
    .map((route) => ({ ...route, body: `${route.body}\n${reachOf(source, handlerOf(route))}` }));
  const speaks = [...texts.values()].some((text) => begun.test(text));
  const paths = (fits: (route: PythonRoute) => boolean): string[] => [...new Set(routes.filter(fits).map(({ path }) => path))];
  const byCall = (call: RegExp, method: string): string[] => paths((one) => takes(one, method) && call.test(one.body));
  const byName = (name: RegExp): string[] => paths(({ path }) => name.test(path));
  const callback = unique([...byCall(finishes, 'GET'), ...byName(/callback|\/cb\b|complete|oauth2?\/code/i)]);
  const isOut = /log-?_?out|sign-?_?out|\bbye\b|\bleave\b|end-?session/i;
  const login = unique([
    ...byCall(begun, 'GET'),
    ...byCall(starts, 'GET'),
    ...byName(/log-?_?in|sign-?_?in|\/sso\b|\/auth\/?$|\/start\b/i),
  ]).filter((path) => !callback.includes(path) && !isOut.test(path) && !/webhook/i.test(path));
  const logout = unique([...byName(isOut), ...byCall(leaves, 'GET'), ...byCall(leaves, 'POST')]).filter(
    (path) => !BACK_CHANNEL.test(path),
  );
  // Also one that takes no POST by mistake.
  const webhook = unique([...paths(({ body }) => receives.test(body)), ...byName(/webhook|\bhooks?\b/i)]).filter(
    (path) => !callback.includes(path) || /hook/i.test(path),
  );
  const taken = new Set([...callback, ...login, ...logout, ...webhook]);
  return {
    login,
    callback,
    logout,
    webhook,
    backChannel: byName(BACK_CHANNEL),
    selectors: selectorsIn([
      ...routes.filter(({ path }) => login.includes(path)).map(({ body }) => withParameters(body)),
      ...[...texts.values()].flatMap(functionsThatStartLogins),
    ]),
    maybeWebhook: paths((one) => one.methods.includes('POST') && /\bevents?\b|directory|scalekit/i.test(one.path)),
    initiate: unique([...byCall(begun, 'GET'), ...(speaks ? login : [])]),
    posts: routes
      .filter((one) => one.methods.includes('POST') && !taken.has(one.path))
      .map(({ path, body }) => ({ path, nearWebhooks: receives.test(body) })),
    pages: paths((one) => takes(one, 'GET') && !taken.has(one.path) && !dull.test(one.path)),
  };
}

function handlerOf({ file, body }: PythonRoute): SourceRoute {
  const name = /\bdef\s+(\w+)/.exec(body)?.[1] ?? /^[\w.]+/.exec(body)?.[0] ?? '';
  return { file, line: 0, method: undefined, path: '', names: [name] };
}

function takes({ methods }: PythonRoute, method: string): boolean {
  return methods.length === 0 || methods.includes(method);
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)];
}

/** FastAPI and Litestar take the query’s values as the function’s parameters. */
function withParameters(body: string): string {
  const list = /\bdef\s+\w+\(([\s\S]{0,600}?)\)\s*(?:->[^:\n]+)?:/.exec(body)?.[1] ?? '';
  const names = [...list.matchAll(/(?:^|,)\s*(\w+)\s*:\s*(?:str|Optional|Annotated)/g)].map(
    ([, name = '']) => `args.get("${name}")`,
  );
  return [body, ...names].join('\n');
}

export function withDoors(one: DoorFacts, other: DoorFacts): DoorFacts {
  return {
    login: unique([...one.login, ...other.login]),
    callback: unique([...one.callback, ...other.callback]),
    logout: unique([...one.logout, ...other.logout]),
    webhook: unique([...one.webhook, ...other.webhook]),
    backChannel: unique([...(one.backChannel ?? []), ...(other.backChannel ?? [])]),
    maybeWebhook: unique([...one.maybeWebhook, ...other.maybeWebhook]),
    selectors: [...one.selectors, ...other.selectors.filter(({ name }) => !one.selectors.some((known) => known.name === name))],
    initiate: unique([...one.initiate, ...other.initiate]),
    pages: unique([...one.pages, ...other.pages]),
    places: [...(one.places ?? []), ...(other.places ?? [])],
    posts: [...one.posts, ...other.posts],
  };
}
