/** Under which prefixes a router, a blueprint or a table of URLs lies: its own, and those of where it is mounted, followed to the top. Pure. */

export interface PythonRoute {
  readonly path: string;
  /** Upper case; empty: any. */
  readonly methods: readonly string[];
  /** Text of its handler, where that is beside the route or in the same file. */
  readonly body: string;
  readonly file: string;
}

/** A route as it is written, before prefixes: `owner` is the router it belongs to, by the name that it has in the file. */
export interface WrittenRoute extends PythonRoute {
  readonly owner: string | undefined;
}

interface Router {
  readonly file: string;
  readonly name: string;
  readonly prefix: string;
}

/** `child` as it is written where it is mounted. */
interface Mount {
  readonly file: string;
  readonly parent: string;
  readonly child: string;
  /** Undefined: the child keeps its own. */
  readonly prefix: string | undefined;
  /** The prefix given here replaces the child's own, as in Flask. */
  readonly replaces: boolean;
}

const ROUTER =
  /^[ \t]*(\w+)\s*(?::[^=\n]+)?=\s*(?:\w+\.)*(?:Blueprint|APIRouter|Router|FastAPI|Flask|Quart|Sanic|Starlette|Bottle|RouteTableDef)\(([^)]*)\)?/gm;
const MOUNT =
  /(\w+)\.(register_blueprint|include_router|blueprint|mount|add_routes)\(\s*(?:(['"])([^'"\n]*)\3\s*,\s*)?([\w.]+)([^)]*)/g;
const INCLUDE = /\b(?:path|re_path|url)\(\s*r?(['"])([^'"\n]*)\1\s*,\s*include\(\s*\(?\s*(?:(['"])([\w.]+)\3|([\w.]+))/g;
const MOST_DEPTH = 6;

export function mountsOf(texts: ReadonlyMap<string, string>): (route: WrittenRoute) => string[] {
  const constants = constantsIn(texts);
  const routers = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(ROUTER)].map(
      ([, name = '', given = '']): Router => ({ file, name, prefix: prefixIn(given, constants) ?? '' }),
    ),
  );
  const mounts = [...texts].flatMap(([file, text]) => [
    ...[...text.matchAll(MOUNT)].map(([, parent = '', verb, , path, child = '', rest = '']): Mount => {
      const prefix = path ?? prefixIn(rest, constants);
      return { file, parent, child, prefix, replaces: verb === 'register_blueprint' };
    }),
    ...[...text.matchAll(INCLUDE)].map((match): Mount => {
      const [, , path = '', , module, name] = match;
      const prefix = joined(prefixAround(text, match.index), path.replace(/^\^/, ''));
      return { file, parent: 'urlpatterns', child: module ?? name ?? '', prefix, replaces: false };
    }),
  ]);
  return (route) => {
    const owner = route.owner ?? 'app';
    return [...new Set(prefixesOf({ file: route.file, name: owner }, routers, mounts, texts, 0))];
  };
}

function prefixesOf(
  one: Pick<Router, 'file' | 'name'>,
  routers: readonly Router[],
  mounts: readonly Mount[],
  texts: ReadonlyMap<string, string>,
  depth: number,
): string[] {
  const own = routers.find(({ file, name }) => file === one.file && name === one.name)?.prefix ?? '';
  if (depth > MOST_DEPTH) return [own];
  const above = mounts.filter((mount) => leadsTo(mount, one, texts));
  if (above.length === 0) return [own];
  return above.flatMap(({ file, parent, prefix, replaces }) => {
    const here = prefix === undefined ? own : replaces ? prefix : joined(prefix, own === '' ? '' : own);
    const before = prefixesOf({ file, name: parent }, routers, mounts, texts, depth + 1);
    return before.map((outer) => (here === '' || here === '/' ? outer : joined(outer, here)));
  });
}

/** Whether the name that is mounted in one file is this router of that file: by the imports that lead there. */
function leadsTo({ file, child }: Mount, one: Pick<Router, 'file' | 'name'>, texts: ReadonlyMap<string, string>): boolean {
  if (one.name === 'urlpatterns') return isModule(one.file, child) || (file === one.file && child === 'urlpatterns');
  const parts = child.split('.');
  const name = parts.at(-1) ?? '';
  if (parts.length === 1 && file === one.file) return name === one.name;
  if (file === one.file) return false;
  const text = texts.get(file) ?? '';
  if (parts.length === 1) {
    // from x.y import router as auth_router
    const from = importOf(text, name);
    return from !== undefined && from.name === one.name && isModule(one.file, from.module);
  }
  if (name !== one.name) return false;
  const [first = ''] = parts;
  const from = importOf(text, first);
  // from .routers import auth; auth.router — or import a.b; a.b.router
  const module = from === undefined ? parts.slice(0, -1).join('.') : [from.module, from.name, ...parts.slice(1, -1)].join('.');
  return isModule(one.file, module);
}

function importOf(text: string, alias: string): { readonly module: string; readonly name: string } | undefined {
  for (const [, module = '', block, line] of text.matchAll(/^[ \t]*from\s+([\w.]+)\s+import\s+(?:\(([^)]*)\)|([^\n]+))/gm))
    for (const piece of (block ?? line ?? '').split(',')) {
      const [, name = '', as] = /^\s*(\w+)(?:\s+as\s+(\w+))?/.exec(piece) ?? [];
      if ((as ?? name) === alias) return { module, name };
    }
  return undefined;
}

/** `..routers.auth` is `app/routers/auth.py` or `app/routers/auth/__init__.py`: by the end of the path. */
function isModule(file: string, module: string): boolean {
  const tail = module.replace(/^\.+/, '').split('.').filter(Boolean).join('/');
  if (tail === '') return /(?:^|\/)__init__\.py$/.test(file);
  const path = `/${file}`;
  return path.endsWith(`/${tail}.py`) || path.endsWith(`/${tail}/__init__.py`);
}

function prefixIn(given: string, constants: ReadonlyMap<string, string>): string | undefined {
  const literal = /\b(?:url_)?(?:prefix|path)\s*=\s*(f?)(['"])([^'"\n]*)\2/.exec(given);
  if (literal) {
    const text = literal[3] ?? '';
    return literal[1] === 'f' ? text.replace(/\{(?:\w+\.)*(\w+)\}/g, (_all, name: string) => constants.get(name) ?? '') : text;
  }
  const named = /\b(?:url_)?prefix\s*=\s*(?:\w+\.)*(\w+)/.exec(given)?.[1];
  return named === undefined ? undefined : constants.get(named);
}

/** `API_PREFIX = "/api/v1"`, also as a field with a type. */
function constantsIn(texts: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...texts.values()].flatMap((text) =>
      [...text.matchAll(/^[ \t]*([A-Za-z]\w*)\s*(?::[^=\n]+)?=\s*(['"])(\/[\w\-./]*)\2\s*$/gm)].map(
        ([, name = '', , value = '']) => [name, value] as const,
      ),
    ),
  );
}

/** '' where both are empty. */
export function joined(prefix: string, path: string): string {
  const left = prefix.replace(/\/+$/, '');
  const right = path === '' || path.startsWith('/') ? path : `/${path}`;
  const whole = `${left}${right}`;
  return whole === '' || whole.startsWith('/') ? whole : `/${whole}`;
}

/** Starlette’s Mount("/p", routes=[…]) and Django’s path("p/", include([…])) whose brackets are open here. */
export function prefixAround(text: string, index: number): string {
  let prefix = '';
  for (const match of text
    .slice(0, index)
    .matchAll(/\b(?:Mount\(\s*(['"])([^'"\n]*)\1|(?:re_)?path\(\s*r?(['"])([^'"\n]*)\3\s*,\s*include\()/g)) {
    if (isOpen(text.slice(match.index, index))) prefix = joined(prefix, (match[2] ?? match[4] ?? '').replace(/^\^/, ''));
  }
  return prefix;
}

/** The first bracket of the text has not been closed by its end. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const one of text) {
    depth += one === '(' ? 1 : one === ')' ? -1 : 0;
    if (one === ')' && depth === 0) return false;
  }
  return depth > 0;
}
