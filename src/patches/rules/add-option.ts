/** Adds an option to the object that a call of the SDK is given, or the object itself. Pure. */
import type { SdkCall } from '../../project/code/types.ts';
import { bare, namedChildren } from '../../project/syntax/nodes.ts';
import { insertion, type RuleResult, result } from './rule.ts';

/** @param expression code, as it shall stand behind the name. Undefined where the object is made elsewhere. */
export function addOption(call: SdkCall, argument: number, name: string, expression: string): RuleResult | undefined {
  if (call.byHand) return undefined;
  const { file } = call.module;
  const before = call.argNodes[argument - 1];
  const node = call.argNodes[argument];
  if (!node) return before ? result(file, [insertion(before.endIndex, `, { ${name}: ${expression} }`)]) : undefined;
  const object = bare(node);
  if (object.type !== 'object') return undefined;
  const [first] = namedChildren(object);
  if (!first) return result(file, [{ start: object.startIndex, end: object.endIndex, text: `{ ${name}: ${expression} }` }]);
  // In front of the first: no question of commas and comments at the end.
  const lead = file.text.slice(object.startIndex + 1, first.startIndex);
  return result(file, [insertion(first.startIndex, `${name}: ${expression},${/[\r\n]/.test(lead) ? lead : ' '}`)]);
}
