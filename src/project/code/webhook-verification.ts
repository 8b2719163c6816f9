/** How a handler verifies a webhook: with which call, over which bytes, with which secret and headers, and what it does when that fails. Pure. */
import {
  bare,
  calledName,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  propertyName,
  stringValue,
} from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { exportLookup } from './export-lookup.ts';
import { isAlive } from './function-uses.ts';
import { runsIn } from './handlers.ts';
import { fillsRawBody } from './nest-raw-body.ts';
import { pathsIn } from './paths/door.ts';
import type { Unread } from './paths/follow.ts';
import { anythingSent, signatureOfDelivery } from './paths/sought.ts';
import { type UnreadCall, unreadCall } from './paths/unread.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeAnalysis, CodeModule, CodePart, Handler, Place } from './types.ts';
import { failureOf, type OnFailure } from './webhook-failure.ts';
import { takesHeadersFromBody } from './webhook-headers.ts';
import { type Bytes, payloadKind } from './webhook-payload.ts';

/** `absent`: a raw body is read that nothing fills. */
export type Payload = Bytes | 'absent';

export interface Verification {
  readonly handler: Handler;
  readonly by: 'sdk' | 'unknown-function' | 'own-hmac' | 'nothing';
  /** As written; '' where nothing verifies. */
  readonly call: string;
  readonly at: Place;
  readonly node: SyntaxNode;
  readonly module: CodeModule;
  readonly payload: Payload;
  /** Where the bytes come from. */
  readonly payloadAt: Place | undefined;
  readonly payloadNode: SyntaxNode | undefined;
  /** Arguments of the SDK's call in another order than secret, headers, payload. */
  readonly swapped: boolean;
  /** The client stands where its secret is due: `scalekit.verifyWebhookPayload(scalekit, …)`. */
  readonly clientAsSecret: boolean;
  readonly secretNode: SyntaxNode | undefined;
  /** Header names of another scheme that the handler reads. */
  readonly foreignHeaders: readonly string[];
  /** The headers are read from the body, which does not hold them. */
  readonly headersFromBody: boolean;
  /** Hex digests, or a header taken apart as `t=…,v1=…`. */
  readonly foreignScheme: boolean;
  readonly onFailure: OnFailure;
  /** Where nothing verifies: calls that were not followed and may do it, and a check that stands elsewhere. */
  readonly unread: readonly UnreadCall[];
  /** Something that comes from the request is handed to code that was not read. */
  readonly handsOn: boolean;
  /** A signature that the code computes itself is compared with something. */
  readonly isCompared: boolean;
}

const fakeName = /^(?:verify_?(?:webhook_?)?signature|verify_?webhook|validate_?webhook(?:_?signature)?|constructEvent|unwrap)$/i;
/** On the client itself: `scalekit.webhooks.verify(…)`, `client.verifySignature(…)`. */
const meansToVerify =
  /webhooks?\s*\??\.\s*\w+$|(?:verify|validate)\w*(?:webhook|signature|payload)\w*$|\.(?:constructEvent|unwrap)$/i;
const wrongHeader = /^(?:x-)?scalekit-(?:webhook-)?signature$|^x-webhook-signature$|^x-signature$/i;

