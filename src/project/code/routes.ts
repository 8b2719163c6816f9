/** The paths that the app handles, in the frameworks' many ways of saying so. Pure. */
import { bare, descendants, field, memberPath, namedChildren, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { joinPaths, segments } from './route-paths.ts';
import type { CodeModule, Route } from './types.ts';

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'use', 'route']);

export function routesOf(modules: readonly CodeModule[]): Route[] {
  const mounts = modules.flatMap(mountsOf);
  return modules.flatMap((module) => {
    const prefixes = mounts.filter((mount) => mount.path === module.file.path).map((mount) => mount.prefix);
    const own = [...calledRoutes(module), ...comparedPaths(module), ...nestRoutes(module)];
    const mounted = prefixes.flatMap((prefix) => own.map((route) => ({ ...route, path: joinPaths(prefix, route.path) })));
    return [...own, ...mounted, ...fileRoutes(module)];
  });
}

/** What asks others, or only keeps things: their `get` is no route. */
const clients =
  /^(?:axios|got|ky|fetch|http|https|client|api|request|cache|redis|store|map|params|headers|localStorage|sessionStorage)$/i;

/** `app.get('/callback', …)`, `router.use('/auth', …)`, `fastify.route({ method, url })`. */
function calledRoutes(module: CodeModule): Route[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call): Route[] => {
    const callee = field(call, 'function');
    const path = callee ? memberPath(callee) : undefined;
    const method = path?.at(-1);
    if (!path || path.length < 2 || method === undefined || !verbs.has(method)) return [];
    const [first, ...handlers] = argumentsOf(call);
    if (!first || clients.test(path[0] ?? '')) return [];
    const text = stringValue(bare(first));
    if (text?.startsWith('/') && handlers.some(({ type }) => type !== 'object'))
      return [{ method, path: text, at: placeOf(module.file, call) }];
    if (first.type === 'object' && method === 'route') {
      const url = namedChildren(first).find((pair) => /^(?:url|path)$/.test(field(pair, 'key')?.text ?? ''));
      const value = url ? field(url, 'value') : undefined;
      const target = value ? stringValue(value) : undefined;
      return target === undefined ? [] : [{ method: 'any', path: target, at: placeOf(module.file, call) }];
    }
    return [];
  });
}

/** A plain server: `if (url.pathname === '/callback')`, `case '/callback':`. */
function comparedPaths(module: CodeModule): Route[] {
  const compared = [...descendants(module.root, 'binary_expression')].flatMap((node): Route[] => {
    if (!/^={2,3}$/.test(field(node, 'operator')?.text ?? '')) return [];
    const sides = [field(node, 'left'), field(node, 'right')];
    const text = sides.map((side) => (side ? stringValue(side) : undefined)).find((side) => side?.startsWith('/'));
    const other = sides.find((side) => side && stringValue(side) === undefined);
    return text !== undefined && /path|url/i.test(other?.text ?? '')
      ? [{ method: 'any', path: text, at: placeOf(module.file, node) }]
      : [];
  });
  const cases = [...descendants(module.root, 'switch_case')].flatMap((node): Route[] => {
    const value = field(node, 'value');
    const text = value ? stringValue(value) : undefined;
    return text?.startsWith('/') ? [{ method: 'any', path: text, at: placeOf(module.file, node) }] : [];
  });
  return [...compared, ...cases];
}

function nestRoutes(module: CodeModule): Route[] {
  return [...descendants(module.root, 'decorator')].flatMap((decorator): Route[] => {
    const [call] = namedChildren(decorator);
    const name = call ? field(call, 'function')?.text : undefined;
    if (!call || !/^(?:Get|Post|All|Put|Patch|Delete)$/.test(name ?? '')) return [];
    const [first] = argumentsOf(call);
    const own = first ? (stringValue(first) ?? '') : '';
    return [
      { method: (name ?? '').toLowerCase(), path: joinPaths(controllerOf(decorator), own), at: placeOf(module.file, decorator) },
    ];
  });
}

function controllerOf(decorator: SyntaxNode): string {
  let at: SyntaxNode | null = decorator;
  while (at && !/class_declaration$/.test(at.type)) at = at.parent;
  const around = at?.parent?.type === 'export_statement' ? at.parent : at;
  const found = /@Controller\(\s*['"`]([^'"`]*)['"`]/.exec(around?.text.slice(0, 2_000) ?? '');
  return found?.[1] ?? '';
}

/** Next.js, SvelteKit, Remix and Nuxt: the file's place is the path. */
function fileRoutes(module: CodeModule): Route[] {
  const { path } = module.file;
  const at = placeOf(module.file, module.root);
  const app = /(?:^|\/)app\/(.*\/)?route\.[jt]sx?$/.exec(path);
  if (app) {
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'].filter((name) => module.exports.has(name));
    return methods.map((method) => ({ method: method.toLowerCase(), path: `/${segments(app[1] ?? '')}`, at }));
  }
  const page = /(?:^|\/)app\/(.*\/)?page\.[jt]sx?$/.exec(path);
  if (page) return [{ method: 'get', path: `/${segments(page[1] ?? '')}`, at }];
  const pages = /(?:^|\/)pages\/(.*)\.[jt]sx?$/.exec(path);
  if (pages) return [{ method: 'any', path: `/${segments((pages[1] ?? '').replace(/(?:^|\/)index$/, ''))}`, at }];
  const svelte = /(?:^|\/)routes\/(.*\/)?\+(?:server|page(?:\.server)?)\.[jt]s$/.exec(path);
  if (svelte) return [{ method: 'any', path: `/${segments(svelte[1] ?? '')}`, at }];
  const nuxt = /(?:^|\/)server\/(?:routes\/|(?=api\/))(.*?)(?:\.(?:get|post))?\.[jt]s$/.exec(path);
  return nuxt ? [{ method: 'any', path: `/${segments(nuxt[1] ?? '')}`, at }] : [];
}

/** `app.use('/auth', authRouter)` with a router from another module. */
function mountsOf(module: CodeModule): { prefix: string; path: string }[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call) => {
    const callee = field(call, 'function');
    const method = callee ? memberPath(callee)?.at(-1) : undefined;
    if (method !== 'use' && method !== 'register' && method !== 'route') return [];
    const args = argumentsOf(call);
    const text = args[0] ? stringValue(args[0]) : undefined;
    const options = args.find((argument) => argument.type === 'object');
    const prefix = text ?? /prefix:\s*['"`]([^'"`]+)/.exec(options?.text ?? '')?.[1];
    if (prefix === undefined || !prefix.startsWith('/')) return [];
    return args.flatMap((argument) => {
      const imported = module.imports.get(/^\w+/.exec(argument.text)?.[0] ?? '');
      const required = /require\(\s*['"`]([^'"`]+)/.exec(argument.text)?.[1];
      const path = imported?.path ?? module.loads.find((load) => load.specifier === required)?.path;
      return path === undefined ? [] : [{ prefix, path }];
    });
  });
}
