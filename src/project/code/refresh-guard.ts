/** Does a second refresh wait for the first? Read up from the refresh to the routes that lead to it; what takes turns may be anything on the way. Pure. */
import { bare, calledName, descendants, enclosing, field, functionTypes, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { usesOf } from './function-uses.ts';
import { pathsIn } from './paths/door.ts';
import { isHarmless } from './paths/harmless.ts';
import type { UnreadCall } from './paths/unread.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import { sharesPromise } from './shared-promise.ts';
import type { CodeAnalysis, CodeModule, CodePart } from './types.ts';

export interface RefreshGuard {
  /** One promise is kept while it runs, and who comes in between gets it. */
  readonly isShared: boolean;
  /** Code that may make others wait, and that was not read to its end. */
  readonly unread: readonly UnreadCall[];
  /** Something calls it: a route, or code that could not be told from one. */
  readonly isReached: boolean;
}

/** How far up callers are followed. */
const MOST_CALLERS = 6;
const waitsByName =
  /\b(?:in_?flight\w*|mutex\w*|\w*[lL]ock(?:s|ed|ing|er)?|single_?flight|pending\w*|isRefreshing|refreshing\w*|refresh(?:es|Promise\w*|Queue|InProgress)|semaphore\w*|redlock|coalesce\w*|dedupe\w*|running|queue\w*)\b/i;
const registers = /^(?:get|post|put|patch|delete|all|use|route|on|addHook|any|register|guard|derive|onBeforeHandle)$/;

export function refreshGuard({ node, module }: CodePart, code: CodeAnalysis): RefreshGuard {
  const { lookup } = pathsIn(code).context;
  const unread: UnreadCall[] = [];
  const seen = new Set<string>();
  let level: readonly CodePart[] = [{ node, module }];
  let isReached = false;
  for (let step = 0; level.length > 0; step += 1) {
    const next: CodePart[] = [];
    for (const part of level) {
      const around = enclosing(part.node, functionTypes) ?? part.module.root;
      if (around.id === part.module.root.id) {
        isReached = true;
        continue;
      }
      if (sharesPromise(around)) return { isShared: true, unread: [], isReached: true };
      unread.push(...turnsIn(around, part, lookup));
      const key = `${part.module.file.path}:${around.startIndex}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const isDoor = code.handlers.some(
        (handler) =>
          (handler.module === part.module && handler.node.id === around.id) ||
          handler.before.some(({ node: front, module: of }) => {
            const own = functionBehind(front, of, lookup);
            return own?.module === part.module && own.node.id === around.id;
          }),
      );
      if (isDoor) {
        isReached = true;
        unread.push(...wrappedIn(around, part.module, lookup));
        continue;
      }
      const handedTo = callWith(around);
      if (handedTo && isRegistration(handedTo)) {
        isReached = true;
        continue;
      }
      const uses = usesOf(around, part.module, code);
      if (handedTo) {
        unread.push(...wrappedIn(around, part.module, lookup));
        next.push({ node: handedTo, module: part.module });
      } else if (uses.length === 0 && isEntry(around, part.module, code)) isReached = true;
      else if (uses.length === 0) {
        const named =
          field(around, 'name') ?? (around.parent ? (field(around.parent, 'name') ?? field(around.parent, 'key')) : undefined);
        unread.push({ name: named?.text ?? '', location: part.module.file.locationAt(around.startIndex) });
      }
      next.push(...uses);
    }
    level = step < MOST_CALLERS ? next : [];
  }
  return { isShared: false, unread, isReached };
}

/** What in this function may make the call wait, or share what it gives. */
function turnsIn(around: SyntaxNode, { node: call, module }: CodePart, lookup: ExportLookup): UnreadCall[] {
  const told = (node: SyntaxNode, name: string): UnreadCall => ({ name, location: module.file.locationAt(node.startIndex) });
  const kept = keptPromise(call, around);
  const found = kept ? [told(kept, kept.text.slice(0, 40).split('\n')[0] ?? '')] : [];
  const body = field(around, 'body') ?? around;
  const named = waitsByName.exec(body.text);
  if (named) found.push({ name: named[0], location: module.file.locationAt(body.startIndex + named.index) });
  for (const other of descendants(body, 'call_expression')) {
    if (other.startIndex >= call.startIndex || (other.startIndex <= call.startIndex && other.endIndex >= call.endIndex)) continue;
    if (takesTurn(other, around) && !isHarmless(other, module) && !onlyReads(other, module, lookup))
      found.push(told(other, field(other, 'function')?.text.slice(0, 60) ?? ''));
  }
  for (const assignment of descendants(body, writes)) {
    const left = field(assignment, 'left');
    if (left && assignment.startIndex < call.startIndex && outlives(left, around))
      found.push(told(assignment, left.text.slice(0, 60)));
  }
  return found;
}

const writes = new Set(['assignment_expression', 'augmented_assignment_expression']);

/** The call's promise is kept and not awaited where it stands: `this.turn = refresh()`, `underWay[key] = started`. */
function keptPromise(call: SyntaxNode, around: SyntaxNode): SyntaxNode | undefined {
  let at = call;
  for (;;) {
    const { parent } = at;
    if (!parent || parent.id === around.id || parent.type === 'await_expression') return undefined;
    if (writes.has(parent.type)) return outlives(field(parent, 'left') ?? parent, around) ? parent : undefined;
    if (parent.type === 'variable_declarator') {
      const name = field(parent, 'name');
      const used =
        name?.type === 'identifier'
          ? [...descendants(around, 'identifier')].filter((use) => use.text === name.text && use.id !== name.id)
          : [];
      return used.find((use) => writes.has(use.parent?.type ?? '') || use.parent?.type === 'arguments')?.parent ?? undefined;
    }
    if (parent.type === 'arguments') return parent.parent ?? undefined;
    if (!/^(?:parenthesized|binary|as|non_null|member|call)_expression$/.test(parent.type)) return undefined;
    at = parent;
  }
}

/** A name of outside, a member of `this`, an entry of a table of outside. */
function outlives(left: SyntaxNode, around: SyntaxNode): boolean {
  const plain = bare(left);
  const first = /^[\w$]+/.exec(plain.text)?.[0] ?? '';
  if (first === 'this') return true;
  if (first === '' || first === 'module' || first === 'exports') return false;
  const declared = declarationOf(first, plain);
  if (!declared) return plain.type === 'identifier' || first === 'globalThis';
  if (declared.kind !== 'value' && declared.kind !== 'several') return false;
  const declarator = declared.kind === 'value' ? declared.declared : declared.node;
  return declarator.startIndex < around.startIndex || declarator.endIndex > around.endIndex;
}

/** What is waited for and gives no data: `await mutex.acquire()`, `while (!(await lock()))`, `const release = await …` that is called at the end. */
function takesTurn(call: SyntaxNode, around: SyntaxNode): boolean {
  let at = call;
  let waited = false;
  for (let { parent } = at; parent; at = parent, parent = at.parent) {
    if (parent.type === 'await_expression') waited = true;
    else if (parent.type === 'variable_declarator') return waited && isReleased(field(parent, 'name'), around);
    else if (/^(?:expression_statement|while_statement|if_statement|do_statement|for_statement)$/.test(parent.type))
      return waited;
    else if (!/^(?:parenthesized|unary|binary|non_null|as)_expression$/.test(parent.type)) return false;
  }
  return false;
}

function isReleased(name: SyntaxNode | undefined, around: SyntaxNode): boolean {
  if (name?.type !== 'identifier') return name !== undefined;
  return [...descendants(around, 'call_expression')].some((call) => {
    const callee = field(call, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (callee?.text === name.text) return true;
    return object?.text === name.text && /release|unlock|free|done|exit|leave|close|dispose|end/i.test(calledName(call));
  });
}

/** A function of the project's that waits for nothing but data. */
function onlyReads(call: SyntaxNode, module: CodeModule, lookup: ExportLookup, steps = 3): boolean {
  const callee = field(call, 'function');
  const own = callee && functionBehind(callee, module, lookup);
  if (!own || steps === 0) return isOfLanguage(call);
  if (sharesPromise(own.node) || waitsByName.test(own.node.text)) return false;
  return [...descendants(own.node, 'call_expression')].every(
    (inner) => !takesTurn(inner, own.node) || isHarmless(inner, own.module) || onlyReads(inner, own.module, lookup, steps - 1),
  );
}

/** A method of a map or a set, or of the SDK's client by its name. */
function isOfLanguage(call: SyntaxNode): boolean {
  const callee = field(call, 'function');
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  const declared = object?.type === 'identifier' ? declarationOf(object.text, object) : undefined;
  if (declared?.kind === 'value' && /^new\s+(?:Weak)?(?:Map|Set)\b/.test(declared.value.text)) return true;
  return /^validate(?:Access)?Token$/.test(calledName(call));
}

/** The call that a function is handed to where it is written. */
function callWith(fn: SyntaxNode): SyntaxNode | undefined {
  let at = fn;
  while (at.parent && /^(?:parenthesized|as|satisfies)_expression$/.test(at.parent.type)) at = at.parent;
  const call = at.parent?.type === 'arguments' ? at.parent.parent : undefined;
  return call?.type === 'call_expression' ? call : undefined;
}

/** What a function is handed to may run it in turns. A route's registration, a promise's `then` and a helper that only passes on do not. */
function wrappedIn(fn: SyntaxNode, module: CodeModule, lookup: ExportLookup): UnreadCall[] {
  const call = callWith(fn);
  const callee = call && field(call, 'function');
  if (!call || !callee) return [];
  if (isRegistration(call)) return [];
  if (isHarmless(call, module) || /^define\w*Handler$|^eventHandler$/.test(callee.text)) return [];
  const own = functionBehind(callee, module, lookup);
  if (own && passesOn(own.node, own.module, lookup)) return [];
  return [{ name: callee.text.replace(/\s+/g, ' ').slice(0, 60), location: module.file.locationAt(call.startIndex) }];
}

/** `app.get('/me', handler)`, `server.addHook('preHandler', guard)`. */
function isRegistration(call: SyntaxNode): boolean {
  const callee = field(call, 'function');
  if (callee?.type !== 'member_expression' || !registers.test(propertyName(field(callee, 'property')) ?? '')) return false;
  return (
    argumentsOf(call).some(({ type }) => /string|object|arrow|function/.test(type)) &&
    !/\b(?:queue|pool|limit\w*|lane\w*)\b/i.test(callee.text)
  );
}

/** Exported by a module that nothing of the project loads: the framework calls it, unless the module registers its routes itself. */
function isEntry(fn: SyntaxNode, module: CodeModule, { modules, handlers }: CodeAnalysis): boolean {
  const registersRoutes = handlers.some((handler) => {
    const call = handler.module === module ? callWith(handler.node) : undefined;
    return call !== undefined && isRegistration(call);
  });
  if (registersRoutes) return false;
  let at: SyntaxNode | null = fn;
  while (at && at.type !== 'export_statement' && !(at !== fn && functionTypes.has(at.type))) at = at.parent;
  return at?.type === 'export_statement' && !modules.some(({ loads }) => loads.some(({ path }) => path === module.file.path));
}

/** It keeps nothing, and waits for nothing but what it was given. */
function passesOn(fn: SyntaxNode, module: CodeModule, lookup: ExportLookup): boolean {
  const names = new Set([...descendants(fn, new Set(['required_parameter', 'identifier']))].map(({ text }) => text));
  const keeps = [...descendants(fn, writes)].some((assignment) => outlives(field(assignment, 'left') ?? assignment, fn));
  if (keeps || waitsByName.test(fn.text)) return false;
  return [...descendants(fn, 'call_expression')].every((call) => {
    const callee = field(call, 'function');
    if (callee?.type === 'identifier' && names.has(callee.text) && !lookup.imported(module, callee.text)) return true;
    return isHarmless(call, module);
  });
}
