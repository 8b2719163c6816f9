/** What a verification is given as the body, followed to where the bytes were parsed. Pure. */
import { declarationOf } from '../../../project/code/scope.ts';
import type { Handler } from '../../../project/code/types.ts';
import { bare, descendants, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { parameterNames } from '../rule.ts';

export type Origin =
  /** `await request.json()`: the call, and the object on which it is made. */
  | { readonly kind: 'json'; readonly call: SyntaxNode; readonly of: string }
  /** `JSON.parse(text)`: what is parsed. */
  | { readonly kind: 'parse'; readonly text: SyntaxNode }
  /** `request.body`. */
  | { readonly kind: 'body' };

export interface Payload {
  /** The expression that must become the raw body: the argument, or the value of the variable that it names. */
  readonly place: SyntaxNode;
  /** The variable's name, where it is one. */
  readonly variable: string | undefined;
  readonly origin: Origin;
  /** The declaration whose value is parsed: `const event = await request.json()`. */
  readonly parsed: SyntaxNode | undefined;
}

export function payloadOf(argument: SyntaxNode, handler: Handler): Payload | undefined {
  const plain = bare(argument);
  const declared = plain.type === 'identifier' ? declarationOf(plain.text, plain) : undefined;
  const isOwn = declared?.kind === 'value' && holdsNode(handler.node, declared.declared);
  const inner = isOwn ? stringified(declared.value) : undefined;
  // const payload = JSON.stringify(…); verify(…, payload)
  if (isOwn && inner) {
    const found = originOf(inner, handler);
    return found && { place: declared.value, variable: plain.text, ...found };
  }
  const found = originOf(stringified(argument) ?? argument, handler);
  return found && { place: argument, variable: undefined, ...found };
}

function holdsNode(outer: SyntaxNode, inner: SyntaxNode): boolean {
  return outer.startIndex <= inner.startIndex && outer.endIndex >= inner.endIndex;
}

/** X of `JSON.stringify(X)`, `X.toString()`, `String(X)`. */
function stringified(node: SyntaxNode): SyntaxNode | undefined {
  const plain = bare(node);
  if (plain.type !== 'call_expression') return undefined;
  const callee = field(plain, 'function');
  const list = field(plain, 'arguments');
  const [first] = list ? namedChildren(list) : [];
  if (/^(?:JSON\.stringify|String|Buffer\.from)$/.test(callee?.text ?? '')) return first;
  return callee && propertyName(field(callee, 'property')) === 'toString' ? field(callee, 'object') : undefined;
}

function originOf(node: SyntaxNode, handler: Handler, steps = 4): Pick<Payload, 'origin' | 'parsed'> | undefined {
  const plain = bare(node);
  const own = directOrigin(plain, handler);
  if (own) return { origin: own, parsed: undefined };
  if (plain.type !== 'identifier' || steps === 0) return undefined;
  const declared = declarationOf(plain.text, plain);
  if (declared?.kind === 'value' && holdsNode(handler.node, declared.declared)) {
    const found = originOf(declared.value, handler, steps - 1);
    return found && { origin: found.origin, parsed: found.parsed ?? declared.declared };
  }
  if (declared?.kind === 'property' && declared.property === 'body' && isRequest(declared.of.text, handler))
    return { origin: { kind: 'body' }, parsed: undefined };
  if (declared?.kind === 'parameter' && handler.framework === 'nest' && /@Body\(\s*\)/.test(declared.node.text))
    return { origin: { kind: 'body' }, parsed: undefined };
  return undefined;
}

function directOrigin(node: SyntaxNode, handler: Handler): Origin | undefined {
  if (node.type === 'call_expression') {
    const callee = field(node, 'function');
    const list = field(node, 'arguments');
    const [first] = list ? namedChildren(list) : [];
    if (callee?.text === 'JSON.parse' && first) return { kind: 'parse', text: first };
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    return object && propertyName(field(callee ?? node, 'property')) === 'json'
      ? { kind: 'json', call: node, of: object.text }
      : undefined;
  }
  const object = node.type === 'member_expression' ? field(node, 'object') : undefined;
  return object && propertyName(field(node, 'property')) === 'body' && isRequest(object.text, handler)
    ? { kind: 'body' }
    : undefined;
}

/** `req`, and `ctx.request` in Koa. */
function isRequest(text: string, handler: Handler): boolean {
  const names = parameterNames(handler.node);
  return names.includes(text) || text === `${names[0]}.request` || (handler.framework === 'nest' && /^req(?:uest)?$/.test(text));
}

/** Where a handler that verifies nothing parses the body. */
export function parsedIn(handler: Handler): Pick<Payload, 'origin' | 'parsed'> | undefined {
  if (handler.framework === 'nest' && /@Body\(\s*\)/.test(field(handler.node, 'parameters')?.text ?? ''))
    return { origin: { kind: 'body' }, parsed: undefined };
  for (const node of descendants(handler.node, new Set(['call_expression', 'member_expression']))) {
    const origin = directOrigin(node, handler);
    if (!origin) continue;
    let declarator: SyntaxNode | null = node.parent;
    while (declarator && /await|as_expression|non_null|parenthesized|satisfies/.test(declarator.type))
      declarator = declarator.parent;
    return { origin, parsed: declarator?.type === 'variable_declarator' ? declarator : undefined };
  }
  return undefined;
}
