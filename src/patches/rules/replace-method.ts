/** Registers a route under another HTTP method: the called method of Express and its kin, the exported name in Next.js. Pure. */
import type { Handler } from '../../project/code/types.ts';
import { descendants, field, rootOf } from '../../project/syntax/nodes.ts';
import { type RuleResult, result } from './rule.ts';

export function replaceMethod({ at, framework, node, method }: Handler, to: string): RuleResult | undefined {
  const { file } = at;
  if (framework === 'next-app') {
    const name = field(node, 'name');
    const upper = to.toUpperCase();
    return name?.text === method.toUpperCase()
      ? result(file, [{ start: name.startIndex, end: name.endIndex, text: upper }])
      : undefined;
  }
  const root = rootOf(node);
  const call = [...descendants(root, 'call_expression')].find(
    (found) => found.startIndex === at.start && found.endIndex === at.end,
  );
  const callee = call ? field(call, 'function') : undefined;
  const property = callee?.type === 'member_expression' ? field(callee, 'property') : undefined;
  if (property?.text !== method) return undefined;
  return result(file, [{ start: property.startIndex, end: property.endIndex, text: to }]);
}
