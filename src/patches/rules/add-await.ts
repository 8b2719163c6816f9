/** Puts `await` in front of a call, and `async` in front of the function around it where that lacks it. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { calledName, enclosing, functionTypes } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, type RuleResult, result } from './rule.ts';

export function addAwait(call: SyntaxNode, { file, isEsm }: CodeModule): RuleResult | undefined {
  const within = enclosing(call, functionTypes);
  if (!within && !isEsm) return undefined;
  // `call().field` binds closer than `await`.
  const isPart = call.parent?.type === 'member_expression' || call.parent?.type === 'non_null_expression';
  const edits = [insertion(call.startIndex, isPart ? '(await ' : 'await ')];
  if (isPart) edits.push(insertion(call.endIndex, ')'));
  if (!within || isAsync(within)) return result(file, edits);
  // A getter, a generator or a constructor cannot become asynchronous; a method's callers would have to.
  if (!['arrow_function', 'function_expression', 'function_declaration'].includes(within.type)) return undefined;
  return result(file, [insertion(within.startIndex, 'async '), ...edits], isHandedToServer(within));
}

/** A callback of a list (`map`, `filter`) would give promises to code that does not expect them; a route's is waited for. */
function isHandedToServer({ parent }: SyntaxNode): boolean {
  if (parent?.type !== 'arguments' || !parent.parent) return false;
  return !/^(?:map|flatMap|filter|forEach|some|every|find|findLast|findIndex|reduce|sort|replace|replaceAll|from|then|Promise|setTimeout|setInterval|useEffect|useMemo)$/.test(
    calledName(parent.parent),
  );
}

function isAsync(fn: SyntaxNode): boolean {
  return fn.children.some((child) => child?.type === 'async');
}
