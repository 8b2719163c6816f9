/** Exchanges the last name of an argument like `session.accessToken`. Pure. */
import type { SdkCall } from '../../project/code/types.ts';
import { bare, field } from '../../project/syntax/nodes.ts';
import { type RuleResult, result } from './rule.ts';

/** A proposal only: whether the other field is kept beside it is more than the call shows. Undefined where it is no member of that name. */
export function replaceLast(call: SdkCall, argument: number, names: Readonly<Record<string, string>>): RuleResult | undefined {
  const node = call.argNodes[argument];
  const plain = node ? bare(node) : undefined;
  const property = plain?.type === 'member_expression' ? field(plain, 'property') : undefined;
  const to = property ? names[property.text] : undefined;
  if (!property || to === undefined) return undefined;
  const known = new RegExp(`\\b${to}\\b`).test(call.module.file.text);
  return result(call.module.file, [{ start: property.startIndex, end: property.endIndex, text: to }], known);
}
