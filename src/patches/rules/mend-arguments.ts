/** Puts the arguments of a call in order: named ones out of an object, two that stand in each other's place, an option's real name. Pure. */
import type { ClientUse } from '../../project/code/types.ts';
import { field } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, type RuleResult, result } from './rule.ts';

/** The whole list of arguments is written anew; undefined where a comment in it would be lost. */
export function spreadObject({ node, module }: ClientUse, order: readonly string[]): RuleResult | undefined {
  const list = field(node, 'arguments');
  if (!list || [...list.descendantsOfType('comment')].length > 0) return undefined;
  return result(module.file, [{ start: list.startIndex + 1, end: list.endIndex - 1, text: order.join(', ') }]);
}

export function swapArguments(
  { argNodes, module }: ClientUse,
  first: number,
  second: number,
  sure: boolean,
): RuleResult | undefined {
  const a = argNodes[first];
  const b = argNodes[second];
  if (!a || !b) return undefined;
  return result(
    module.file,
    [
      { start: a.startIndex, end: a.endIndex, text: b.text },
      { start: b.startIndex, end: b.endIndex, text: a.text },
    ],
    sure,
  );
}

export function renameKey({ module }: ClientUse, key: SyntaxNode, to: string): RuleResult {
  if (key.type === 'shorthand_property_identifier') return result(module.file, [insertion(key.startIndex, `${to}: `)]);
  return result(module.file, [{ start: key.startIndex, end: key.endIndex, text: to }]);
}
