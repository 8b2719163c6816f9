/** Does code read a parameter of the query string (`error`, `state`)? In the frameworks' ways of getting at it. Pure. */
import { bare, descendants, field, memberPath, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodePart } from './types.ts';

export function isRead(parts: readonly CodePart[], names: ReadonlySet<string>): boolean {
  return parts.some(({ node }) => readsIn(node, names));
}

/** Is it surely a parameter of the request that is read, and not a member of that name of something else? */
export function isOfRequest(read: SyntaxNode, carries: (expression: SyntaxNode) => boolean): boolean {
  const object = field(read, 'object');
  if (object) return carries(object) && !isResult(object, carries);
  const holder = read.parent;
  if (holder?.type === 'decorator' || holder?.parent?.parent?.type === 'decorator') return true;
  if (holder?.type === 'subscript_expression' || holder?.type === 'binary_expression')
    return [field(holder, 'object'), field(holder, 'right')].some((other) => other !== undefined && carries(other));
  const call = holder?.type === 'arguments' ? holder.parent : undefined;
  if (call) {
    const callee = field(call, 'function');
    const on = callee ? field(callee, 'object') : undefined;
    return (on !== undefined && carries(on)) || argumentsOf(call).some((argument) => carries(argument));
  }
  let at = holder;
  while (at && /pattern/.test(at.type)) at = at.parent;
  const value = at ? (field(at, 'value') ?? field(at, 'right')) : undefined;
  return at?.type === 'variable_declarator' || at?.type === 'assignment_expression'
    ? value !== undefined && carries(value)
    : /parameter/.test(at?.type ?? '');
}

/** `const done = finish(query)`: what a call gives is another thing than what it got. */
function isResult(object: SyntaxNode, carries: (expression: SyntaxNode) => boolean): boolean {
  const declared = object.type === 'identifier' ? declarationOf(object.text, object) : undefined;
  const value = declared?.kind === 'value' ? bare(declared.value) : undefined;
  const callee = value?.type === 'call_expression' ? field(value, 'function') : undefined;
  const on = callee ? field(callee, 'object') : undefined;
  return callee !== undefined && (on === undefined || !carries(on));
}

const nodeTypes = new Set([
  'string',
  'template_string',
  'shorthand_property_identifier_pattern',
  'pair_pattern',
  'object_assignment_pattern',
  'member_expression',
]);

function readsIn(scope: SyntaxNode, wanted: ReadonlySet<string>): boolean {
  for (const _read of readsOf(scope, wanted)) return true;
  return false;
}

/** The nodes that name the parameter. */
export function* readsOf(scope: SyntaxNode, wanted: ReadonlySet<string>): Generator<SyntaxNode> {
  for (const node of descendants(scope, nodeTypes)) {
    if (node.type === 'string' || node.type === 'template_string') {
      // searchParams.get('error'), query['error'], @Query('error'); a text in a message is none.
      const text = stringValue(node);
      const holder = node.parent?.type;
      const isIn = holder === 'binary_expression' && node.parent && field(node.parent, 'operator')?.text === 'in';
      if (text !== undefined && wanted.has(text) && (holder === 'subscript_expression' || isIn || isAskedFor(node))) yield node;
    } else if (node.type === 'member_expression') {
      if (wanted.has(propertyName(field(node, 'property')) ?? '') && isQuery(field(node, 'object')) && !isCalled(node))
        yield node;
    } else {
      const key = node.type === 'pair_pattern' ? propertyName(field(node, 'key')) : (field(node, 'left') ?? node).text;
      if (key !== undefined && wanted.has(key)) yield node;
    }
  }
}

/** `searchParams.get('error')`, `c.req.query('error')`, `@Query('error')`; clearing a cookie of that name reads nothing. */
function isAskedFor(node: SyntaxNode): boolean {
  const call = node.parent?.type === 'arguments' ? node.parent.parent : null;
  const callee = call ? field(call, 'function') : undefined;
  const name = callee ? (memberPath(callee)?.at(-1) ?? propertyName(field(callee, 'property')) ?? callee.text) : '';
  return (
    !/^(?:clear\w*|delete\w*|remove\w*|set\w*|cookie|append|serialize|json|send|log|warn|error|info|debug)$/i.test(name) &&
    callee !== undefined
  );
}

/** `console.error(…)` and `logger.error(…)` read nothing. */
function isCalled(node: SyntaxNode): boolean {
  return node.parent?.type === 'call_expression' && field(node.parent, 'function')?.id === node.id;
}

function isQuery(object: SyntaxNode | undefined): boolean {
  return object !== undefined && !/^(?:console|log|logger|this\.log|this\.logger)$/.test(object.text);
}