export function verificationOf(handler: Handler, code: CodeAnalysis): Verification {
  const { modules: all, clientUses } = code;
  const path = pathsIn(code).to(handler, signatureOfDelivery);
  const onClient = new Set(clientUses.map(({ node }) => node.id));
  const found = callIn([...handler.reached, ...path.sure], all, onClient);
  const foreignHeaders = [...new Set(handler.reached.flatMap(({ node }) => headerNames(node)))];
  const text = handler.reached.map(({ node }) => node.text).join('\n');
  if (!found) {
    const at = handler.at;
    return {
      ...base(handler, at),
      by: 'nothing',
      call: '',
      node: handler.node,
      module: handler.module,
      unread: unreadCalls(path.unread, path.perhaps, handler, code),
      handsOn: pathsIn(code).from(handler, anythingSent).unread.length > 0,
      isCompared: false,
      payload: 'unknown',
      payloadAt: undefined,
      payloadNode: undefined,
      swapped: false,
      clientAsSecret: false,
      secretNode: undefined,
      foreignHeaders,
      headersFromBody: false,
      foreignScheme: false,
      onFailure: 'unknown',
    };
  }
  const { node, module, by } = found;
  const args = argumentsOf(node);
  const payloadNode =
    by === 'own-hmac'
      ? hashed(node)
      : by === 'sdk'
        ? payloadArgument(args)
        : args.find((arg) => /body|payload|raw|req(?:uest)?\.(?:text|json)/i.test(arg.text));
  const context = { handler, modules: all, lookup: exportLookup(new Map(all.map((each) => [each.file.path, each]))) };
  const kind = payloadNode ? payloadKind(payloadNode, module, context) : 'unknown';
  const payload = kind === 'raw' && handler.framework === 'nest' && !fillsRawBody(text, all) ? 'absent' : kind;
  return {
    ...base(handler, placeOf(module.file, node)),
    by,
    call: (field(node, 'function')?.text ?? '').replace(/\s+/g, ''),
    node,
    module,
    unread: [],
    handsOn: false,
    isCompared: by !== 'own-hmac' || isCompared(node, path.sure),
    payload,
    payloadAt: payloadNode ? placeOf(module.file, payloadNode) : undefined,
    payloadNode,
    swapped: by === 'sdk' && isSwapped(args),
    clientAsSecret: by === 'sdk' && isClient(args[0], node),
    secretNode: by === 'sdk' ? args[0] : undefined,
    foreignHeaders,
    headersFromBody: by === 'sdk' && takesHeadersFromBody(args[1], payloadNode, module, context),
    foreignScheme: by === 'own-hmac' && isForeign(node),
    onFailure: by === 'sdk' ? failureOf(node, module, context) : 'unknown',
  };
}

/** What stands in the way of saying that nothing verifies. */
function unreadCalls(
  unread: readonly Unread[],
  perhaps: readonly CodePart[],
  handler: Handler,
  code: CodeAnalysis,
): UnreadCall[] {
  const inFront = callIn(perhaps, code.modules, new Set());
  const elsewhere = inFront ?? checkElsewhere(handler, code);
  return [
    ...unread.map(unreadCall),
    ...(elsewhere
      ? [{ name: calledName(elsewhere.node), location: placeOf(elsewhere.module.file, elsewhere.node).location }]
      : []),
  ];
}

/** A check that something runs, and of which no other route is known to be the one that it is for. */
function checkElsewhere(handler: Handler, code: CodeAnalysis): CodePart | undefined {
  const found = callIn(
    code.modules.map((module) => ({ node: module.root, module })),
    code.modules,
    new Set(),
    true,
  );
  if (!found || code.handlers.some((other) => other !== handler && runsIn(other, found.node, found.module))) return undefined;
  return isAlive(found, code) ? found : undefined;
}

const ownCheck = /(?:^|\.)subtle\s*\.\s*(?:verify|sign)$/;

