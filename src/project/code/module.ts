/** One module: what it imports, exports and loads, in ES modules and CommonJS alike. Pure. */
import type { SourceFile } from '../source-file.ts';
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
  stringValue,
} from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { PathResolver } from './resolve-path.ts';
import type { CodeModule, ExportedName, ImportedName, ModuleLoad } from './types.ts';

export function readModule(file: SourceFile, root: SyntaxNode, paths: PathResolver): CodeModule {
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, ExportedName>();
  const loads: ModuleLoad[] = [];
  const reExports: string[] = [];
  let isEsm = /\.m[jt]s$/.test(file.path);
  const resolve = (specifier: string): string | undefined => paths.resolve(file.path, specifier);

  for (const statement of namedChildren(root)) {
    if (statement.type === 'import_statement') {
      isEsm = true;
      const source = field(statement, 'source');
      const specifier = source ? stringValue(source) : undefined;
      if (specifier === undefined) continue;
      // A type-only import loads nothing.
      if (!/^import\s+type\b/.test(statement.text))
        loads.push({ specifier, path: resolve(specifier), offset: statement.startIndex, kind: 'import' });
      for (const [local, name] of importedNames(statement)) imports.set(local, { specifier, path: resolve(specifier), name });
    } else if (statement.type === 'export_statement') {
      isEsm = true;
      readExport(statement, exports, reExports, resolve, loads);
    }
  }
  for (const call of descendants(root, 'call_expression')) {
    const specifier = requiredModule(call);
    if (specifier === undefined) continue;
    loads.push({ specifier, path: resolve(specifier), offset: call.startIndex, kind: 'require' });
    for (const [local, name] of requiredNames(call)) imports.set(local, { specifier, path: resolve(specifier), name });
  }
  readCommonJsExports(root, exports);
  return { file, root, isEsm, imports, exports, loads: loads.sort((a, b) => a.offset - b.offset), reExports };
}

function* importedNames(statement: SyntaxNode): Generator<readonly [local: string, name: string]> {
  const clause = namedChildren(statement).find((child) => child.type === 'import_clause');
  if (!clause) return;
  for (const part of namedChildren(clause)) {
    if (part.type === 'identifier') yield [part.text, 'default'];
    if (part.type === 'namespace_import') yield [namedChildren(part)[0]?.text ?? '', '*'];
    if (part.type !== 'named_imports') continue;
    for (const specifier of namedChildren(part)) {
      const name = propertyName(field(specifier, 'name'));
      if (name !== undefined) yield [field(specifier, 'alias')?.text ?? name, name];
    }
  }
}

/** `require('x')` and `await import('x')`, with a literal. */
export function requiredModule(call: SyntaxNode): string | undefined {
  const callee = field(call, 'function');
  if (callee?.text !== 'require' && callee?.type !== 'import') return undefined;
  const args = field(call, 'arguments');
  const [first] = args ? namedChildren(args) : [];
  return first ? stringValue(first) : undefined;
}

function* requiredNames(call: SyntaxNode): Generator<readonly [local: string, name: string]> {
  let at = call;
  let member: string | undefined;
  while (
    at.parent &&
    (at.parent.type === 'await_expression' ||
      at.parent.type === 'parenthesized_expression' ||
      at.parent.type === 'member_expression')
  ) {
    if (at.parent.type === 'member_expression') member = propertyName(field(at.parent, 'property'));
    at = at.parent;
  }
  if (at.parent?.type !== 'variable_declarator') return;
  const pattern = field(at.parent, 'name');
  if (pattern?.type === 'identifier') yield [pattern.text, member ?? '*'];
  if (pattern?.type === 'object_pattern' && member === undefined) {
    for (const part of namedChildren(pattern)) {
      if (part.type === 'shorthand_property_identifier_pattern') yield [part.text, part.text];
      if (part.type === 'pair_pattern') {
        const name = propertyName(field(part, 'key'));
        const local = field(part, 'value');
        if (name !== undefined && local?.type === 'identifier') yield [local.text, name];
      }
    }
  }
}

function readExport(
  statement: SyntaxNode,
  exports: Map<string, ExportedName>,
  reExports: string[],
  resolve: (specifier: string) => string | undefined,
  loads: ModuleLoad[],
): void {
  const source = field(statement, 'source');
  const specifier = source ? stringValue(source) : undefined;
  const path = specifier === undefined ? undefined : resolve(specifier);
  if (specifier !== undefined) loads.push({ specifier, path, offset: statement.startIndex, kind: 'import' });
  const clause = namedChildren(statement).find((child) => child.type === 'export_clause');
  for (const item of clause ? namedChildren(clause) : []) {
    const name = propertyName(field(item, 'name'));
    if (name === undefined) continue;
    const exported = propertyName(field(item, 'alias')) ?? name;
    exports.set(exported, specifier === undefined ? { kind: 'local', name } : { kind: 'from', path, specifier, name });
  }
  if (specifier !== undefined && !clause && path !== undefined) reExports.push(path);
  const declaration = field(statement, 'declaration');
  const isDefault = statement.children.some((child) => child?.type === 'default');
  const value = field(statement, 'value');
  if (isDefault && value) exports.set('default', { kind: 'node', node: value });
  if (!declaration) return;
  if (isDefault) exports.set('default', { kind: 'node', node: declaration });
  for (const name of declaredNames(declaration)) exports.set(name, { kind: 'local', name });
}

function declaredNames(declaration: SyntaxNode): string[] {
  if (declaration.type === 'lexical_declaration' || declaration.type === 'variable_declaration') {
    return namedChildren(declaration).flatMap((declarator) => {
      const pattern = field(declarator, 'name');
      if (pattern?.type === 'identifier') return [pattern.text];
      return pattern
        ? [...descendants(pattern, new Set(['shorthand_property_identifier_pattern', 'identifier']))].map((node) => node.text)
        : [];
    });
  }
  const name = field(declaration, 'name')?.text;
  return name === undefined ? [] : [name];
}

/** `module.exports = …`, `module.exports.a = …`, `exports.a = …` at any depth that is not inside a function. */
function readCommonJsExports(root: SyntaxNode, exports: Map<string, ExportedName>): void {
  for (const assignment of descendants(root, 'assignment_expression')) {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    const path = left ? memberPath(left) : undefined;
    if (!path || !right || enclosing(assignment, functionTypes)) continue;
    const isWhole = path.join('.') === 'module.exports';
    const name =
      path[0] === 'exports' && path.length === 2
        ? path[1]
        : path[0] === 'module' && path[1] === 'exports' && path.length === 3
          ? path[2]
          : undefined;
    if (isWhole) exports.set('*', { kind: 'node', node: bare(right) });
    else if (name !== undefined) exports.set(name, { kind: 'node', node: bare(right) });
  }
}
