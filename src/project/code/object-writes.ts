/** What is written into an object after it was made: `options.state = …`, `options['scopes'] = …`, `Object.assign(options, …)`. Pure. */
import { bare, descendants, enclosing, field, functionTypes, memberPath, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { Place, Value } from './types.ts';
import { ON_CONDITION, unknown } from './values.ts';

type ObjectValue = Extract<Value, { readonly kind: 'object' }>;

/** `use`: the name where the object is used; only what its own function writes counts. */
export function withWrites(made: ObjectValue, use: SyntaxNode, next: (node: SyntaxNode) => Value, at: Place): ObjectValue {
  const scope = enclosing(use, functionTypes) ?? use.tree.rootNode;
  if (
    !new RegExp(`\\b${use.text.replace(/\W/g, '')}\\s*[.[]|assign\\s*\\(\\s*${use.text.replace(/\W/g, '')}\\b`).test(scope.text)
  )
    return made;
  const properties = new Map(made.properties);
  let { complete } = made;
  const write = (name: string, value: Value): void => {
    // Written over, or only on one way: which of the two it is cannot be told.
    properties.set(name, properties.has(name) ? unknown('it is written in several places', at) : value);
  };
  for (const node of descendants(scope, new Set(['assignment_expression', 'call_expression']))) {
    if (node.type === 'assignment_expression') {
      const left = field(node, 'left');
      const right = field(node, 'right');
      const object = left ? field(left, 'object') : undefined;
      if (!left || !right || object?.type !== 'identifier' || object.text !== use.text) continue;
      const index = field(left, 'index');
      const name = propertyName(field(left, 'property')) ?? (index ? stringValue(bare(index)) : undefined);
      if (name === undefined) complete = false;
      else write(name, isOnCondition(node, use, scope) ? unknown(ON_CONDITION, next(right).at) : next(right));
      continue;
    }
    const callee = field(node, 'function');
    const [target, ...sources] = argumentsOf(node);
    if (target?.text !== use.text || !callee || memberPath(callee)?.join('.') !== 'Object.assign') continue;
    for (const source of sources) {
      const value = next(source);
      if (value.kind !== 'object') complete = false;
      else for (const [name, inner] of value.properties) write(name, inner);
    }
  }
  return { ...made, properties, complete };
}

/** `Object.create(null)`, `new Object()`, `Object.assign({}, a, b)`, `Object.freeze(a)`; undefined where it is none of them. */
export function objectMadeBy(call: SyntaxNode, next: (node: SyntaxNode) => Value, at: Place): ObjectValue | undefined {
  const callee = field(call, 'function') ?? field(call, 'constructor');
  const name = callee ? memberPath(callee)?.join('.') : undefined;
  const args = argumentsOf(call);
  const empty: ObjectValue = { kind: 'object', properties: new Map(), complete: true, at };
  if (name === 'Object' || name === 'Object.create') return empty;
  const [first] = args;
  if (first && (name === 'Object.freeze' || name === 'structuredClone')) {
    const value = next(first);
    return value.kind === 'object' ? value : undefined;
  }
  if (name !== 'Object.assign') return undefined;
  return args.reduce<ObjectValue>((whole, argument) => {
    const value = next(argument);
    if (value.kind !== 'object') return { ...whole, complete: false };
    return {
      ...whole,
      properties: new Map([...whole.properties, ...value.properties]),
      complete: whole.complete && value.complete,
    };
  }, empty);
}

/** It stands in a branch that the use does not stand in. */
function isOnCondition(node: SyntaxNode, use: SyntaxNode, scope: SyntaxNode): boolean {
  for (let at = node.parent; at && at.id !== scope.id; at = at.parent) {
    const isBranch =
      /^(?:if_statement|else_clause|switch_case|switch_default|catch_clause|for_statement|for_in_statement|while_statement)$/.test(
        at.type,
      );
    if (isBranch && !(use.startIndex >= at.startIndex && use.endIndex <= at.endIndex)) return true;
  }
  return false;
}