/** The digest is compared somewhere on the way. */
function isCompared(hmac: SyntaxNode, parts: readonly CodePart[]): boolean {
  const around = enclosing(hmac, functionTypes) ?? hmac.tree.rootNode;
  return [around, ...parts.map(({ node }) => node)].some((node) =>
    /timingSafeEqual|\bsafeEqual|[!=]==?|\.equals\(|subtle\s*\.\s*verify/.test(node.text),
  );
}

/** `createHmac(…).update(…).digest('hex')`, with nothing of base64 beside it; or a header taken apart as `t=…,v1=…`. */
function isForeign(hmac: SyntaxNode): boolean {
  const around = (enclosing(hmac, functionTypes) ?? hmac.tree.rootNode).text;
  if (/['"`]v1=|['"`]t=/.test(around)) return true;
  const isHex = /createHmac[\s\S]{0,400}?\.digest\(\s*['"`]hex['"`]/.test(around);
  return isHex && !/base64|createHash/.test(around);
}

const base = (handler: Handler, at: Place): { handler: Handler; at: Place } => ({ handler, at });

interface FoundCall extends CodePart {
  readonly by: Exclude<Verification['by'], 'nothing'>;
}

function callIn(
  parts: readonly CodePart[],
  all: readonly CodeModule[],
  onClient: ReadonlySet<number>,
  onlySure = false,
): FoundCall | undefined {
  const calls = parts.flatMap(({ node, module }) =>
    [...descendants(node, 'call_expression')].map((call) => ({ node: call, module, name: calledName(call) })),
  );
  const sdk = calls.find(({ name }) => name === 'verifyWebhookPayload' || name === 'verifyInterceptorPayload');
  if (sdk) return { ...sdk, by: 'sdk' };
  const fake =
    calls.find(({ node }) => onClient.has(node.id) && meansToVerify.test(field(node, 'function')?.text ?? '')) ??
    calls.find(({ name, node, module }) => fakeName.test(name) && !isOwn(node, module, all));
  if (fake && !onlySure) return { ...fake, by: 'unknown-function' };
  const hmac = calls.find(({ name, node }) => name === 'createHmac' || ownCheck.test(field(node, 'function')?.text ?? ''));
  return hmac && { ...hmac, by: 'own-hmac' };
}

/** A function of the project's, or of another package, is not one that the SDK lacks. */
function isOwn(call: SyntaxNode, module: CodeModule, all: readonly CodeModule[]): boolean {
  const callee = field(call, 'function');
  if (callee?.type !== 'identifier')
    return !/scalekit/i.test(callee?.text ?? '') && !(memberPath(callee ?? call)?.[0] === 'client');
  const imported = module.imports.get(callee.text);
  if (imported)
    return imported.path !== undefined
      ? all.some(({ file }) => file.path === imported.path)
      : imported.specifier !== '@scalekit-sdk/node';
  return declarationOf(callee.text, callee) !== undefined;
}

/** The SDK's third argument; where the order is wrong, the one that looks like a body. */
function payloadArgument(args: readonly SyntaxNode[]): SyntaxNode | undefined {
  return isSwapped(args) ? args.find((arg) => looksLike(arg) === 'payload') : args[2];
}

function isClient(argument: SyntaxNode | undefined, call: SyntaxNode): boolean {
  const callee = field(call, 'function');
  const client = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
  return argument !== undefined && client !== undefined && bare(argument).text === bare(client).text;
}

function isSwapped(args: readonly SyntaxNode[]): boolean {
  const order = args.slice(0, 3).map(looksLike);
  const right = ['secret', 'headers', 'payload'] as const;
  return (
    order.length === 3 && order.some((kind, index) => kind !== undefined && kind !== right[index]) && new Set(order).size === 3
  );
}

function looksLike(node: SyntaxNode): 'secret' | 'headers' | 'payload' | undefined {
  if (/secret|whsec/i.test(node.text)) return 'secret';
  if (/headers?/i.test(node.text)) return 'headers';
  return /body|payload|raw|text\(|stringify/i.test(node.text) ? 'payload' : undefined;
}

/** `createHmac(…).update(body)`: what is hashed. */
function hashed(call: SyntaxNode): SyntaxNode | undefined {
  const member = call.parent;
  const update =
    member?.type === 'member_expression' && propertyName(field(member, 'property')) === 'update' ? member.parent : undefined;
  return update?.type === 'call_expression' ? argumentsOf(update)[0] : undefined;
}

function headerNames(node: SyntaxNode): string[] {
  return [...descendants(node, 'string')].flatMap((found) => {
    const text = stringValue(found) ?? '';
    return wrongHeader.test(text) ? [text.toLowerCase()] : [];
  });
}
