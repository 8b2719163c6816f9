/**
 * How a login is given its state, seen from the handler's own code: in the options of the call, or as what the handler hands to the helper
 * that makes the call. Pure.
 */

import { usesOf } from '../../../project/code/function-uses.ts';
import { partAround } from '../../../project/code/handlers.ts';
import { declarationOf } from '../../../project/code/scope.ts';
import type { CodeModule, Handler, ReachedPart, SdkCall } from '../../../project/code/types.ts';
import { bare, field, namedChildren, propertyName } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { freeName, type Workshop } from '../bench.ts';
import { objectBehind, partName } from '../login-options.ts';
import { insertion } from '../rule.ts';
import { addToOptions } from './add-to-options.ts';

/** The expression that is sent as the state, where it is written in the handler's own code. */
export function givenState(call: SdkCall, handler: Handler): SyntaxNode | undefined {
  const sent = sentState(call);
  const part = partAround(handler, call.node, call.module);
  if (!sent || !part?.via) return sent;
  if (!part.isDirect || !/identifier/.test(sent.type)) return undefined;
  const list = field(part.node, 'parameters');
  const given = field(part.via, 'arguments');
  const values = given ? namedChildren(given) : [];
  const parameters = list ? namedChildren(list) : [];
  for (const [index, parameter] of parameters.entries()) {
    const pattern = field(parameter, 'pattern') ?? parameter;
    const value = values[index];
    if (!value) continue;
    if (pattern.type === 'identifier' && pattern.text === sent.text) return value;
    const name = pattern.type === 'object_pattern' ? propertyOf(pattern, sent.text) : undefined;
    if (name !== undefined) return optionOf(value, name);
  }
  return undefined;
}

/** Hands the variable to the call, through the helper that makes it where that is called from here only. */
export function giveState(
  call: SdkCall,
  handler: Handler,
  variable: string,
  shop: Workshop,
  modules: readonly CodeModule[],
): boolean {
  const part = partAround(handler, call.node, call.module);
  if (!part) return false;
  if (!part.via) return addToOptions(shop.bench(call.module), handler, call, variable);
  if (!part.isDirect || usesOf(part.node, part.module, { modules }).length !== 1) return false;
  // The helper takes it already, and does nothing with it.
  const taken = parameterFor(part, variable);
  const inner = { ...handler, node: part.node, module: part.module };
  if (taken !== undefined) return addToOptions(shop.bench(call.module), inner, call, taken);
  const name = freeName(part.node, ['state', 'loginState']);
  if (name === undefined || !addParameterTo(part, name, variable, shop, handler)) return false;
  return addToOptions(shop.bench(call.module), inner, call, name);
}

/** The parameter of the helper that gets the variable. */
function parameterFor(part: ReachedPart, variable: string): string | undefined {
  const list = field(part.node, 'parameters');
  const given = part.via && field(part.via, 'arguments');
  const index = given ? namedChildren(given).findIndex(({ text }) => text === variable) : -1;
  const parameter = list && index !== -1 ? namedChildren(list)[index] : undefined;
  const pattern = parameter && (field(parameter, 'pattern') ?? parameter);
  return pattern?.type === 'identifier' ? pattern.text : undefined;
}

/** What the call itself is given. */
function sentState({ byHand, argNodes }: SdkCall): SyntaxNode | undefined {
  if (byHand) return byHand.nodes.get('state') && withoutCoding(byHand.nodes.get('state'));
  return optionOf(argNodes[1], 'state');
}

function withoutCoding(node: SyntaxNode | undefined): SyntaxNode | undefined {
  const plain = node ? bare(node) : undefined;
  if (plain?.type !== 'call_expression' || !/^(?:encodeURIComponent|String)$/.test(field(plain, 'function')?.text ?? ''))
    return plain;
  const list = field(plain, 'arguments');
  return list ? namedChildren(list)[0] : undefined;
}

function optionOf(options: SyntaxNode | undefined, name: string): SyntaxNode | undefined {
  const object = objectBehind(options);
  const part = object && namedChildren(object).find((candidate) => partName(candidate) === name);
  return part && (part.type === 'shorthand_property_identifier' ? part : field(part, 'value'));
}

/** The property that a pattern takes a local name from. */
function propertyOf(pattern: SyntaxNode, local: string): string | undefined {
  for (const part of namedChildren(pattern)) {
    if (part.type === 'shorthand_property_identifier_pattern' && part.text === local) return local;
    if (part.type === 'object_assignment_pattern' && field(part, 'left')?.text === local) return local;
    if (part.type === 'pair_pattern' && field(part, 'value')?.text === local) return propertyName(field(part, 'key'));
  }
  return undefined;
}

/** One more parameter of the helper, and one more argument of its call; of an object that is taken apart one more property. */
function addParameterTo(part: ReachedPart, name: string, variable: string, shop: Workshop, handler: Handler): boolean {
  const list = field(part.node, 'parameters');
  const given = part.via && field(part.via, 'arguments');
  if (!list || !given) return false;
  const parameters = namedChildren(list);
  const values = namedChildren(given);
  const helper = shop.bench(part.module);
  const own = shop.bench(handler.module);
  const [only] = parameters;
  const pattern = only ? (field(only, 'pattern') ?? only) : undefined;
  const argument = values[0] ? bare(values[0]) : undefined;
  if (parameters.length === 1 && pattern?.type === 'object_pattern' && argument?.type === 'object') {
    const members = only ? field(only, 'type') : undefined;
    const type = members ? namedChildren(members)[0] : undefined;
    if (type && type.type !== 'object_type') return false;
    const lastPart = namedChildren(pattern).at(-1);
    const lastMember = type && namedChildren(type).at(-1);
    const lastValue = namedChildren(argument).at(-1);
    if (!lastPart || !lastValue || lastPart.type === 'rest_pattern' || (type && !lastMember)) return false;
    helper.add(insertion(lastPart.endIndex, `, ${name}`));
    if (lastMember) helper.add(insertion(lastMember.endIndex, `; ${name}: string`));
    own.add(insertion(lastValue.endIndex, name === variable ? `, ${name}` : `, ${name}: ${variable}`));
    return true;
  }
  if (values.some(({ type }) => type === 'spread_element')) return false;
  const typed = helper.style.isTypeScript ? `${name}: string` : name;
  const [first, firstValue] = [parameters[0], values[0]];
  const isPlain = parameters.every(
    ({ type, text }) => type === 'identifier' || (type === 'required_parameter' && !text.includes('=')),
  );
  // What may be left out stays at the end.
  if (first && (!isPlain || values.length !== parameters.length)) {
    helper.add(insertion(first.startIndex, `${typed}, `));
    own.add(firstValue ? insertion(firstValue.startIndex, `${variable}, `) : insertion(given.startIndex + 1, variable));
    return true;
  }
  const [lastParameter, lastValue] = [parameters.at(-1), values.at(-1)];
  helper.add(lastParameter ? insertion(lastParameter.endIndex, `, ${typed}`) : insertion(list.startIndex + 1, typed));
  own.add(lastValue ? insertion(lastValue.endIndex, `, ${variable}`) : insertion(given.startIndex + 1, variable));
  return true;
}

/** The variable is declared in the handler itself. */
export function isOwnVariable(variable: SyntaxNode, handler: SyntaxNode): SyntaxNode | undefined {
  const declared = declarationOf(variable.text, variable);
  return declared?.kind === 'value' && declared.declared.startIndex >= handler.startIndex ? declared.value : undefined;
}
