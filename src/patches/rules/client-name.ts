/** Under which name a module has the Scalekit client, importing it where another module of the project exports it. Pure. */
import type { CodeModule } from '../../project/code/types.ts';
import { bare, descendants, field, memberPath, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { Bench } from './bench.ts';
import { relativeSpecifier } from './module-path.ts';

const ownMethods =
  /^(?:getAuthorizationUrl|authenticateWithCode|validateAccessToken|validateToken|refreshAccessToken|getLogoutUrl|verifyWebhookPayload|getIdpInitiatedLoginClaims)$/;

/** `node`: where the name is needed. A method that is called on the client near by says it, too: `this.scalekit.client`. */
export function clientName(bench: Bench, node: SyntaxNode, modules: readonly CodeModule[]): string | undefined {
  const { module } = bench;
  for (const call of descendants(module.root, 'call_expression')) {
    const callee = field(call, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (!object) continue;
    const made = getterOf(object);
    const name = made ?? memberPath(object)?.join('.');
    const isNear =
      made !== undefined
        ? isKnown(made, module)
        : name !== undefined && (memberPath(object)?.[0] === 'this' || isAtTopLevel(object, module));
    if (isNear && ownMethods.test(propertyName(field(callee ?? call, 'property')) ?? '') && inSameClass(call, node)) return name;
  }
  for (const [local, { path, name }] of module.imports) {
    const from = modules.find(({ file }) => file.path === path);
    if (from && exportsClient(from, name)) return local;
  }
  const own = madeIn(module);
  if (own !== undefined) return own;
  for (const other of modules) {
    const name = [...other.exports.keys()].find(
      (exported) => !/^(?:default|\*)$/.test(exported) && exportsClient(other, exported),
    );
    if (name === undefined || other === module) continue;
    return bench.use({ specifier: relativeSpecifier(module, other), name });
  }
  return byGetter(bench, modules);
}

/** `getScalekit()` of another module, where the project comes to its client so. */
function byGetter(bench: Bench, modules: readonly CodeModule[]): string | undefined {
  for (const other of modules) {
    for (const call of descendants(other.root, 'call_expression')) {
      const callee = field(call, 'function');
      const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
      const getter =
        object && ownMethods.test(propertyName(field(callee ?? call, 'property')) ?? '') ? getterOf(object) : undefined;
      const imported = getter === undefined ? undefined : other.imports.get(getter.slice(0, -2));
      const source = modules.find(({ file }) => file.path === imported?.path);
      if (!imported || !source || source === bench.module || /^(?:default|\*)$/.test(imported.name)) continue;
      const local = bench.use({ specifier: relativeSpecifier(bench.module, source), name: imported.name });
      if (local !== undefined) return `${local}()`;
    }
  }
  return undefined;
}

/** `getScalekit()`: a call without arguments that is not waited for. */
function getterOf(object: SyntaxNode): string | undefined {
  const callee = object.type === 'call_expression' ? field(object, 'function') : undefined;
  const list = callee ? field(object, 'arguments') : undefined;
  return callee?.type === 'identifier' && list && namedChildren(list).length === 0 ? `${callee.text}()` : undefined;
}

function isKnown(getter: string, module: CodeModule): boolean {
  const name = getter.slice(0, -2);
  return module.imports.has(name) || module.exports.has(name) || declaredAtTop(module.root, name);
}

/** `this.scalekit` is that of one class. */
function inSameClass(call: SyntaxNode, node: SyntaxNode): boolean {
  const around = (at: SyntaxNode | null): number | undefined => {
    for (let up = at; up; up = up.parent) if (up.type === 'class_body') return up.id;
    return undefined;
  };
  return !/^this\b/.test(field(call, 'function')?.text ?? '') || around(call) === around(node);
}

/** An imported name, or one of the module itself; one of a function is not there elsewhere. */
function isAtTopLevel(object: SyntaxNode, module: CodeModule): boolean {
  const [root] = memberPath(object) ?? [];
  return root !== undefined && (module.imports.has(root) || declaredAtTop(module.root, root));
}

function declaredAtTop(root: SyntaxNode, name: string): boolean {
  return [...topDeclarators(root)].some((declarator) => field(declarator, 'name')?.text === name);
}

function* topDeclarators(root: SyntaxNode): Generator<SyntaxNode> {
  for (const statement of namedChildren(root)) {
    const inner = statement.type === 'export_statement' ? field(statement, 'declaration') : statement;
    if (inner?.type === 'lexical_declaration' || inner?.type === 'variable_declaration') yield* namedChildren(inner);
  }
}

function madeIn({ root }: CodeModule): string | undefined {
  for (const declarator of topDeclarators(root)) if (isMaking(field(declarator, 'value'))) return field(declarator, 'name')?.text;
  return undefined;
}

function isMaking(value: SyntaxNode | undefined): boolean {
  const plain = value ? bare(value) : undefined;
  return plain?.type === 'new_expression' && /^(?:\w+\.)?Scalekit(?:Client)?$/.test(field(plain, 'constructor')?.text ?? '');
}

export function exportsClient(module: CodeModule, name: string): boolean {
  const exported = module.exports.get(name) ?? (name === 'default' ? module.exports.get('*') : undefined);
  if (exported?.kind === 'node')
    return isMaking(exported.node) || (exported.node.type === 'identifier' && madeIn(module) === exported.node.text);
  return exported?.kind === 'local' && madeIn(module) === exported.name;
}
