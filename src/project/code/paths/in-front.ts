/** What may run before a handler beside what its registration names: middleware of the app, hooks, guards, pipes, decorators. Pure. */
import { bare, calledName, descendants, enclosing, field, namedChildren, propertyName, stringValue } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import type { CodeModule, CodePart, Handler } from '../types.ts';

export interface InFront extends CodePart {
  /** It runs before this handler; otherwise only the app has it, and for which routes was not read. */
  readonly isSure: boolean;
}

/** Something registered for the whole app, or for a prefix of paths. */
interface Registered extends CodePart {
  readonly prefix: string;
}

const using =
  /^(?:use|addHook|onBeforeHandle|onRequest|onTransform|derive|resolve|guard|useGlobalGuards|useGlobalInterceptors|useGlobalPipes)$/;
const byFile =
  /(?:^|\/)(?:middleware|proxy)(?:\/index)?\.[cm]?[jt]sx?$|(?:^|\/)hooks\.server\.[jt]s$|(?:^|\/)server\/(?:middleware|plugins)\/[^/]+\.[jt]s$/;

export function registeredIn(modules: readonly CodeModule[]): Registered[] {
  return modules.flatMap((module) => {
    const calls = [...descendants(module.root, 'call_expression')].flatMap((call): Registered[] => {
      const name = calledName(call);
      const isConsumer = name === 'apply' && /\bforRoutes\b/.test(module.file.text);
      if (field(call, 'function')?.type !== 'member_expression' || !(using.test(name) || isConsumer)) return [];
      const [first, ...rest] = argumentsOf(call);
      const text = first ? stringValue(bare(first)) : undefined;
      const args = text === undefined ? [...(first ? [first] : []), ...rest] : rest;
      const prefix = text?.startsWith('/') && name !== 'addHook' ? text : '';
      return args.flatMap((node) => parts(node)).map((node) => ({ node, module, prefix }));
    });
    const provided = [...descendants(module.root, 'pair')].flatMap((pair): Registered[] => {
      const isGlobal =
        propertyName(field(pair, 'key')) === 'provide' &&
        /^APP_(?:GUARD|INTERCEPTOR|PIPE)$/.test(field(pair, 'value')?.text ?? '');
      const others = isGlobal && pair.parent ? namedChildren(pair.parent) : [];
      return others.flatMap((other) => {
        const value = /^use/.test(propertyName(field(other, 'key')) ?? '') ? field(other, 'value') : undefined;
        return value ? [{ node: value, module, prefix: '' }] : [];
      });
    });
    const file = byFile.test(module.file.path) ? [{ node: module.root, module, prefix: '' }] : [];
    return [...calls, ...provided, ...file];
  });
}

function parts(node: SyntaxNode): SyntaxNode[] {
  const plain = bare(node);
  if (plain.type === 'array') return namedChildren(plain).flatMap(parts);
  if (plain.type !== 'object') return [plain];
  return namedChildren(plain).flatMap((part) =>
    part.type === 'method_definition' ? [part] : field(part, 'value') ? parts(field(part, 'value') ?? part) : [],
  );
}

export function inFrontOf(handler: Handler, registered: readonly Registered[]): InFront[] {
  const before = handler.before.map(({ node, module }): InFront => ({ node, module, isSure: true }));
  const decorated = handler.framework === 'nest' ? decoratorsOf(handler) : [];
  const seen = new Set(before.map(({ node, module }) => `${module.file.path}:${node.startIndex}`));
  const perhaps = registered
    .filter(({ node, module, prefix }) => {
      if (seen.has(`${module.file.path}:${node.startIndex}`) || !covers(prefix, handler.path)) return false;
      // What is registered after the handler, in the same chain, runs after it.
      return module.file !== handler.at.file || node.startIndex < handler.at.end;
    })
    .map(({ node, module }): InFront => ({ node, module, isSure: false }));
  return [...before, ...decorated, ...perhaps];
}

function covers(prefix: string, path: string): boolean {
  const fixed = prefix.replace(/\/?(?:\*.*|:.*|\{.*|\(.*)$/, '').replace(/\/$/, '');
  return fixed === '' || `${path}/`.includes(`${fixed}/`);
}

/** Decorators that say where a method answers and what it takes, and refuse nothing. */
const plainDecorators =
  /^(?:Controller|Get|Post|Put|Patch|Delete|All|Head|Options|HttpCode|Header|Redirect|Render|Version|Injectable|Res|Response|Req|Request|Body|Query|Param|Headers|RawBody|Session|Next|Ip|HostParam|Inject|Optional|UseFilters|SetMetadata|Bind|Sse|Api\w+|Cookies?|SkipThrottle|Throttle|Public|HttpContext)$/;

/** Of NestJS: guards, interceptors and pipes of the class, the method and its parameters, and decorators of the project's own. */
function decoratorsOf({ node, module }: Handler): InFront[] {
  const owner = enclosing(node, new Set(['class_declaration', 'abstract_class_declaration']));
  const ofMethod: SyntaxNode[] = [];
  for (let at = node.previousNamedSibling; at?.type === 'decorator' || at?.type === 'comment'; at = at.previousNamedSibling)
    if (at.type === 'decorator') ofMethod.push(at);
  const holders = owner ? [owner, ...(owner.parent?.type === 'export_statement' ? [owner.parent] : [])] : [];
  const ofClass = holders.flatMap((holder) => namedChildren(holder).filter(({ type }) => type === 'decorator'));
  const list = field(node, 'parameters');
  const own = namedChildren(node).filter(({ type }) => type === 'decorator');
  const ofParameters = list ? [...descendants(list, 'decorator')] : [];
  return [...ofClass, ...ofMethod, ...own, ...ofParameters].flatMap((decorator): InFront[] => {
    const [inner] = namedChildren(decorator);
    if (!inner) return [];
    const name = inner.type === 'call_expression' ? calledName(inner) : inner.text;
    const args = inner.type === 'call_expression' ? argumentsOf(inner) : [];
    const handed = args
      .flatMap(parts)
      .filter(({ type }) => type === 'identifier' || type === 'new_expression' || type === 'call_expression');
    const isOwn = !plainDecorators.test(name) && !/^Use(?:Guards|Interceptors|Pipes)$/.test(name);
    return [...(isOwn ? [inner] : []), ...handed].map((found) => ({ node: found, module, isSure: true }));
  });
}
