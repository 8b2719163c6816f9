/** What a decoding of a token is given, followed out of the helper that it stands in to the calls of that. Pure. */
import { bare, descendants, enclosing, field, functionTypes, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { usesOf } from './function-uses.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, CodePart } from './types.ts';

export interface Handed extends CodePart {
  /** As written at the call; of a plain name, what it stands for. */
  readonly text: string;
}

/** The arguments of a helper's calls, where the token is a parameter of it. Empty where it is none, or no call is seen. */
export function handedTo(token: SyntaxNode, module: CodeModule, modules: readonly CodeModule[]): Handed[] {
  const name = bare(token);
  const declared = name.type === 'identifier' ? declarationOf(name.text, name) : undefined;
  const fn = declared?.kind === 'parameter' ? enclosing(declared.node, functionTypes) : undefined;
  const list = fn && field(fn, 'parameters');
  const index = list && declared?.kind === 'parameter' ? namedChildren(list).findIndex(({ id }) => id === declared.node.id) : 0;
  if (!fn || index === -1) return [];
  return usesOf(fn, module, { modules }).flatMap(({ node, module: from }): Handed[] => {
    const callee = node.parent?.type === 'member_expression' ? node.parent : node;
    const call =
      callee.parent?.type === 'call_expression' && field(callee.parent, 'function')?.id === callee.id ? callee.parent : undefined;
    const argument = call && argumentsOf(call)[index];
    return argument ? [{ node: call, module: from, text: meant(argument) }] : [];
  });
}

function meant(argument: SyntaxNode): string {
  const plain = bare(argument);
  const declared = plain.type === 'identifier' ? declarationOf(plain.text, plain) : undefined;
  return declared?.kind === 'value' ? `${plain.text} = ${declared.value.text}` : plain.text;
}

/** `Buffer.from(token.split('.')[1])`, or of a variable that holds this part: the token that is split. */
export function splitToken(call: SyntaxNode, name: string): SyntaxNode | undefined {
  if (name !== 'atob' && name !== 'Buffer.from' && name !== 'window.atob') return undefined;
  const [first] = argumentsOf(call);
  const here = splitIn(call);
  if (here || !first) return here;
  const held = [bare(first), ...descendants(first, 'identifier')].find(({ type }) => type === 'identifier');
  const declared = held && declarationOf(held.text, held);
  if (declared?.kind === 'value') return splitIn(declared.value);
  return undefined;
}

function splitIn(expression: SyntaxNode): SyntaxNode | undefined {
  for (const index of [expression, ...descendants(expression, 'subscript_expression')]) {
    if (index.type !== 'subscript_expression') continue;
    const object = field(index, 'object');
    const inner = object ? bare(object) : undefined;
    if (field(index, 'index')?.text !== '1' || inner?.type !== 'call_expression') continue;
    const callee = field(inner, 'function');
    const [separator] = argumentsOf(inner);
    if (callee && propertyName(field(callee, 'property')) === 'split' && separator && stringValue(bare(separator)) === '.')
      return field(callee, 'object');
  }
  return undefined;
}
