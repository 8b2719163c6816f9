/** Reads another field of a result: `result.access_token` → `result.accessToken`, `{ access_token }` → `{ accessToken: access_token }`. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, type RuleResult, result } from './rule.ts';

/**
 * `name` is the field's name where it is written; of a shorthand pattern it stays as the local name. A proposal where the other name may mean
 * another thing: `expiresAt` is no `expiresIn`.
 */
export function renameField(
  name: SyntaxNode,
  { file }: CodeModule,
  to: string,
  isShorthand: boolean,
  sure = true,
): RuleResult | undefined {
  if (isShorthand) return result(file, [insertion(name.startIndex, `${to}: `)], sure);
  return /^[\w$]+$/.test(name.text) ? result(file, [{ start: name.startIndex, end: name.endIndex, text: to }], sure) : undefined;
}
