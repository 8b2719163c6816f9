/** Rewrites a handler's verification to the SDK's call over the raw body, in the words of its framework. Pure. */
import type { CodeModule, Handler } from '../../project/code/types.ts';
import { field, memberPath, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { type Workshop, workshop } from './bench.ts';
import { clientName } from './client-name.ts';
import { dialectOf } from './dialect/index.ts';
import { holds } from './handler-body.ts';
import type { RuleResult } from './rule.ts';
import { createsWithRawBody } from './webhook/nest-body.ts';
import { payloadOf } from './webhook/payload.ts';
import { headersCode } from './webhook/raw-body.ts';
import { rawInstead } from './webhook/raw-instead.ts';
import { inTryBlock } from './webhook/refusing.ts';
import { putAllHeaders } from './webhook/whole-headers.ts';

export interface RawVerification {
  readonly handler: Handler;
  readonly by: 'sdk' | 'unknown-function' | 'own-hmac' | 'nothing';
  /** The call that verifies, or means to. */
  readonly node: SyntaxNode;
  readonly payload: 'raw' | 'parsed' | 'absent' | 'unknown';
  readonly payloadNode: SyntaxNode | undefined;
  readonly onFailure: 'refuses' | 'goes-on' | 'throws' | 'unknown';
  /** The headers are read from the body: both are mended, or none. */
  readonly headersFromBody: boolean;
  /** Code for the secret: `process.env.SCALEKIT_WEBHOOK_SECRET`. */
  readonly secret: string;
}

/** Undefined where the shape is not known, or names that are needed are taken. */
export function verifyRawBody(verification: RawVerification, modules: readonly CodeModule[]): readonly RuleResult[] | undefined {
  const { handler, node, by, secret, payloadNode } = verification;
  const shop = workshop();
  const bench = shop.bench(handler.module);
  // The call must stand in the handler itself: elsewhere its request is not in sight.
  if (node.type !== 'call_expression' || !holds(handler.node, node) || !/sdk|unknown-function/.test(by)) return undefined;
  const list = field(node, 'arguments');
  const args = list ? namedChildren(list) : [];
  if (verification.payload === 'absent') return createsWithRawBody(shop, modules) ? shop.results() : undefined;
  const argument = by === 'sdk' ? args[2] : payloadNode;
  if (!argument) return undefined;
  const payload = verification.payload === 'raw' ? argument.text : rawPayload(argument, handler, shop, modules);
  if (payload === undefined) return undefined;
  if (verification.headersFromBody && !putAllHeaders(handler, node, bench)) return undefined;
  if (by === 'sdk') {
    if (payload !== argument.text) bench.add({ start: argument.startIndex, end: argument.endIndex, text: payload });
    return shop.results();
  }
  const client = clientOf(node) ?? clientName(bench, node, modules);
  const headers = headersCode(handler, bench, payload);
  if (client === undefined || headers === undefined) return undefined;
  const code = inOrder(args, argument)
    ? `${client}.verifyWebhookPayload${textWith(list, argument, payload)}`
    : `${client}.verifyWebhookPayload(${secret}${bench.style.isTypeScript && /^process\.env\.\w+$/.test(secret) ? '!' : ''}, ${headers}, ${payload})`;
  const dialect = dialectOf(handler, modules, bench);
  const isCaught = around(node, handler.node);
  if (isCaught || !dialect || !inTryBlock(node, code, dialect))
    bench.add({ start: node.startIndex, end: node.endIndex, text: code });
  return shop.results();
}

/** Secret, headers, payload: then only the name is wrong. */
function inOrder(args: readonly SyntaxNode[], payload: SyntaxNode): boolean {
  const [secret, headers, third] = args;
  return (
    args.length === 3 &&
    third?.id === payload.id &&
    /secret/i.test(secret?.text ?? '') &&
    /headers/i.test(headers?.text ?? '') &&
    headers?.type !== 'object' &&
    !/headers\s*(?:\.get\(|\[)/.test(headers?.text ?? '')
  );
}

function textWith(list: SyntaxNode | undefined, argument: SyntaxNode, payload: string): string {
  if (!list) return '';
  const at = argument.startIndex - list.startIndex;
  return list.text.slice(0, at) + payload + list.text.slice(at + argument.text.length);
}

/** The payload's code; the edits that make it so are on the benches. */
function rawPayload(argument: SyntaxNode, handler: Handler, shop: Workshop, modules: readonly CodeModule[]): string | undefined {
  const payload = payloadOf(argument, handler);
  return payload && rawInstead(payload, argument, { handler, shop, modules });
}

function around(node: SyntaxNode, handler: SyntaxNode): boolean {
  for (let at = node.parent; at && at.id !== handler.id; at = at.parent)
    if (at.type === 'statement_block' && at.parent?.type === 'try_statement' && field(at.parent, 'body')?.id === at.id)
      return true;
  return false;
}

/** The client in `scalekit.webhooks.verifySignature`, `this.scalekit.client.verifySignature`. */
function clientOf(node: SyntaxNode): string | undefined {
  const callee = field(node, 'function');
  const path = callee ? memberPath(callee)?.slice(0, -1) : undefined;
  if (/^webhooks?$/i.test(path?.at(-1) ?? '')) path?.pop();
  return path && path.length > 0 && /scalekit|client|^sc$|^sk$/i.test(path.join('.')) ? path.join('.') : undefined;
}
