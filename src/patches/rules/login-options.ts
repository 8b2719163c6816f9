/** The options of a getAuthorizationUrl call as they are written: in the call, or in a variable of the same handler. Pure. */
import { declarationOf } from '../../project/code/scope.ts';
import { bare, field, namedChildren, propertyName } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';

/** The object literal behind an argument. */
export function objectBehind(argument: SyntaxNode | undefined): SyntaxNode | undefined {
  const given = argument ? bare(argument) : undefined;
  const declared = given?.type === 'identifier' ? declarationOf(given.text, given) : undefined;
  const object = declared?.kind === 'value' ? bare(declared.value) : given;
  return object?.type === 'object' ? object : undefined;
}

/** The name of a property of an object literal. */
export function partName(part: SyntaxNode): string | undefined {
  if (part.type === 'shorthand_property_identifier') return part.text;
  return part.type === 'pair' || part.type === 'method_definition'
    ? propertyName(field(part, 'key') ?? field(part, 'name'))
    : undefined;
}

/** From the part to where the next one begins, so that no comma and no empty line is left. */
export function withoutPart(object: SyntaxNode, part: SyntaxNode): { readonly start: number; readonly end: number } {
  const parts = namedChildren(object);
  const index = parts.findIndex(({ id }) => id === part.id);
  const next = parts[index + 1];
  if (next) return { start: part.startIndex, end: next.startIndex };
  const before = parts[index - 1];
  return before ? { start: before.endIndex, end: part.endIndex } : { start: part.startIndex, end: part.endIndex };
}
