/** What becomes of a call's result: which of its fields are read, and whether it is handed on as a whole. Pure. */
import { descendants, enclosing, field, functionTypes, namedChildren, propertyName, rootOf } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ResultUse } from './types.ts';

const everything: ResultUse = { fields: [], escapes: true };

export function resultUse(call: SyntaxNode): ResultUse {
  let at = call;
  while (
    at.parent &&
    ['await_expression', 'parenthesized_expression', 'as_expression', 'non_null_expression', 'satisfies_expression'].includes(
      at.parent.type,
    )
  ) {
    at = at.parent;
  }
  const { parent } = at;
  if (!parent) return { fields: [], escapes: false };
  switch (parent.type) {
    case 'expression_statement':
      return { fields: [], escapes: false };
    case 'member_expression': {
      const name = propertyName(field(parent, 'property'));
      // `.then((result) => …)` and `.finally(…)` hand it on; following that pays less than it costs.
      return name === undefined || /^(?:then|catch|finally)$/.test(name) ? everything : { fields: [name], escapes: false };
    }
    case 'variable_declarator':
      return ofPattern(field(parent, 'name'), parent);
    case 'assignment_expression':
      return ofPattern(field(parent, 'left'), parent);
    default:
      return everything;
  }
}

function ofPattern(pattern: SyntaxNode | undefined, binding: SyntaxNode): ResultUse {
  if (pattern?.type === 'object_pattern') {
    const parts = namedChildren(pattern);
    if (parts.some((part) => part.type === 'rest_pattern')) return everything;
    return { fields: parts.flatMap((part) => usedField(part, binding) ?? []), escapes: false };
  }
  if (pattern?.type !== 'identifier') return everything;
  const scope = enclosing(binding, functionTypes) ?? rootOf(binding);
  const fields: string[] = [];
  for (const use of usesOf(pattern.text, scope, pattern)) {
    const { parent } = use;
    if (parent?.type === 'member_expression' && field(parent, 'object')?.id === use.id) {
      const name = propertyName(field(parent, 'property'));
      if (name === undefined) return everything;
      // `result.refreshToken = …` writes to the result; it does not read it.
      const isWritten = parent.parent?.type === 'assignment_expression' && field(parent.parent, 'left')?.id === parent.id;
      if (!isWritten) fields.push(name);
    } else if (parent?.type === 'variable_declarator' && field(parent, 'value')?.id === use.id) {
      const inner = ofPattern(field(parent, 'name'), parent);
      if (inner.escapes) return everything;
      fields.push(...inner.fields);
    } else if (!isTest(use)) return everything;
  }
  return { fields: [...new Set(fields)], escapes: false };
}

/** A destructured name that nothing uses afterwards was not really taken. */
function usedField(part: SyntaxNode, binding: SyntaxNode): string | undefined {
  const target =
    part.type === 'pair_pattern' ? field(part, 'value') : part.type === 'object_assignment_pattern' ? field(part, 'left') : part;
  const name = part.type === 'pair_pattern' ? propertyName(field(part, 'key')) : target?.text;
  if (!target || name === undefined) return undefined;
  const local = target.type === 'assignment_pattern' ? field(target, 'left') : target;
  if (!local) return name;
  const scope = enclosing(binding, functionTypes) ?? rootOf(binding);
  const isExported = binding.parent?.parent?.type === 'export_statement';
  return isExported || usesOf(local.text, scope, local).length > 0 ? name : undefined;
}

function usesOf(name: string, scope: SyntaxNode, declared: SyntaxNode): SyntaxNode[] {
  return [...descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))].filter(
    (node) => node.text === name && node.id !== declared.id,
  );
}

/** `if (result)`, `!result`, `result && …`: looked at, not handed on. */
function isTest(use: SyntaxNode): boolean {
  const { parent } = use;
  if (!parent) return false;
  if (parent.type === 'unary_expression') return true;
  return parent.type === 'parenthesized_expression' && ['if_statement', 'while_statement'].includes(parent.parent?.type ?? '');
}
