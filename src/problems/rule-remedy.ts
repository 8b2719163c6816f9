/** The result of code rules as a remedy: one, or none where no rule knew the shape of the code. Pure. */
import type { Remedy } from '../diagnosis/remedy.ts';
import type { RuleResult } from '../patches/rules/rule.ts';

export function remedyOfRule(results: RuleResult | undefined | readonly (RuleResult | undefined)[], summary: string): Remedy[] {
  const all = results === undefined ? [] : 'edits' in results ? [results] : results.flatMap((result) => result ?? []);
  const edits = all.flatMap((result) => result.edits);
  if (edits.length === 0) return [];
  return [
    { kind: 'edits', summary, edits, sure: all.every((result) => result.sure), afterwards: [{ text: 'Restart the app.' }] },
  ];
}
