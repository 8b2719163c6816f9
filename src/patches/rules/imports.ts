/** Brings a name into a module: by an import that is there, added to one, or by a new one in the module's own kind. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { descendants, field, namedChildren, requiresOnly, stringValue } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { TextEdit } from '../text-edits.ts';
import { insertion } from './rule.ts';
import { styleOf, written } from './style.ts';

export interface Wanted {
  readonly specifier: string;
  readonly name: string;
  /** Only its type is needed. */
  readonly type?: boolean;
}

export interface Imported {
  /** Under which the module knows it: `randomBytes`, `crypto.randomBytes`. */
  readonly local: string;
  readonly edit: TextEdit | undefined;
}

/** Undefined where the name means something else in this module. */
export function imported(module: CodeModule, { specifier, name, type }: Wanted): Imported | undefined {
  const plain = specifier.replace(/^node:/, '');
  for (const [local, from] of module.imports) {
    if (from.specifier.replace(/^node:/, '') !== plain) continue;
    if (from.name === name) return { local, edit: undefined };
    if (from.name === '*' || (from.name === 'default' && specifier.startsWith('node:')))
      return { local: `${local}.${name}`, edit: undefined };
  }
  if (isTaken(name, module)) return undefined;
  const edit = intoList(module, plain, name, type === true) ?? newImport(module, specifier, name, type === true);
  return { local: name, edit };
}

function isTaken(name: string, { root, imports }: CodeModule): boolean {
  if (imports.has(name)) return true;
  return [...descendants(root, declaring)].some((node) => node.text === name && isDeclared(node));
}

const declaring = new Set(['identifier', 'shorthand_property_identifier_pattern', 'type_identifier']);

function isDeclared(node: SyntaxNode): boolean {
  if (node.type === 'shorthand_property_identifier_pattern') return true;
  const { parent } = node;
  return parent !== null && (field(parent, 'name')?.id === node.id || /parameters?$/.test(parent.type));
}

/** `import { a } from 'x'` and `const { a } = require('x')` take one more name. */
function intoList(module: CodeModule, plain: string, name: string, isType: boolean): TextEdit | undefined {
  for (const statement of namedChildren(module.root)) {
    const list = namesOf(statement, plain, isType);
    const last = list ? namedChildren(list).at(-1) : undefined;
    if (!list || !last) continue;
    const onTypes = /^import\s+type\b/.test(statement.text);
    return insertion(last.endIndex, `, ${isType && !onTypes && module.isEsm ? 'type ' : ''}${name}`);
  }
  return undefined;
}

function namesOf(statement: SyntaxNode, plain: string, isType: boolean): SyntaxNode | undefined {
  if (statement.type === 'import_statement') {
    const source = field(statement, 'source');
    if (!source || stringValue(source)?.replace(/^node:/, '') !== plain) return undefined;
    if (!isType && /^import\s+type\b/.test(statement.text)) return undefined;
    return [...descendants(statement, 'named_imports')][0];
  }
  if (!requiresOnly(statement) || statement.type === 'expression_statement') return undefined;
  for (const declarator of namedChildren(statement)) {
    const value = field(declarator, 'value');
    const list = value ? [...descendants(value, 'string')][0] : undefined;
    const pattern = field(declarator, 'name');
    if (pattern?.type === 'object_pattern' && list && stringValue(list)?.replace(/^node:/, '') === plain) return pattern;
  }
  return undefined;
}

function newImport(module: CodeModule, specifier: string, name: string, isType: boolean): TextEdit {
  const style = styleOf(module.file);
  const statement = module.isEsm
    ? `import ${isType ? 'type ' : ''}{ ${name} } from '${specifier}';`
    : `const { ${name} } = require('${specifier}');`;
  const text = written([statement], style, '');
  const heads = headsOf(module.root);
  const [first] = heads.filter((head) => !isSideEffect(head));
  // What Node brings along stands first.
  if (specifier.startsWith('node:') && first) return insertion(first.startIndex, `${text}${style.end}`);
  const last = heads.at(-1);
  if (last) return insertion(last.endIndex, `${style.end}${text}`);
  return insertion(firstStatement(module.root), `${text}${style.end}${style.end}`);
}

/** The statements that load other modules, at the head of this one. */
export function headsOf(root: SyntaxNode): SyntaxNode[] {
  return namedChildren(root).filter((node) => node.type === 'import_statement' || requiresOnly(node));
}

function isSideEffect(head: SyntaxNode): boolean {
  return head.type === 'expression_statement' || (head.type === 'import_statement' && /^import\s*['"]/.test(head.text));
}

/** Behind a `#!` line and directives. */
function firstStatement(root: SyntaxNode): number {
  const found = root.namedChildren.find(
    (child) =>
      child !== null &&
      child.type !== 'hash_bang_line' &&
      !(child.type === 'expression_statement' && /^['"]use [a-z]+['"];?$/.test(child.text.trim())),
  );
  return found?.startIndex ?? root.endIndex;
}
