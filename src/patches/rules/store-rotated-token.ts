/** Stores the refresh token that a refresh returns, beside where the access token of the same result is stored. Pure. */
import type { CodeModule, SdkCall } from '../../project/code/types.ts';
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
import { freeName } from './bench.ts';
import { indentationAt, insertion, lineEnding, type RuleResult, result, statementOf } from './rule.ts';
import { type Store, storeCall, twin } from './store-call.ts';

export function storeRotatedToken(call: SdkCall, modules: readonly CodeModule[] = [call.module]): RuleResult | undefined {
  if (call.byHand) return undefined;
  const { file, root } = call.module;
  const scope = enclosing(call.node, functionTypes) ?? root;
  const binding = bindingOf(call.node, scope);
  if (!binding) return undefined;
  const stores = usesOf(scope, binding).flatMap((use) => storeBeside(use, binding, call, modules) ?? []);
  if (stores.length === 0) return undefined;
  const edits = stores.flatMap((store) => store.edits);
  return result(
    file,
    [...(binding.edit ? [binding.edit] : []), ...edits],
    stores.every(({ sure }) => sure),
  );
}

interface Binding {
  /** The variable of the result, or the one of its access token. */
  readonly local: string;
  readonly isResult: boolean;
  readonly node: SyntaxNode;
  /** Code for the new refresh token. */
  readonly refresh: string;
  /** Takes it out of the result. */
  readonly edit: TextEdit | undefined;
}

function bindingOf(call: SyntaxNode, scope: SyntaxNode): Binding | undefined {
  let at = call;
  while (at.parent && bare(at.parent).id === call.id) at = at.parent;
  const declarator = at.parent;
  const pattern =
    declarator?.type === 'variable_declarator'
      ? field(declarator, 'name')
      : declarator?.type === 'assignment_expression'
        ? field(declarator, 'left')
        : undefined;
  if (pattern?.type === 'identifier')
    return { local: pattern.text, isResult: true, node: pattern, refresh: `${pattern.text}.refreshToken`, edit: undefined };
  if (pattern?.type !== 'object_pattern') return undefined;
  const parts = namedChildren(pattern).map((part) => {
    const isPair = part.type === 'pair_pattern';
    return {
      part,
      name: isPair ? propertyName(field(part, 'key')) : part.text,
      local: isPair ? field(part, 'value')?.text : part.text,
    };
  });
  const access = parts.find(({ name }) => name === 'accessToken');
  const known = parts.find(({ name }) => name === 'refreshToken');
  if (access?.local === undefined) return undefined;
  const common = { local: access.local, isResult: false, node: pattern };
  if (known?.local !== undefined) return { ...common, refresh: known.local, edit: undefined };
  // An assignment takes apart into variables that are there already.
  if (declarator?.type === 'assignment_expression') return undefined;
  const refresh = freeName(scope, ['refreshToken', 'rotatedToken', 'newRefreshToken']);
  if (refresh === undefined) return undefined;
  const entry = refresh === 'refreshToken' ? refresh : `refreshToken: ${refresh}`;
  return { ...common, refresh, edit: insertion(access.part.endIndex, `, ${entry}`) };
}

/** Every place where the access token of this result is used. */
function usesOf(scope: SyntaxNode, { local, isResult, node: bound }: Binding): SyntaxNode[] {
  if (isResult) {
    return [...descendants(scope, 'member_expression')].filter((node) => memberPath(node)?.join('.') === `${local}.accessToken`);
  }
  return [...descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))].filter(
    (node) => node.text === local && !(node.startIndex >= bound.startIndex && node.endIndex <= bound.endIndex),
  );
}

function storeBeside(use: SyntaxNode, { refresh }: Binding, call: SdkCall, modules: readonly CodeModule[]): Store | undefined {
  const { text } = call.module.file;
  const { parent } = use;
  // { ...session, accessToken } or { accessToken: result.accessToken }
  if (use.type === 'shorthand_property_identifier' || parent?.type === 'pair') {
    const entry = parent?.type === 'pair' ? parent : use;
    const key = twin(entry === use ? use.text : propertyName(field(entry, 'key')));
    if (key === undefined || !isStored(entry.parent)) return undefined;
    const pair = key === refresh ? refresh : `${key}: ${refresh}`;
    const lead = indentationAt(text, entry.startIndex);
    const isOnLine = text.slice(0, entry.startIndex).endsWith(`${lineEnding(text)}${lead}`);
    return {
      edits: [insertion(entry.endIndex, isOnLine ? `,${lineEnding(text)}${lead}${pair}` : `, ${pair}`)],
      sure: isKnown(key, modules),
    };
  }
  // session.accessToken = result.accessToken;
  if (parent?.type === 'assignment_expression' && field(parent, 'right')?.id === use.id) {
    const left = field(parent, 'left');
    const target = left ? twinTarget(left) : undefined;
    const statement = statementOf(parent);
    if (target === undefined || !statement || statement.type !== 'expression_statement') return undefined;
    const semicolon = statement.text.endsWith(';') ? ';' : '';
    const line = `${lineEnding(text)}${indentationAt(text, statement.startIndex)}${target.code} = ${refresh}${semicolon}`;
    return { edits: [insertion(statement.endIndex, line)], sure: isKnown(target.name, modules) };
  }
  return parent?.type === 'arguments' ? storeCall(use, refresh, call, modules) : undefined;
}

/** The name is used elsewhere: what is written there is read again. */
function isKnown(name: string, modules: readonly CodeModule[]): boolean {
  return modules.some(({ file }) => new RegExp(`\\b${name}\\b`).test(file.text));
}

/** An object that is kept: assigned, or handed to something whose name says that it keeps. One that is logged or sent must not get the token. */
function isStored(object: SyntaxNode | null): boolean {
  let around = object?.parent;
  // prisma.session.update({ where, data: { accessToken } })
  while (around?.type === 'pair') around = around.parent?.parent;
  if (around?.type === 'assignment_expression') return true;
  if (around?.type !== 'arguments') return false;
  const callee = around.parent ? field(around.parent, 'function')?.text : undefined;
  return (
    callee !== undefined &&
    /(?:save|set|store|update|put|persist|write|upsert|seal|encrypt|assign|session|cookie)\w*$/i.test(callee)
  );
}

/** `session.accessToken` → `session.refreshToken`; `tokens['access_token']` → `tokens['refresh_token']`. */
function twinTarget(left: SyntaxNode): { readonly code: string; readonly name: string } | undefined {
  const property = field(left, 'property') ?? field(left, 'index');
  const name = property ? twin(propertyName(property)) : undefined;
  if (!property || name === undefined) return undefined;
  const before = left.text.slice(0, property.startIndex - left.startIndex);
  const after = left.text.slice(property.endIndex - left.startIndex);
  const quoted = property.type === 'string' ? `${property.text[0]}${name}${property.text[0]}` : name;
  return { code: `${before}${quoted}${after}`, name };
}
