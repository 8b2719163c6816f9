/** Handlers that a call registers: Express, Fastify, Koa, Hono and their routers. Pure. */
import {
  bare,
  descendants,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
  stringValue,
} from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind, wrappersOf } from './function-behind.ts';
import type { FoundHandler } from './handlers.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOfRoot, prefixOf, receiverOf, rootOfChain } from './route-chains.ts';
import { joinPaths } from './route-paths.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Framework, Middleware } from './types.ts';

const mounting = new Set(['use', 'register', 'route', 'group', 'mount', 'routes']);
const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'route']);
/** What asks others, or only keeps things: their `get` is no route. */
export const clients =
  /^(?:axios|got|ky|fetch|http|https|client|api|request|req|cache|redis|store|map|params|headers|localStorage|sessionStorage|cookies|config|jar|session|sessions|searchParams|process)$/i;

/** `app.use(…)`, `app.register(…)`: what it mounts, or puts in front of what is registered after it. */
interface Use {
  readonly module: CodeModule;
  readonly receiver: string;
  readonly call: SyntaxNode;
  readonly offset: number;
  readonly prefix: string;
  readonly args: readonly SyntaxNode[];
}

interface Registration {
  readonly module: CodeModule;
  readonly receiver: string;
  readonly call: SyntaxNode;
  readonly method: string;
  readonly path: string;
  readonly handlers: readonly SyntaxNode[];
  readonly options: SyntaxNode | undefined;
}

export function calledHandlers(modules: readonly CodeModule[], lookup: ExportLookup): FoundHandler[] {
  const uses = modules.flatMap(usesOf);
  return modules.flatMap((module) =>
    registrationsIn(module).flatMap((registration) => {
      const last = registration.handlers.at(-1);
      const run = last ? functionBehind(last, module, lookup) : undefined;
      if (!run) return [];
      const own = registration.handlers.slice(0, -1).map((node) => middlewareOf(node, module));
      const hooks = registration.options ? hooksIn(registration.options, module) : [];
      return mountsOf(registration, uses, lookup).map(({ prefix, before }) => ({
        method: registration.method,
        path: joinPaths(prefix, registration.path),
        at: placeOf(module.file, registration.call),
        framework: frameworkOf(module, modules),
        before: [...before, ...hooks, ...own],
        wrappers: last ? wrappersOf(last, module, lookup) : [],
        options: registration.options,
        run,
      }));
    }),
  );
}

function registrationsIn(module: CodeModule): Registration[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call): Registration[] => {
    const callee = field(call, 'function');
    if (callee?.type !== 'member_expression') return [];
    const object = field(callee, 'object');
    const method = propertyName(field(callee, 'property'));
    if (!object || method === undefined || !verbs.has(method)) return [];
    const args = argumentsOf(call);
    const [first] = args;
    if (!first) return [];
    // app.route('/x').post(handler)
    const chained = bare(object).type === 'call_expression' ? chainedRoute(bare(object)) : undefined;
    if (chained) {
      return [{ module, receiver: chained.receiver, call, method, path: chained.path, handlers: flat(args), options: undefined }];
    }
    const receiver = receiverOf(callee);
    if (receiver === undefined || clients.test(receiver.split('.').at(-1) ?? '')) return [];
    if (method === 'route' && (first.type === 'object' || first.type === 'array'))
      return flat([first]).flatMap((options) => fromOptions(module, receiver, call, options));
    const text = stringValue(bare(first));
    if (!text?.startsWith('/') || method === 'route') return [];
    const rest = args.slice(1);
    const options = rest.find((argument) => bare(argument).type === 'object');
    const handlers = flat(rest.filter((argument) => argument !== options));
    return handlers.length === 0 ? [] : [{ module, receiver, call, method, path: text, handlers, options }];
  });
}

