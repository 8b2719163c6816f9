/** What code does with the yes or no of `validateAccessToken`, as if it were an object: each use with its meaning. Pure. */
import { declarationOf } from '../../../project/code/scope.ts';
import { descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';

export type BooleanUse =
  /** `outcome.valid`: the answer itself is meant. */
  | { readonly kind: 'flag'; readonly node: SyntaxNode }
  /** `outcome.user`: all claims are meant. */
  | { readonly kind: 'claims'; readonly node: SyntaxNode; readonly isTest: boolean }
  | { readonly kind: 'claim'; readonly node: SyntaxNode; readonly name: string }
  /** `if (!outcome)`, `outcome === true`. */
  | { readonly kind: 'test'; readonly node: SyntaxNode }
  /** It is handed on: who gets it is not seen here. */
  | { readonly kind: 'whole'; readonly node: SyntaxNode };

export interface BooleanResult {
  /** The variable; undefined where the fields are read from the call itself. */
  readonly name: string | undefined;
  /** Where the variable is declared. */
  readonly declarator: SyntaxNode | undefined;
  readonly uses: readonly BooleanUse[];
}

export const isFlag = (name: string): boolean =>
  /^(?:is_?)?(?:valid|active|ok|success|verified|authenticated|authori[sz]ed)$/i.test(name);
export const isAllClaims = (name: string): boolean => /^(?:user|claims|payload|decoded|data|token_?claims)$/i.test(name);
/** What says why a token is refused has no counterpart in the claims. */
const isReason = (name: string): boolean => /^(?:errors?|expired|is_?expired|reason|message|status|code|needs_?\w+)$/i.test(name);

/** Undefined where the result goes where it cannot be followed, or has a type of its own. */
export function booleanUses(call: SyntaxNode): BooleanResult | undefined {
  const value = awaited(call);
  if (!value) return undefined;
  const outer = unwrapped(value);
  const { parent } = outer ?? value;
  if (!outer || !parent) return undefined;
  if (parent.type === 'member_expression') {
    const use = readAs(value);
    return use && { name: undefined, declarator: undefined, uses: [use] };
  }
  const name = parent.type === 'assignment_expression' ? field(parent, 'left') : field(parent, 'name');
  if (name?.type !== 'identifier' || !/^(?:assignment_expression|variable_declarator)$/.test(parent.type)) return undefined;
  const declarator = parent.type === 'variable_declarator' ? parent : declaratorOf(name);
  const scope = declarator && enclosing(declarator, functionTypes);
  if (!declarator || !isUntyped(declarator) || !scope) return undefined;
  const uses: BooleanUse[] = [];
  for (const node of descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))) {
    if (node.text !== name.text || node.id === name.id || field(declarator, 'name')?.id === node.id) continue;
    if (declaratorOf(node)?.id !== declarator.id) continue;
    // A second value of the same variable is another story.
    if (node.parent?.type === 'assignment_expression' && field(node.parent, 'left')?.id === node.id) return undefined;
    const use = readAs(node);
    if (!use) return undefined;
    uses.push(use);
  }
  return { name: name.text, declarator, uses };
}

/** The expression that waits for the call. */
export function awaited(call: SyntaxNode): SyntaxNode | undefined {
  return call.parent?.type === 'await_expression' ? call.parent : undefined;
}

/** With the parentheses and casts around it; undefined where a cast gives it a type that the patch would not keep. */
export function unwrapped(node: SyntaxNode): SyntaxNode | undefined {
  let at = node;
  for (;;) {
    const { parent } = at;
    if (parent?.type === 'as_expression') {
      if (!/\bas\s+any$/.test(parent.text)) return undefined;
    } else if (parent?.type !== 'parenthesized_expression' && parent?.type !== 'non_null_expression') return at;
    // The condition of a statement is no part of the expression.
    if (/^(?:if|while|switch)_statement$/.test(parent.parent?.type ?? '')) return at;
    at = parent;
  }
}

function declaratorOf(name: SyntaxNode): SyntaxNode | undefined {
  const declared = declarationOf(name.text, name);
  if (declared?.kind === 'value') return declared.declared;
  return declared?.kind === 'several' ? declared.node : undefined;
}

function isUntyped(declarator: SyntaxNode): boolean {
  const type = field(declarator, 'type');
  return declarator.type === 'variable_declarator' && (!type || /^:\s*any$/.test(type.text));
}

function readAs(node: SyntaxNode): BooleanUse | undefined {
  if (node.type === 'shorthand_property_identifier') return { kind: 'whole', node };
  const outer = unwrapped(node);
  const parent = outer?.parent;
  if (!outer || !parent) return undefined;
  if (parent.type === 'variable_declarator' && field(parent, 'name')?.type === 'object_pattern') return undefined;
  if (parent.type === 'member_expression' && field(parent, 'object')?.id === outer.id) {
    const name = propertyName(field(parent, 'property'));
    if (name === undefined || isReason(name) || parent.parent?.type === 'call_expression') return undefined;
    if (isFlag(name)) return { kind: 'flag', node: parent };
    return isAllClaims(name) ? { kind: 'claims', node: parent, isTest: isTest(parent) } : { kind: 'claim', node: parent, name };
  }
  return { kind: isTest(outer) ? 'test' : 'whole', node: outer };
}

/** It decides which way the code goes. */
export function isTest(node: SyntaxNode): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'unary_expression':
      return field(parent, 'operator')?.text === '!';
    case 'parenthesized_expression':
      return /^(?:if|while)_statement$/.test(parent.parent?.type ?? '');
    case 'ternary_expression':
      return field(parent, 'condition')?.id === node.id;
    case 'binary_expression':
      return /^(?:&&|\|\|)$/.test(field(parent, 'operator')?.text ?? '') || comparedWith(node) !== undefined;
    case 'arguments':
      return parent.parent !== null && field(parent.parent, 'function')?.text === 'Boolean';
    default:
      return false;
  }
}

/** What a comparison with `true` or `false` asks: whether the value is true. */
export function comparedWith(node: SyntaxNode): { readonly whole: SyntaxNode; readonly isTrue: boolean } | undefined {
  const { parent } = node;
  const operator = parent?.type === 'binary_expression' ? (field(parent, 'operator')?.text ?? '') : '';
  if (!parent || !/^[!=]==?$/.test(operator)) return undefined;
  const [left, right] = namedChildren(parent);
  const other = left?.id === node.id ? right : left;
  if (other?.type !== 'true' && other?.type !== 'false') return undefined;
  return { whole: parent, isTrue: (other.type === 'true') === operator.startsWith('=') };
}
