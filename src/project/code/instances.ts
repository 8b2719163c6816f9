/** Objects of the project's own classes: which class stands behind `this.scalekit`, by `new`, by a type, by injection into a constructor. Pure. */
import { bare, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup, FoundNode } from './export-lookup.ts';
import { returnedBy } from './known-shapes.ts';
import { declarationOf, fieldOfClass } from './scope.ts';
import type { CodeModule } from './types.ts';

const classTypes = new Set(['class_declaration', 'abstract_class_declaration', 'class']);
/** Longer chains of injected objects are not followed. */
const MOST_STEPS = 6;

/** The class of the project whose instance an expression is. */
export function classBehind(
  node: SyntaxNode,
  module: CodeModule,
  lookup: ExportLookup,
  steps = MOST_STEPS,
): FoundNode | undefined {
  if (steps <= 0) return undefined;
  const plain = bare(node);
  if (plain.type === 'this') {
    const own = classAround(plain);
    return own ? { node: own, module } : undefined;
  }
  if (plain.type === 'new_expression') return classNamed(field(plain, 'constructor'), module, lookup);
  if (plain.type === 'identifier') {
    const declared = declarationOf(plain.text, plain);
    if (declared?.kind === 'value') return classBehind(declared.value, module, lookup, steps - 1);
    if (declared?.kind === 'parameter') return classNamed(typeIn(declared.node), module, lookup);
    const imported = declared ? undefined : lookup.imported(module, plain.text);
    return imported ? classBehind(imported.node, imported.module, lookup, steps - 1) : undefined;
  }
  if (plain.type !== 'member_expression') return undefined;
  const object = field(plain, 'object');
  const name = propertyName(field(plain, 'property'));
  const owner = object && name !== undefined ? classBehind(object, module, lookup, steps - 1) : undefined;
  if (!owner || name === undefined) return undefined;
  const typed = typeOfMember(owner.node, name);
  const byType = typed ? classNamed(typed, owner.module, lookup) : undefined;
  if (byType) return byType;
  const value = fieldOfClass(bodyOf(owner.node), name);
  return value ? classBehind(value, owner.module, lookup, steps - 1) : undefined;
}

/** What an instance's property is: the value of its field, or what its getter returns. */
export function memberOfClass(owner: FoundNode, name: string): FoundNode | undefined {
  const body = bodyOf(owner.node);
  const value = fieldOfClass(body, name);
  if (value) return { node: value, module: owner.module };
  const getter = namedChildren(body).find(
    (part) =>
      part.type === 'method_definition' &&
      part.children.some((child) => child?.type === 'get') &&
      propertyName(field(part, 'name')) === name,
  );
  const returned = getter ? returnedBy(getter) : undefined;
  return returned ? { node: returned, module: owner.module } : undefined;
}

/** The method of a project's class that a call like `this.sessions.start(…)` runs. */
export function methodOfClass(owner: FoundNode, name: string): SyntaxNode | undefined {
  for (const part of namedChildren(bodyOf(owner.node))) {
    if (part.type === 'method_definition' && propertyName(field(part, 'name')) === name) return part;
    // `callback = async (req, res) => …` keeps its `this`.
    const value = /field_definition$/.test(part.type) ? field(part, 'value') : undefined;
    const isFunction = value !== undefined && functionTypes.has(bare(value).type);
    if (isFunction && propertyName(field(part, 'name') ?? field(part, 'property')) === name) return bare(value);
  }
  return undefined;
}

function classAround(node: SyntaxNode): SyntaxNode | undefined {
  let at: SyntaxNode | null = node;
  while (at && !classTypes.has(at.type)) at = at.parent;
  return at ?? undefined;
}

function bodyOf(node: SyntaxNode): SyntaxNode {
  return field(node, 'body') ?? node;
}

/** The type that a class gives to one of its fields, in its own declaration or as a property in the constructor's parameters. */
export function typeOfMember(owner: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const part of namedChildren(bodyOf(owner))) {
    const own = propertyName(field(part, 'name') ?? field(part, 'property'));
    if (/field_definition$/.test(part.type) && own === name) return typeIn(part);
  }
  const parameter = parameterProperty(owner, name);
  return parameter && typeIn(parameter);
}

/** `constructor(private readonly client: ScalekitClient)`: the parameter that is a field as well. */
export function parameterProperty(owner: SyntaxNode, name: string): SyntaxNode | undefined {
  for (const part of namedChildren(bodyOf(owner))) {
    if (part.type !== 'method_definition' || propertyName(field(part, 'name')) !== 'constructor') continue;
    const list = field(part, 'parameters');
    for (const parameter of list ? namedChildren(list) : []) {
      const isProperty = parameter.children.some(
        (child) => child?.type === 'accessibility_modifier' || child?.type === 'readonly',
      );
      if (isProperty && field(parameter, 'pattern')?.text === name) return parameter;
    }
  }
  return undefined;
}

export function typeIn(node: SyntaxNode): SyntaxNode | undefined {
  const annotation = field(node, 'type');
  return annotation ? namedChildren(annotation)[0] : undefined;
}

/** The class of that name, as `Config.get(…)` of a static method means it. */
export function classNamed(name: SyntaxNode | undefined, module: CodeModule, lookup: ExportLookup): FoundNode | undefined {
  if (name?.type !== 'type_identifier' && name?.type !== 'identifier') return undefined;
  const declared = declarationOf(name.text, name);
  if (declared) return declared.kind === 'class' ? { node: declared.node, module } : undefined;
  const imported = lookup.imported(module, name.text);
  return imported && classTypes.has(imported.node.type) ? imported : undefined;
}
