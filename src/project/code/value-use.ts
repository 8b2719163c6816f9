/** Is a value that was read put to use: compared, handed on, kept? Asking only whether it is there is none, nor is writing it to a log. Pure. */

import { descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { isLogCall } from './log-call.ts';

/** Names that are handed from one to the next further than this are taken for used. */
const MOST_NAMES = 4;

/** `node` is what names the value: `'state'` in a call, a member expression, a part of a pattern. */
export function isUsed(node: SyntaxNode): boolean {
  return leadsOn(node, MOST_NAMES);
}

const passing = new Set([
  'parenthesized_expression',
  'as_expression',
  'non_null_expression',
  'satisfies_expression',
  'await_expression',
  'arguments',
  'call_expression',
  'member_expression',
  'subscript_expression',
  'optional_chain',
  'template_substitution',
  'template_string',
  'new_expression',
]);
const patternParts = new Set([
  'pair_pattern',
  'object_assignment_pattern',
  'assignment_pattern',
  'object_pattern',
  'array_pattern',
]);

function leadsOn(from: SyntaxNode, names: number): boolean {
  if (names === 0) return true;
  if (/pattern/.test(from.type) || patternParts.has(from.parent?.type ?? '')) return isNameUsed(boundBy(from), from, names);
  let at = from;
  for (;;) {
    const parent = at.parent;
    if (!parent) return true;
    switch (parent.type) {
      case 'decorator':
        return parameterUsed(parent, names);
      case 'unary_expression':
        return false;
      case 'if_statement':
      case 'while_statement':
      case 'expression_statement':
        return false;
      case 'ternary_expression':
        if (field(parent, 'condition')?.id === at.id) return false;
        break;
      case 'binary_expression':
        if (!/^(?:&&|\|\||\?\?)$/.test(field(parent, 'operator')?.text ?? '')) return !isEmptyCheck(parent);
        break;
      case 'subscript_expression':
        // `logins[state]` looks it up.
        if (field(parent, 'index')?.id === at.id && at.type !== 'string') return true;
        break;
      case 'variable_declarator':
        return areNamesUsed(field(parent, 'name'), parent, names);
      case 'arguments':
        // Where to go next is no check of where one comes from.
        if ((parent.parent && isLogCall(parent.parent)) || isRedirect(parent)) return false;
        if (!isConversion(parent, from)) return true;
        break;
      default:
        if (!passing.has(parent.type)) return true;
    }
    at = parent;
  }
}

/** `state === undefined`, `state == null`, `state.length > 0` ask whether it is there. */
function isEmptyCheck(binary: SyntaxNode): boolean {
  return /(?:===?|!==?)\s*(?:undefined|null|''|""|``)\s*$|^\s*typeof\b|\.length\s*[<>=!]+\s*\d+\s*$/.test(binary.text);
}

/** `res.redirect(state)`, `NextResponse.redirect(new URL(state, base))`, `sendRedirect(event, state)`. */
function isRedirect(args: SyntaxNode): boolean {
  const callee = args.parent ? field(args.parent, 'function')?.text : undefined;
  return /(?:^|\.)(?:send)?redirect$/i.test(callee ?? '');
}

/** `searchParams.get('state')` and `String(state)` are the value itself. */
function isConversion(args: SyntaxNode, from: SyntaxNode): boolean {
  const callee = args.parent ? (field(args.parent, 'function') ?? field(args.parent, 'constructor')) : undefined;
  if (from.parent?.id === args.id && from.type === 'string') return true;
  return /^(?:String|decodeURIComponent|decodeURI|JSON\.parse|atob|Buffer\.from|URL|URLSearchParams)$/.test(callee?.text ?? '');
}

/** NestJS: `@Query('state') state: string`. */
function parameterUsed(decorator: SyntaxNode, names: number): boolean {
  const parameter = decorator.parent;
  return isNameUsed(parameter ? field(parameter, 'pattern') : undefined, decorator, names);
}

/** The name that a part of a pattern gives. */
function boundBy(node: SyntaxNode): SyntaxNode | undefined {
  if (node.type === 'pair_pattern') {
    const value = field(node, 'value');
    return value?.type === 'assignment_pattern' ? field(value, 'left') : value;
  }
  return node.type === 'object_assignment_pattern' ? field(node, 'left') : node;
}

/** A name, or those that a pattern takes out of the value. */
function areNamesUsed(target: SyntaxNode | undefined, from: SyntaxNode, names: number): boolean {
  if (target?.type !== 'object_pattern') return isNameUsed(target, from, names);
  return namedChildren(target).some((part) => isNameUsed(boundBy(part), from, names));
}

function isNameUsed(name: SyntaxNode | undefined, from: SyntaxNode, names: number): boolean {
  if (!name || !/identifier/.test(name.type)) return true;
  const scope = enclosing(from, functionTypes) ?? from.tree.rootNode;
  return [...descendants(scope, uses)].some((use) => {
    if (use.text !== name.text || use.id === name.id || isPropertyName(use)) return false;
    return use.type === 'shorthand_property_identifier' || leadsOn(use, names - 1);
  });
}

const uses = new Set(['identifier', 'shorthand_property_identifier']);

/** The key of a pair, or of another pattern. */
function isPropertyName(node: SyntaxNode): boolean {
  const { parent } = node;
  if (parent?.type !== 'pair' && parent?.type !== 'pair_pattern') return false;
  return (
    field(parent, 'key')?.id === node.id && propertyName(field(parent, 'key')) === node.text && namedChildren(parent).length > 0
  );
}
