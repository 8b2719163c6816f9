/** Stores the refresh token that a refresh returns, beside where the access token of the same result is stored. Pure. */
import type { SdkCall } from '../../project/code/types.ts';
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
} from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import type { TextEdit } from '../text-edits.ts';
import { indentationAt, insertion, lineEnding, type RuleResult, result, statementOf } from './rule.ts';

export function storeRotatedToken(call: SdkCall): RuleResult | undefined {
  if (call.byHand) return undefined;
  const { file, root } = call.module;
  const binding = bindingOf(call.node);
  if (!binding) return undefined;
  const scope = enclosing(call.node, functionTypes) ?? root;
  const edits: TextEdit[] = [];
  if (binding.kind === 'pattern') {
    if (declares(scope, 'refreshToken', binding.pattern)) return undefined;
    edits.push(insertion(binding.after, ', refreshToken'));
  }
  const stores = storesOf(scope, binding).flatMap((use) => storeBeside(use, binding, file.text) ?? []);
  if (stores.length === 0) return undefined;
  return result(file, [...edits, ...stores]);
}

type Binding =
  | { readonly kind: 'name'; readonly name: string; readonly node: SyntaxNode }
  /** `const { accessToken } = …`: `after` is where another name can be added. */
  | { readonly kind: 'pattern'; readonly pattern: SyntaxNode; readonly local: string; readonly after: number };

function bindingOf(call: SyntaxNode): Binding | undefined {
  let at = call;
  while (at.parent && bare(at.parent).id === call.id) at = at.parent;
  const declarator = at.parent;
  const pattern =
    declarator?.type === 'variable_declarator'
      ? field(declarator, 'name')
      : declarator?.type === 'assignment_expression'
        ? field(declarator, 'left')
        : undefined;
  if (pattern?.type === 'identifier') return { kind: 'name', name: pattern.text, node: pattern };
  if (pattern?.type !== 'object_pattern') return undefined;
  for (const part of namedChildren(pattern)) {
    const name = part.type === 'pair_pattern' ? propertyName(field(part, 'key')) : part.text;
    const local = part.type === 'pair_pattern' ? field(part, 'value')?.text : part.text;
    if (name === 'accessToken' && local !== undefined) return { kind: 'pattern', pattern, local, after: part.endIndex };
  }
  return undefined;
}

/** Every place where the access token of this result is used. */
function storesOf(scope: SyntaxNode, binding: Binding): SyntaxNode[] {
  if (binding.kind === 'name') {
    return [...descendants(scope, 'member_expression')].filter(
      (node) => memberPath(node)?.join('.') === `${binding.name}.accessToken`,
    );
  }
  return [...descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))].filter(
    (node) =>
      node.text === binding.local &&
      !(node.startIndex >= binding.pattern.startIndex && node.endIndex <= binding.pattern.endIndex),
  );
}

function storeBeside(use: SyntaxNode, binding: Binding, text: string): TextEdit[] | undefined {
  const refresh = binding.kind === 'name' ? `${binding.name}.refreshToken` : 'refreshToken';
  const { parent } = use;
  // { ...session, accessToken } or { accessToken: result.accessToken }
  if (use.type === 'shorthand_property_identifier')
    return isStored(parent) ? [insertion(use.endIndex, ', refreshToken')] : undefined;
  if (parent?.type === 'pair') {
    if (!isStored(parent.parent)) return undefined;
    const key = twin(propertyName(field(parent, 'key')));
    if (key === undefined) return undefined;
    const pair = `${key}: ${refresh}`;
    const own = indentationAt(text, parent.startIndex);
    const isOnLine = text.slice(0, parent.startIndex).endsWith(`${lineEnding(text)}${own}`);
    return [insertion(parent.endIndex, isOnLine ? `,${lineEnding(text)}${own}${pair}` : `, ${pair}`)];
  }
  // session.accessToken = result.accessToken;
  if (parent?.type === 'assignment_expression' && field(parent, 'right')?.id === use.id) {
    const left = field(parent, 'left');
    const target = left ? twinTarget(left) : undefined;
    const statement = statementOf(parent);
    if (target === undefined || !statement || statement.type !== 'expression_statement') return undefined;
    const semicolon = statement.text.endsWith(';') ? ';' : '';
    return [
      insertion(
        statement.endIndex,
        `${lineEnding(text)}${indentationAt(text, statement.startIndex)}${target} = ${refresh}${semicolon}`,
      ),
    ];
  }
  return undefined;
}

/** An object that is kept: assigned, or handed to something whose name says that it keeps. One that is logged or sent must not get the token. */
function isStored(object: SyntaxNode | null): boolean {
  const around = object?.parent;
  if (around?.type === 'assignment_expression') return true;
  if (around?.type !== 'arguments') return false;
  const callee = around.parent ? field(around.parent, 'function')?.text : undefined;
  return (
    callee !== undefined &&
    /(?:save|set|store|update|put|persist|write|upsert|seal|encrypt|assign|session|cookie)\w*$/i.test(callee)
  );
}

/** `session.accessToken` → `session.refreshToken`; `tokens['access_token']` → `tokens['refresh_token']`. */
function twinTarget(left: SyntaxNode): string | undefined {
  const property = field(left, 'property') ?? field(left, 'index');
  const name = property ? twin(propertyName(property)) : undefined;
  if (!property || name === undefined) return undefined;
  const before = left.text.slice(0, property.startIndex - left.startIndex);
  const after = left.text.slice(property.endIndex - left.startIndex);
  const quoted = property.type === 'string' ? `${property.text[0]}${name}${property.text[0]}` : name;
  return `${before}${quoted}${after}`;
}

/** The name for the refresh token in the same spelling; undefined where the name is not one for an access token. */
function twin(name: string | undefined): string | undefined {
  if (name === undefined || !/access/i.test(name)) return undefined;
  return name.replace('access', 'refresh').replace('Access', 'Refresh').replace('ACCESS', 'REFRESH');
}

function declares(scope: SyntaxNode, name: string, pattern: SyntaxNode): boolean {
  const declared = [...descendants(scope, new Set(['shorthand_property_identifier_pattern', 'identifier']))];
  return declared.some((node) => {
    if (node.text !== name || (node.startIndex >= pattern.startIndex && node.endIndex <= pattern.endIndex)) return false;
    return (
      node.type === 'shorthand_property_identifier_pattern' ||
      node.parent?.type === 'variable_declarator' ||
      /parameters?$/.test(node.parent?.type ?? '')
    );
  });
}
