/** Puts another expression in the place of one. Pure. */
import type { Place } from '../../project/code/types.ts';
import { type RuleResult, result } from './rule.ts';

export function replaceExpression({ file, start, end }: Place, text: string, sure = true): RuleResult {
  return result(file, [{ start, end, text }], sure);
}
