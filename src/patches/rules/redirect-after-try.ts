/** Moves the redirect at the end of a try block behind the try statement, where nothing catches it. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { descendants, field, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { indentationAt, insertion, lineEnding, type RuleResult, result } from './rule.ts';

/** Undefined where it is not the last thing of the block, needs what the block declares, or the catch goes on behind the try statement. */
export function redirectAfterTry(call: SyntaxNode, around: SyntaxNode, { file }: CodeModule): RuleResult | undefined {
  const block = field(around, 'body');
  const handler = field(around, 'handler');
  const caught = handler && field(handler, 'body');
  const last = block && namedChildren(block).at(-1);
  const expression = last && namedChildren(last)[0];
  if (!block || !caught || !last || !/^(?:expression|return)_statement$/.test(last.type) || expression?.id !== call.id)
    return undefined;
  const end = namedChildren(caught).at(-1);
  if (!end || !/^(?:return|throw)_statement$/.test(end.type) || field(around, 'finalizer') || declares(block, call))
    return undefined;
  const { text } = file;
  const start = text.lastIndexOf('\n', last.startIndex - 1) + 1;
  const stop = text.indexOf('\n', last.endIndex) + 1;
  const isAlone = stop > 0 && text.slice(start, stop).trim() === last.text.trim();
  if (!isAlone) return undefined;
  const indent = indentationAt(text, around.startIndex);
  return result(file, [{ start, end: stop, text: '' }, insertion(around.endIndex, `${lineEnding(text)}${indent}${last.text}`)]);
}

/** The call uses a name that only the block has. */
function declares(block: SyntaxNode, call: SyntaxNode): boolean {
  const declared = [...descendants(block, 'variable_declarator')].flatMap((declarator) => {
    const name = field(declarator, 'name');
    return name
      ? [
          name.text,
          ...[...descendants(name, new Set(['identifier', 'shorthand_property_identifier_pattern']))].map(({ text }) => text),
        ]
      : [];
  });
  return [...descendants(call, 'identifier')].some(({ text }) => declared.includes(text));
}
