/** Where a login keeps its state until the callback, and what the callback compares it with: a cookie, or the session. Pure. */
import { readsOf } from '../../../project/code/query-reads.ts';
import { declarationOf } from '../../../project/code/scope.ts';
import type { CodePart } from '../../../project/code/types.ts';
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';

export type KeptState =
  | { readonly kind: 'cookie'; readonly name: string }
  /** `session.state`, behind the request. */
  | { readonly kind: 'session'; readonly path: string };

/** Where a handler puts the variable: `res.cookie('state', state)`, `req.session.state = state`. */
export function keptBy(handler: SyntaxNode, variable: string): KeptState | undefined {
  for (const call of descendants(handler, 'call_expression')) {
    const list = field(call, 'arguments');
    const args = list ? namedChildren(list) : [];
    const at = args.findIndex((argument) => bare(argument).text === variable);
    const callee = (field(call, 'function')?.text ?? '').replace(/\s+/g, '');
    const name = at > 0 ? stringValue(bare(args[at - 1] ?? call)) : undefined;
    if (name === undefined || !/(?:cookies?|set|serialize)\w*$/i.test(callee)) continue;
    if (/session/i.test(callee)) return { kind: 'session', path: `session.get('${name}')` };
    return { kind: 'cookie', name };
  }
  for (const assignment of descendants(handler, 'assignment_expression')) {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    const path = left ? memberPath(left) : undefined;
    if (right && bare(right).text === variable && path?.[1] === 'session')
      return { kind: 'session', path: path.slice(1).join('.') };
  }
  for (const hole of descendants(handler, 'template_substitution')) {
    const before = hole.parent ? hole.parent.text.slice(1, hole.startIndex - hole.parent.startIndex) : '';
    const name = /(?:^|[;,]\s*)([\w.-]+)=$/.exec(before)?.[1];
    if (name !== undefined && namedChildren(hole)[0]?.text === variable) return { kind: 'cookie', name };
  }
  return undefined;
}

/** What the callback holds the query's state against; `other` where that cannot be told, undefined where it compares nothing. */
export function comparedWith(parts: readonly CodePart[]): KeptState | 'other' | undefined {
  let found: KeptState | 'other' | undefined;
  for (const { node } of parts) {
    const names = new Set([...readsOf(node, new Set(['state']))].flatMap(namesOf));
    for (const binary of descendants(node, 'binary_expression')) {
      if (!/^[!=]==?$/.test(field(binary, 'operator')?.text ?? '')) continue;
      const sides = [field(binary, 'left'), field(binary, 'right')].flatMap((side) => (side ? [bare(side)] : []));
      const own = sides.findIndex((side) => names.has(side.text));
      const other = sides[1 - own];
      if (own === -1 || !other || /^(?:undefined|null|''|"")$/.test(other.text)) continue;
      const kept = keptIn(other);
      if (kept !== undefined) return kept;
      found = 'other';
    }
  }
  return found;
}

/** The expressions under which a read of the query goes on: itself, and the variable that it becomes. */
function namesOf(read: SyntaxNode): string[] {
  if (/pattern/.test(read.type)) {
    const value = field(read, 'value');
    return [value?.type === 'identifier' ? value.text : (field(read, 'left') ?? read).text];
  }
  let at = read;
  while (at.parent && !/declarator|statement|binary|arguments|decorator/.test(at.parent.type)) at = at.parent;
  if (at.parent?.type === 'arguments' && at.parent.parent) {
    at = at.parent.parent;
    while (at.parent && /as_expression|non_null|parenthesized/.test(at.parent.type)) at = at.parent;
  }
  const declarator = at.parent?.type === 'variable_declarator' ? field(at.parent, 'name') : undefined;
  const parameter = at.parent?.type === 'decorator' && at.parent.parent ? field(at.parent.parent, 'pattern') : undefined;
  const decorated =
    at.parent?.parent?.type === 'decorator' && at.parent.parent.parent ? field(at.parent.parent.parent, 'pattern') : undefined;
  const names = [bare(at).text, read.text];
  for (const name of [declarator, parameter, decorated]) if (name?.type === 'identifier') names.push(name.text);
  return names;
}

function keptIn(expression: SyntaxNode, steps = 3): KeptState | undefined {
  const node = bare(expression);
  const text = node.text.replace(/\s+/g, '').replaceAll('?.', '.');
  const read =
    /(?:^|[^\w])(?:getCookie\(\w+,|[\w.()]*(?:cookies?|jar|store)\w*(?:\(\)|\))*\.get\()(['"`])([\w.-]+)\1\)(?:\.value)?$/i.exec(
      text,
    );
  if (read?.[2] !== undefined) return { kind: 'cookie', name: read[2] };
  const path = memberPath(node);
  const cookies = path?.findIndex((name) => /^(?:signed)?cookies$/i.test(name)) ?? -1;
  const name = path?.[cookies + 1];
  if (cookies >= 0 && name !== undefined) return { kind: 'cookie', name };
  if (path?.[1] === 'session') return { kind: 'session', path: path.slice(1).join('.') };
  // cookiesOf(request).state, parse(request.headers.cookie).state
  const property = node.type === 'member_expression' ? propertyName(field(node, 'property')) : undefined;
  const object = node.type === 'member_expression' ? bare(field(node, 'object') ?? node) : undefined;
  if (property !== undefined && object?.type === 'call_expression' && /cookie/i.test(object.text))
    return { kind: 'cookie', name: property };
  if (node.type !== 'identifier' || steps === 0) return undefined;
  const declared = declarationOf(node.text, node);
  if (declared?.kind === 'value') return keptIn(declared.value, steps - 1);
  if (declared?.kind !== 'property') return undefined;
  const of = bare(declared.of);
  if (propertyName(field(of, 'property')) === 'cookies' || (of.type === 'call_expression' && /cookie/i.test(of.text)))
    return { kind: 'cookie', name: declared.property };
  return /\bsession$/.test(declared.of.text) ? { kind: 'session', path: `session.${declared.property}` } : undefined;
}
