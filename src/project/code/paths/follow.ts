/**
 * Follows what is sought from where it comes in to where it goes: through the project's own functions, to the calls that could not be followed.
 * What happens behind those is unknown, so nothing may be said to be missing. Pure.
 */
import { bare, calledName, descendants, field, functionTypes } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import type { ExportLookup } from '../export-lookup.ts';
import { functionBehind } from '../function-behind.ts';
import { classBehind, methodOfClass } from '../instances.ts';
import { placeOf } from '../place.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import { declarationOf, fieldOfClass } from '../scope.ts';
import type { CodeModule, CodePart, Place } from '../types.ts';
import { boundNames, carriedIn, parameterNames, parametersOf } from './carried.ts';
import { isHarmless } from './harmless.ts';
import type { Sought } from './sought.ts';

/** A call that gets what is sought, or may see to it, and whose code was not read. */
export interface Unread {
  /** As written, without its arguments: `this.verifier.verify`. */
  readonly name: string;
  readonly at: Place;
}

export interface Start extends CodePart {
  /** Parameters that carry; undefined: those of every function in it, as of one that makes handlers. */
  readonly given: ReadonlySet<string> | undefined;
  /** Names under which it calls what it was wrapped round. */
  readonly goesOnBy?: ReadonlySet<string>;
}

/** A function that was read, and what in it carries what is sought. */
export interface ReadPart extends CodePart {
  readonly carries: (expression: SyntaxNode) => boolean;
}

export interface Followed {
  readonly parts: readonly ReadPart[];
  readonly unread: readonly Unread[];
}

export interface FollowContext {
  readonly lookup: ExportLookup;
  /** Calls whose code is known without being read: those of the SDK. */
  readonly known: ReadonlySet<string>;
}

/** More than a route of a web app ever runs. */
const MOST_FUNCTIONS = 150;

export const keyOf = ({ node, module }: CodePart): string => `${module.file.path}:${node.startIndex}:${node.endIndex}`;

export function follow(starts: readonly Start[], sought: Sought, context: FollowContext): Followed {
  const given = new Map<string, { start: Start; names: Set<string> | undefined }>();
  const unread = new Map<string, Unread>();
  const waiting: string[] = [];
  const add = (start: Start): void => {
    const key = keyOf(start);
    const known = given.get(key);
    if (!known) given.set(key, { start, names: start.given && new Set(start.given) });
    else {
      if (known.names === undefined) return;
      const before = known.names.size;
      if (start.given === undefined) known.names = undefined;
      else for (const name of start.given) known.names.add(name);
      if (known.names !== undefined && known.names.size === before) return;
    }
    if (!waiting.includes(key)) waiting.push(key);
  };
  for (const start of starts) add(start);
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    const entry = given.get(key);
    if (!entry) continue;
    const read = readFunction({ ...entry.start, given: entry.names }, sought, context);
    for (const one of read.unread) unread.set(`${one.at.file.path}:${one.at.start}`, one);
    for (const next of read.next) {
      if (given.has(keyOf(next)) || given.size < MOST_FUNCTIONS) add(next);
      else unread.set('limit', { name: next.node.text.slice(0, 40), at: placeOf(next.module.file, next.node) });
    }
  }
  const parts = [...given.values()].map(({ start: { node, module }, names }): ReadPart => {
    let carried: ((expression: SyntaxNode) => boolean) | undefined;
    return {
      node,
      module,
      carries: (expression) => {
        carried ??= carriedIn(node, names, sought).carries;
        return carried(expression);
      },
    };
  });
  return { parts, unread: [...unread.values()] };
}

function readFunction(start: Start, sought: Sought, context: FollowContext): { next: Start[]; unread: Unread[] } {
  const { node: fn, module } = start;
  const { carries } = carriedIn(fn, start.given, sought);
  const next: Start[] = [];
  const unread: Unread[] = [];
  for (const call of descendants(fn, calls)) {
    if (call.parent?.type === 'decorator' || context.known.has(keyOf({ node: call, module }))) continue;
    const args = argumentsOf(call);
    const targets = targetsOf(call, module, context.lookup);
    if (targets.length > 0) {
      next.push(
        ...targets.map((target): Start => ({ ...target, given: target.given && givenBy(args, target, carries, sought) })),
      );
      continue;
    }
    const handed = args.flatMap((arg) => namedFunction(arg, module, context.lookup) ?? []);
    const callee = field(call, 'function') ?? field(call, 'constructor');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    const isOnSent = object !== undefined && carries(object);
    const gets = args.some(carries) || isOnSent;
    for (const part of handed) next.push({ ...part, given: new Set(gets ? parameterNames(part.node, sought) : []) });
    const isGoingOn = callee?.type === 'identifier' && start.goesOnBy?.has(callee.text);
    // `result.andThen(compareState)`: what it is given is what runs.
    const isCombinator =
      args.length > 0 && args.every((arg) => functionTypes.has(bare(arg).type) || handed.length === args.length);
    if (
      isGoingOn ||
      (object && isTable(object, module, context.lookup)) ||
      isHarmless(call, module, isOnSent) ||
      (isCombinator && !args.some(carries))
    )
      continue;
    const isMeant = call.type === 'call_expression' && sought.meant.test(calledName(call) || (callee?.text ?? ''));
    if (gets || isMeant) unread.push({ name: nameOf(callee), at: placeOf(module.file, call) });
  }
  return { next, unread };
}

