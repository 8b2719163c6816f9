/** What the code itself calls a client of the SDK, by its type: parameters, variables, fields that are injected, what a function returns. Pure. */
import { field, memberPath, namedChildren } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { FoundNode } from './export-lookup.ts';
import { typeIn, typeOfMember } from './instances.ts';
import { SDK_PACKAGE } from './known-shapes.ts';
import type { Declaration } from './scope.ts';
import type { CodeModule } from './types.ts';

/** `(scalekit: ScalekitClient) => …`, `let client: ScalekitClient | undefined`. */
export function isTypedClient(declared: Declaration, module: CodeModule): boolean {
  switch (declared.kind) {
    case 'parameter':
    case 'several':
      return isClientType(typeIn(declared.node), module);
    case 'value':
      return isClientType(typeIn(declared.declared), module);
    default:
      return false;
  }
}

/** A field or a property of the constructor's parameters, as injection fills them. */
export function isClientMember({ node, module }: FoundNode, name: string): boolean {
  return isClientType(typeOfMember(node, name), module);
}

/** `function getClient(): ScalekitClient`, also of a promise. */
export function returnsClient({ node, module }: FoundNode): boolean {
  const annotation = field(node, 'return_type');
  const type = annotation ? namedChildren(annotation)[0] : undefined;
  return isClientType(type, module);
}

function isClientType(type: SyntaxNode | undefined, module: CodeModule): boolean {
  if (!type) return false;
  if (type.type === 'union_type' || type.type === 'parenthesized_type')
    return namedChildren(type).some((part) => isClientType(part, module));
  if (type.type === 'generic_type') {
    const [name, list] = namedChildren(type);
    return name?.text === 'Promise' && list !== undefined && namedChildren(list).some((part) => isClientType(part, module));
  }
  const [name, member] = memberPath(type) ?? type.text.split('.');
  const imported = name === undefined ? undefined : module.imports.get(name);
  if (imported?.specifier !== SDK_PACKAGE) return false;
  return ['Scalekit', 'ScalekitClient', 'default'].includes(imported.name === '*' ? (member ?? '') : imported.name);
}