function chainedRoute(call: SyntaxNode): { receiver: string; path: string } | undefined {
  let at: SyntaxNode | undefined = call;
  for (let steps = 0; at?.type === 'call_expression' && steps < 10; steps += 1) {
    const callee = field(at, 'function');
    const object = callee ? field(callee, 'object') : undefined;
    const [first] = argumentsOf(at);
    const path = first ? stringValue(bare(first)) : undefined;
    const receiver = object ? memberPath(object)?.join('.') : undefined;
    if (
      propertyName(callee ? field(callee, 'property') : undefined) === 'route' &&
      path?.startsWith('/') &&
      receiver !== undefined
    )
      return { receiver, path };
    at = object ? bare(object) : undefined;
  }
  return undefined;
}

/** Fastify's `route({ method, url, handler })`. */
function fromOptions(module: CodeModule, receiver: string, call: SyntaxNode, options: SyntaxNode): Registration[] {
  const url = optionOf(options, 'url') ?? optionOf(options, 'path');
  const path = url ? stringValue(bare(url)) : undefined;
  const handler = optionOf(options, 'handler');
  const method = optionOf(options, 'method');
  if (path === undefined || !handler) return [];
  const name = method ? (stringValue(bare(method))?.toLowerCase() ?? 'any') : 'any';
  return [{ module, receiver, call, method: name, path, handlers: [handler], options }];
}

function optionOf(options: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const part of namedChildren(options)) {
    if (part.type === 'pair' && propertyName(field(part, 'key')) === name) return field(part, 'value');
    if (part.type === 'method_definition' && propertyName(field(part, 'name')) === name) return part;
    if (part.type === 'shorthand_property_identifier' && part.text === name) return part;
  }
  return undefined;
}

function hooksIn(options: SyntaxNode, module: CodeModule): Middleware[] {
  return ['onRequest', 'preParsing', 'preValidation', 'preHandler'].flatMap((name) => {
    const value = optionOf(bare(options), name);
    return value ? flat([value]).map((node) => middlewareOf(node, module)) : [];
  });
}

/** Arrays of handlers are written out. */
function flat(nodes: readonly SyntaxNode[]): SyntaxNode[] {
  return nodes.flatMap((node) => (bare(node).type === 'array' ? flat(namedChildren(bare(node))) : [node]));
}

function usesOf(module: CodeModule): Use[] {
  return [...descendants(module.root, 'call_expression')].flatMap((call): Use[] => {
    const callee = field(call, 'function');
    const method = callee?.type === 'member_expression' ? propertyName(field(callee, 'property')) : undefined;
    const receiver = callee && method !== undefined && mounting.has(method) ? receiverOf(callee) : undefined;
    if (receiver === undefined) return [];
    const args = argumentsOf(call);
    const text = args[0] ? stringValue(bare(args[0])) : undefined;
    const options = args.find((argument) => bare(argument).type === 'object');
    const named = options ? optionOf(bare(options), 'prefix') : undefined;
    const prefix = text ?? (named ? stringValue(bare(named)) : undefined) ?? '';
    const rest = text === undefined ? args : args.slice(1);
    if (rest.length === 0) return [];
    return [{ module, receiver, call, offset: offsetOf(call), prefix, args: flat(rest) }];
  });
}

interface Mount {
  readonly prefix: string;
  readonly before: readonly Middleware[];
}

/** Routers in routers go no deeper than this; circles end here, too. */
const MOST_MOUNTS = 5;

/** Where a router is mounted, outermost first, with what runs before it on the way. A router that nothing mounts stands for itself. */
function mountsOf(
  { module, receiver, call }: Pick<Registration, 'module' | 'receiver' | 'call'>,
  uses: readonly Use[],
  lookup: ExportLookup,
  steps = MOST_MOUNTS,
): Mount[] {
  const own = inFront(uses, module, receiver, offsetOf(call));
  const router = { module, receiver, plugin: pluginAround(call) };
  const base = prefixOf(receiver, call);
  const mounted = (steps > 0 ? uses : []).flatMap((use): Mount[] => {
    const at = use.args.findIndex((argument) => mounts(argument, use, router, lookup));
    if (at === -1) return [];
    // `app.use('/admin', requireLogin, adminRouter)`: what stands beside the router runs before it.
    const beside = use.args.slice(0, at).map((node) => middlewareOf(node, use.module));
    return mountsOf(use, uses, lookup, steps - 1).map((outer) => ({
      prefix: joinPaths(outer.prefix, use.prefix === '*' ? '' : use.prefix, base),
      before: [...outer.before, ...beside, ...own],
    }));
  });
  return mounted.length > 0 ? mounted : [{ prefix: base, before: own }];
}

