/** Everything that runs for a request from the door of the app to the end of its handler, and what of it was not read. Pure. */
import {
  bare,
  calledName,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  stringValue,
} from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import { type ExportLookup, exportLookup } from '../export-lookup.ts';
import { functionBehind } from '../function-behind.ts';
import { classBehind, methodOfClass } from '../instances.ts';
import { placeOf } from '../place.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import { declarationOf } from '../scope.ts';
import type { CodeAnalysis, CodeModule, CodePart, Handler } from '../types.ts';
import { boundNames, parameterNames, parametersOf } from './carried.ts';
import { type FollowContext, type Followed, follow, keyOf, type ReadPart, type Start, type Unread } from './follow.ts';
import { type InFront, inFrontOf, registeredIn } from './in-front.ts';
import type { Sought } from './sought.ts';

export interface DoorPath {
  /** Code that runs for each request: the handler's, and what surely runs before it. */
  readonly sure: readonly ReadPart[];
  /** Code that may run before it. */
  readonly perhaps: readonly CodePart[];
  /** Calls that were not followed although they may see to what is sought. */
  readonly unread: readonly Unread[];
}

export interface Paths {
  readonly to: (handler: Handler, sought: Sought) => DoorPath;
  /** From the handler on, without what runs before it. */
  readonly from: (handler: Handler, sought: Sought) => Followed;
  readonly context: FollowContext;
}

const known = new WeakMap<CodeAnalysis, Paths>();

export function pathsIn(code: CodeAnalysis): Paths {
  const paths = known.get(code) ?? makePaths(code);
  known.set(code, paths);
  return paths;
}

function makePaths({ modules, clientUses, calls }: CodeAnalysis): Paths {
  const lookup = exportLookup(new Map(modules.map((module) => [module.file.path, module])));
  const registered = registeredIn(modules);
  const context = { lookup, known: new Set([...clientUses, ...calls].map(keyOf)) };
  return {
    context,
    from: (handler, sought) =>
      follow([{ node: handler.node, module: handler.module, given: givenTo(handler, sought) }], sought, context),
    to: (handler, sought) => {
      const fronts = inFrontOf(handler, registered).map((front) => ({ front, opened: opened(front, sought, lookup) }));
      const wrappers = handler.wrappers.map((call) => wrapperStart(call, lookup));
      const own: Start = { node: handler.node, module: handler.module, given: givenTo(handler, sought) };
      const run = (starts: readonly Start[]): Followed => follow(starts, sought, context);
      const sureFronts = fronts.filter(({ front }) => front.isSure);
      const sure = run([
        own,
        ...wrappers.flatMap((found) => ('given' in found ? [found] : [])),
        ...sureFronts.flatMap(({ opened }) => ('starts' in opened ? opened.starts : [])),
      ]);
      const perhaps = run(fronts.flatMap(({ front, opened }) => (!front.isSure && 'starts' in opened ? opened.starts : [])));
      return {
        sure: sure.parts,
        perhaps: perhaps.parts,
        unread: [
          ...sure.unread,
          ...wrappers.flatMap((found) => ('given' in found ? [] : [found])),
          ...fronts.flatMap(({ opened }) => ('starts' in opened ? [] : [opened])),
          ...perhaps.unread,
        ],
      };
    },
  };
}

/** The handler's parameters; of a branch of a server, those of the function around it. */
function givenTo({ node, framework }: Handler, sought: Sought): ReadonlySet<string> {
  const fn = functionTypes.has(node.type) ? node : enclosing(node, functionTypes);
  if (!fn) return new Set(['Astro', 'request', 'req']);
  if (framework !== 'nest') return new Set(parameterNames(fn, sought));
  return new Set(
    parametersOf(fn).flatMap((parameter) => {
      const [decorator] = [...descendants(parameter, 'decorator')];
      const inner = decorator && namedChildren(decorator)[0];
      const name = (inner?.type === 'call_expression' ? field(inner, 'function')?.text : inner?.text) ?? '';
      const what = { Body: 'body', RawBody: 'rawBody', Query: 'query', Headers: 'headers', Session: 'session', Param: 'params' }[
        name
      ];
      const [argument] = inner?.type === 'call_expression' ? argumentsOf(inner) : [];
      const key = argument ? stringValue(bare(argument)) : undefined;
      const isOther = key !== undefined && !sought.keys.test(key);
      const isOut = what !== undefined && (isOther || (!sought.keys.test(what) && sought.elsewhere.test(what)));
      return isOut || /^(?:Res|Response|Next)$/.test(name)
        ? []
        : boundNames(field(parameter, 'pattern') ?? parameter, sought, false);
    }),
  );
}

