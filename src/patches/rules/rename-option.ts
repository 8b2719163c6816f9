/** Renames an option in the object literal that a call of the SDK is given. Pure. */
import type { SdkCall } from '../../project/code/types.ts';
import { bare, field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import { type RuleResult, result } from './rule.ts';

/** Undefined where the object is not written in the call, or has the other name, too. */
export function renameOption(call: SdkCall, argument: number, from: string, to: string): RuleResult | undefined {
  const node = call.argNodes[argument];
  const object = node ? bare(node) : undefined;
  if (object?.type !== 'object') return undefined;
  const parts = namedChildren(object);
  const nameOf = (part: (typeof parts)[number]): string | undefined =>
    part.type === 'pair'
      ? propertyName(field(part, 'key'))
      : part.type === 'shorthand_property_identifier'
        ? part.text
        : undefined;
  if (parts.some((part) => nameOf(part) === to)) return undefined;
  const part = parts.find((candidate) => nameOf(candidate) === from);
  if (!part) return undefined;
  const { file } = call.module;
  if (part.type === 'shorthand_property_identifier')
    return result(file, [{ start: part.startIndex, end: part.endIndex, text: `${to}: ${from}` }]);
  const key = field(part, 'key');
  return key ? result(file, [{ start: key.startIndex, end: key.endIndex, text: to }]) : undefined;
}
