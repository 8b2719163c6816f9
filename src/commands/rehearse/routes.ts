/** Routes as any language writes them: a path in quotes behind a verb, a decorator or a route table, with the prefixes that are mounted. Pure. */

export interface WrittenRoute {
  /** `any` where the writing does not say. */
  readonly method: 'get' | 'post' | 'any';
  readonly path: string;
  readonly file: string;
}

const ROUTE =
  /(?:\.(get|post|put|all|route|Get|Post|GET|POST|HandleFunc|Handle)|@(Get|Post|All)(?=\()|(Get|Post|Request)Mapping|\bpath|\bre_path|\broute)\s*\(\s*(?:value\s*=\s*)?['"`](?:(GET|POST|ANY)\s+)?(\/?[\w\-./]{1,80})['"`]/g;

/** Route tables and plain servers: `'POST /hook': hook`, `{ method: 'POST', url: '/hook' }`, `pathname === '/login'`, `case '/login':`. */
const TABLES: readonly RegExp[] = [
  /['"`](GET|POST)\s+['"`]?(?:\s*\+\s*[\w.]+\s*\+\s*['"`])?(\/[\w\-./]{1,80})['"`]/g,
  /\bmethod\s*:\s*\[?\s*['"](GET|POST)['"][^{}]{0,120}?\b(?:url|path)\s*:\s*['"`](\/[\w\-./]{1,80})['"`]/gi,
  /(\b)(?:pathname|path|\burl)\s*={2,3}\s*['"`](\/[\w\-./]{1,80})['"`]/g,
  /(\b)case\s+['"`](?:GET |POST )?(\/[\w\-./]{1,80})['"`]\s*:/g,
];

const PREFIXES: readonly RegExp[] = [
  /\bpath\(\s*['"]([\w\-./]{1,60})['"]\s*,\s*include\(/g,
  /\b(?:url_)?prefix\s*[=:]\s*['"](\/[\w\-./]{1,60})['"]/g,
  /\bbase(?:_?(?:path|url))?\s*[=:]\s*['"](\/[\w\-./]{1,60})['"]/gi,
  /\.(?:use|Group|group|register|route|basePath|setGlobalPrefix)\(\s*['"`](\/?[\w\-./]{1,60})['"`]/g,
  /@(?:RequestMapping|Controller)\(\s*(?:value\s*=\s*)?['"](\/?[\w\-./]{1,60})['"]/g,
];
const MOST_PREFIXES = 6;

/** Where Scalekit tells the app that a session is over. */
export const BACK_CHANNEL = /back-?_?channel/i;

export function routesIn(texts: ReadonlyMap<string, string>): string[] {
  return [...new Set(writtenRoutes(texts).map(({ path }) => path))];
}

export function postsIn(texts: ReadonlyMap<string, string>): string[] {
  return [...new Set(writtenRoutes(texts).flatMap(({ method, path }) => (method === 'post' ? [path] : [])))];
}

export function writtenRoutes(texts: ReadonlyMap<string, string>): WrittenRoute[] {
  const found = [...texts].flatMap(([file, text]) => [
    ...[...text.matchAll(ROUTE)].flatMap(([, verb = '', decorator = '', mapping = '', named = '', path = '']) =>
      // `.get('code')` takes something out of a map or a query.
      path.includes('/') || (/^[a-z]/.test(path) && !/^(?:get|post|put)$/.test(verb))
        ? [{ method: methodOf(named || verb || decorator || mapping), path: rooted(path), file }]
        : [],
    ),
    ...TABLES.flatMap((expression) =>
      [...text.matchAll(expression)].map(([, verb = '', path = '']) => ({ method: methodOf(verb), path, file })),
    ),
  ]);
  const prefixes = [
    ...new Set(
      [...texts.values()].flatMap((text) =>
        PREFIXES.flatMap((expression) => [...text.matchAll(expression)].map(([, one = '']) => rooted(one).replace(/\/$/, ''))),
      ),
    ),
  ].slice(0, MOST_PREFIXES);
  // One router inside another: `/api` + `/auth` + `/login`.
  const nested = prefixes.flatMap((outer) =>
    prefixes.filter((inner) => inner !== outer && !inner.startsWith(outer)).map((inner) => outer + inner),
  );
  const mounted = [...prefixes, ...nested].flatMap((prefix) =>
    found.flatMap((one) => (one.path.startsWith(prefix) ? [] : [{ ...one, path: prefix + (one.path === '/' ? '' : one.path) }])),
  );
  const all = new Map([...found, ...mounted].map((one) => [`${one.method} ${one.path}`, one] as const));
  return [...all.values()];
}

function methodOf(verb: string): WrittenRoute['method'] {
  if (/^get$/i.test(verb)) return 'get';
  return /^(?:post|put)$/i.test(verb) ? 'post' : 'any';
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
