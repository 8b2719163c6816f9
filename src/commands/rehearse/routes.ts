/** Routes as any language writes them: a path in quotes behind a verb, a decorator or a route table, with the prefixes that are mounted. Pure. */

const ROUTE =
  /(?:\.(?:get|post|all|route|Get|Post|GET|POST|HandleFunc|Handle)|(?:Get|Post|Request)Mapping|\bpath|\bre_path|\broute)\s*\(\s*(?:value\s*=\s*)?['"`](?:(?:GET|POST|ANY)\s+)?(\/?[\w\-./]{1,80})['"`]/g;

/** Those that surely take a POST. */
const POST =
  /(?:\.(?:post|Post|POST)\s*\(|\bPost(?:Mapping)?\s*\(|\.(?:HandleFunc|Handle)\s*\(\s*(?="POST ))\s*(?:value\s*=\s*)?['"`](?:POST\s+)?(\/?[\w\-./]{1,80})['"`]/g;

const PREFIXES: readonly RegExp[] = [
  /\bpath\(\s*['"]([\w\-./]{1,60})['"]\s*,\s*include\(/g,
  /\b(?:url_)?prefix\s*=\s*['"](\/[\w\-./]{1,60})['"]/g,
  /\.(?:use|Group|group|register|route|basePath|setGlobalPrefix)\(\s*['"`](\/?[\w\-./]{1,60})['"`]/g,
  /@RequestMapping\(\s*(?:value\s*=\s*)?"(\/[\w\-./]{1,60})"/g,
];
const MOST_PREFIXES = 6;

export function routesIn(texts: ReadonlyMap<string, string>): string[] {
  return written(texts, ROUTE);
}

export function postsIn(texts: ReadonlyMap<string, string>): string[] {
  return written(texts, POST);
}

function written(texts: ReadonlyMap<string, string>, route: RegExp): string[] {
  const all = [...texts.values()];
  const found = all.flatMap((text) =>
    [...text.matchAll(route)].flatMap(([, one = '']) => (one.includes('/') || /^[a-z]/.test(one) ? [rooted(one)] : [])),
  );
  const prefixes = [
    ...new Set(
      all.flatMap((text) =>
        PREFIXES.flatMap((expression) => [...text.matchAll(expression)].map(([, one = '']) => rooted(one).replace(/\/$/, ''))),
      ),
    ),
  ];
  const mounted = prefixes
    .slice(0, MOST_PREFIXES)
    .flatMap((prefix) => found.filter((one) => !one.startsWith(prefix)).map((one) => prefix + one));
  return [...new Set([...found, ...mounted])];
}

function rooted(path: string): string {
  return path.startsWith('/') ? path : `/${path}`;
}
