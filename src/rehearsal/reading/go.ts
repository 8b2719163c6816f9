/** Functions and routes of Go: methods of structs, makers of handlers, ServeMux patterns, and the routers that people use. Pure. */
import { type GoFile, join, mountsOf, type Place } from './go-mounts.ts';
import { closingOf, lineAt, type SourceFacts, type SourceFunction, type SourceRoute } from './source.ts';

const FUNCTION = /^func\s+(?:\(\s*\w*\s*\*?\s*(\w+)(?:\[[^\]]*\])?\s*\)\s*)?(\w+)\s*(?:\[[^\]]*\])?\(/gm;
const HANDLES =
  /http\.ResponseWriter|\*gin\.Context|echo\.Context|\bfiber\.Ctx|\*?\w+\.Context\b[^)]*\)\s*error|http\.Handler|\.HandlerFunc\b|fiber\.Handler/;
const WRAPS = /\bnext\s*(?:\.ServeHTTP)?\(|\.Next\(\)|\bhandler?\.ServeHTTP\(|\bh\.ServeHTTP\(/;

const VERBS = 'GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS';
const REGISTERS = new RegExp(
  `([A-Za-z_][\\w.]*(?:\\.(?:Group|PathPrefix)\\([^()]*\\)(?:\\.Subrouter\\(\\))?)?)?\\.(${VERBS}|Get|Post|Put|Delete|Patch|Any|All|ANY|Handle|HandleFunc|HandlerFunc|Add|Method|MethodFunc|Path)\\(\\s*` +
    `(?:(?:http\\.Method(\\w+)|"(${VERBS})")\\s*,\\s*)?` +
    `(?:http\\.Method(\\w+)\\s*\\+\\s*" "\\s*\\+\\s*)?` +
    `(?:"(?:(${VERBS})\\s+)?(/?[^"\\s]{0,120})"|([A-Za-z_][\\w.]*))`,
  'g',
);

/** `map[string]handler{"GET /login": login}`, `{"GET", "/login", h.Login}`, `{Method: "GET", Path: "/login", Handler: h.Login}`. */
const TABLES: readonly RegExp[] = [
  new RegExp(`"(?:(${VERBS}) )?(/[^"\\s]{0,120})"\\s*:\\s*([A-Za-z_][\\w.]*)\\s*,?\\s*$`, 'gm'),
  new RegExp(
    `\\{\\s*(?:\\w+:\\s*)?(?:"(?:${VERBS})"|http\\.Method\\w+)\\s*,\\s*(?:\\w+:\\s*)?"(/[^"\\s]{0,120})"\\s*,\\s*(?:\\w+:\\s*)?([A-Za-z_][\\w.]*)`,
    'g',
  ),
];

function tablesOf(file: string, text: string, names: ReadonlySet<string>): SourceRoute[] {
  return TABLES.flatMap((expression) =>
    [...text.matchAll(expression)].flatMap((match): SourceRoute[] => {
      const [path = '', name = ''] = match.slice(-2);
      // A map from texts to anything else is no table of routes.
      if (!names.has(name.split('.').at(-1) ?? '')) return [];
      const verb = new RegExp(`"(${VERBS})[" ]|http\\.Method(\\w+)`).exec(match[0]);
      const method = (verb?.[1] ?? verb?.[2])?.toUpperCase();
      return [{ file, line: lineAt(text, match.index), method, path: path.replace(/\{\$\}$/, ''), names: [name] }];
    }),
  );
}

export function readGo(texts: ReadonlyMap<string, string>): SourceFacts {
  const files = [...texts].filter(([file]) => file.endsWith('.go'));
  const constants = constantsIn(files.map(([, text]) => text));
  const all = files.map(([file, text]): GoFile => ({ file, text }));
  const prefixesOf = mountsOf(all, (name) => constants.get(name.split('.').at(-1) ?? ''));
  const functions = files.flatMap(([file, text]) => functionsOf(file, text));
  const names = new Set(functions.map(({ name }) => name));
  return {
    functions,
    routes: files.flatMap(([file, text]) => [...routesOf(file, text, constants, prefixesOf), ...tablesOf(file, text, names)]),
  };
}

/** `loginPath = "/login"`, in a const block or a var. A name with two values says nothing. */
export function constantsIn(texts: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const text of texts)
    for (const [, name = '', , value = ''] of text.matchAll(
      /^\s*(?:const\s+|var\s+)?(\w+)(\s+string)?\s*=\s*"((?:[A-Z]+ )?\/[^"\s]{0,120})"/gm,
    )) {
      if (found.has(name) && found.get(name) !== value) twice.add(name);
      found.set(name, value);
    }
  for (const name of twice) found.delete(name);
  return found;
}

