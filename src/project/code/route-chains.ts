/** Routers that are built as a chain: `new Hono().basePath('/api').get('/login', …).get('/callback', …)`. Which name a chain has, and its prefix. Pure. */
import { bare, field, memberPath, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { joinPaths } from './route-paths.ts';
import { type Declaration, declarationOf } from './scope.ts';

/** Longer chains are no routers. */
const LONGEST = 120;

/** The name of the router that a method is called on, through the calls in between; of a chain that is kept nowhere, where it begins. */
export function receiverOf(callee: SyntaxNode): string | undefined {
  const object = field(callee, 'object');
  const direct = object ? memberPath(object) : undefined;
  if (direct) return direct.join('.');
  const root = rootOfChain(object);
  if (!root) return undefined;
  const named = memberPath(root);
  if (named) return named.join('.');
  return root.type === 'new_expression' || root.type === 'call_expression' ? keptAs(root) : undefined;
}

/** What a chain of calls begins with: a name, `new Hono()`, `express.Router()`. */
export function rootOfChain(node: SyntaxNode | undefined): SyntaxNode | undefined {
  let at = node ? bare(node) : undefined;
  for (let steps = 0; at?.type === 'call_expression' && steps < LONGEST; steps += 1) {
    const callee = field(at, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    // `express.Router()` makes one, `app.get(…)` goes on with one.
    if (
      !object ||
      /^(?:Router|router|express|fastify|Fastify)$/.test(callee ? (propertyName(field(callee, 'property')) ?? '') : '')
    )
      return at;
    at = bare(object);
  }
  return at?.type === 'call_expression' ? undefined : at;
}

/** Asking a node for its parent costs the more the deeper it lies, and every call of a chain asks the same. */
const names = new WeakMap<SyntaxNode['tree'], Map<number, string>>();

function keptAs(root: SyntaxNode): string {
  const known = names.get(root.tree) ?? new Map<number, string>();
  names.set(root.tree, known);
  const name = known.get(root.id) ?? holderOf(root);
  known.set(root.id, name);
  return name;
}

const declarations = new WeakMap<SyntaxNode['tree'], Map<number, Declaration | undefined>>();

/** Where the name that a chain begins with is declared. */
export function declarationOfRoot(root: SyntaxNode): Declaration | undefined {
  const known = declarations.get(root.tree) ?? new Map<number, Declaration | undefined>();
  declarations.set(root.tree, known);
  if (!known.has(root.id)) known.set(root.id, declarationOf(root.text, root));
  return known.get(root.id);
}

/** The variable or export that holds the whole chain. */
function holderOf(root: SyntaxNode): string {
  let at: SyntaxNode = root;
  for (let steps = 0; at.parent && steps < LONGEST * 3; steps += 1) {
    const { parent } = at;
    if (parent.type === 'variable_declarator') return field(parent, 'name')?.text ?? `chain:${root.startIndex}`;
    if (parent.type === 'export_statement') return 'default';
    if (parent.type === 'assignment_expression') return field(parent, 'left')?.text ?? `chain:${root.startIndex}`;
    // Still the object of the next call of the chain; an argument of another call is not.
    const goesOn =
      (parent.type === 'member_expression' && field(parent, 'object')?.id === at.id) ||
      (parent.type === 'call_expression' && field(parent, 'function')?.id === at.id) ||
      /^(?:parenthesized|as|satisfies|non_null|await)_expression$/.test(parent.type);
    if (!goesOn) break;
    at = parent;
  }
  return `chain:${root.startIndex}`;
}

/** Hono's `basePath('/api')`, Koa's and Elysia's `{ prefix: '/auth' }`. */
export function prefixOf(receiver: string, call: SyntaxNode): string {
  const root = chainOfCall(receiver, call);
  const calls: SyntaxNode[] = [];
  let at = root;
  for (let steps = 0; at?.type === 'call_expression' && steps < LONGEST; steps += 1) {
    calls.push(at);
    const callee = field(at, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    at = object ? bare(object) : undefined;
  }
  const bases = calls.flatMap((made) => {
    const callee = field(made, 'function');
    const [first] = argumentsOf(made);
    const isBase = callee?.type === 'member_expression' && propertyName(field(callee, 'property')) === 'basePath';
    return isBase && first ? [stringValue(bare(first)) ?? ''] : [];
  });
  const made = at?.type === 'new_expression' ? at : calls.at(-1);
  const [options] = made ? argumentsOf(made) : [];
  return joinPaths(optionText(options, 'prefix'), ...bases.reverse());
}

/** The expression that made the router which `call` is made on. */
function chainOfCall(receiver: string, call: SyntaxNode): SyntaxNode | undefined {
  const callee = field(call, 'function');
  const object = callee ? field(callee, 'object') : undefined;
  const inner = object ? bare(object) : undefined;
  if (inner?.type === 'call_expression' || inner?.type === 'new_expression') {
    const root = rootOfChain(inner);
    if (root?.type !== 'identifier') return inner;
  }
  const root = receiver.includes('.') ? undefined : rootOfChain(object);
  const declared = root?.type === 'identifier' ? declarationOfRoot(root) : undefined;
  return declared?.kind === 'value' ? bare(declared.value) : undefined;
}

export function optionText(options: SyntaxNode | undefined, name: string): string {
  const object = options ? bare(options) : undefined;
  for (const part of object?.type === 'object' ? namedChildren(object) : []) {
    const value = part.type === 'pair' && propertyName(field(part, 'key')) === name ? field(part, 'value') : undefined;
    if (value) return stringValue(bare(value)) ?? '';
  }
  return '';
}
