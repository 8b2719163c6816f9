/** Places of nodes. Pure. */
import type { SourceFile } from '../source-file.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Place } from './types.ts';

export function placeOf(file: SourceFile, node: SyntaxNode): Place {
  return { file, start: node.startIndex, end: node.endIndex, location: file.locationAt(node.startIndex) };
}
