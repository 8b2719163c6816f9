/** Gives verifyWebhookPayload the secret of the webhook where it is given the client itself. Pure. */
import type { Handler } from '../../../project/code/types.ts';
import { bare, descendants, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { benchOf } from '../bench.ts';
import { holds } from '../handler-body.ts';
import type { RuleResult } from '../rule.ts';

/** A variable of the handler that holds the secret, or the canonical one of the environment. Undefined where the call stands elsewhere. */
export function secretInstead(handler: Handler, call: SyntaxNode): RuleResult | undefined {
  const list = field(call, 'arguments');
  const [argument] = list ? namedChildren(list) : [];
  if (!argument || !holds(handler.node, call)) return undefined;
  const bench = benchOf(handler.module);
  const held = [...descendants(handler.node, 'variable_declarator')].find((declarator) => {
    const value = field(declarator, 'value');
    const isBefore = declarator.endIndex <= call.startIndex && declarator.parent?.parent?.id === field(handler.node, 'body')?.id;
    return isBefore && value !== undefined && /^process\.env\.\w*WEBHOOK\w*SECRET$/.test(bare(value).text);
  });
  const name = held && field(held, 'name');
  const text =
    name?.type === 'identifier' ? name.text : `process.env.SCALEKIT_WEBHOOK_SECRET${bench.style.isTypeScript ? '!' : ''}`;
  bench.add({ start: argument.startIndex, end: argument.endIndex, text });
  return bench.result();
}
