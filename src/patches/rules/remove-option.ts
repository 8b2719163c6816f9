/** Takes one option out of an object literal, with the comma that belongs to it. Pure. */
import type { Place } from '../../project/code/types.ts';
import { type RuleResult, result } from './rule.ts';

/** @param place of the option's value. None where its name does not stand right before it. */
export function removeOption({ file, start, end }: Place, name: string): RuleResult | undefined {
  const { text } = file;
  const key = new RegExp(`(?<comma>,\\s*)?(?<key>['"]?${name}['"]?\\s*:\\s*)$`).exec(text.slice(Math.max(0, start - 200), start));
  const [all, groups] = [key?.[0], key?.groups];
  if (all === undefined || !groups) return undefined;
  // First of its object: the comma behind it goes along instead.
  if (groups['comma'] !== undefined) return result(file, [{ start: start - all.length, end, text: '' }]);
  const behind = /^\s*,[ \t]*(?:\r?\n[ \t]*)?/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return result(file, [{ start: start - all.length, end: end + behind.length, text: '' }]);
}
