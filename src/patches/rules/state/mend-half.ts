/**
 * A login whose callback compares the state already, with whatever it was kept in: only the half that is broken is mended, in any framework.
 * The state that is made and kept gets sent; the one that can be guessed is made random. Pure.
 */
import { guessable } from '../../../project/code/randomness.ts';
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { descendants, field, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { type Workshop, workshop } from '../bench.ts';
import { holds } from '../handler-body.ts';
import type { RuleResult } from '../rule.ts';
import { written } from '../style.ts';
import { givenState, giveState, isOwnVariable } from './given-state.ts';
import { randomCode } from './random-code.ts';
import type { StateStart } from './sound-state.ts';

/** Undefined where the state is not made in the handler and kept there under a name. */
export function mendHalf(starts: readonly StateStart[], modules: readonly CodeModule[]): readonly RuleResult[] | undefined {
  const shop = workshop();
  const isMended = starts.every((start) => (start.state === 'none' ? sendKept(start, modules, shop) : makeRandom(start, shop)));
  const results = isMended ? shop.results() : [];
  return results.length > 0 ? results : undefined;
}

function sendKept({ call, handler }: StateStart, modules: readonly CodeModule[], shop: Workshop): boolean {
  const made = madeState(handler.node);
  return made !== undefined && isKept(made, handler) && giveState(call, handler, made.text, shop, modules);
}

function makeRandom({ call, handler, guessable: why }: StateStart, shop: Workshop): boolean {
  // One that is sound already needs nothing.
  if (why === undefined) return true;
  const given = givenState(call, handler);
  const assigned = given?.type === 'member_expression' ? writtenInto(given.text, handler.node) : undefined;
  const value = assigned ?? (given && /identifier/.test(given.type) ? isOwnVariable(given, handler.node) : undefined);
  const name = value?.parent && (field(value.parent, 'name') ?? field(value.parent, 'left'));
  const bench = shop.bench(handler.module);
  const random = value && name && isKept(name, handler) ? randomCode(bench, handler.framework) : undefined;
  if (!value || random === undefined) return false;
  bench.add({ start: value.startIndex, end: value.endIndex, text: written([random], bench.style, '') });
  return true;
}

/** A variable of the handler that is named for a state and is random. */
export function madeState(handler: SyntaxNode): SyntaxNode | undefined {
  for (const declarator of descendants(handler, 'variable_declarator')) {
    const name = field(declarator, 'name');
    const value = field(declarator, 'value');
    if (name?.type !== 'identifier' || !/state|csrf/i.test(name.text) || !value) continue;
    if (isRandom(value)) return name;
  }
  for (const assignment of descendants(handler, 'assignment_expression')) {
    const left = field(assignment, 'left');
    const right = field(assignment, 'right');
    const name = left?.type === 'member_expression' ? propertyName(field(left, 'property')) : undefined;
    if (left && right && name !== undefined && /state|csrf/i.test(name) && isRandom(right)) return left;
  }
  return undefined;
}

function isRandom(value: SyntaxNode): boolean {
  return /random|uuid|nanoid|generate/i.test(value.text) && guessable(value) === undefined;
}

/** What a handler writes into `session.state`. */
function writtenInto(member: string, handler: SyntaxNode): SyntaxNode | undefined {
  const all = [...descendants(handler, 'assignment_expression')].filter((node) => field(node, 'left')?.text === member);
  return all.length === 1 && all[0] ? field(all[0], 'right') : undefined;
}

const keeping = /(?:set|put|save|store|write|cookie|serialize|append|setex|add|sign|seal|commit)\w*$/i;

/** It is handed to something that keeps it, or written into something that lives longer. */
function isKept(name: SyntaxNode, { node }: Handler): boolean {
  if (name.type === 'member_expression') return true;
  return [...descendants(node, new Set(['identifier', 'shorthand_property_identifier']))].some((use) => {
    if (use.text !== name.text || use.id === name.id) return false;
    for (let at = use.parent; at && holds(node, at) && at.id !== node.id; at = at.parent) {
      if (at.type === 'assignment_expression') return field(at, 'left')?.type === 'member_expression';
      if (at.type === 'template_string' && /[\w-]=\$\{/.test(at.text) && /Path=|HttpOnly/i.test(at.text)) return true;
      if (at.type !== 'call_expression') continue;
      const callee = field(at, 'function');
      if (callee && keeping.test(callee.text.replace(/\s+/g, '')) && !/searchParams\.(?:set|append)$/.test(callee.text))
        return true;
    }
    return false;
  });
}
