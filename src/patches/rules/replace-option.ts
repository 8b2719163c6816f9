/** Replaces what an option demands, where that is a literal. Pure. */
import type { Place } from '../../project/code/types.ts';
import { replaceLiteral } from './replace-literal.ts';
import type { RuleResult } from './rule.ts';

export function replaceOption({ literal }: { readonly literal: Place | undefined }, text: string): RuleResult | undefined {
  const edits = literal ? replaceLiteral(literal, text) : [];
  return edits.length > 0 ? { edits, sure: true } : undefined;
}
