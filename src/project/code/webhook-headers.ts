/** Whether a verification takes the headers of a delivery from its body, where they are not. Pure. */
import { bare, field, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule } from './types.ts';
import { type PayloadContext, payloadKind } from './webhook-payload.ts';

/** `event.headers`, where `event` is the body. An envelope that holds headers and payload, as a queue hands it on, is none. */
export function takesHeadersFromBody(
  headers: SyntaxNode | undefined,
  payload: SyntaxNode | undefined,
  module: CodeModule,
  context: PayloadContext,
): boolean {
  const read = headers && memberBehind(headers);
  if (!read || !/^headers?$/i.test(read.name)) return false;
  const envelope = payload && memberBehind(payload);
  const isBody = (node: SyntaxNode): boolean => bare(node).type !== 'object' && payloadKind(node, module, context) === 'parsed';
  return isBody(read.of) && !(envelope && envelope.name !== 'body' && isBody(envelope.of));
}

/** A member of something, here or behind one name. */
function memberBehind(expression: SyntaxNode): { readonly of: SyntaxNode; readonly name: string } | undefined {
  const node = bare(expression);
  if (node.type === 'identifier') {
    const declared = declarationOf(node.text, node);
    if (declared?.kind === 'property') return { of: declared.of, name: declared.property };
    return declared?.kind === 'value' && bare(declared.value).type !== 'identifier' ? memberBehind(declared.value) : undefined;
  }
  const object = /^(?:member|subscript)_expression$/.test(node.type) ? field(node, 'object') : undefined;
  const name = propertyName(field(node, 'property') ?? field(node, 'index'));
  return object && name !== undefined ? { of: object, name } : undefined;
}
