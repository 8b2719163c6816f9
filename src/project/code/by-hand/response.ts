/** From the parameters of a request to the call that sends it, and what becomes of the tokens in its answer. Pure. */
import { bare, descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import type { Callers } from '../callers.ts';
import { resultUse } from '../result-use.ts';
import type { CodeModule, ResultUse } from '../types.ts';

const everything: ResultUse = { fields: [], escapes: true };
/** From names to names, and from helpers to their callers, no further than this. */
const MOST_STEPS = 4;

/** What writes parameters as text, and sends nothing. */
const writers = /(?:^|\.)(?:stringify|toString|entries|fromEntries|String|encode|set|append)$/;

/** The call that the parameters are handed to: `fetch(…)`, `axios.post(…)`, a helper of the app. */
export function requestAround(holder: SyntaxNode, steps = MOST_STEPS): SyntaxNode | undefined {
  for (let at = holder.parent; at && !functionTypes.has(at.type); at = at.parent) {
    if (at.type === 'call_expression') {
      const callee = field(at, 'function');
      if (!writers.test(callee?.text ?? '')) return at;
      // `params.append(…)`: what sends it uses the name.
      const object = callee ? field(callee, 'object') : undefined;
      if (/(?:set|append)$/.test(callee?.text ?? '') && object) return byName(object, steps);
    }
    if (at.type === 'variable_declarator') {
      const name = field(at, 'name');
      return name?.type === 'identifier' ? byName(name, steps) : undefined;
    }
  }
  return undefined;
}

function byName(name: SyntaxNode, steps: number): SyntaxNode | undefined {
  if (steps === 0) return undefined;
  const scope = enclosing(name, functionTypes) ?? name.tree.rootNode;
  for (const use of descendants(scope, new Set(['identifier', 'shorthand_property_identifier']))) {
    if (use.text !== name.text || use.startIndex <= name.startIndex) continue;
    const parent = use.parent;
    const isSet = parent?.type === 'member_expression' && /^(?:set|append)$/.test(propertyName(field(parent, 'property')) ?? '');
    if (isSet) continue;
    const found = requestAround(use, steps - 1);
    if (found) return found;
  }
  return undefined;
}

const wrappers = new Set(['json', 'data', 'body', 'ok', 'status', 'statusText', 'text', 'headers']);

/** Fields of the answer's JSON that are read, behind `response.json()`, `response.data` and the helpers that return it. */
export function responseUse(call: SyntaxNode, module: CodeModule, callers: Callers, steps = MOST_STEPS): ResultUse {
  if (steps === 0) return everything;
  const at = outermost(call);
  const { parent } = at;
  if (!parent) return everything;
  const isReturned =
    parent.type === 'return_statement' || (parent.type === 'arrow_function' && field(parent, 'body')?.id === at.id);
  if (isReturned) {
    const fn = enclosing(at, functionTypes);
    const around = fn ? callers.callsOf(fn, module) : [];
    if (around.length === 0) return everything;
    return merged(around.map((part) => responseUse(part.node, part.module, callers, steps - 1)));
  }
  const shared = isAwaited(call, at) ? [] : promiseUses(at, parent);
  if (shared.length > 0) return merged(shared.map((use) => responseUse(use, module, callers, steps - 1)));
  const answers = answersBehind(at, parent);
  if (answers.length > 0) return merged(answers.map((answer) => responseUse(answer, module, callers, steps - 1)));
  const use = resultUse(call);
  return use.fields.some((name) => wrappers.has(name)) ? everything : use;
}

function isAwaited(call: SyntaxNode, outer: SyntaxNode): boolean {
  for (let at: SyntaxNode | null = call; at && at.id !== outer.id; at = at.parent)
    if (at.type === 'await_expression') return true;
  return outer.type === 'await_expression';
}

/** A promise that is kept, so that others wait for it, too: where it is waited for, and where it is handed back. */
function promiseUses(at: SyntaxNode, parent: SyntaxNode): SyntaxNode[] {
  const name =
    parent.type === 'variable_declarator'
      ? field(parent, 'name')
      : parent.type === 'assignment_expression'
        ? field(parent, 'left')
        : undefined;
  if (name?.type !== 'identifier') return [];
  const scope = enclosing(at, functionTypes) ?? at.tree.rootNode;
  return usesOf(name, scope).filter((use) => /^(?:return_statement|await_expression)$/.test(use.parent?.type ?? ''));
}

/** The expressions that hold the JSON itself. */
function answersBehind(at: SyntaxNode, parent: SyntaxNode): SyntaxNode[] {
  if (parent.type === 'member_expression') {
    const name = propertyName(field(parent, 'property'));
    const outer = parent.parent?.type === 'call_expression' ? parent.parent : undefined;
    if (name === 'json' && outer) return [outer];
    if (name === 'data' || name === 'body') return [parent];
    if (name === 'then' && outer && handsJsonOn(outer)) return [outer];
    return /^(?:finally|catch)$/.test(name ?? '') && outer ? [outer] : [];
  }
  if (parent.type !== 'variable_declarator') return [];
  const name = field(parent, 'name');
  const scope = enclosing(at, functionTypes) ?? at.tree.rootNode;
  if (name?.type === 'object_pattern') {
    const data = namedChildren(name).find((part) => /^(?:data|body)$/.test(propertyName(field(part, 'key')) ?? part.text));
    const local = data ? (field(data, 'value') ?? data) : undefined;
    return local && /identifier/.test(local.type) ? usesOf(local, scope) : [];
  }
  if (name?.type !== 'identifier') return [];
  return usesOf(name, scope).flatMap((use) => {
    const member = use.parent?.type === 'member_expression' ? use.parent : undefined;
    const read = member ? propertyName(field(member, 'property')) : undefined;
    if (read === 'json' && member?.parent?.type === 'call_expression') return [member.parent];
    return member && read === 'data' ? [member] : [];
  });
}

/** `.then((response) => response.json())`, `.then(({ data }) => data)`. */
function handsJsonOn(then: SyntaxNode): boolean {
  const list = field(then, 'arguments');
  const [fn] = list ? namedChildren(list) : [];
  const body = fn ? field(fn, 'body') : undefined;
  const returned = body ? bare(body) : undefined;
  if (!returned) return false;
  if (returned.type === 'call_expression')
    return propertyName(field(field(returned, 'function') ?? returned, 'property')) === 'json';
  return (
    returned.text === 'data' || (returned.type === 'member_expression' && propertyName(field(returned, 'property')) === 'data')
  );
}

function usesOf(name: SyntaxNode, scope: SyntaxNode): SyntaxNode[] {
  return [...descendants(scope, 'identifier')].filter((node) => node.text === name.text && node.id !== name.id);
}

/** Through what does not change it; `running.get(key) ?? refresh()` is one or the other. */
function outermost(node: SyntaxNode): SyntaxNode {
  let at = node;
  for (;;) {
    const { parent } = at;
    const isEither = parent?.type === 'binary_expression' && /^(?:\?\?|\|\|)$/.test(field(parent, 'operator')?.text ?? '');
    if (!parent || !(isEither || bare(parent).id === bare(at).id)) return at;
    at = parent;
  }
}

function merged(uses: readonly ResultUse[]): ResultUse {
  return { fields: [...new Set(uses.flatMap(({ fields }) => fields))], escapes: uses.some(({ escapes }) => escapes) };
}
