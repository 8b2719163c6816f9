/** The parameters of a request that is written by hand: in an object, set one by one, or in the text of a URL or body. Pure. */
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  namedChildren,
  propertyName,
  stringValue,
} from '../../syntax/nodes.ts';
import type { SyntaxNode } from '../../syntax/parser.ts';
import type { Evaluator } from '../evaluate.ts';
import { placeOf } from '../place.ts';
import { argumentsOf } from '../redirect-arguments.ts';
import type { CodeModule, Value } from '../types.ts';
import { ON_CONDITION, unknown } from '../values.ts';
import { textParameters } from './text-parameters.ts';

export interface ParameterSet {
  /** `object`: a literal; `setters`: calls of `set` or `append`; `text`: a template, a string or a sum of them. */
  readonly kind: 'object' | 'setters' | 'text';
  /** The literal, the first of the calls, the whole text. */
  readonly holder: SyntaxNode;
  /** The calls that set parameters, in order. */
  readonly setters: readonly SyntaxNode[];
  readonly values: ReadonlyMap<string, Value>;
  /** The expression that gives a parameter. */
  readonly nodes: ReadonlyMap<string, SyntaxNode>;
  readonly complete: boolean;
}

const texts = new Set(['template_string', 'string', 'binary_expression']);
const speaking = /response_type|grant_type|client_id/;

export function parameterSetsIn(module: CodeModule, evaluator: Evaluator): ParameterSet[] {
  const sets: ParameterSet[] = [];
  for (const object of descendants(module.root, 'object')) {
    const names = namesIn(object);
    if (!isRequest(names)) continue;
    sets.push(ofObject(object, module, evaluator));
  }
  const taken = new Set(sets.flatMap(({ setters }) => setters.map(({ id }) => id)));
  for (const call of descendants(module.root, 'call_expression')) {
    const target = setTarget(call);
    if (!target || taken.has(call.id) || !/^(?:response_type|grant_type)$/.test(target.name)) continue;
    const setters = settersOf(target.receiver, call);
    if (setters.some(({ id }) => taken.has(id))) continue;
    for (const { id } of setters) taken.add(id);
    sets.push(ofSetters(setters, module, evaluator));
  }
  for (const node of descendants(module.root, texts)) {
    if (node.parent?.type === 'binary_expression' && field(node.parent, 'operator')?.text === '+') continue;
    if (node.type === 'binary_expression' && field(node, 'operator')?.text !== '+') continue;
    if (!speaking.test(node.text)) continue;
    const { values, nodes, complete } = textParameters(node, (inner) => evaluated(inner, module, evaluator), module);
    if (isRequest([...values.keys()])) sets.push({ kind: 'text', holder: node, setters: [], values, nodes, complete });
  }
  return sets;
}

/** It starts a login or asks for tokens; a registration of a client names other things, too. */
function isRequest(names: readonly string[]): boolean {
  if (names.includes('grant_type')) return true;
  if (!names.includes('client_id') && !names.includes('redirect_uri')) return false;
  return (
    names.includes('response_type') ||
    (names.includes('client_id') && names.includes('redirect_uri') && !names.includes('client_secret'))
  );
}

function namesIn(object: SyntaxNode): string[] {
  return namedChildren(object).flatMap((part) => {
    const name = part.type === 'shorthand_property_identifier' ? part.text : propertyName(field(part, 'key'));
    return name === undefined ? [] : [name];
  });
}

function ofObject(object: SyntaxNode, module: CodeModule, evaluator: Evaluator): ParameterSet {
  const nodes = new Map<string, SyntaxNode>();
  const values = new Map<string, Value>();
  // What is written into it later is seen through its name.
  const named = declaredAs(object);
  const whole = evaluator.evaluate(named ?? object, module);
  const made = whole.kind === 'object' ? whole : evaluator.evaluate(object, module);
  if (made.kind === 'object') for (const [name, value] of made.properties) values.set(name, value);
  for (const part of namedChildren(object)) {
    const name = part.type === 'shorthand_property_identifier' ? part.text : propertyName(field(part, 'key'));
    const value = part.type === 'shorthand_property_identifier' ? part : field(part, 'value');
    if (name === undefined || !value) continue;
    nodes.set(name, value);
    values.set(name, evaluated(value, module, evaluator));
  }
  const holder = holderName(object);
  const setters = holder ? settersOf(holder, object) : [];
  for (const setter of setters) addSetter(setter, values, nodes, module, evaluator);
  const complete = made.kind === 'object' && made.complete;
  return { kind: 'object', holder: object, setters, values, nodes, complete };
}

