/** Rewrites a handler's verification to the SDK's call over the raw body, in Express and in Next.js' app router. Pure. */
import type { Handler } from '../../project/code/types.ts';
import { bare, descendants, field, memberPath, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { TextEdit } from '../text-edits.ts';
import { toEdits } from '../text-edits.ts';
import { insertion, parameterNames, quoteOf, type RuleResult } from './rule.ts';

export interface RawVerification {
  readonly handler: Handler;
  /** The call that verifies, or means to. */
  readonly node: SyntaxNode;
  /** Code for the secret: `process.env.SCALEKIT_WEBHOOK_SECRET`. */
  readonly secret: string;
}

/** Undefined where the shape is not known, or names that are needed are taken. */
export function verifyRawBody({ handler, node, secret }: RawVerification): RuleResult | undefined {
  const fn = handler.node;
  const [request] = parameterNames(fn);
  const call = replaceable(node);
  // The call must stand in the handler itself: elsewhere its request is not in sight.
  if (request === undefined || !call || call.startIndex < fn.startIndex || call.endIndex > fn.endIndex) return undefined;
  const client = clientIn(node, handler);
  if (client === undefined || /\.[cm]?tsx?$/.test(handler.module.file.path)) return undefined;
  if (handler.framework === 'express') return inExpress(handler, call, request, client, secret);
  return handler.framework === 'next-app' ? inNext(handler, call, request, client, secret) : undefined;
}

function inExpress(handler: Handler, call: SyntaxNode, request: string, client: string, secret: string): RuleResult | undefined {
  const { module } = handler;
  const quote = quoteOf(module.file.text);
  const raw = handler.before.find(({ name }) => /(?:^|\.)(?:raw|text)$/.test(name));
  const json = handler.before.find(({ name }) => /(?:^|\.)json$/.test(name));
  if (raw && !json)
    return written(handler, call, verify(client, secret, request, `${request}.body.toString(${quote}utf8${quote})`), []);
  // The parser keeps the bytes beside what it makes of them: everything else that reads the body stays as it is.
  if (json) {
    const args = json.node.type === 'call_expression' ? field(json.node, 'arguments') : undefined;
    if (!args || namedChildren(args).length > 0) return undefined;
    const keep = '{ verify: (req, _res, bytes) => { req.rawBody = bytes; } }';
    const edits = toEdits(json.module.file, [insertion(args.startIndex + 1, keep)]);
    const own = written(handler, call, verify(client, secret, request, `${request}.rawBody.toString(${quote}utf8${quote})`), []);
    return own && { ...own, edits: [...edits, ...own.edits] };
  }
  const expressName = [...module.imports].find(([, { specifier, name }]) => specifier === 'express' && name !== 'Router')?.[0];
  const list = [...descendants(module.root, 'call_expression')].find(
    ({ startIndex, endIndex }) => startIndex === handler.at.start && endIndex === handler.at.end,
  );
  const [path] = list ? namedChildren(field(list, 'arguments') ?? list) : [];
  if (expressName === undefined || !path || handler.at.file !== module.file) return undefined;
  const edit = insertion(path.endIndex, `, ${expressName}.raw({ type: ${quote}application/json${quote} })`);
  return written(handler, call, verify(client, secret, request, `${request}.body.toString(${quote}utf8${quote})`), [edit]);
}

function inNext(handler: Handler, call: SyntaxNode, request: string, client: string, secret: string): RuleResult | undefined {
  const { node: fn } = handler;
  if ([...descendants(fn, 'identifier')].some(({ text }) => text === 'rawBody')) return undefined;
  const headers = `Object.fromEntries(${request}.headers)`;
  const text = [...descendants(fn, 'variable_declarator')].find(
    (declarator) => bare(field(declarator, 'value') ?? declarator).text === `${request}.text()`,
  );
  const name = text ? field(text, 'name')?.text : undefined;
  if (name !== undefined) return written(handler, call, `${client}.verifyWebhookPayload(${secret}, ${headers}, ${name})`, []);
  const json = [...descendants(fn, 'variable_declarator')].find(
    (declarator) => bare(field(declarator, 'value') ?? declarator).text === `${request}.json()`,
  );
  const value = json ? field(json, 'value') : undefined;
  const statement = json?.parent;
  if (!value || !statement || namedChildren(statement).length !== 1) return undefined;
  return written(handler, call, `${client}.verifyWebhookPayload(${secret}, ${headers}, rawBody)`, [
    insertion(statement.startIndex, `const rawBody = await ${request}.text(); `),
    { start: value.startIndex, end: value.endIndex, text: 'JSON.parse(rawBody)' },
  ]);
}

function verify(client: string, secret: string, request: string, payload: string): string {
  return `${client}.verifyWebhookPayload(${secret}, ${request}.headers, ${payload})`;
}

function written({ module }: Handler, call: SyntaxNode, text: string, more: readonly TextEdit[]): RuleResult | undefined {
  return { edits: toEdits(module.file, [...more, { start: call.startIndex, end: call.endIndex, text }]), sure: true };
}

/** An HMAC of one's own is spread over statements; only a call can be exchanged. */
function replaceable(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type !== 'call_expression') return undefined;
  return /createHmac$/.test(field(node, 'function')?.text ?? '') ? undefined : node;
}

/** The name under which the SDK's client is known where the call stands. */
function clientIn(node: SyntaxNode, { module }: Handler): string | undefined {
  const callee = field(node, 'function');
  const path = callee ? memberPath(callee) : undefined;
  const [first] = path ?? [];
  if (path && path.length > 1 && first !== undefined && /scalekit|client/i.test(first)) return first;
  return [...module.imports.keys()].find((name) => /^scalekit(?:Client)?$/i.test(name) && name[0] === name[0]?.toLowerCase());
}