/** What `app.use(x)` without a router put in front of everything registered after it. */
function inFront(uses: readonly Use[], module: CodeModule, receiver: string, offset: number): Middleware[] {
  return uses
    .filter(
      (use) =>
        use.module === module && use.receiver === receiver && use.offset < offset && (use.prefix === '' || use.prefix === '*'),
    )
    .flatMap((use) => use.args.filter(({ type }) => type !== 'object').map((node) => middlewareOf(node, module)));
}

interface Router {
  readonly module: CodeModule;
  readonly receiver: string;
  /** The function that a plugin is, when the route is registered inside one. */
  readonly plugin: SyntaxNode | undefined;
}

function mounts(argument: SyntaxNode, use: Use, { module, receiver, plugin }: Router, lookup: ExportLookup): boolean {
  const plain = bare(argument);
  if (plugin) {
    const target = functionBehind(plain, use.module, lookup);
    if (target) return target.module === module && target.node.id === plugin.id;
  }
  // router.routes() of Koa
  const named = plain.type === 'call_expression' ? field(field(plain, 'function') ?? plain, 'object') : plain;
  if (plain.type === 'call_expression' && field(plain, 'function')?.text === 'require') {
    const specifier = argumentsOf(plain)[0];
    const text = specifier ? stringValue(specifier) : undefined;
    return use.module.loads.some((load) => load.specifier === text && load.path === module.file.path);
  }
  if (named?.type !== 'identifier') return false;
  if (use.module === module) return named.text === receiver && use.receiver !== receiver;
  return (
    use.module.imports.get(named.text)?.path === module.file.path || lookup.imported(use.module, named.text)?.module === module
  );
}

/** The function whose parameter the receiver is: a Fastify plugin, or `module.exports = (app) => …`. */
function pluginAround(call: SyntaxNode): SyntaxNode | undefined {
  const callee = field(call, 'function');
  const root = rootOfChain(callee ? field(callee, 'object') : undefined);
  const name = root ? memberPath(root)?.[0] : undefined;
  if (name === undefined || !root) return undefined;
  const declared = root.type === 'identifier' ? declarationOfRoot(root) : declarationOf(name, root);
  if (declared?.kind !== 'parameter') return undefined;
  let at: SyntaxNode | null = declared.node;
  while (at && !functionTypes.has(at.type)) at = at.parent;
  return at ?? undefined;
}

/** A chain begins in one place; what comes first in it is told by where its own name stands. */
function offsetOf(call: SyntaxNode): number {
  const callee = field(call, 'function');
  const property = callee ? field(callee, 'property') : undefined;
  return (property ?? call).startIndex;
}

function middlewareOf(node: SyntaxNode, module: CodeModule): Middleware {
  const plain = bare(node);
  const callee = plain.type === 'call_expression' ? field(plain, 'function') : plain;
  return { name: (callee ? memberPath(callee)?.join('.') : undefined) ?? '', node: plain, module };
}

export function frameworkOf(module: CodeModule, all: readonly CodeModule[]): Framework {
  const loads = (of: CodeModule): Framework | undefined =>
    of.loads.map(({ specifier }) => packages.get(specifier)).find((name) => name !== undefined);
  return loads(module) ?? all.map(loads).find((name) => name !== undefined) ?? 'other';
}

const packages: ReadonlyMap<string, Framework> = new Map([
  ['express', 'express'],
  ['fastify', 'fastify'],
  ['koa', 'koa'],
  ['koa-router', 'koa'],
  ['@koa/router', 'koa'],
  ['hono', 'hono'],
]);
