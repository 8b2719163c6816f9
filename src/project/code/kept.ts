/** Is an object that a function makes kept for the next call? `client ??= new …`, `this.client = new …`, a cache. Pure. */
import { field } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';

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
    if (parent.type === 'variable_declarator') return false;
    // cache(() => new Scalekit(…)), once(…), map.set(key, new Scalekit(…)): whoever gets it may keep it.
    if (parent.type === 'arguments') return true;
    if (/class_body|field_definition/.test(parent.type)) return true;
    if (parent.type === 'method_definition') return field(parent, 'name')?.text === 'constructor';
    at = parent;
  }
  return false;
}

function isOutside(name: SyntaxNode, made: SyntaxNode): boolean {
  const declared = declarationOf(name.text, name);
  if (declared?.kind !== 'several' && declared?.kind !== 'value') return true;
  const declarator = declared.kind === 'several' ? declared.node : declared.declared;
  let fn: SyntaxNode | null = made;
  while (fn && !/function|method_definition/.test(fn.type)) fn = fn.parent;
  return !fn || declarator.startIndex < fn.startIndex || declarator.endIndex > fn.endIndex;
}
