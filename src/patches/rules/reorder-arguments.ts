/** Puts the arguments of a webhook verification into the order secret, headers, payload, told apart by their names. Pure. */
import type { SourceFile } from '../../project/source-file.ts';
import { field, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type RuleResult, result } from './rule.ts';

const kinds = [/secret|whsec/i, /headers?/i, /body|payload|raw|text\(|stringify/i];

export function reorderArguments(call: SyntaxNode, file: SourceFile): RuleResult | undefined {
  const list = field(call, 'arguments');
  const args = list ? namedChildren(list) : [];
  if (args.length !== 3) return undefined;
  const order = kinds.map((kind) => args.find(({ text }) => kind.test(text)));
  if (new Set(order).size !== 3 || order.some((argument) => argument === undefined)) return undefined;
  return result(
    file,
    args.map((argument, index) => ({
      start: argument.startIndex,
      end: argument.endIndex,
      text: order[index]?.text ?? argument.text,
    })),
  );
}