function functionsOf(file: string, text: string): SourceFunction[] {
  return [...text.matchAll(FUNCTION)].flatMap((match) => {
    const [head, owner = '', name = ''] = match;
    const end = text.indexOf('\n}', match.index);
    const body = text.slice(match.index, end === -1 ? match.index + head.length : end + 2);
    const from = lineAt(text, match.index);
    const lines = body.split('\n');
    const signature = lines.slice(0, 4).join(' ').split('{')[0] ?? '';
    return [
      { file, name, owner, from, to: from + lines.length - 1, lines, wraps: WRAPS.test(body), handles: HANDLES.test(signature) },
    ];
  });
}

function routesOf(
  file: string,
  text: string,
  constants: ReadonlyMap<string, string>,
  prefixesOf: (place: Place) => readonly string[],
): SourceRoute[] {
  return [...text.matchAll(REGISTERS)].flatMap((match): SourceRoute[] => {
    const [whole, router = '', verb = '', byConstant, byText, joined, inPattern, literal, named] = match;
    const open = match.index + router.length + whole.slice(router.length).indexOf('(');
    const known = named === undefined ? undefined : constants.get(named.split('.').at(-1) ?? '');
    const written = literal ?? known;
    if (written === undefined || (literal === undefined && !/^(?:[A-Z]+ )?\//.test(written))) return [];
    const [, ofConstant, path = written] = /^([A-Z]+) (\/.*)$/.exec(written) ?? [];
    if (path !== '' && !path.startsWith('/') && !/^[\w-]+(?:\/|$)/.test(path)) return [];
    const close = closingOf(text, open);
    if (close === -1) return [];
    const after = text.slice(match.index + whole.length, close);
    // Gorilla: .HandleFunc("/login", h).Methods("GET"); .Path("/login").Handler(h)
    const behind = /^[^\n;]*/.exec(text.slice(close + 1))?.[0] ?? '';
    const rest = verb === 'Path' ? behind : after;
    if (!/[A-Za-z]/.test(rest) || /\bStripPrefix\(/.test(rest)) return [];
    const methods = /\.Methods\(\s*(?:http\.Method(\w+)|"(\w+)")/.exec(behind);
    const isVerb = new RegExp(`^(?:${VERBS})$`, 'i').test(verb);
    const method = (
      methods?.[1] ??
      methods?.[2] ??
      (isVerb ? verb : undefined) ??
      byConstant ??
      byText ??
      joined ??
      inPattern ??
      ofConstant
    )?.toUpperCase();
    const line = lineAt(text, match.index);
    const literalFunction = /\bfunc\s*\(/.exec(rest);
    const inline =
      literalFunction && rest === after
        ? { from: lineAt(text, match.index + whole.length + literalFunction.index), to: lineAt(text, close) }
        : undefined;
    const names = inline ? [] : [...rest.matchAll(/\b((?:\w+\.)*[A-Za-z_]\w*)\b/g)].map(([, name = '']) => name);
    const bare = path.replace(/\{\$\}$/, '');
    return prefixesOf({ file, at: match.index, router }).map((prefix) => ({
      file,
      line,
      method,
      path: prefix === '' ? (bare.startsWith('/') ? bare : `/${bare}`) : join(prefix, bare),
      names,
      ...(inline ? { inline } : {}),
    }));
  });
}
