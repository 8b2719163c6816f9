/** Hands all headers of the request to verifyWebhookPayload, which finds its own. Pure. */
import { declarationOf } from '../../../project/code/scope.ts';
import type { Handler } from '../../../project/code/types.ts';
import { bare, descendants, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Bench, benchOf } from '../bench.ts';
import { holds } from '../handler-body.ts';
import type { RuleResult } from '../rule.ts';
import { headersCode } from './raw-body.ts';

/** Undefined where the headers are not put together in the call or in a variable of its own. */
export function handAllHeaders(handler: Handler, call: SyntaxNode): RuleResult | undefined {
  const bench = benchOf(handler.module);
  return putAllHeaders(handler, call, bench) ? bench.result() : undefined;
}

export function putAllHeaders(handler: Handler, call: SyntaxNode, bench: Bench): boolean {
  const list = field(call, 'arguments');
  const argument = list ? namedChildren(list)[1] : undefined;
  const code = headersCode(handler, bench);
  if (!argument || code === undefined || !holds(handler.node, call)) return false;
  const plain = bare(argument);
  const declared = plain.type === 'identifier' ? declarationOf(plain.text, plain) : undefined;
  const place = declared?.kind === 'value' && holds(handler.node, declared.value) ? declared.value : argument;
  const from = bare(place);
  // A lone header, or an object made of some.
  const isMade = from.type === 'object' || /headers/i.test(from.text);
  if (!isMade || [...descendants(place, 'spread_element')].length > 0) return false;
  bench.add({ start: place.startIndex, end: place.endIndex, text: code });
  return true;
}
