/** Where a name is declared: up the scopes from its use, function parameters and destructurings included. Pure. */
import { descendants, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';

export type Declaration =
  /** `const a = value`; also the one assignment of a `let`. */
  | { readonly kind: 'value'; readonly value: SyntaxNode; readonly declared: SyntaxNode }
  /** `const { a: local = fallback } = from`. */
  | { readonly kind: 'property'; readonly of: SyntaxNode; readonly property: string; readonly fallback: SyntaxNode | undefined }
  | { readonly kind: 'function'; readonly node: SyntaxNode }
  | { readonly kind: 'class'; readonly node: SyntaxNode }
  | { readonly kind: 'parameter'; readonly fallback: SyntaxNode | undefined; readonly node: SyntaxNode }
  | { readonly kind: 'several'; readonly node: SyntaxNode };

const scopes = new Set([
  'program',
  'statement_block',
  'class_body',
  'switch_body',
  'for_statement',
  'for_in_statement',
  ...functionTypes,
]);

export function declarationOf(name: string, use: SyntaxNode): Declaration | undefined {
  let at: SyntaxNode | null = use;
  while (at) {
    if (scopes.has(at.type)) {
      const found = declaredIn(at, name);
      if (found) return found;
    }
    at = at.parent;
  }
  return undefined;
}

function declaredIn(scope: SyntaxNode, name: string): Declaration | undefined {
  if (functionTypes.has(scope.type)) return parameterOf(scope, name);
  for (const statement of namedChildren(scope)) {
    const inner = statement.type === 'export_statement' ? field(statement, 'declaration') : statement;
    if (!inner) continue;
    if (
      (inner.type === 'function_declaration' || inner.type === 'generator_function_declaration') &&
      field(inner, 'name')?.text === name
    ) {
      return { kind: 'function', node: inner };
    }
    if (/^(?:abstract_)?class_declaration$/.test(inner.type) && field(inner, 'name')?.text === name)
      return { kind: 'class', node: inner };
    if (inner.type !== 'lexical_declaration' && inner.type !== 'variable_declaration') continue;
    for (const declarator of namedChildren(inner)) {
      const found = fromDeclarator(declarator, name, scope);
      if (found) return found;
    }
  }
  return undefined;
}

function fromDeclarator(declarator: SyntaxNode, name: string, scope: SyntaxNode): Declaration | undefined {
  const pattern = field(declarator, 'name');
  const value = field(declarator, 'value');
  if (!pattern) return undefined;
  if (pattern.type === 'identifier') {
    if (pattern.text !== name) return undefined;
    const assigned = assignmentsTo(name, scope);
    if (value && assigned.length === 0) return { kind: 'value', value, declared: declarator };
    const [only] = assigned;
    if (!value && only && assigned.length === 1) return { kind: 'value', value: only, declared: declarator };
    return { kind: 'several', node: declarator };
  }
  if (pattern.type !== 'object_pattern' || !value) return undefined;
  for (const part of namedChildren(pattern)) {
    const found = fromPattern(part, name);
    if (found) return { kind: 'property', of: value, ...found };
  }
  return undefined;
}

function fromPattern(part: SyntaxNode, name: string): { property: string; fallback: SyntaxNode | undefined } | undefined {
  if (part.type === 'shorthand_property_identifier_pattern' && part.text === name) return { property: name, fallback: undefined };
  if (part.type === 'object_assignment_pattern') {
    const left = field(part, 'left');
    if (left?.text === name) return { property: name, fallback: field(part, 'right') };
  }
  if (part.type === 'pair_pattern') {
    const property = propertyName(field(part, 'key'));
    const target = field(part, 'value');
    if (property === undefined || !target) return undefined;
    if (target.type === 'identifier' && target.text === name) return { property, fallback: undefined };
    if (target.type === 'assignment_pattern' && field(target, 'left')?.text === name)
      return { property, fallback: field(target, 'right') };
  }
  return undefined;
}

function parameterOf(fn: SyntaxNode, name: string): Declaration | undefined {
  const single = field(fn, 'parameter');
  if (single?.text === name) return { kind: 'parameter', fallback: undefined, node: single };
  const list = field(fn, 'parameters');
  for (const parameter of list ? namedChildren(list) : []) {
    const pattern =
      parameter.type === 'required_parameter' || parameter.type === 'optional_parameter'
        ? field(parameter, 'pattern')
        : parameter;
    const given = parameter.type === 'assignment_pattern' ? field(parameter, 'right') : field(parameter, 'value');
    const target = parameter.type === 'assignment_pattern' ? field(parameter, 'left') : pattern;
    if (target?.type === 'identifier' && target.text === name) return { kind: 'parameter', fallback: given, node: parameter };
    if (
      target &&
      target.type !== 'identifier' &&
      [...descendants(target, new Set(['shorthand_property_identifier_pattern', 'identifier']))].some(
        (node) => node.text === name,
      )
    ) {
      return { kind: 'parameter', fallback: undefined, node: parameter };
    }
  }
  return undefined;
}

function assignmentsTo(name: string, scope: SyntaxNode): SyntaxNode[] {
  return [...descendants(scope, assignments)].flatMap((assignment) => {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    // `client ??= new Client()` gives a name its value; `count += 1` changes one that it has.
    if (assignment.type !== 'assignment_expression' && !/^(?:\?\?=|\|\|=)$/.test(field(assignment, 'operator')?.text ?? ''))
      return [];
    return left?.type === 'identifier' && left.text === name && right ? [right] : [];
  });
}

const assignments = new Set(['assignment_expression', 'augmented_assignment_expression']);

/** The value that a class gives to `this.name`: the field's initial value, or the one assignment in the class. */
export function fieldOfClass(use: SyntaxNode, name: string): SyntaxNode | undefined {
  let at: SyntaxNode | null = use;
  while (at && at.type !== 'class_body') at = at.parent;
  if (!at) return undefined;
  const values: SyntaxNode[] = [];
  for (const member of namedChildren(at)) {
    if (member.type !== 'field_definition' && member.type !== 'public_field_definition') continue;
    const value = field(member, 'value');
    if (propertyName(field(member, 'property') ?? field(member, 'name')) === name && value) values.push(value);
  }
  for (const assignment of descendants(at, 'assignment_expression')) {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    if (
      left?.type === 'member_expression' &&
      field(left, 'object')?.type === 'this' &&
      field(left, 'property')?.text === name &&
      right
    )
      values.push(right);
  }
  return values.length === 1 ? values[0] : undefined;
}
