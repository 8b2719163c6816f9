/** How a handler verifies a webhook: with which call, over which bytes, with which secret and headers, and what it does when that fails. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { fillsRawBody } from './nest-raw-body.ts';
import { placeOf } from './place.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, CodePart, Handler, Place } from './types.ts';

/** `absent`: a raw body is read that nothing fills. */
export type Payload = 'raw' | 'parsed' | 'absent' | 'unknown';

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
  /** Arguments of the SDK's call in another order than secret, headers, payload. */
  readonly swapped: boolean;
  readonly secretNode: SyntaxNode | undefined;
  /** Header names of another scheme that the handler reads. */
  readonly foreignHeaders: readonly string[];
  /** Hex digests, or a header taken apart as `t=…,v1=…`. */
  readonly foreignScheme: boolean;
  readonly onFailure: 'refuses' | 'goes-on' | 'throws' | 'unknown';
}

const fakeName = /^(?:verify_?(?:webhook_?)?signature|verify_?webhook|validate_?webhook(?:_?signature)?|constructEvent|unwrap)$/i;
const wrongHeader = /^(?:x-)?scalekit-(?:webhook-)?signature$|^x-webhook-signature$|^x-signature$/i;

export function verificationOf(handler: Handler, all: readonly CodeModule[]): Verification {
  const found = callIn(handler.reached, all);
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
      payload: 'unknown',
      payloadAt: undefined,
      swapped: false,
      secretNode: undefined,
      foreignHeaders,
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
  const kind = payloadNode ? payloadKind(payloadNode, handler) : 'unknown';
  const payload = kind === 'raw' && handler.framework === 'nest' && !fillsRawBody(text, all) ? 'absent' : kind;
  return {
    ...base(handler, placeOf(module.file, node)),
    by,
    call: (field(node, 'function')?.text ?? '').replace(/\s+/g, ''),
    node,
    module,
    payload,
    payloadAt: payloadNode ? placeOf(module.file, payloadNode) : undefined,
    swapped: by === 'sdk' && isSwapped(args),
    secretNode: by === 'sdk' ? args[0] : undefined,
    foreignHeaders,
    foreignScheme: by === 'own-hmac' && (/\.digest\(\s*['"`]hex['"`]/.test(text) || /['"`]v1=|\bt=/.test(text)),
    onFailure: by === 'sdk' ? failureOf(node) : 'unknown',
  };
}

const base = (handler: Handler, at: Place): { handler: Handler; at: Place } => ({ handler, at });

interface FoundCall extends CodePart {
  readonly by: Exclude<Verification['by'], 'nothing'>;
}

function callIn(parts: readonly CodePart[], all: readonly CodeModule[]): FoundCall | undefined {
  const calls = parts.flatMap(({ node, module }) =>
    [...descendants(node, 'call_expression')].map((call) => ({ node: call, module, name: lastName(call) })),
  );
  const sdk = calls.find(({ name }) => name === 'verifyWebhookPayload' || name === 'verifyInterceptorPayload');
  if (sdk) return { ...sdk, by: 'sdk' };
  const fake = calls.find(({ name, node, module }) => fakeName.test(name) && !isOwn(node, module, all));
  if (fake) return { ...fake, by: 'unknown-function' };
  const hmac = calls.find(({ name }) => name === 'createHmac');
  return hmac && { ...hmac, by: 'own-hmac' };
}

function lastName(call: SyntaxNode): string {
  const callee = field(call, 'function');
  return callee ? ((callee.type === 'identifier' ? callee.text : propertyName(field(callee, 'property'))) ?? '') : '';
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

/** Bytes as they came, or what a parser made of them. */
export function payloadKind(expression: SyntaxNode, handler: Handler, steps = 6): Payload {
  const node = bare(expression);
  const text = node.text.replace(/\s+/g, '');
  if (steps === 0) return 'unknown';
  if (/^JSON\.stringify\(/.test(text)) return 'parsed';
  if (/\.text\(\)$|\.arrayBuffer\(\)$|\brawBody\b|\bgetRawBody\b|^Buffer\.concat|\.req\.raw/.test(text)) return 'raw';
  if (/\.json\(\)$/.test(text)) return 'parsed';
  const body = /^([\w.]+?)\??\.body(?:\??\.toString\([^)]*\))?$/.exec(text);
  if (body || /^String\([\w.]+\.body\)$|^Buffer\.from\([\w.]+\.body\)/.test(text)) return bodyOf(handler);
  if (node.type === 'call_expression') {
    const callee = field(node, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    const method = callee ? propertyName(field(callee, 'property')) : undefined;
    if (object && method === 'toString') return payloadKind(object, handler, steps - 1);
    return /raw/i.test(callee?.text ?? '') ? 'raw' : 'unknown';
  }
  if (node.type !== 'identifier') return 'unknown';
  const declared = declarationOf(node.text, node);
  if (declared?.kind === 'value') return payloadKind(declared.value, handler, steps - 1);
  if (declared?.kind === 'property' && declared.property === 'body') return bodyOf(handler);
  if (declared?.kind === 'property' && declared.property === 'rawBody') return 'raw';
  // NestJS: @Body() hands over what the parser made.
  if (declared?.kind === 'parameter' && handler.framework === 'nest' && /@Body\(\)/.test(declared.node.text)) return 'parsed';
  return 'unknown';
}

/** What `request.body` holds when the handler runs. */
function bodyOf(handler: Handler): Payload {
  switch (handler.framework) {
    case 'express': {
      const parser = handler.before.find(({ name }) => /(?:^|\.)(?:raw|text|json)$|^bodyParser$/.test(name));
      if (!parser) return 'unknown';
      return /(?:^|\.)(?:raw|text)$/.test(parser.name) ? 'raw' : 'parsed';
    }
    case 'next-pages':
      return handler.options && /bodyParser\s*:\s*false/.test(handler.options.text) ? 'unknown' : 'parsed';
    case 'fastify':
      return /addContentTypeParser/.test(handler.module.file.text) ? 'unknown' : 'parsed';
    case 'nest':
      return 'parsed';
    case 'koa':
      return 'parsed';
    default:
      return 'unknown';
  }
}

function headerNames(node: SyntaxNode): string[] {
  return [...descendants(node, 'string')].flatMap((found) => {
    const text = stringValue(found) ?? '';
    return wrongHeader.test(text) ? [text.toLowerCase()] : [];
  });
}

/** The SDK throws when a signature does not fit. */
function failureOf(call: SyntaxNode): Verification['onFailure'] {
  let at: SyntaxNode | null = call;
  while (at && !/^(?:function_declaration|function_expression|arrow_function|method_definition)$/.test(at.type)) {
    if (at.parent?.type === 'try_statement' && field(at.parent, 'body')?.id === at.id) {
      const handler = field(at.parent, 'handler');
      if (!handler) return 'throws';
      const body = field(handler, 'body');
      const ends = body && [...descendants(body, new Set(['return_statement', 'throw_statement']))].length > 0;
      const answers = /\b(?:status|sendStatus|code|writeHead|json|send|end|reject|next|fail|Response)\b\s*\(/.test(
        body?.text ?? '',
      );
      if (ends || answers) return 'refuses';
      // Nothing but logging: does anything follow the try in its block?
      const after = at.parent.parent
        ? namedChildren(at.parent.parent).some(({ startIndex }) => startIndex > (at?.parent?.endIndex ?? 0))
        : false;
      return after ? 'goes-on' : 'unknown';
    }
    at = at.parent;
  }
  return 'throws';
}
