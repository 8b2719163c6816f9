/** What a handler's one context object holds (`request`, `cookies`, `url`), by the name that the handler has for it. Pure. */
import { field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Bench, freeName } from '../bench.ts';
import { insertion } from '../rule.ts';

/**
 * `event.cookies` of `(event) => …`, `cookies` of `({ cookies }) => …`, where the pattern gets the name if it lacks it. Undefined where the
 * parameter has another shape, or a type of its own that may lack the member.
 */
export function contextMember(bench: Bench, fn: SyntaxNode, name: string): string | undefined {
  const list = field(fn, 'parameters');
  const single = field(fn, 'parameter');
  if (single) return `${single.text}.${name}`;
  const [first] = list ? namedChildren(list) : [];
  if (!list) return undefined;
  if (!first) {
    // Without a parameter its type comes from the variable's, or nobody asks for one.
    if (bench.style.isTypeScript && fn.parent?.type !== 'variable_declarator') return undefined;
    if (freeName(fn, ['event']) === undefined) return undefined;
    bench.add(insertion(list.startIndex + 1, 'event'));
    return `event.${name}`;
  }
  const pattern = field(first, 'pattern') ?? first;
  if (pattern.type === 'identifier') return `${pattern.text}.${name}`;
  if (pattern.type !== 'object_pattern') return undefined;
  const parts = namedChildren(pattern);
  for (const part of parts) {
    if (part.type === 'shorthand_property_identifier_pattern' && part.text === name) return name;
    if (part.type === 'pair_pattern' && propertyName(field(part, 'key')) === name) {
      const local = field(part, 'value');
      return local?.type === 'identifier' ? local.text : undefined;
    }
  }
  const type = field(first, 'type');
  if (type && namedChildren(type)[0]?.type === 'object_type') return undefined;
  const last = parts.at(-1);
  if (last?.type === 'rest_pattern' || freeName(fn, [name]) === undefined) return undefined;
  if (last) bench.add(insertion(last.endIndex, `, ${name}`));
  else bench.add({ start: pattern.startIndex, end: pattern.endIndex, text: `{ ${name} }` });
  return name;
}
