/** What an expression comes to, as far as the files tell: through constants, imports, objects, functions that only return, and classes. Pure. */
import { bare, field, functionTypes, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { runtimeConfig } from './auto-imports.ts';
import { callersIn, givenFor } from './callers.ts';
import { isClientMember, isTypedClient, returnsClient } from './client-type.ts';
import { array, binary, template } from './compose.ts';
import { waysOf } from './conditional.ts';
import { type EnvironmentVariable, environmentReader } from './environment.ts';
import { exportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { classBehind, memberOfClass, parameterProperty } from './instances.ts';
import { importedVariable, isClientClass, returnedBy } from './known-shapes.ts';
import { objectMadeBy, withWrites } from './object-writes.ts';
import { placeOf } from './place.ts';
import { remembered } from './remembered.ts';
import { type Declaration, declarationOf, fieldOfClass } from './scope.ts';
import type { CodeModule, Place, Value } from './types.ts';
import { fallbackOf, joined, ON_CONDITION, perhapsVariable, unknown, withLast, withoutSlash } from './values.ts';

export interface Evaluator {
  readonly evaluate: (node: SyntaxNode, module: CodeModule) => Value;
}

/** Deeper chains than this are not followed: no app has them, and circles end here. */
const MOST_STEPS = 24;

export function createEvaluator(modules: ReadonlyMap<string, CodeModule>): Evaluator {
  const lookup = exportLookup(modules);
  const callers = callersIn(modules.values(), lookup);
  const environment = environmentReader(lookup, (node, module) => {
    const value = follow(node, module, MOST_STEPS / 3);
    return value.kind === 'string' ? value.text : undefined;
  });
  return { evaluate: remembered((node, module) => follow(node, module, MOST_STEPS)) };

  function follow(expression: SyntaxNode, module: CodeModule, steps: number): Value {
    const node = bare(expression);
    const at = placeOf(module.file, node);
    if (steps <= 0) return unknown('it goes through too many places', at);
    const next = (other: SyntaxNode, of: CodeModule = module): Value => follow(other, of, steps - 1);
    switch (node.type) {
      case 'string':
        return { kind: 'string', text: stringValue(node) ?? '', at };
      case 'template_string':
        return template(node, at, next);
      case 'number':
        return { kind: 'string', text: node.text, at };
      case 'undefined':
      case 'null':
        return { kind: 'undefined', at };
      case 'shorthand_property_identifier':
      case 'identifier':
        return node.text === 'undefined' ? { kind: 'undefined', at } : identifier(node, module, steps - 1, at);
      case 'member_expression':
      case 'subscript_expression':
        return member(node, module, steps - 1, at);
      case 'binary_expression':
        return binary(node, at, next);
      case 'array':
        return array(node, at, next);
      case 'object':
        return object(node, module, at, next);
      case 'new_expression':
        return construction(node, module, at, next);
      case 'call_expression':
        return call(node, module, steps - 1, at);
      case 'ternary_expression':
        return unknown(ON_CONDITION, at);
      default:
        return unknown('it is put together at run time', at);
    }
  }

  function object(node: SyntaxNode, module: CodeModule, at: Place, next: (node: SyntaxNode) => Value): Value {
    const properties = new Map<string, Value>();
    let complete = true;
    for (const part of namedChildren(node)) {
      if (part.type === 'pair') {
        const name = propertyName(field(part, 'key'));
        const value = field(part, 'value');
        if (name === undefined) complete = false;
        else if (value)
          properties.set(
            name,
            functionTypes.has(value.type) ? unknown('it is a function', placeOf(module.file, value)) : next(value),
          );
      } else if (part.type === 'shorthand_property_identifier') {
        properties.set(part.text, identifier(part, module, MOST_STEPS / 2, placeOf(module.file, part)));
      } else if (part.type === 'spread_element') {
        const [inner] = namedChildren(part);
        const spread = inner ? spreadOf(inner, next) : undefined;
        if (spread) {
          complete &&= spread.complete;
          for (const [name, value] of spread.properties) properties.set(name, value);
        } else complete = false;
      } else if (part.type === 'method_definition') {
        const name = propertyName(field(part, 'name'));
        const returned = part.text.startsWith('get ') ? returnedBy(part) : undefined;
        if (name !== undefined)
          properties.set(name, returned ? next(returned) : unknown('it is a function', placeOf(module.file, part)));
      }
    }
    return { kind: 'object', properties, complete, at };
  }

  type ObjectValue = Extract<Value, { kind: 'object' }>;

  /** `...(on && { a })`, `...(on ? { a } : { b })`: which names there can be is known, what they hold is not. */
  function spreadOf(expression: SyntaxNode, next: (node: SyntaxNode) => Value): ObjectValue | undefined {
    const whole = next(expression);
    if (whole.kind === 'object') return whole;
    const ways = waysOf(expression);
    if (!ways) return undefined;
    const objects = ways.map((way) => spreadOf(way, next));
    const properties = new Map<string, Value>();
    for (const object of objects) {
      for (const [name, { at }] of object?.properties ?? []) properties.set(name, unknown(ON_CONDITION, at));
    }
    const complete = objects.every((object) => object?.complete === true);
    return { kind: 'object', properties, complete, at: whole.at };
  }

  function construction(node: SyntaxNode, module: CodeModule, at: Place, next: (node: SyntaxNode) => Value): Value {
    if (isClientClass(field(node, 'constructor'), module)) return { kind: 'client', at };
    const made = objectMadeBy(node, next, at);
    if (made) return made;
    const name = field(node, 'constructor')?.text;
    const list = field(node, 'arguments');
    const [path, base] = list ? namedChildren(list) : [];
    if (name === 'URL' && path) return base ? joined(next(path), next(base), at) : next(path);
    return unknown('it is an object made at run time', at);
  }

  function call(node: SyntaxNode, module: CodeModule, steps: number, at: Place): Value {
    const callee = field(node, 'function');
    const list = field(node, 'arguments');
    const args = list ? namedChildren(list) : [];
    if (!callee) return unknown('it is put together at run time', at);
    const made = objectMadeBy(node, (inner) => follow(inner, module, steps), at);
    if (made) return made;
    const settings = callee.type === 'identifier' && callee.text === 'useRuntimeConfig' ? runtimeConfig(modules) : undefined;
    if (settings) return follow(settings.node, settings.module, steps);
    if (callee.type === 'member_expression') {
      const object = field(callee, 'object');
      const method = propertyName(field(callee, 'property'));
      if (object && (method === 'toString' || method === 'trim' || method === 'href')) return follow(object, module, steps);
      if (object && method === 'replace' && args[0] && /^\/\\?\/\+?\$\//.test(args[0].text))
        return withoutSlash(follow(object, module, steps));
    }
    if (callee.type === 'identifier' && callee.text === 'String' && args[0]) return follow(args[0], module, steps);
    const variable = environment.call(node, module);
    if (variable) return variableValue(variable, steps, at);
    const target = functionOf(callee, module);
    if (target && returnsClient(target)) return { kind: 'client', at };
    const returned = target ? returnedBy(target.node) : undefined;
    const given = target && returned ? follow(returned, target.module, steps) : undefined;
    if (given && given.kind !== 'unknown') return given;
    const name = args[0] ? stringValue(bare(args[0])) : undefined;
    return name === undefined
      ? (given ?? unknown('a function puts it together', at))
      : perhapsVariable(name, 'a function puts it together', at);
  }

  function variableValue({ name, fallback }: EnvironmentVariable, steps: number, at: Place): Value {
    const other =
      fallback === 'unknown'
        ? unknown('it is put together at run time', at)
        : fallback && follow(fallback.node, fallback.module, steps);
    return { kind: 'env', name, fallback: other && fallbackOf(other), at };
  }

  function functionOf(callee: SyntaxNode, module: CodeModule): { node: SyntaxNode; module: CodeModule } | undefined {
    if (callee.type === 'member_expression') return functionBehind(callee, module, lookup);
    if (callee.type !== 'identifier') return undefined;
    const declared = declarationOf(callee.text, callee);
    if (declared?.kind === 'function') return { node: declared.node, module };
    if (declared?.kind === 'value' && functionTypes.has(bare(declared.value).type)) return { node: bare(declared.value), module };
    const imported = declared ? undefined : lookup.imported(module, callee.text);
    if (!imported) return undefined;
    if (functionTypes.has(imported.node.type)) return imported;
    if (imported.node.type !== 'identifier') return undefined;
    return functionOf(imported.node, imported.module);
  }

  function identifier(node: SyntaxNode, module: CodeModule, steps: number, at: Place): Value {
    const declared = declarationOf(node.text, node);
    if (declared && isTypedClient(declared, module)) return { kind: 'client', at };
    switch (declared?.kind) {
      case 'value':
        // A cycle of `a = a || b` ends by the step count.
        return requireCall(declared.value)
          ? imported(node.text, module, steps, at)
          : written(follow(declared.value, module, steps), node, module, steps, at);
      case 'property':
        return requireCall(declared.of)
          ? imported(node.text, module, steps, at)
          : withFallback(propertyOf(declared.of, declared.property, module, steps, at), declared.fallback, module, steps);
      case 'parameter':
        return parameter(node.text, declared, module, steps, at);
      case 'several':
        return unknown('it is assigned in several places', at);
      case 'function':
      case 'class':
        return unknown('it is a function', at);
      default:
        return imported(node.text, module, steps, at);
    }
  }

  function written(value: Value, node: SyntaxNode, module: CodeModule, steps: number, at: Place): Value {
    return value.kind === 'object' && node.type === 'identifier'
      ? withWrites(value, node, (inner) => follow(inner, module, Math.min(steps, MOST_STEPS / 3)), at)
      : value;
  }

  /** What the one caller gives. */
  function parameter(
    name: string,
    declared: Extract<Declaration, { kind: 'parameter' }>,
    module: CodeModule,
    steps: number,
    at: Place,
  ): Value {
    const given = givenFor(declared.node, module, callers);
    if (!given && declared.fallback) return follow(declared.fallback, module, steps);
    if (!given) return unknown('it is a parameter', at);
    const { node, module: from } = given.argument;
    const value = given.isObject ? propertyOf(node, name, from, steps, at) : follow(node, from, steps);
    return value.kind === 'unknown' && given.isObject ? unknown('it is a parameter', at) : value;
  }

  function requireCall(node: SyntaxNode): boolean {
    return /\brequire\s*\(/.test(node.text.slice(0, 200)) && bare(node).type === 'call_expression';
  }

  function imported(name: string, module: CodeModule, steps: number, at: Place): Value {
    const variable = importedVariable(module.imports.get(name));
    if (variable !== undefined) return { kind: 'env', name: variable, fallback: undefined, at };
    const found = lookup.imported(module, name);
    return found ? follow(found.node, found.module, steps) : unknown(`${name} is not declared in the project`, at);
  }

  function member(node: SyntaxNode, module: CodeModule, steps: number, at: Place): Value {
    const object = field(node, 'object');
    const index = field(node, 'index');
    const name = propertyName(field(node, 'property')) ?? (index ? stringValue(bare(index)) : undefined);
    if (!object || name === undefined) return unknown('it is looked up at run time', at);
    if (object.type === 'this') {
      const value = fieldOfClass(node, name);
      const own = classBehind(object, module, lookup);
      if (own && isClientMember(own, name)) return { kind: 'client', at };
      if (value) return follow(value, module, steps);
      const injected = own ? parameterProperty(own.node, name) : undefined;
      if (own && injected)
        return parameter(name, { kind: 'parameter', fallback: undefined, node: injected }, own.module, steps, at);
      const member = own ? memberOfClass(own, name) : undefined;
      return member ? follow(member.node, member.module, steps) : unknown('it belongs to an object made at run time', at);
    }
    return propertyOf(object, name, module, steps, at);
  }

  function propertyOf(object: SyntaxNode, name: string, module: CodeModule, steps: number, at: Place): Value {
    const plain = bare(object);
    if (plain.type === 'identifier' && module.imports.get(plain.text)?.name === '*') {
      const imported = module.imports.get(plain.text);
      const target = imported?.path === undefined ? undefined : modules.get(imported.path);
      const found = target ? lookup.exported(target, name) : undefined;
      if (found) return follow(found.node, found.module, steps);
    }
    const whole = follow(object, module, steps);
    if (whole.kind === 'object') {
      const value = whole.properties.get(name);
      if (value) return value;
      if (whole.complete) return { kind: 'undefined', at };
    }
    const variable = environment.member(object, name, module);
    if (variable) return variableValue(variable, steps, at);
    const owner = whole.kind === 'unknown' ? classBehind(object, module, lookup) : undefined;
    if (owner && isClientMember(owner, name)) return { kind: 'client', at };
    const own = owner ? memberOfClass(owner, name) : undefined;
    if (own) return follow(own.node, own.module, steps);
    if (name === 'href' || name === 'origin') return whole;
    return perhapsVariable(name, `${name} is looked up at run time`, at);
  }

  function withFallback(value: Value, fallback: SyntaxNode | undefined, module: CodeModule, steps: number): Value {
    if (!fallback) return value;
    if (value.kind === 'env') return withLast(value, follow(fallback, module, steps));
    return value.kind === 'undefined' ? follow(fallback, module, steps) : value;
  }
}