/** `withSignature(secret)(handler)`, `asyncHandler(handler)`: the function that makes what runs. */
function wrapperStart({ node, module }: CodePart, lookup: ExportLookup): Start | Unread {
  const callee = field(node, 'function');
  const maker = callee && bare(callee).type === 'call_expression' ? field(bare(callee), 'function') : callee;
  const own = maker && functionBehind(maker, module, lookup);
  if (own) {
    const names = [...descendants(own.node, functionTypes), own.node].flatMap((fn) =>
      parametersOf(fn).map((each) => (field(each, 'pattern') ?? each).text),
    );
    return { ...own, given: undefined, goesOnBy: new Set(names.filter((name) => isCalledIn(name, own.node))) };
  }
  if (callee && (isHarmlessPackage(callee, module) || ofFrameworks.test(callee.text))) return { node, module, given: new Set() };
  return { name: callee?.text.slice(0, 60) ?? '', at: placeOf(module.file, node) };
}

/** They make handlers, and are imported by the framework itself where it does that. */
const ofFrameworks = /^(?:define\w*Handler|eventHandler|lazyEventHandler|defineMiddleware|createMiddleware|asyncHandler)$/;

function isCalledIn(name: string, fn: SyntaxNode): boolean {
  return [...descendants(fn, 'call_expression')].some((call) => field(call, 'function')?.text === name);
}

/** Middleware that refuses nothing on account of what is sought, by its package. */
const harmlessPackages =
  /^(?:express|cors|helmet|morgan|compression|cookie-parser|express-session|cookie-session|body-parser|method-override|serve-static|serve-favicon|response-time|express-rate-limit|express-slow-down|express-winston|pino-http|connect-\w+|hpp|passport|koa|koa-(?:bodyparser|body|session|helmet|logger|compress|static|cors|mount|views|etag|conditional-get|generic-session|redis)|@koa\/(?:cors|bodyparser|router|multer)|hono(?:\/.*)?|fastify-plugin|@fastify\/(?!jwt|bearer-auth|basic-auth|auth|passport|oauth2|middie).*|fastify-raw-body|@nestjs\/(?:common|core|throttler|serve-static|cache-manager)|@elysiajs\/(?!jwt|bearer).*|elysia|i18next-http-middleware|@sentry\/.*|dd-trace|nocache|vhost|multer|express-async-errors|express-async-handler|class-validator|nestjs-pino|h3)$/;
const router =
  /(?:^|\.)(?:Router|router|Hono|Elysia|Koa|express|fastify|Fastify|createApp|createRouter|H3|OpenAPIHono|createServer)$/;

/** What stands in front, as code that runs; or as a call that was not read. */
function opened({ node, module }: InFront, sought: Sought, lookup: ExportLookup): { readonly starts: readonly Start[] } | Unread {
  const plain = bare(node);
  const all = (part: CodePart): Start => ({ ...part, given: new Set(parameterNames(part.node, sought)) });
  const none = { starts: [] };
  const unread: Unread = {
    name: (plain.type === 'call_expression' ? field(plain, 'function') : plain)?.text.slice(0, 60) ?? '',
    at: placeOf(module.file, plain),
  };
  if (plain.type === 'program') return { starts: [{ node: plain, module, given: undefined }] };
  if (functionTypes.has(plain.type)) return { starts: isErrorHandler(plain) ? [] : [all({ node: plain, module })] };
  if (plain.type === 'string' || plain.type === 'template_string' || plain.type === 'object') return none;
  const value = standsFor(plain, module, lookup);
  if (isRouter(value.node)) return none;
  const callee = plain.type === 'call_expression' ? field(plain, 'function') : undefined;
  const own = functionBehind(callee ?? plain, module, lookup);
  if (own && callee)
    return { starts: [{ ...own, given: undefined }, ...argumentsOf(plain).flatMap((arg) => asStart(arg, module, lookup, all))] };
  // A plugin gets the app, and no request.
  if (own && isRegistered(plain)) return none;
  if (own) return { starts: isErrorHandler(own.node) ? [] : [all(own)] };
  const owner = classBehind(plain, module, lookup) ?? ownClass(value);
  if (owner) {
    const methods = ['canActivate', 'intercept', 'transform', 'use', 'validate'].flatMap(
      (name) => methodOfClass(owner, name) ?? [],
    );
    return methods.length > 0 ? { starts: methods.map((method) => all({ node: method, module: owner.module })) } : unread;
  }
  if (callee && plain.type === 'call_expression') {
    const handed = argumentsOf(plain).flatMap((arg) => asStart(arg, module, lookup, all));
    if (isHarmlessPackage(callee, module)) return { starts: handed };
    const made = value.node.type === 'call_expression' ? field(value.node, 'function') : undefined;
    if (made && isHarmlessPackage(made, value.module)) return { starts: handed };
  }
  // `const limiter = rateLimit({ … })`, `const session = require('koa-session')`.
  const maker = field(value.node, 'function') ?? field(value.node, 'constructor') ?? value.node;
  const makes = functionBehind(maker, value.module, lookup);
  if (makes && maker !== value.node) return { starts: [{ ...makes, given: undefined }] };
  return isHarmlessPackage(maker, value.module) ? none : unread;
}

