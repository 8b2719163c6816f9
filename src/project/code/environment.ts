/** What of the code is the process environment, or an object made of it, and which variable a name then reads. Nothing else is a read of it. Pure. */
import { bare, descendants, field, memberPath, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { envHelpers } from './env-helpers.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { environmentName, returnedBy } from './known-shapes.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf, fieldOfClass } from './scope.ts';
import type { CodeModule, CodePart } from './types.ts';

/** A variable that is surely read, with what stands in for it where it is not set; `unknown` where that cannot be followed. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly fallback?: CodePart | 'unknown' | undefined;
}

export interface EnvironmentReader {
  readonly isEnvironment: (node: SyntaxNode, module: CodeModule) => boolean;
  /** `object.NAME`, where the object is the environment or was made of it. */
  readonly member: (object: SyntaxNode, name: string, module: CodeModule) => EnvironmentVariable | undefined;
  /** A call that hands out the variable whose name it is given: Deno, Nest's ConfigService, env-var, a helper of the project. */
  readonly call: (call: SyntaxNode, module: CodeModule) => EnvironmentVariable | undefined;
}

const MOST_STEPS = 8;
/** Packages whose one function reads the environment without being handed it. */
const readByThemselves = /^(?:@t3-oss\/env-|envsafe$|env-schema$|dotenv$|dotenv-safe$|@dotenvx\/dotenvx$)/;
const wholes = /^(?:process\.env|globalThis\.process\.env|import\.meta\.env|Bun\.env)$/;

