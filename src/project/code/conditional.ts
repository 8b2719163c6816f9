/** What a conditional expression can come to. Pure. */
import { bare, field } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';

/**
 * The expressions one of which it comes to, through names: both sides of `? :`, the right one of `&&`. Without those that spread nothing
 * (`undefined`, `null`, `false`). Undefined where it is no condition.
 */
export function waysOf(expression: SyntaxNode): SyntaxNode[] | undefined {
  const node = bare(expression);
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    return declared?.kind === 'value' ? waysOf(declared.value) : undefined;
  }
  if (node.type === 'ternary_expression') {
    const ways = [field(node, 'consequence'), field(node, 'alternative')].filter((way) => way !== undefined);
    return ways.filter((way) => !/^(?:undefined|null|false)$/.test(way.text));
  }
  if (node.type !== 'binary_expression' || field(node, 'operator')?.text !== '&&') return undefined;
  const right = field(node, 'right');
  return right ? [right] : undefined;
}
