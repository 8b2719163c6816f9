/** Many ask what the same few names come to: each is followed once. Pure but for what it keeps. */
import type { SyntaxNode } from '../syntax/parser.ts';
import type { CodeModule, Value } from './types.ts';

type Evaluate = (node: SyntaxNode, module: CodeModule) => Value;

export function remembered(evaluate: Evaluate): Evaluate {
  const known = new Map<CodeModule, Map<number, Value>>();
  return (node, module) => {
    const own = known.get(module) ?? new Map<number, Value>();
    known.set(module, own);
    const value = own.get(node.id) ?? evaluate(node, module);
    own.set(node.id, value);
    return value;
  };
}
