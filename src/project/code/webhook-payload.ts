/** Which bytes an expression stands for in a handler: those that came, or what a parser made of them. Read off the syntax tree. Pure. */
import { bare, descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { requestBodyOf } from './request-body.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Handler } from './types.ts';

/** What is verified: the body as it came, what a parser made of it, or something that cannot be followed. */
export type Bytes = 'raw' | 'parsed' | 'unknown';

export interface PayloadContext {
  readonly handler: Handler;
  readonly lookup: ExportLookup;
  readonly modules: readonly CodeModule[];
}

/** Values that are handed on further than this are not followed. */
const MOST_STEPS = 12;

/** Functions of packages and of the web platform that hand over a request's body, by their name. */
const readers: ReadonlyMap<string, Bytes> = new Map([
  ...['getRawBody', 'rawBody', 'readRawBody', 'buffer', 'text', 'arrayBuffer', 'bytes', 'blob'].map(
    (name) => [name, 'raw'] as const,
  ),
  ...['json', 'formData', 'readBody', 'parse', 'stringify'].map((name) => [name, 'parsed'] as const),
]);
/** They change the form of what they are called on, not its bytes. */
const conversions = new Set(['toString', 'slice', 'subarray', 'valueOf', 'clone']);

export function payloadKind(expression: SyntaxNode, module: CodeModule, context: PayloadContext): Bytes {
  return kindOf(expression, module, context, MOST_STEPS);
}

function kindOf(expression: SyntaxNode, module: CodeModule, context: PayloadContext, steps: number): Bytes {
  if (steps <= 0) return 'unknown';
  const node = bare(expression);
  const inner = (other: SyntaxNode | undefined): Bytes => (other ? kindOf(other, module, context, steps - 1) : 'unknown');
  switch (node.type) {
    case 'object':
    case 'array':
      return 'parsed';
    case 'call_expression':
      return ofCall(node, module, context, steps);
    case 'new_expression':
      return ofNew(node, inner);
    case 'identifier':
      return ofName(node, module, context, steps);
    case 'member_expression':
    case 'subscript_expression':
      return ofMember(node, context, inner);
    case 'ternary_expression':
      return either(inner(field(node, 'consequence')), inner(field(node, 'alternative')));
    case 'binary_expression':
      return either(inner(field(node, 'left')), inner(field(node, 'right')));
    case 'template_string': {
      const holes = namedChildren(node).filter(({ type }) => type === 'template_substitution');
      return holes.length === 1 ? inner(holes[0] && namedChildren(holes[0])[0]) : 'unknown';
    }
    default:
      return 'unknown';
  }
}

/** Code that has both ways takes the one that fits what is there: `typeof body === 'string' ? body : JSON.stringify(body)`. */
function either(...kinds: readonly Bytes[]): Bytes {
  if (kinds.includes('raw')) return 'raw';
  return kinds.find((kind) => kind !== 'unknown') ?? 'unknown';
}

function ofCall(node: SyntaxNode, module: CodeModule, context: PayloadContext, steps: number): Bytes {
  const callee = field(node, 'function');
  const [first] = argumentsOf(node);
  const inner = (other: SyntaxNode | undefined): Bytes => (other ? kindOf(other, module, context, steps - 1) : 'unknown');
  if (!callee) return 'unknown';
  const own = functionBehind(callee, module, context.lookup);
  if (own) return returned(own.node, own.module, context, steps - 1);
  if (callee.type === 'identifier') {
    if (callee.text === 'String') return inner(first);
    const imported = module.imports.get(callee.text);
    const name = imported === undefined || imported.name === 'default' || imported.name === '*' ? callee.text : imported.name;
    return readers.get(name) ?? (/raw/i.test(name) ? 'raw' : 'unknown');
  }
  const object = field(callee, 'object');
  const method = propertyName(field(callee, 'property')) ?? '';
  if (object?.text === 'Buffer' || object?.text === 'Uint8Array') return method === 'concat' ? 'raw' : inner(first);
  if (conversions.has(method)) return inner(object);
  // new TextDecoder().decode(bytes), and pieces of a stream put together.
  if (method === 'decode') return inner(first);
  if (method === 'join') return 'raw';
  return readers.get(method) ?? (/raw/i.test(method) ? 'raw' : 'unknown');
}

function ofNew(node: SyntaxNode, inner: (other: SyntaxNode | undefined) => Bytes): Bytes {
  const name = field(node, 'constructor')?.text;
  const [first] = argumentsOf(node);
  if (name === 'Uint8Array' || name === 'String') return inner(first);
  if (name !== 'Promise' || !first) return 'unknown';
  const resolve = firstParameter(first);
  const results = [...descendants(first, 'call_expression')].filter((call) => field(call, 'function')?.text === resolve);
  return either(...results.map((call) => inner(argumentsOf(call)[0])));
}

function firstParameter(fn: SyntaxNode): string | undefined {
  const list = field(fn, 'parameters');
  const [first] = list ? namedChildren(list) : [];
  return (first ? (field(first, 'pattern') ?? first) : field(fn, 'parameter'))?.text;
}

function ofMember(node: SyntaxNode, context: PayloadContext, inner: (other: SyntaxNode | undefined) => Bytes): Bytes {
  const name = propertyName(field(node, 'property') ?? field(node, 'index'));
  if (name === 'rawBody') return 'raw';
  if (name === 'body') return requestBodyOf(context.handler, context.modules);
  // A part of a parsed body is parsed.
  return inner(field(node, 'object')) === 'parsed' ? 'parsed' : 'unknown';
}

function ofName(node: SyntaxNode, module: CodeModule, context: PayloadContext, steps: number): Bytes {
  const scope = enclosing(node, functionTypes) ?? node.tree.rootNode;
  // for await (const chunk of request) body += chunk
  const collected = [...descendants(module.root, 'augmented_assignment_expression')].some(
    (assignment) => field(assignment, 'left')?.text === node.text,
  );
  if (collected) return 'raw';
  const declared = declarationOf(node.text, node);
  switch (declared?.kind) {
    case 'value':
      return kindOf(declared.value, module, context, steps - 1);
    case 'property':
      if (declared.property === 'rawBody') return 'raw';
      if (declared.property === 'body') return requestBodyOf(context.handler, context.modules);
      return kindOf(declared.of, module, context, steps - 1) === 'parsed' ? 'parsed' : 'unknown';
    case 'several': {
      const values = [...descendants(scope, 'assignment_expression')].filter((each) => field(each, 'left')?.text === node.text);
      return either(...values.map((each) => kindOf(field(each, 'right') ?? each, module, context, steps - 1)));
    }
    case 'parameter':
      return ofParameter(node.text, declared.node, context, steps);
    default:
      return 'unknown';
  }
}

function ofParameter(name: string, parameter: SyntaxNode, context: PayloadContext, steps: number): Bytes {
  // NestJS: @Body() hands over what the parser made, @RawBody() the bytes.
  for (const decorator of descendants(parameter, 'decorator')) {
    const [call] = namedChildren(decorator);
    const decorates = call?.type === 'call_expression' ? field(call, 'function')?.text : call?.text;
    if (decorates === 'Body') return 'parsed';
    if (decorates === 'RawBody') return 'raw';
  }
  const fn = enclosing(parameter, functionTypes);
  if (!fn) return 'unknown';
  if (fn.id === context.handler.node.id) {
    if (name === 'rawBody') return 'raw';
    // Only a body taken out of the handler's own argument is one: ({ body, headers }) => …
    return name === 'body' && /pattern/.test((field(parameter, 'pattern') ?? parameter).type)
      ? requestBodyOf(context.handler, context.modules)
      : 'unknown';
  }
  const list = field(fn, 'parameters');
  const index = list ? namedChildren(list).findIndex(({ id }) => id === parameter.id) : 0;
  return either(
    ...callsOf(fn, context).map(({ call, module }) => {
      const argument = argumentsOf(call)[index];
      return argument ? kindOf(argument, module, context, steps - 1) : 'unknown';
    }),
  );
}

/** Where the code that the handler reaches calls a function. */
export function callsOf(
  fn: SyntaxNode,
  { handler, lookup }: PayloadContext,
): readonly { readonly call: SyntaxNode; readonly module: CodeModule }[] {
  return handler.reached.flatMap(({ node, module }) =>
    [...descendants(node, 'call_expression')].flatMap((call) => {
      const callee = field(call, 'function');
      const target = callee && functionBehind(callee, module, lookup);
      return target?.node.id === fn.id && target.node.startIndex === fn.startIndex ? [{ call, module }] : [];
    }),
  );
}

/** What a function of the project's hands back. */
function returned(fn: SyntaxNode, module: CodeModule, context: PayloadContext, steps: number): Bytes {
  const body = field(fn, 'body');
  if (!body) return 'unknown';
  if (body.type !== 'statement_block') return kindOf(body, module, context, steps);
  const values = [...descendants(body, 'return_statement')].flatMap((statement) => {
    const [value] = namedChildren(statement);
    return value && enclosing(statement, functionTypes)?.id === fn.id ? [value] : [];
  });
  return either(...values.map((value) => kindOf(value, module, context, steps)));
}
