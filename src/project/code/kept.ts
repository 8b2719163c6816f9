/** Is an object that a function makes kept for the next call? `client ??= new …`, `this.client = new …`, a cache. Pure. */
import { descendants, enclosing, field, functionTypes, namedChildren } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { usesOf } from './function-uses.ts';
import { declarationOf } from './scope.ts';
import type { CodeAnalysis, CodePart } from './types.ts';

export function isKept(made: SyntaxNode): boolean {
  let at = made;
  while (at.parent) {
    const { parent } = at;
    if (parent.type === 'augmented_assignment_expression') return true;
    if (parent.type === 'assignment_expression') {
      const left = field(parent, 'left');
      // A property outlives the call; a local variable does not.
      return left?.type !== 'identifier' || isOutside(left, made);
    }
    if (parent.type === 'variable_declarator') return isNameKept(field(parent, 'name'), parent);
    // cache(() => new Scalekit(…)), once(…), map.set(key, new Scalekit(…)): whoever gets it may keep it.
    if (parent.type === 'arguments') return true;
    if (/class_body|field_definition/.test(parent.type)) return true;
    if (parent.type === 'method_definition') return field(parent, 'name')?.text === 'constructor';
    at = parent;
  }
  return false;
}

/** `cache.set(key, client)`, `this.client = client`: what it is put into may keep it. */
function isNameKept(name: SyntaxNode | undefined, declarator: SyntaxNode): boolean {
  if (name?.type !== 'identifier') return false;
  const scope = enclosing(declarator, functionTypes) ?? declarator.tree.rootNode;
  return [...descendants(scope, 'identifier')].some((use) => {
    if (use.text !== name.text || use.id === name.id) return false;
    const { parent } = use;
    if (parent?.type === 'assignment_expression') return field(parent, 'right')?.id === use.id;
    const call = parent?.type === 'arguments' ? parent.parent : undefined;
    return call?.type === 'call_expression' && field(call, 'function')?.type === 'member_expression';
  });
}

/** Made by a helper, and kept by whoever calls it. */
export function isKeptByCallers(made: CodePart, code: Pick<CodeAnalysis, 'modules'>, steps = 4): boolean {
  if (isKept(made.node)) return true;
  const fn = enclosing(made.node, functionTypes);
  if (!fn || steps === 0 || !isReturned(made.node, fn)) return false;
  const uses = usesOf(fn, made.module, code);
  return (
    uses.length > 0 &&
    uses.every(({ node, module }) => {
      const callee = node.parent?.type === 'member_expression' ? node.parent : node;
      const call =
        callee.parent?.type === 'call_expression' && field(callee.parent, 'function')?.id === callee.id ? callee.parent : callee;
      // Run once, when its module is loaded.
      return enclosing(call, functionTypes) === undefined || isKeptByCallers({ node: call, module }, code, steps - 1);
    })
  );
}

function isReturned(made: SyntaxNode, fn: SyntaxNode): boolean {
  const { parent } = made;
  if (parent?.id === fn.id || parent?.type === 'return_statement') return true;
  const name = parent?.type === 'variable_declarator' ? field(parent, 'name')?.text : undefined;
  return (
    name !== undefined && [...descendants(fn, 'return_statement')].some((statement) => namedChildren(statement)[0]?.text === name)
  );
}

function isOutside(name: SyntaxNode, made: SyntaxNode): boolean {
  const declared = declarationOf(name.text, name);
  if (declared?.kind !== 'several' && declared?.kind !== 'value') return true;
  const declarator = declared.kind === 'several' ? declared.node : declared.declared;
  let fn: SyntaxNode | null = made;
  while (fn && !/function|method_definition/.test(fn.type)) fn = fn.parent;
  return !fn || declarator.startIndex < fn.startIndex || declarator.endIndex > fn.endIndex;
}