function isRegistered(node: SyntaxNode): boolean {
  const call = node.parent?.type === 'arguments' ? node.parent.parent : undefined;
  return call?.type === 'call_expression' && calledName(call) === 'register';
}

function asStart(arg: SyntaxNode, module: CodeModule, lookup: ExportLookup, all: (part: CodePart) => Start): Start[] {
  const plain = bare(arg);
  const own = functionTypes.has(plain.type) || plain.type === 'identifier' ? functionBehind(plain, module, lookup) : undefined;
  return own ? [all(own)] : [];
}

function ownClass({ node, module }: CodePart): CodePart | undefined {
  return /class/.test(node.type) ? { node, module } : undefined;
}

/** The expression that a name stands for, through imports. */
function standsFor(node: SyntaxNode, module: CodeModule, lookup: ExportLookup, steps = 4): CodePart {
  const plain = bare(node);
  const start =
    plain.type === 'call_expression' && /^(?:routes|allowedMethods|middleware|default)$/.test(calledName(plain))
      ? (field(field(plain, 'function') ?? plain, 'object') ?? plain)
      : plain;
  if (start.type !== 'identifier' || steps === 0) {
    const required = start.type === 'call_expression' && field(start, 'function')?.text === 'require';
    const path = required ? module.loads.find(({ offset }) => offset === start.startIndex)?.path : undefined;
    const found = path === undefined ? undefined : (lookup.exportedBy(path, '*') ?? lookup.exportedBy(path, 'default'));
    return found ? standsFor(found.node, found.module, lookup, steps - 1) : { node: start, module };
  }
  const declared = declarationOf(start.text, start);
  if (declared?.kind === 'value') return standsFor(declared.value, module, lookup, steps - 1);
  if (declared?.kind === 'class') return { node: declared.node, module };
  const imported = declared ? undefined : lookup.imported(module, start.text);
  return imported ? standsFor(imported.node, imported.module, lookup, steps - 1) : { node: start, module };
}

/** A chain that begins with a router is one. */
function isRouter(node: SyntaxNode): boolean {
  let at: SyntaxNode | undefined = bare(node);
  for (let steps = 0; at && steps < 120; steps += 1) {
    const maker: SyntaxNode | undefined = field(at, 'function') ?? field(at, 'constructor');
    if (!maker) return false;
    if (router.test(memberPath(maker)?.join('.') ?? '') || (at.type === 'new_expression' && /Router|App$/.test(maker.text)))
      return true;
    const object = maker.type === 'member_expression' ? field(maker, 'object') : undefined;
    at = object ? bare(object) : undefined;
    if (at?.type === 'identifier') {
      const declared = declarationOf(at.text, at);
      at = declared?.kind === 'value' ? bare(declared.value) : undefined;
    }
  }
  return false;
}

function isHarmlessPackage(callee: SyntaxNode, module: CodeModule): boolean {
  const [first] = memberPath(callee) ?? [];
  const specifier = first === undefined ? undefined : module.imports.get(first)?.specifier;
  if (specifier !== undefined) return harmlessPackages.test(specifier);
  const required = /^require\(\s*['"]([^'"]+)/.exec(callee.text)?.[1];
  return required !== undefined && harmlessPackages.test(required);
}

/** Express: `(error, request, response, next) => …` runs when something was refused. */
function isErrorHandler(fn: SyntaxNode): boolean {
  return parametersOf(fn).length === 4;
}
