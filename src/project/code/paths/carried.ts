/** Which expressions of a function carry what is sought: names, members, what calls make of them. Errs on the side of carrying. Pure. */
import {
  bare,
  calledName,
  descendants,
  field,
  functionTypes,
  namedChildren,
  propertyName,
  stringValue,
} from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import type { Sought } from './sought.ts';

/** Names that are made of names are followed so often. */
const MOST_ROUNDS = 4;
/** Deeper expressions are taken to carry. */
const MOST_DEPTH = 40;

const bag = /(?:^|\.)(?:headers|rawHeaders|query|querystring|searchParams|params|cookies|get|header|qs)(?:\(\))?$/i;
const literals = /^(?:string|number|true|false|null|undefined|regex|template_chars|string_fragment|escape_sequence)$/;

export interface Carried {
  readonly carries: (expression: SyntaxNode) => boolean;
}

/** `given` names the parameters that carry it; undefined: those of every function in here, as of one that makes handlers. */
export function carriedIn(fn: SyntaxNode, given: ReadonlySet<string> | undefined, sought: Sought): Carried {
  const names = new Set<string>(given ?? []);
  const carries = (expression: SyntaxNode): boolean => carriesIt(expression, names, sought, MOST_DEPTH);
  for (let round = 0, before = -1; round < MOST_ROUNDS && names.size !== before; round += 1) {
    before = names.size;
    for (const node of descendants(fn, binders)) bind(node, given === undefined, carries, names, sought);
  }
  return { carries };
}

const binders = new Set(['variable_declarator', 'assignment_expression', 'for_in_statement', ...functionTypes]);

function bind(
  node: SyntaxNode,
  all: boolean,
  carries: (expression: SyntaxNode) => boolean,
  names: Set<string>,
  sought: Sought,
): void {
  if (functionTypes.has(node.type)) {
    if (all || isGiven(node, carries)) for (const name of parameterNames(node, sought)) names.add(name);
    return;
  }
  const target = field(node, 'name') ?? field(node, 'left');
  const value = field(node, 'value') ?? field(node, 'right');
  if (target && value && !/member|subscript/.test(target.type) && carries(value))
    for (const name of boundNames(target, sought, bag.test(bare(value).text))) names.add(name);
}

/** A function that is handed to a call on something that carries gets a part of that: `headers.forEach((value) => …)`. */
function isGiven(fn: SyntaxNode, carries: (expression: SyntaxNode) => boolean): boolean {
  const call = fn.parent?.type === 'arguments' ? fn.parent.parent : undefined;
  if (call?.type !== 'call_expression') return false;
  const callee = field(call, 'function');
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  return (
    (object !== undefined && carries(object)) ||
    argumentsOf(call).some((other) => !functionTypes.has(other.type) && carries(other))
  );
}

export function parametersOf(fn: SyntaxNode): SyntaxNode[] {
  const single = field(fn, 'parameter');
  const list = field(fn, 'parameters');
  return single ? [single] : list ? namedChildren(list) : [];
}

export function parameterNames(fn: SyntaxNode, sought: Sought): string[] {
  return parametersOf(fn).flatMap((parameter) => boundNames(field(parameter, 'pattern') ?? parameter, sought, false));
}

/** The names that a pattern binds, but for those of members in which it does not lie. */
export function boundNames(pattern: SyntaxNode, sought: Sought, ofBag: boolean): string[] {
  switch (pattern.type) {
    case 'identifier':
      return [pattern.text];
    case 'assignment_pattern': {
      const left = field(pattern, 'left');
      return left ? boundNames(left, sought, ofBag) : [];
    }
    case 'object_pattern':
      return namedChildren(pattern).flatMap((part) => {
        const key = propertyName(field(part, 'key') ?? field(part, 'left')) ?? part.text;
        if (part.type !== 'rest_pattern' && !lies(key, sought, ofBag)) return [];
        const value = part.type === 'pair_pattern' ? field(part, 'value') : undefined;
        if (value) return boundNames(value, sought, false);
        return [(field(part, 'left') ?? namedChildren(part)[0] ?? part).text];
      });
    case 'array_pattern':
    case 'rest_pattern':
      return namedChildren(pattern).flatMap((part) => boundNames(part, sought, false));
    default:
      return [];
  }
}

function lies(key: string, sought: Sought, inBag: boolean): boolean {
  return inBag ? sought.keys.test(key) : sought.keys.test(key) || !sought.elsewhere.test(key);
}

function carriesIt(expression: SyntaxNode, names: ReadonlySet<string>, sought: Sought, depth: number): boolean {
  const node = bare(expression);
  const inner = (other: SyntaxNode | undefined): boolean =>
    other !== undefined && (depth <= 0 || carriesIt(other, names, sought, depth - 1));
  if (literals.test(node.type) || functionTypes.has(node.type)) return false;
  switch (node.type) {
    case 'identifier':
    case 'shorthand_property_identifier':
      return names.has(node.text);
    case 'member_expression':
    case 'subscript_expression': {
      const object = field(node, 'object');
      const index = field(node, 'index');
      const key = propertyName(field(node, 'property')) ?? (index ? stringValue(index) : undefined);
      if (!inner(object)) return false;
      return key === undefined || lies(key, sought, bag.test(object?.text ?? ''));
    }
    case 'call_expression':
      return ofCall(node, sought, inner);
    case 'pair':
      return inner(field(node, 'value'));
    // A comparison gives yes or no.
    case 'unary_expression':
      return false;
    case 'binary_expression':
      if (/^(?:[!=]==?|[<>]=?|instanceof|in)$/.test(field(node, 'operator')?.text ?? '')) return false;
      break;
  }
  return namedChildren(node).some(inner);
}

function ofCall(call: SyntaxNode, sought: Sought, inner: (other: SyntaxNode | undefined) => boolean): boolean {
  if (sought.ends?.test(calledName(call))) return false;
  const callee = field(call, 'function');
  const args = argumentsOf(call);
  const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  if (object && inner(object)) {
    const name = calledName(call);
    const [first] = args;
    const key = first ? stringValue(bare(first)) : undefined;
    // `headers.get('webhook-id')`, `c.req.query('code')`: one value by its name. `text.split(' ')` is no such question.
    if (key !== undefined && bag.test(name)) return sought.keys.test(key);
    return !sought.elsewhere.test(name);
  }
  if (callee?.type === 'call_expression' && inner(callee)) return true;
  // A session is found by the request, and holds what was put into it before.
  if (/session|cookie/i.test(calledName(call)) && sought.elsewhere.test('session')) return false;
  // `headers()` and `useRequest()` of a framework fetch it themselves.
  if (
    args.length === 0 &&
    /^(?:headers|getHeaders|getRequest|useRequest|useEvent|getEvent|getRequestEvent)$/.test(calledName(call))
  )
    return !sought.elsewhere.test(calledName(call));
  return args.some(inner);
}