const calls = new Set(['call_expression', 'new_expression']);

interface Target extends CodePart {
  /** Undefined where the call makes the function that runs. */
  readonly given: ReadonlySet<string> | undefined;
}

/** The project's own code that a call runs. */
function targetsOf(call: SyntaxNode, module: CodeModule, lookup: ExportLookup): Target[] {
  if (call.type === 'new_expression') {
    const owner = classBehind(call, module, lookup);
    const made = owner && methodOfClass(owner, 'constructor');
    return owner ? (made ? [{ node: made, module: owner.module, given: new Set() }] : [{ ...owner, given: new Set() }]) : [];
  }
  const callee = field(call, 'function');
  if (!callee) return [];
  const plain = bare(callee);
  const maker = plain.type === 'call_expression' ? { node: plain, module } : madeBy(plain, module, lookup);
  if (maker) {
    const makes = field(maker.node, 'function');
    const own = makes && functionBehind(makes, maker.module, lookup);
    return own ? [{ ...own, given: undefined }] : [];
  }
  const own = functionBehind(plain, module, lookup);
  return own ? [{ ...own, given: new Set() }] : [];
}

/** `const check = makeCheck(secret)`: the call that made what is called. */
function madeBy(callee: SyntaxNode, module: CodeModule, lookup: ExportLookup): CodePart | undefined {
  if (callee.type !== 'identifier') return undefined;
  const declared = declarationOf(callee.text, callee);
  const found =
    declared?.kind === 'value'
      ? { node: bare(declared.value), module }
      : declared
        ? undefined
        : lookup.imported(module, callee.text);
  if (found?.node.type !== 'call_expression') return undefined;
  const inner = field(found.node, 'function');
  return inner && functionBehind(inner, found.module, lookup) ? { node: found.node, module: found.module } : undefined;
}

function givenBy(
  args: readonly SyntaxNode[],
  target: CodePart,
  carries: (expression: SyntaxNode) => boolean,
  sought: Sought,
): ReadonlySet<string> {
  const spread = args.some(({ type }) => type === 'spread_element');
  return new Set(
    parametersOf(target.node).flatMap((parameter, index) => {
      const argument = args[index];
      const carried = spread || /^rest/.test((field(parameter, 'pattern') ?? parameter).type) || (argument && carries(argument));
      return carried ? boundNames(field(parameter, 'pattern') ?? parameter, sought, false) : [];
    }),
  );
}

/** A function of the project's that is handed on by its name. */
function namedFunction(argument: SyntaxNode, module: CodeModule, lookup: ExportLookup): CodePart | undefined {
  const plain = bare(argument);
  if (plain.type !== 'identifier' && plain.type !== 'member_expression') return undefined;
  return functionBehind(plain, module, lookup);
}

/** A map, a set or a list of the project's own: it keeps what it is given. */
export function isTable(object: SyntaxNode, module: CodeModule, lookup: ExportLookup): boolean {
  const plain = bare(object);
  const member =
    plain.type === 'member_expression' && field(plain, 'object')?.type === 'this' ? field(plain, 'property') : undefined;
  const declared = plain.type === 'identifier' ? declarationOf(plain.text, plain) : undefined;
  const value = member
    ? fieldOfClass(plain, member.text)
    : declared?.kind === 'value'
      ? declared.value
      : declared || plain.type !== 'identifier'
        ? undefined
        : lookup.imported(module, plain.text)?.node;
  return value !== undefined && /^(?:new\s+(?:Weak)?(?:Map|Set)\b|\[)/.test(bare(value).text);
}

function nameOf(callee: SyntaxNode | undefined): string {
  const text = (callee?.text ?? '').replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
