/** From an expression to the function of the project that it stands for: inline, by name, imported, wrapped, a method of an object. Pure. */
import { bare, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup, FoundNode } from './export-lookup.ts';
import { classBehind, classNamed, methodOfClass } from './instances.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule } from './types.ts';

const MOST_STEPS = 8;

export function functionBehind(
  expression: SyntaxNode,
  module: CodeModule,
  lookup: ExportLookup,
  steps = MOST_STEPS,
): FoundNode | undefined {
  if (steps <= 0) return undefined;
  const node = bare(expression);
  const next = (other: SyntaxNode, of: CodeModule = module): FoundNode | undefined =>
    functionBehind(other, of, lookup, steps - 1);
  if (functionTypes.has(node.type)) return { node, module };
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    if (declared?.kind === 'function') return { node: declared.node, module };
    if (declared?.kind === 'value' && !isRequire(declared.value)) return next(declared.value);
    if (declared && declared.kind !== 'value' && declared.kind !== 'property') return undefined;
    const imported = lookup.imported(module, node.text);
    return imported ? next(imported.node, imported.module) : undefined;
  }
  if (node.type === 'member_expression') return ofMember(node, module, lookup, steps);
  // asyncHandler(async (req, res) => …), handler.bind(this), wrap('name', handler): the function handed in is what runs.
  if (node.type === 'call_expression') {
    const callee = field(node, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (object && propertyName(field(callee ?? node, 'property')) === 'bind') return next(object);
    const list = field(node, 'arguments');
    for (const argument of list ? namedChildren(list) : []) {
      const inner = functionTypes.has(bare(argument).type) || argument.type === 'identifier' ? next(argument) : undefined;
      if (inner) return inner;
    }
  }
  return undefined;
}

/** The calls between an expression and the function that it stands for: `withErrors(asyncHandler(save))`. */
export function wrappersOf(expression: SyntaxNode, module: CodeModule, lookup: ExportLookup, steps = MOST_STEPS): FoundNode[] {
  const node = bare(expression);
  if (steps <= 0) return [];
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    if (declared?.kind === 'value' && !isRequire(declared.value)) return wrappersOf(declared.value, module, lookup, steps - 1);
    const imported = declared ? undefined : lookup.imported(module, node.text);
    return imported ? wrappersOf(imported.node, imported.module, lookup, steps - 1) : [];
  }
  const callee = node.type === 'call_expression' ? field(node, 'function') : undefined;
  if (!callee || propertyName(field(callee, 'property')) === 'bind') return [];
  const list = field(node, 'arguments');
  const inner = (list ? namedChildren(list) : []).find((argument) =>
    functionTypes.has(bare(argument).type) || argument.type === 'identifier'
      ? functionBehind(argument, module, lookup, steps - 1) !== undefined
      : false,
  );
  return [{ node, module }, ...(inner ? wrappersOf(inner, module, lookup, steps - 1) : [])];
}

/** `authController.callback`, `handlers.login`, `this.sessions.find`, `auth.login` of `import * as auth`. */
function ofMember(node: SyntaxNode, module: CodeModule, lookup: ExportLookup, steps: number): FoundNode | undefined {
  const object = field(node, 'object');
  const name = propertyName(field(node, 'property'));
  if (!object || name === undefined) return undefined;
  const owner = classBehind(object, module, lookup) ?? classNamed(bare(object), module, lookup);
  const method = owner ? methodOfClass(owner, name) : undefined;
  if (owner && method) return { node: method, module: owner.module };
  const plain = bare(object);
  if (plain.type !== 'identifier') return undefined;
  const imported = module.imports.get(plain.text);
  if (imported?.path !== undefined && (imported.name === '*' || imported.name === 'default')) {
    const found = lookup.exportedBy(imported.path, name);
    if (found) return functionBehind(found.node, found.module, lookup, steps - 1);
  }
  const declared = declarationOf(plain.text, plain);
  const whole =
    declared?.kind === 'value' && !isRequire(declared.value)
      ? { node: bare(declared.value), module }
      : lookup.imported(module, plain.text);
  if (whole?.node.type !== 'object') return undefined;
  for (const part of namedChildren(whole.node)) {
    if (part.type === 'shorthand_property_identifier' && part.text === name) {
      const found = declarationOf(name, part);
      if (found?.kind === 'function') return { node: found.node, module: whole.module };
      if (found?.kind === 'value') return functionBehind(found.value, whole.module, lookup, steps - 1);
    }
    if (part.type === 'method_definition' && propertyName(field(part, 'name')) === name)
      return { node: part, module: whole.module };
    const value = part.type === 'pair' && propertyName(field(part, 'key')) === name ? field(part, 'value') : undefined;
    if (value) return functionBehind(value, whole.module, lookup, steps - 1);
  }
  return undefined;
}

function isRequire(node: SyntaxNode): boolean {
  const call = bare(node);
  return call.type === 'call_expression' && field(call, 'function')?.text === 'require';
}
