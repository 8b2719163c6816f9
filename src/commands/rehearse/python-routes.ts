/** Routes of Python apps: decorators, route tables and classes, with the prefixes of the blueprints, routers and include()s they lie under. Pure. */
import { joined, mountsOf, type PythonRoute, prefixAround, type WrittenRoute } from './python-mounts.ts';

const VERBS = 'get|post|put|patch|delete|head|options';
const DECORATOR = new RegExp(
  `^[ \\t]*@(?:(\\w+(?:\\.\\w+)*)\\.)?(${VERBS}|route|api_route|view)\\(\\s*(?:(?:path|rule|uri)\\s*=\\s*)?[rf]?(['"])([^'"\\n]{0,120})\\3`,
  'gm',
);
/** `add_url_rule("/x", …)`, `add_api_route`, `add_route`, `router.add_get`, `web.get`, `Route("/x", handler)`, `(r"/x", Handler)`. */
const CALL = new RegExp(
  `(?:(\\w+)\\.)?(?:(\\w+)\\.)?\\b(add_url_rule|add_api_route|add_route|add_(?:${VERBS})|(?<=web\\.)(?:${VERBS})|Route)\\(\\s*[rf]?(['"])([^'"\\n]{0,120})\\4`,
  'g',
);
const TABLE = /^\s*(?:url)?\(\s*r?(['"])(\/[^'"\n]{0,120})\1\s*,\s*(\w+)/gm;
const DJANGO = /\b(path|re_path|url)\(\s*r?(['"])([^'"\n]{0,120})\2\s*,\s*([\w.]+)(\([^)\n]*\))?/g;

export function pythonRoutes(texts: ReadonlyMap<string, string>): PythonRoute[] {
  const written = [...texts].flatMap(([file, text]) => writtenIn(file, text));
  const prefixesOf = mountsOf(texts);
  const found = written.flatMap((route) =>
    prefixesOf(route).map((prefix) => ({
      path: joined(prefix, route.path) || '/',
      methods: route.methods,
      body: route.body,
      file: route.file,
    })),
  );
  const seen = new Set<string>();
  return found.filter(({ path, methods }) => {
    const key = `${path} ${methods.join()}`;
    return !seen.has(key) && Boolean(seen.add(key));
  });
}

function writtenIn(file: string, text: string): WrittenRoute[] {
  const isDjango = /\burlpatterns\b/.test(text);
  const decorated = [...text.matchAll(DECORATOR)].map((match): WrittenRoute => {
    const [whole, owner, verb = '', , path = ''] = match;
    const rest = argumentsAfter(text, match.index + whole.length);
    const body = functionAfter(text, match.index);
    const classPath = owner === undefined && /^[ \t]/.test(whole) ? controllerPath(text, match.index) : undefined;
    return { file, owner, path: joined(classPath ?? '', path), methods: methodsOf(verb, rest), body };
  });
  const called = isDjango
    ? []
    : [...text.matchAll(CALL)].map((match): WrittenRoute => {
        const [whole, outer, inner, verb = '', , path = ''] = match;
        const rest = argumentsAfter(text, match.index + whole.length);
        const owner = verb === 'Route' || outer === 'web' ? undefined : (outer ?? inner);
        const mounted = verb === 'Route' ? prefixAround(text, match.index) : '';
        const methods = methodsOf(verb.replace(/^add_/, ''), rest);
        return { file, owner, path: joined(mounted, path), methods, body: bodyOfNamed(text, rest) };
      });
  const tables = /tornado/.test(text)
    ? [...text.matchAll(TABLE)].map(([, , path = '', name = '']): WrittenRoute => {
        return { file, owner: undefined, path, methods: [], body: classOrFunction(text, name) };
      })
    : [];
  const django = isDjango
    ? [...text.matchAll(DJANGO)].flatMap((match): WrittenRoute[] => {
        const [, kind, , path = '', view = ''] = match;
        if (view === 'include') return [];
        const plain = kind === 'path' ? path : path.replace(/^\^/, '').replace(/\$$/, '').replace(/\\/g, '');
        const name =
          view
            .replace(/\.as_view$/, '')
            .split('.')
            .at(-1) ?? '';
        return [
          { file, owner: 'urlpatterns', path: joined(prefixAround(text, match.index), `/${plain}`), methods: [], body: name },
        ];
      })
    : [];
  return [...decorated, ...called, ...tables, ...django];
}

function methodsOf(verb: string, rest: string): string[] {
  if (new RegExp(`^(?:${VERBS})$`).test(verb)) return [verb.toUpperCase()];
  const list = /\bmethods?\s*=\s*(?:[[({]([^\])}]*)|(['"][\w]+['"]))/.exec(rest);
  const named = [...(list?.[1] ?? list?.[2] ?? '').matchAll(/['"](\w+)['"]/g)].map(([, one = '']) => one.toUpperCase());
  if (named.length > 0) return named;
  return verb === 'route' || verb === 'api_route' ? ['GET'] : [];
}

/** What is left of a call behind its first argument, up to the bracket that closes it. */
function argumentsAfter(text: string, index: number): string {
  let depth = 1;
  const end = Math.min(text.length, index + 600);
  for (let at = index; at < end; at++) {
    depth += /[([{]/.test(text[at] ?? '') ? 1 : /[)\]}]/.test(text[at] ?? '') ? -1 : 0;
    if (depth === 0) return text.slice(index, at);
  }
  return text.slice(index, end);
}

/** From the decorator to the next one of another function, or what stands further left. */
function functionAfter(text: string, index: number): string {
  const rest = text.slice(index, index + 6_000);
  const start = /^[ \t]*(?:async[ \t]+)?def[ \t]+\w+/m.exec(rest);
  if (!start) return rest.slice(0, 400);
  const indent = /^[ \t]*/.exec(start[0])?.[0].length ?? 0;
  const after = rest.slice(start.index + start[0].length);
  const end = new RegExp(`^[ \\t]{0,${indent}}[@\\w]`, 'm').exec(after.replace(/^[^\n]*/, (line) => ' '.repeat(line.length)));
  return rest.slice(0, start.index + start[0].length + (end?.index ?? after.length));
}

function bodyOfNamed(text: string, rest: string): string {
  const name =
    /\b(?:view_func|endpoint|handler)\s*=\s*(\w+)/.exec(rest)?.[1] ??
    /^[^\n]*?,\s*(?:['"]\w+['"]\s*,\s*)?(?:\w+\.)?(\w+)/.exec(rest)?.[1];
  return name === undefined ? '' : `${name}\n${classOrFunction(text, name)}`;
}

function classOrFunction(text: string, name: string): string {
  const found = new RegExp(`^[ \\t]*(?:(?:async[ \\t]+)?def|class)[ \\t]+${name}\\b`, 'm').exec(text);
  if (!found) return '';
  const end = /^\S/m.exec(text.slice(found.index + found[0].length).replace(/^[^\n]*/, (line) => ' '.repeat(line.length)));
  return text.slice(found.index, found.index + found[0].length + (end?.index ?? 4_000));
}

/** Litestar: the path of the class around the method. */
function controllerPath(text: string, index: number): string | undefined {
  const before = `\n${text.slice(0, index)}`;
  const start = before.lastIndexOf('\nclass ');
  if (start === -1 || /^\S/m.test(before.slice(start + 1).replace(/^[^\n]*\n/, ''))) return undefined;
  return /^[ \t]+path\s*(?::[^=\n]+)?=\s*['"]([^'"\n]*)['"]/m.exec(before.slice(start))?.[1];
}
