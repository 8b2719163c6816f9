/** `…?response_type=code&state=${state}`: the parameters that stand in the text of a URL or of a form's body. Pure. */
import { bare, field, namedChildren } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import type { CodeModule, Value } from '../types.ts';

type Piece =
  /** As it is written, `start` in the file. */
  { readonly kind: 'text'; readonly text: string; readonly start: number } | { readonly kind: 'code'; readonly node: SyntaxNode };

export interface TextParameters {
  readonly values: Map<string, Value>;
  readonly nodes: Map<string, SyntaxNode>;
  readonly complete: boolean;
}

/** @param node a string, a template or a sum of them. */
export function textParameters(node: SyntaxNode, evaluate: (node: SyntaxNode) => Value, module: CodeModule): TextParameters {
  const values = new Map<string, Value>();
  const nodes = new Map<string, SyntaxNode>();
  let complete = true;
  let name: string | undefined;
  const give = (value: Value, of: SyntaxNode | undefined): void => {
    if (name === undefined) return;
    values.set(name, value);
    if (of) nodes.set(name, of);
    name = undefined;
  };
  for (const piece of piecesOf(node)) {
    if (piece.kind === 'code') {
      if (name === undefined) complete &&= !isQueryPart(node, piece.node);
      else give(evaluate(piece.node), piece.node);
      continue;
    }
    for (const { 0: match, 1: key = '', 2: text = '', index } of piece.text.matchAll(/(?:^|[?&])([A-Za-z_][\w-]*)=([^&#]*)/g)) {
      name = key;
      const start = piece.start + index + match.length - text.length;
      const end = start + text.length;
      const isOpen = text === '' && piece.start + piece.text.length === end;
      if (!isOpen)
        give(
          { kind: 'string', text: decoded(text), at: { file: module.file, start, end, location: module.file.locationAt(start) } },
          undefined,
        );
    }
  }
  // A text that ends in `name=` is cut off.
  return { values, nodes, complete: complete && name === undefined };
}

/** What is put behind `?` or `&` as a whole may hold any parameter. */
function isQueryPart(whole: SyntaxNode, hole: SyntaxNode): boolean {
  const before = whole.text.slice(0, hole.startIndex - whole.startIndex).replace(/(?:\$\{|['"`]\s*\+\s*\(?)$/, '');
  return /[?&]$/.test(before);
}

function piecesOf(node: SyntaxNode): Piece[] {
  const plain = bare(node);
  if (plain.type === 'binary_expression' && field(plain, 'operator')?.text === '+')
    return [field(plain, 'left'), field(plain, 'right')].flatMap((side) => (side ? piecesOf(side) : []));
  if (plain.type === 'string') return [{ kind: 'text', text: plain.text.slice(1, -1), start: plain.startIndex + 1 }];
  if (plain.type !== 'template_string') return [{ kind: 'code', node: plain }];
  return namedChildren(plain).flatMap((child): Piece[] => {
    if (child.type !== 'template_substitution') return [{ kind: 'text', text: child.text, start: child.startIndex }];
    const [inner] = namedChildren(child);
    return inner ? [{ kind: 'code', node: inner }] : [];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
