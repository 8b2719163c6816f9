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
import { functionBehind } from './function-behind.ts';
import type { FoundHandler } from './handlers.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { joinPaths } from './route-paths.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Framework, Middleware } from './types.ts';

const verbs = new Set(['get', 'post', 'put', 'patch', 'delete', 'all', 'route']);
/** What asks others, or only keeps things: their `get` is no route. */
export const clients =
  /^(?:axios|got|ky|fetch|http|https|client|api|request|req|cache|redis|store|map|params|headers|localStorage|sessionStorage|cookies|config|jar|session|sessions|searchParams|process)$/i;

/** `app.use(…)`, `app.register(…)`: what it mounts, or puts in front of what is registered after it. */
interface Use {
  readonly module: CodeModule;
  readonly receiver: string;
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
    const path = object ? memberPath(object) : undefined;
    if (!object || method === undefined || !verbs.has(method)) return [];
    const args = argumentsOf(call);
    const [first] = args;
    if (!first) return [];
    // app.route('/x').post(handler)
    const chained = bare(object).type === 'call_expression' ? chainedRoute(bare(object)) : undefined;
    if (chained) {
      return [{ module, receiver: chained.receiver, call, method, path: chained.path, handlers: flat(args), options: undefined }];
    }
    const receiver = path?.join('.');
    if (receiver === undefined || clients.test(path?.at(-1) ?? '')) return [];
    if (method === 'route' && first.type === 'object') return fromOptions(module, receiver, call, first);
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
    const path = callee ? memberPath(callee) : undefined;
    const method = path?.at(-1);
    if (!path || path.length < 2 || (method !== 'use' && method !== 'register' && method !== 'route')) return [];
    const args = argumentsOf(call);
    const text = args[0] ? stringValue(bare(args[0])) : undefined;
    const options = args.find((argument) => bare(argument).type === 'object');
    const named = options ? optionOf(bare(options), 'prefix') : undefined;
    const prefix = text ?? (named ? stringValue(bare(named)) : undefined) ?? '';
    const rest = text === undefined ? args : args.slice(1);
    if (rest.length === 0) return [];
    return [{ module, receiver: path.slice(0, -1).join('.'), offset: call.startIndex, prefix, args: flat(rest) }];
  });
}

interface Mount {
  readonly prefix: string;
  readonly before: readonly Middleware[];
}

/** Where a router is mounted, outermost first, with what runs before it on the way. A router that nothing mounts stands for itself. */
function mountsOf({ module, receiver, call }: Registration, uses: readonly Use[], lookup: ExportLookup): Mount[] {
  const own = inFront(uses, module, receiver, call.startIndex);
  const router = { module, receiver, plugin: pluginAround(call) };
  const base = baseOf(receiver, call, module);
  const mounted = uses.flatMap((use): Mount[] => {
    const at = use.args.findIndex((argument) => mounts(argument, use, router, lookup));
    if (at === -1) return [];
    const prefix = joinPaths(use.prefix === '*' ? '' : use.prefix, base);
    // `app.use('/admin', requireLogin, adminRouter)`: what stands beside the router runs before it.
    const beside = use.args.slice(0, at).map((node) => middlewareOf(node, use.module));
    return [{ prefix, before: [...inFront(uses, use.module, use.receiver, use.offset), ...beside, ...own] }];
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
  const object = callee ? field(callee, 'object') : undefined;
  const name = object ? memberPath(object)?.[0] : undefined;
  const declared = name === undefined || !object ? undefined : declarationOf(name, object);
  if (declared?.kind !== 'parameter') return undefined;
  let at: SyntaxNode | null = declared.node;
  while (at && !functionTypes.has(at.type)) at = at.parent;
  return at ?? undefined;
}

/** Hono's `new Hono().basePath('/api')`, Koa's `new Router({ prefix: '/auth' })`. */
function baseOf(receiver: string, use: SyntaxNode, module: CodeModule): string {
  const declared = receiver.includes('.') ? undefined : declarationOf(receiver, use);
  const value = declared?.kind === 'value' ? bare(declared.value) : undefined;
  if (!value || module.root.id === value.id) return '';
  if (value.type === 'call_expression' && propertyName(field(field(value, 'function') ?? value, 'property')) === 'basePath') {
    const [first] = argumentsOf(value);
    return first ? (stringValue(bare(first)) ?? '') : '';
  }
  const [options] = value.type === 'new_expression' || value.type === 'call_expression' ? argumentsOf(value) : [];
  const prefix = options && bare(options).type === 'object' ? optionOf(bare(options), 'prefix') : undefined;
  return prefix ? (stringValue(bare(prefix)) ?? '') : '';
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
