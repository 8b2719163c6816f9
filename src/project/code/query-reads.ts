/** Does code read a parameter of the query string (`error`, `state`)? In the frameworks' ways of getting at it. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { CodePart } from './types.ts';

/** `read`: somewhere, or it may be; `handed-on`: the whole query goes to code that is not the project's; `no`: neither. */
export type QueryRead = 'read' | 'handed-on' | 'no';

export function queryRead(parts: readonly CodePart[], names: readonly string[]): QueryRead {
  const wanted = new Set(names);
  if (parts.some(({ node }) => readsIn(node, wanted))) return 'read';
  return parts.some(({ node }) => handsOn(node)) ? 'handed-on' : 'no';
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
      if (text !== undefined && wanted.has(text) && (holder === 'subscript_expression' || isAskedFor(node))) yield node;
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

const wholeQuery = /^(?:query|searchParams|params|qs)$/i;
const readers = /^(?:URL|URLSearchParams|String|Boolean|Object\.fromEntries|console\.\w+)$/;

/** `schema.parse(req.query)`, `handle(req)`: what they look at cannot be seen from here. */
function handsOn(scope: SyntaxNode): boolean {
  return [...descendants(scope, new Set(['call_expression', 'spread_element']))].some((node) => {
    if (node.type === 'spread_element') {
      const [inner] = namedChildren(node);
      return inner !== undefined && wholeQuery.test(memberPath(bare(inner))?.at(-1) ?? '');
    }
    const callee = field(node, 'function');
    const name = callee ? (memberPath(callee)?.join('.') ?? '') : '';
    if (readers.test(name)) return false;
    const list = field(node, 'arguments');
    return (list ? namedChildren(list) : []).some((argument) => wholeQuery.test(memberPath(bare(argument))?.at(-1) ?? ''));
  });
}
