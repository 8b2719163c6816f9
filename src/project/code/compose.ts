/** What texts and lists come to that are put together from others: templates, sums, alternatives, arrays. Pure. */
import { field, namedChildren, stringValue, unescaped } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Place, Value } from './types.ts';
import { unknown, withLast } from './values.ts';

export function template(node: SyntaxNode, at: Place, next: (node: SyntaxNode) => Value): Value {
  const parts = namedChildren(node).flatMap((child): Value[] => {
    if (child.type === 'template_substitution') {
      const [inner] = namedChildren(child);
      return inner ? [next(inner)] : [];
    }
    return child.type === 'string_fragment' || child.type === 'escape_sequence'
      ? [{ kind: 'string', text: unescaped(child.text), at }]
      : [];
  });
  const text = stringValue(node);
  return text === undefined ? { kind: 'concat', parts, at } : { kind: 'string', text, at };
}

export function binary(node: SyntaxNode, at: Place, next: (node: SyntaxNode) => Value): Value {
  const left = field(node, 'left');
  const right = field(node, 'right');
  const operator = field(node, 'operator')?.text;
  if (!left || !right) return unknown('it is not complete', at);
  if (operator === '+') {
    const parts = [next(left), next(right)].flatMap((part) => (part.kind === 'concat' ? part.parts : [part]));
    return parts.every((part) => part.kind === 'string')
      ? { kind: 'string', text: parts.map((part) => part.text).join(''), at }
      : { kind: 'concat', parts, at };
  }
  if (operator === '||' || operator === '??') {
    const first = next(left);
    if (first.kind === 'env') return withLast(first, next(right));
    return first.kind === 'undefined' ? next(right) : first;
  }
  return unknown('it is computed', at);
}

export function array(node: SyntaxNode, at: Place, next: (node: SyntaxNode) => Value): Value {
  let complete = true;
  const items = namedChildren(node).flatMap((item): Value[] => {
    if (item.type !== 'spread_element') return [next(item)];
    const [inner] = namedChildren(item);
    const spread = inner ? next(inner) : undefined;
    if (spread?.kind === 'array') {
      complete &&= spread.complete;
      return [...spread.items];
    }
    complete = false;
    return [];
  });
  return { kind: 'array', items, complete, at };
}
