/** What the code reads from the results of SDK calls, each reading with its place, and promises used as if they were there. Pure. */

import { declarationOf } from '../../project/code/scope.ts';
import type { ClientUse, CodeModule } from '../../project/code/types.ts';
import { descendants, field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';

export interface ResultRead {
  readonly use: ClientUse;
  /** Fields that lead to what is read from: `['user']` for `result.user.sub`. */
  readonly from: readonly string[];
  /** The field that is read; undefined where the whole is tested, sent or printed. */
  readonly name: string | undefined;
  /** The field's name where it is written; of a pattern `{ name }` the whole entry. */
  readonly node: SyntaxNode;
  /** An `await` stands between the call and this. */
  readonly awaited: boolean;
  /** A pattern's `{ name }`: its name is a local one, too. */
  readonly isShorthand: boolean;
}

interface Source {
  readonly use: ClientUse;
  readonly path: readonly string[];
  readonly awaited: boolean;
}

const MOST_STEPS = 12;
const wrappers = new Set(['parenthesized_expression', 'as_expression', 'satisfies_expression', 'non_null_expression']);

export function resultReads(module: CodeModule, uses: readonly ClientUse[]): ResultRead[] {
  const own = new Map(uses.filter((use) => use.module === module).map((use) => [use.node.id, use]));
  if (own.size === 0) return [];
  const names = new Set([...own.values()].flatMap((use) => namesGiven(use.node)));
  const reads: ResultRead[] = [];
  const sourceAt = (node: SyntaxNode | undefined): Source | undefined => sourceOf(node, own, names, MOST_STEPS);
  for (const node of descendants(module.root, 'member_expression')) {
    const property = field(node, 'property');
    const source = property?.type === 'property_identifier' ? sourceAt(field(node, 'object')) : undefined;
    if (source && property && !isWritten(node))
      reads.push({
        use: source.use,
        from: source.path,
        name: property.text,
        node: property,
        awaited: source.awaited,
        isShorthand: false,
      });
  }
  for (const pattern of descendants(module.root, 'object_pattern')) {
    const { parent } = pattern;
    const value =
      parent?.type === 'variable_declarator'
        ? field(parent, 'value')
        : parent?.type === 'assignment_expression'
          ? field(parent, 'right')
          : undefined;
    const source = sourceAt(value);
    if (!source) continue;
    for (const part of namedChildren(pattern)) {
      const key =
        part.type === 'pair_pattern'
          ? field(part, 'key')
          : part.type === 'object_assignment_pattern'
            ? field(part, 'left')
            : part;
      const name =
        key && part.type !== 'rest_pattern'
          ? (propertyName(key) ?? (key.type === 'shorthand_property_identifier_pattern' ? key.text : undefined))
          : undefined;
      if (key && name !== undefined)
        reads.push({
          use: source.use,
          from: source.path,
          name,
          node: key,
          awaited: source.awaited,
          isShorthand: part.type !== 'pair_pattern',
        });
    }
  }
  for (const node of [...own.values()].map((use) => use.node).concat(identifiersNamed(module, names))) {
    const whole = usedAsValue(node) ? sourceAt(node) : undefined;
    if (whole && whole.path.length === 0)
      reads.push({ use: whole.use, from: [], name: undefined, node, awaited: whole.awaited, isShorthand: false });
  }
  return reads;
}

function sourceOf(
  node: SyntaxNode | undefined,
  uses: ReadonlyMap<number, ClientUse>,
  names: ReadonlySet<string>,
  steps: number,
): Source | undefined {
  if (!node || steps <= 0) return undefined;
  const next = (inner: SyntaxNode | undefined): Source | undefined => sourceOf(inner, uses, names, steps - 1);
  if (wrappers.has(node.type)) return next(namedChildren(node)[0]);
  switch (node.type) {
    case 'await_expression': {
      const inner = next(namedChildren(node)[0]);
      return inner && { ...inner, awaited: true };
    }
    case 'call_expression': {
      const use = uses.get(node.id);
      return use && { use, path: [], awaited: false };
    }
    case 'member_expression': {
      const name = propertyName(field(node, 'property'));
      const owner = name === undefined ? undefined : next(field(node, 'object'));
      return owner && name !== undefined ? { ...owner, path: [...owner.path, name] } : undefined;
    }
    case 'identifier': {
      if (!names.has(node.text)) return undefined;
      const declared = declarationOf(node.text, node);
      if (declared?.kind === 'value') return next(declared.value);
      if (declared?.kind !== 'property') return undefined;
      const owner = next(declared.of);
      return owner && { ...owner, path: [...owner.path, declared.property] };
    }
    default:
      return undefined;
  }
}

/** Names that a call's result gets, with those taken out of it: only these are looked up. */
function namesGiven(call: SyntaxNode): string[] {
  let at: SyntaxNode = call;
  while (
    at.parent &&
    (wrappers.has(at.parent.type) || at.parent.type === 'await_expression' || at.parent.type === 'member_expression')
  )
    at = at.parent;
  const { parent } = at;
  const target =
    parent?.type === 'variable_declarator'
      ? field(parent, 'name')
      : parent?.type === 'assignment_expression'
        ? field(parent, 'left')
        : undefined;
  if (!target) return [];
  if (target.type === 'identifier') return [target.text];
  return [...descendants(target, new Set(['identifier', 'shorthand_property_identifier_pattern']))].map(({ text }) => text);
}

function identifiersNamed(module: CodeModule, names: ReadonlySet<string>): SyntaxNode[] {
  return names.size === 0 ? [] : [...descendants(module.root, 'identifier')].filter(({ text }) => names.has(text));
}

function isWritten(node: SyntaxNode): boolean {
  return node.parent?.type === 'assignment_expression' && field(node.parent, 'left')?.id === node.id;
}

/** Decides a condition, or becomes a text: a promise never is what was meant there. */
function usedAsValue(node: SyntaxNode): boolean {
  let at = node;
  // `token && check(token)` decides what the whole decides.
  const passesOn = (parent: SyntaxNode): boolean =>
    (wrappers.has(parent.type) && !['if_statement', 'while_statement'].includes(parent.parent?.type ?? '')) ||
    (parent.type === 'binary_expression' && /^(?:&&|\|\|)$/.test(field(parent, 'operator')?.text ?? ''));
  while (at.parent && passesOn(at.parent)) at = at.parent;
  const { parent } = at;
  if (!parent) return false;
  if (parent.type === 'unary_expression') return field(parent, 'operator')?.text === '!';
  if (parent.type === 'template_substitution') return true;
  if (parent.type === 'ternary_expression') return field(parent, 'condition')?.id === at.id;
  return parent.type === 'parenthesized_expression' && ['if_statement', 'while_statement'].includes(parent.parent?.type ?? '');
}
