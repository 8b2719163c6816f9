/** Under which addresses a router of Go hangs: groups, subrouters, mounts, blocks and prefixes that are stripped, through variables, parameters and fields. Pure. */
import { closingOf } from './source.ts';

export interface GoFile {
  readonly file: string;
  readonly text: string;
}

export interface Place {
  readonly file: string;
  /** Index in the text. */
  readonly at: number;
  /** What the route is registered at: `r`, `s.router`, `r.Group("/auth")`. */
  readonly router: string;
}

export type Substitute = (expression: string) => string | undefined;

interface Func {
  readonly file: string;
  readonly name: string;
  readonly parameters: readonly string[];
  readonly from: number;
  readonly to: number;
}

interface Mount extends Place {
  readonly prefix: string;
  readonly what: string;
}

const MOST_DEPTH = 6;
const FUNC = /^func\s+(?:\([^)]*\)\s*)?(\w+)\s*(?:\[[^\]]*\])?\(/gm;
const STRING = '("[^"]*"|[A-Za-z_][\\w.]*)';
const ROUTER = '([A-Za-z_][\\w.]*)';

export function mountsOf(files: readonly GoFile[], constantOf: Substitute): (place: Place) => string[] {
  const funcs = files.flatMap(funcsOf);
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const mounts = files.flatMap((file) => mountsIn(file, constantOf));
  const inFunc = ({ file, at }: Pick<Place, 'file' | 'at'>): Func | undefined =>
    funcs.findLast((one) => one.file === file && one.from <= at && at <= one.to);

  const prefixes = (place: Place, depth: number): string[] => {
    if (depth === 0) return [''];
    const { router, file, at } = place;
    const text = texts.get(file) ?? '';
    const chained = new RegExp(
      `^(.+)\\.(?:Group|Route|Party|PathPrefix)\\(\\s*${STRING}[\\s\\S]*\\)(?:\\.Subrouter\\(\\))?$`,
    ).exec(router);
    if (chained)
      return prefixed(prefixes({ ...place, router: chained[1] ?? '' }, depth - 1), pathOf(chained[2] ?? '', constantOf));
    const own = inFunc(place);
    const block = blockAround(text, own?.from ?? 0, at, router);
    if (block) return prefixed(prefixes({ file, at: block.at, router: block.outer }, depth - 1), pathOf(block.path, constantOf));
    const name = router.split('.').at(-1) ?? '';
    const set = assignment(text, own, at, router) ?? (router.includes('.') ? fieldOf(texts, name) : undefined);
    if (set)
      return prefixed(
        prefixes({ file: set.file ?? file, at: set.at, router: set.from }, depth - 1),
        pathOf(set.path, constantOf),
      );
    const found = mounts
      .filter(
        ({ file: other, at: there, what }) =>
          (what === router && other === file && inFunc({ file: other, at: there }) === own) ||
          (own !== undefined && made(what) === own.name && what !== router),
      )
      .flatMap((mount) => prefixed(prefixes(mount, depth - 1), mount.prefix));
    if (own === undefined) return found.length > 0 ? found : [''];
    const index = own.parameters.indexOf(router);
    const called =
      index === -1 ? [] : callsOf(files, own.name).flatMap((call) => (inFunc(call) === own ? [] : argumentOf(call, index)));
    const passed = called.flatMap((call) => prefixes(call, depth - 1));
    const all = [...new Set([...found, ...passed])];
    return all.length > 0 ? all : [''];
  };
  return (place) => [...new Set(prefixes(place, MOST_DEPTH))];
}

function prefixed(outer: readonly string[], path: string): string[] {
  return outer.map((one) => join(one, path));
}

export function join(prefix: string, path: string): string {
  const bare = path.replace(/^\/+/, '');
  return bare === '' ? prefix : `${prefix.replace(/\/+$/, '')}/${bare}`;
}

function pathOf(expression: string, constantOf: Substitute): string {
  const value = expression.startsWith('"') ? expression.slice(1, -1) : (constantOf(expression) ?? '');
  return value.replace(/\/$/, '').replace(/\{\w+\.\.\.\}$/, '');
}

function funcsOf({ file, text }: GoFile): Func[] {
  return [...text.matchAll(FUNC)].flatMap((match) => {
    const open = match.index + match[0].length - 1;
    const close = closingOf(text, open);
    if (close === -1) return [];
    const end = text.indexOf('\n}', close);
    const parameters = text
      .slice(open + 1, close)
      .split(',')
      .map((one) => /^\s*(\w+)/.exec(one)?.[1] ?? '');
    return [{ file, name: match[1] ?? '', parameters, from: match.index, to: end === -1 ? text.length : end }];
  });
}

/** chi: r.Route("/auth", func(r chi.Router) { … }), the innermost around a place. */
function blockAround(
  text: string,
  from: number,
  at: number,
  router: string,
): { readonly at: number; readonly outer: string; readonly path: string } | undefined {
  const expression = new RegExp(
    `${ROUTER}\\.(?:Route|Group)\\(\\s*(?:${STRING}\\s*,\\s*)?func\\(\\s*(\\w+)\\s[^)]*\\)\\s*\\{`,
    'g',
  );
  let found: { at: number; outer: string; path: string } | undefined;
  for (const match of text.slice(from, at).matchAll(expression)) {
    const [, outer = '', path = '""', parameter] = match;
    const start = from + match.index;
    const end = closingOf(text, start + match[0].length - 1, 40_000);
    if (parameter === router && (end === -1 || end > at)) found = { at: start, outer, path };
  }
  return found;
}

interface Assigned {
  readonly file?: string;
  readonly at: number;
  readonly from: string;
  readonly path: string;
}

/** `api := r.Group("/api")`, `s := r.PathPrefix("/auth").Subrouter()`, the last one before the place. */
function assignment(text: string, own: Func | undefined, at: number, router: string): Assigned | undefined {
  const from = own?.from ?? 0;
  const expression = new RegExp(
    `(?<![\\w.])${router.replaceAll('.', '\\.')}\\s*:?=\\s*${ROUTER}\\.(?:Group|Party|PathPrefix|Route)\\(\\s*${STRING}`,
    'g',
  );
  const match = [...text.slice(from, at).matchAll(expression)].at(-1);
  return match && match[1] !== router ? { at: from + match.index, from: match[1] ?? '', path: match[2] ?? '' } : undefined;
}

/** A field that a constructor fills: `&Server{api: r.Group("/api")}`. */
function fieldOf(texts: ReadonlyMap<string, string>, field: string): Assigned | undefined {
  const expression = new RegExp(`\\b${field}\\s*(?::|=)\\s*${ROUTER}\\.(?:Group|Party|PathPrefix)\\(\\s*${STRING}`);
  for (const [file, text] of texts) {
    const match = expression.exec(text);
    if (match) return { file, at: match.index, from: match[1] ?? '', path: match[2] ?? '' };
  }
  return undefined;
}

/** r.Mount("/auth", authRouter()); mux.Handle("/auth/", http.StripPrefix("/auth", authMux)). */
function mountsIn({ file, text }: GoFile, constantOf: Substitute): Mount[] {
  const expressions = [
    new RegExp(`${ROUTER}\\.Mount\\(\\s*${STRING}\\s*,\\s*([\\w.]+(?:\\([^()]*\\))?(?:\\.\\w+\\([^()]*\\))*)`, 'g'),
    new RegExp(
      `${ROUTER}\\.Handle\\(\\s*[^,()]*,\\s*(?:[\\w.]+\\()*http\\.StripPrefix\\(\\s*${STRING}\\s*,\\s*([\\w.]+(?:\\([^()]*\\))?)`,
      'g',
    ),
    // gorilla: r.PathPrefix("/auth").Handler(http.StripPrefix("/auth", h))
    new RegExp(
      `${ROUTER}\\.PathPrefix\\(\\s*${STRING}\\)\\.Handler\\(\\s*http\\.StripPrefix\\(\\s*[^,()]*,\\s*([\\w.]+(?:\\([^()]*\\))?)`,
      'g',
    ),
  ];
  return expressions.flatMap((expression) =>
    [...text.matchAll(expression)].map(([, router = '', path = '', what = ''], index, all) => ({
      file,
      at: [...text.matchAll(expression)][index]?.index ?? all.length,
      router,
      prefix: pathOf(path, constantOf),
      what: what.replace(/\(\s*\)$/, '()'),
    })),
  );
}

/** The function behind `h.Routes()`. */
function made(what: string): string {
  return /(\w+)\([^()]*\)$/.exec(what)?.[1] ?? '';
}

interface Call {
  readonly file: string;
  readonly at: number;
  readonly inside: string;
}

function callsOf(files: readonly GoFile[], name: string): Call[] {
  return files.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(`(?<!func )(?<!\\) )\\b${name}\\(`, 'g'))].flatMap((match) => {
      const open = match.index + match[0].length - 1;
      const close = closingOf(text, open);
      return close === -1 ? [] : [{ file, at: match.index, inside: text.slice(open + 1, close) }];
    }),
  );
}

function argumentOf({ file, at, inside }: Call, index: number): Place[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const char of inside) {
    if ('([{'.includes(char)) depth++;
    if (')]}'.includes(char)) depth--;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  const router = parts[index]?.trim();
  return router === undefined || router === '' ? [] : [{ file, at, router }];
}