function ofSetters(setters: readonly SyntaxNode[], module: CodeModule, evaluator: Evaluator): ParameterSet {
  const nodes = new Map<string, SyntaxNode>();
  const values = new Map<string, Value>();
  for (const setter of setters) addSetter(setter, values, nodes, module, evaluator);
  const complete = setters.every((setter) => setTarget(setter) !== undefined);
  const [holder] = setters;
  if (!holder) throw new Error('No call sets a parameter.');
  return { kind: 'setters', holder, setters, values, nodes, complete };
}

function addSetter(
  setter: SyntaxNode,
  values: Map<string, Value>,
  nodes: Map<string, SyntaxNode>,
  module: CodeModule,
  evaluator: Evaluator,
): void {
  const name = setTarget(setter)?.name;
  const value = argumentsOf(setter)[1];
  if (name === undefined || !value) return;
  nodes.set(name, value);
  values.set(
    name,
    isOnCondition(setter) ? unknown(ON_CONDITION, placeOf(module.file, value)) : evaluated(value, module, evaluator),
  );
}

/** `params.set('state', …)`, `url.searchParams.append('state', …)`, `form.append(…)`. */
function setTarget(call: SyntaxNode): { readonly receiver: string; readonly name: string } | undefined {
  const callee = field(call, 'function');
  const method = callee?.type === 'member_expression' ? propertyName(field(callee, 'property')) : undefined;
  const object = callee ? field(callee, 'object') : undefined;
  if ((method !== 'set' && method !== 'append') || !object) return undefined;
  const [first, second, third] = argumentsOf(call);
  const name = first && second && !third ? stringValue(bare(first)) : undefined;
  return name === undefined ? undefined : { receiver: object.text, name };
}

/** The calls that set parameters of the same object in the same function. */
function settersOf(receiver: string, near: SyntaxNode): SyntaxNode[] {
  const scope = enclosing(near, functionTypes) ?? near.tree.rootNode;
  return [...descendants(scope, 'call_expression')].filter((call) => setTarget(call)?.receiver === receiver);
}

function isOnCondition(node: SyntaxNode): boolean {
  for (let at = node.parent; at && !functionTypes.has(at.type); at = at.parent) {
    if (/^(?:if_statement|switch_case|ternary_expression|catch_clause)$/.test(at.type)) return true;
    if (at.type === 'binary_expression') return true;
  }
  return false;
}

/** `const params = { … }`. */
function declaredAs(object: SyntaxNode): SyntaxNode | undefined {
  const declarator = object.parent?.type === 'variable_declarator' ? object.parent : undefined;
  const name = declarator ? field(declarator, 'name') : undefined;
  return name?.type === 'identifier' ? name : undefined;
}

/** `params` of `const params = new URLSearchParams({ … })`. */
function holderName(object: SyntaxNode): string | undefined {
  const made = object.parent?.type === 'arguments' ? object.parent.parent : null;
  if (made?.type !== 'new_expression' || !/^(?:URLSearchParams|FormData)$/.test(field(made, 'constructor')?.text ?? ''))
    return undefined;
  const declarator = made.parent?.type === 'variable_declarator' ? made.parent : undefined;
  const name = declarator ? field(declarator, 'name') : undefined;
  return name?.type === 'identifier' ? name.text : undefined;
}

/** Coding changes how a value is written, not what it is. */
export function evaluated(expression: SyntaxNode, module: CodeModule, evaluator: Evaluator): Value {
  const node = bare(expression);
  if (node.type === 'call_expression') {
    const callee = field(node, 'function');
    const [first] = argumentsOf(node);
    if (first && /^(?:encodeURIComponent|encodeURI|String)$/.test(callee?.text ?? '')) return evaluated(first, module, evaluator);
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (callee && object && propertyName(field(callee, 'property')) === 'join') {
      const list = evaluator.evaluate(object, module);
      if (list.kind === 'array') return list;
    }
  }
  return evaluator.evaluate(node, module);
}