export function environmentReader(
  lookup: ExportLookup,
  textOf: (node: SyntaxNode, module: CodeModule) => string | undefined,
): EnvironmentReader {
  const reader: EnvironmentReader = {
    isEnvironment: (node, module) => isEnvironment(node, module, MOST_STEPS),
    member: (object, name, module) => {
      const path = memberPath(object);
      const direct = path ? environmentName([...path, name]) : undefined;
      if (direct !== undefined) return { name: direct };
      if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
      if (isEnvironment(object, module, MOST_STEPS)) return { name };
      const made = madeOf(object, module, MOST_STEPS);
      return made && inSchema(made, name);
    },
    call: (call, module) => helpers.call(call, module),
  };
  const helpers = envHelpers({ lookup, textOf, isEnvironment: reader.isEnvironment });
  return reader;

  function isEnvironment(node: SyntaxNode, module: CodeModule, steps: number): boolean {
    if (steps <= 0) return false;
    const plain = bare(node);
    const path = memberPath(plain);
    if (path && wholes.test(path.join('.'))) return true;
    const next = (other: SyntaxNode | undefined, of: CodeModule = module): boolean =>
      other !== undefined && isEnvironment(other, of, steps - 1);
    if (plain.type === 'identifier') {
      const declared = declarationOf(plain.text, plain);
      if (declared?.kind === 'value') return next(declared.value);
      if (declared?.kind === 'parameter') return next(declared.fallback);
      if (declared?.kind === 'property')
        return (
          declared.property === 'env' &&
          /^(?:process|import\.meta|Bun|require\(['"](?:node:)?process['"]\))$/.test(declared.of.text)
        );
      if (declared) return false;
      const imported = module.imports.get(plain.text);
      if (imported?.name === 'env' && /^(?:node:)?process$|^\$env\/dynamic\/(?:private|public)$/.test(imported.specifier))
        return true;
      const found = lookup.imported(module, plain.text);
      return found !== undefined && next(found.node, found.module);
    }
    if (plain.type === 'member_expression' && field(plain, 'object')?.type === 'this')
      return next(fieldOfClass(plain, propertyName(field(plain, 'property')) ?? ''));
    if (plain.type === 'object')
      return namedChildren(plain).some((part) => part.type === 'spread_element' && next(namedChildren(part)[0]));
    if (plain.type !== 'call_expression') return false;
    const callee = field(plain, 'function');
    if (callee?.text === 'Deno.env.toObject') return true;
    return /^(?:Object\.freeze|structuredClone)$/.test(callee?.text ?? '') && next(argumentsOf(plain)[0]);
  }

  /** The call that made an object of the environment: `schema.parse(process.env)`, `createEnv({ … runtimeEnv: process.env })`. */
  function madeOf(node: SyntaxNode, module: CodeModule, steps: number): CodePart | undefined {
    if (steps <= 0) return undefined;
    const plain = bare(node);
    const next = (other: SyntaxNode, of: CodeModule = module): CodePart | undefined => madeOf(other, of, steps - 1);
    if (plain.type === 'identifier') {
      const declared = declarationOf(plain.text, plain);
      if (declared?.kind === 'value') return next(declared.value);
      if (declared?.kind === 'property') return results.test(declared.property) ? next(declared.of) : undefined;
      const found = declared ? undefined : lookup.imported(module, plain.text);
      return found && next(found.node, found.module);
    }
    if (plain.type === 'shorthand_property_identifier_pattern' || plain.type === 'shorthand_property_identifier') {
      const declared = declarationOf(plain.text, plain);
      return declared?.kind === 'property' && results.test(declared.property) ? next(declared.of) : undefined;
    }
    if (plain.type === 'member_expression') {
      const object = field(plain, 'object');
      return object && results.test(propertyName(field(plain, 'property')) ?? '') ? next(object) : undefined;
    }
    if (plain.type !== 'call_expression' && plain.type !== 'new_expression') return undefined;
    const callee = field(plain, 'function') ?? field(plain, 'constructor');
    const first = callee ? memberPath(callee)?.[0] : undefined;
    const from = first === undefined ? undefined : module.imports.get(first)?.specifier;
    const args = argumentsOf(plain);
    if ((from !== undefined && readByThemselves.test(from)) || args.some((argument) => holds(argument, module, 2)))
      return { node: plain, module };
    for (const argument of args) {
      const inner = bare(argument).type === 'call_expression' ? next(argument) : undefined;
      if (inner) return inner;
    }
    const fn = callee && functionBehind(callee, module, lookup);
    const returned = fn ? returnedBy(fn.node) : undefined;
    return fn && returned ? next(returned, fn.module) : undefined;
  }

  function holds(argument: SyntaxNode, module: CodeModule, depth: number): boolean {
    const plain = bare(argument);
    if (isEnvironment(plain, module, MOST_STEPS)) return true;
    if (plain.type !== 'object' || depth === 0) return false;
    return namedChildren(plain).some((part) => {
      const value = part.type === 'pair' ? field(part, 'value') : undefined;
      return value !== undefined && holds(value, module, depth - 1);
    });
  }

  /** By what the schema says of the name: another variable, a default, that it may be left out. */
  function inSchema({ node, module }: CodePart, name: string): EnvironmentVariable {
    for (const part of [node, ...schemasOf(node, module)]) {
      for (const pair of descendants(part, 'pair')) {
        const value = propertyName(field(pair, 'key')) === name ? field(pair, 'value') : undefined;
        if (!value) continue;
        const other = environmentName(memberPath(value) ?? []);
        if (other !== undefined && other !== name) return { name: other };
        if (
          /\.(?:default|catch|prefault|optional|nullish|nullable)\s*\(|\b(?:dev|test)?[dD]efault\s*:|optional\s*\(/.test(
            value.text,
          )
        )
          return { name, fallback: literalDefault(value, module) ?? 'unknown' };
      }
    }
    return { name };
  }

  function schemasOf(call: SyntaxNode, module: CodeModule): SyntaxNode[] {
    const callee = field(call, 'function');
    const named = [callee?.type === 'member_expression' ? field(callee, 'object') : undefined, ...argumentsOf(call)];
    return named.flatMap((node) => {
      if (node?.type !== 'identifier') return [];
      const declared = declarationOf(node.text, node);
      if (declared?.kind === 'value') return [declared.value];
      const found = declared ? undefined : lookup.imported(module, node.text);
      return found ? [found.node] : [];
    });
  }
}

const results = /^(?:data|parsed|value|values|output|env|default)$/;

/** `.default('http://…')`, `{ default: 'http://…' }`. */
function literalDefault(value: SyntaxNode, module: CodeModule): CodePart | undefined {
  for (const node of descendants(value, new Set(['call_expression', 'pair']))) {
    const callee = field(node, 'function');
    const name = node.type === 'pair' ? propertyName(field(node, 'key')) : callee && propertyName(field(callee, 'property'));
    const given = node.type === 'pair' ? field(node, 'value') : argumentsOf(node)[0];
    if (name === 'default' && given && stringValue(bare(given)) !== undefined) return { node: bare(given), module };
  }
  return undefined;
}
