/** Cookies that the code writes as the text of a Set-Cookie header: `session=${id}; Path=/; HttpOnly; SameSite=Lax` (RFC 6265 §4.1). Pure. */
import { bare, descendants, field, namedChildren } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { CookieAttribute, CookieWrite } from './cookies.ts';
import { placeOf } from './place.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, Place } from './types.ts';

/** A stretch of the header: text as written, or an expression that cannot be followed. */
type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | { readonly kind: 'expression'; readonly text: string; readonly node: SyntaxNode };

const looksLikeCookie = /^[\w.$-]+=[^;]*;\s*(?:path|httponly|samesite|secure|max-age|expires|domain)\b/i;
const attributeName = /^(?:path|httponly|samesite|secure|max-age|expires|domain)$/i;
/** Without one of these a file has no such header: its texts need not be looked at one by one. */
const anyAttribute = /\b(?:path|samesite|max-age|expires|domain)=(?!["'{])|\b(?:httponly|secure)\b/i;
/** Longer texts are no header. */
const LONGEST = 2_000;
const DEEPEST = 6;
/** Stands for an expression; no source has it. */
const HOLE = '\uE000';

export function rawCookieWritesOf(module: CodeModule): CookieWrite[] {
  if (!anyAttribute.test(module.file.text)) return [];
  return [...descendants(module.root, new Set(['string', 'template_string', 'binary_expression']))].flatMap((node) => {
    if (node.text.length > LONGEST || !/^['"`]?[\w.$-]+=|^\s*['"`]/.test(node.text) || isPart(node)) return [];
    if (node.type === 'string' && !node.text.includes(';')) return [];
    const cookie = cookieOf(node, module);
    return cookie ? [cookie] : [];
  });
}

/** What stands in a sum or a hole is read with the whole. */
function isPart({ parent }: SyntaxNode): boolean {
  // The browser's own code sets cookies that the server never does.
  if (parent?.type === 'assignment_expression' && /document\.cookie$/.test(field(parent, 'left')?.text ?? '')) return true;
  return (
    parent?.type === 'template_substitution' || (parent?.type === 'binary_expression' && field(parent, 'operator')?.text === '+')
  );
}

function cookieOf(node: SyntaxNode, module: CodeModule): CookieWrite | undefined {
  const pieces = piecesOf(node, DEEPEST);
  const text = pieces.map((piece) => (piece.kind === 'text' ? piece.text : HOLE)).join('');
  const name = /^([\w.$-]+)=/.exec(text)?.[1];
  if (name === undefined || attributeName.test(name) || !looksLikeCookie.test(text.replaceAll(HOLE, '?'))) return undefined;
  if (/expires=thu, 0?1[ -]jan[ -]1970/i.test(text)) return undefined;
  const parts = partsOf(pieces);
  const attributes = new Map(parts.slice(1).map((part) => [part.name.toLowerCase(), part] as const));
  const attribute = (key: string): CookieAttribute | undefined => {
    const part = attributes.get(key);
    return part ? { text: part.value, place: placeIn(part, node, module), inHeader: true } : undefined;
  };
  const age = attributes.get('max-age');
  return {
    name,
    value: parts[0]?.expression?.text ?? parts[0]?.value ?? '',
    at: placeOf(module.file, node),
    module,
    node,
    unit: 'seconds',
    maxAge: age ? { ...maxAgeOf(age), place: placeIn(age, node, module), inHeader: true } : undefined,
    hasExpires: attribute('expires') !== undefined,
    sameSite: attribute('samesite'),
    secure: attributes.has('secure') ? { text: 'true', place: placeOf(module.file, node), inHeader: true } : undefined,
    path: attribute('path'),
    domain: attribute('domain'),
  };
}

interface Part {
  readonly name: string;
  readonly value: string;
  readonly expression: SyntaxNode | undefined;
  /** Where the value's text begins in the file; undefined where it is an expression or stands in several places. */
  readonly start: number | undefined;
}

/** The header's parts between semicolons. */
function partsOf(pieces: readonly Piece[]): Part[] {
  const parts: { text: string; expressions: SyntaxNode[]; starts: number[] }[] = [{ text: '', expressions: [], starts: [] }];
  const last = () => parts.at(-1) ?? { text: '', expressions: [], starts: [] };
  for (const piece of pieces) {
    if (piece.kind === 'expression') {
      last().text += HOLE;
      last().starts.push(-1);
      last().expressions.push(piece.node);
      continue;
    }
    // By UTF-16 units, as places count.
    for (const [index, char] of piece.text.split('').entries()) {
      if (char === ';') parts.push({ text: '', expressions: [], starts: [] });
      else {
        last().text += char;
        last().starts.push(piece.start + index);
      }
    }
  }
  return parts.map(({ text, expressions, starts }) => {
    const equals = text.indexOf('=');
    const name = (equals === -1 ? text : text.slice(0, equals)).trim();
    const raw = equals === -1 ? '' : text.slice(equals + 1);
    const value = raw.trim();
    const at = equals + 1 + (raw.length - raw.trimStart().length);
    const expression = value === HOLE ? expressions.at(-1) : undefined;
    const start = starts[at];
    const isWhole =
      value !== '' && starts.slice(at, at + value.length).every((position, index) => position === (start ?? 0) + index);
    return { name, value, expression, start: isWhole && start !== -1 ? start : undefined };
  });
}

function placeIn({ start, value, expression }: Part, node: SyntaxNode, module: CodeModule): Place {
  if (expression) return placeOf(module.file, expression);
  if (start === undefined) return placeOf(module.file, node);
  return { file: module.file, start, end: start + value.length, location: module.file.locationAt(start) };
}

function maxAgeOf({
  value,
  expression,
}: Part): { kind: 'seconds'; seconds: number } | { kind: 'expires-in' } | { kind: 'unknown' } {
  if (expression) return /\bexpires_?in\b/i.test(expression.text) ? { kind: 'expires-in' } : { kind: 'unknown' };
  return /^\d+$/.test(value) ? { kind: 'seconds', seconds: Number(value) } : { kind: 'unknown' };
}

/** Through sums and constants of the file; what depends on a condition is left out. */
function piecesOf(expression: SyntaxNode, steps: number): Piece[] {
  const node = bare(expression);
  const opaque: Piece[] = [{ kind: 'expression', text: node.text, node }];
  if (steps === 0) return opaque;
  switch (node.type) {
    case 'string':
      return [{ kind: 'text', text: node.text.slice(1, -1), start: node.startIndex + 1 }];
    case 'template_string':
      return templatePieces(node, steps);
    case 'binary_expression': {
      const left = field(node, 'left');
      const right = field(node, 'right');
      if (!left || !right || field(node, 'operator')?.text !== '+') return opaque;
      return [...piecesOf(left, steps - 1), ...piecesOf(right, steps - 1)];
    }
    case 'ternary_expression':
      return /['"`]\s*;/.test(node.text) ? [] : opaque;
    case 'identifier': {
      const declared = declarationOf(node.text, node);
      const value = declared?.kind === 'value' ? bare(declared.value) : undefined;
      return value && /^(?:string|template_string|binary_expression)$/.test(value.type) ? piecesOf(value, steps - 1) : opaque;
    }
    default:
      return opaque;
  }
}

function templatePieces(node: SyntaxNode, steps: number): Piece[] {
  const pieces: Piece[] = [];
  let at = node.startIndex + 1;
  const end = node.endIndex - 1;
  const upTo = (position: number): void => {
    if (position > at)
      pieces.push({ kind: 'text', text: node.text.slice(at - node.startIndex, position - node.startIndex), start: at });
  };
  for (const child of namedChildren(node)) {
    if (child.type !== 'template_substitution') continue;
    upTo(child.startIndex);
    const [inner] = namedChildren(child);
    if (inner) pieces.push(...piecesOf(inner, steps - 1));
    at = child.endIndex;
  }
  upTo(end);
  return pieces;
}
