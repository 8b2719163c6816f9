/** Calls that hand out the variable whose name they are given: of Deno, Nest and env-var, and the project's own that can be followed to the environment. Pure. */
import {
  bare,
  descendants,
  enclosing,
  field,
  functionTypes,
  memberPath,
  namedChildren,
  propertyName,
  stringValue,
} from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { EnvironmentVariable } from './environment.ts';
import type { ExportLookup, FoundNode } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { classBehind, typeIn, typeOfMember } from './instances.ts';
import { argumentsOf } from './redirect-arguments.ts';
import { declarationOf } from './scope.ts';
import type { CodeModule, CodePart } from './types.ts';

interface World {
  readonly lookup: ExportLookup;
  /** The text that an expression comes to without the environment. */
  readonly textOf: (node: SyntaxNode, module: CodeModule) => string | undefined;
  readonly isEnvironment: (node: SyntaxNode, module: CodeModule) => boolean;
}

/** What a parameter got: its text, and where that is written. */
type Given = ReadonlyMap<string, { readonly text: string | undefined; readonly part: CodePart | undefined }>;

const MOST_STEPS = 4;

export function envHelpers({ lookup, textOf, isEnvironment }: World) {
  return { call: (call: SyntaxNode, module: CodeModule) => ofCall(call, module, new Map(), MOST_STEPS) };

  function ofCall(call: SyntaxNode, module: CodeModule, given: Given, steps: number): EnvironmentVariable | undefined {
    const callee = field(call, 'function');
    if (!callee || steps <= 0) return undefined;
    const args = argumentsOf(call);
    const name = args[0] ? nameOf(args[0], module, given) : undefined;
    if (name !== undefined && isReader(callee, module))
      return { name, fallback: callee.text.endsWith('getOrThrow') || !args[1] ? undefined : { node: args[1], module } };
    const chain = envVar(call, module);
    if (chain) return chain;
    if (args.length === 0 || args.length > 6) return undefined;
    const fn = functionBehind(callee, module, lookup);
    return fn && inFunction(fn, bind(fn.node, args, module, given), steps - 1);
  }

  function bind(fn: SyntaxNode, args: readonly SyntaxNode[], module: CodeModule, outer: Given): Given {
    const list = field(fn, 'parameters');
    const single = field(fn, 'parameter');
    const parameters = single ? [single] : list ? namedChildren(list) : [];
    return new Map(
      parameters.flatMap((parameter, index) => {
        const target = field(parameter, 'pattern') ?? field(parameter, 'left') ?? parameter;
        if (target.type !== 'identifier') return [];
        const argument = args[index];
        const passedOn = argument?.type === 'identifier' ? outer.get(argument.text) : undefined;
        const stated = field(parameter, 'value') ?? field(parameter, 'right');
        const part = passedOn?.part ?? (argument ? { node: argument, module } : stated ? { node: stated, module } : undefined);
        return [[target.text, { text: argument && nameOf(argument, module, outer), part }] as const];
      }),
    );
  }

  /** What the function gives back, where that is a variable, bare or with something that stands in for it. */
  function inFunction(fn: FoundNode, given: Given, steps: number): EnvironmentVariable | undefined {
    const body = field(fn.node, 'body');
    if (!body || ![...given.values()].some(({ text }) => text !== undefined)) return undefined;
    const returned =
      body.type === 'statement_block'
        ? [...descendants(body, 'return_statement')]
            .filter((statement) => enclosing(statement, functionTypes)?.id === fn.node.id)
            .flatMap((statement) => namedChildren(statement)[0] ?? [])
        : [body];
    const all = returned.map((node) => ({ node, read: readIn(node, fn, given, steps) }));
    const read = all.find((one) => one.read)?.read;
    if (!read) return undefined;
    const others = all.filter((one) => !one.read && !/^(?:undefined|null)$/.test(one.node.text));
    return { ...read, fallback: read.fallback ?? (others[0] && standIn(others[0].node, fn, given)) };
  }

  function readIn(expression: SyntaxNode, fn: FoundNode, given: Given, steps: number): EnvironmentVariable | undefined {
    const node = bare(expression);
    const next = (other: SyntaxNode | undefined) =>
      other && steps > -MOST_STEPS ? readIn(other, fn, given, steps - 1) : undefined;
    switch (node.type) {
      case 'subscript_expression': {
        const object = field(node, 'object');
        const index = field(node, 'index');
        const name = index && nameOf(index, fn.module, given);
        return object && name !== undefined && isEnvironment(object, fn.module) ? { name } : undefined;
      }
      case 'identifier': {
        const declared = declarationOf(node.text, node);
        if (declared?.kind === 'value') return next(declared.value);
        // `let value = process.env[name]; if (!value) value = other;`
        const first = declared?.kind === 'several' ? next(field(declared.node, 'value')) : undefined;
        return first && { ...first, fallback: 'unknown' };
      }
      case 'binary_expression': {
        const left = /^(?:\?\?|\|\|)$/.test(field(node, 'operator')?.text ?? '') ? next(field(node, 'left')) : undefined;
        const right = field(node, 'right');
        return left && right ? { ...left, fallback: left.fallback ? 'unknown' : standIn(right, fn, given) } : undefined;
      }
      case 'ternary_expression': {
        const ways = [field(node, 'consequence'), field(node, 'alternative')];
        const read = next(ways[0]) ?? next(ways[1]);
        const other = next(ways[0]) ? ways[1] : ways[0];
        return read && other ? { ...read, fallback: standIn(other, fn, given) } : undefined;
      }
      case 'call_expression': {
        const callee = field(node, 'function');
        const method = callee?.type === 'member_expression' ? propertyName(field(callee, 'property')) : undefined;
        if (callee && (method === 'trim' || method === 'toString')) return next(field(callee, 'object'));
        if (callee?.text === 'String') return next(argumentsOf(node)[0]);
        return ofCall(node, fn.module, given, steps);
      }
      default:
        return undefined;
    }
  }

  /** What is given instead: nothing, a parameter's value, a literal; anything else is not followed. */
  function standIn(expression: SyntaxNode, fn: FoundNode, given: Given): CodePart | 'unknown' | undefined {
    const node = bare(expression);
    if (/^(?:undefined|null)$/.test(node.text)) return undefined;
    const parameter = node.type === 'identifier' ? given.get(node.text) : undefined;
    if (parameter) return parameter.part;
    return stringValue(node) === undefined ? 'unknown' : { node, module: fn.module };
  }

  function nameOf(expression: SyntaxNode, module: CodeModule, given: Given): string | undefined {
    const node = bare(expression);
    if (node.type === 'identifier' && given.has(node.text)) return given.get(node.text)?.text;
    if (node.type !== 'template_string' || stringValue(node) !== undefined) return textOf(node, module);
    const parts = namedChildren(node).map((part) => {
      const [inner] = part.type === 'template_substitution' ? namedChildren(part) : [];
      return inner ? nameOf(inner, module, given) : part.text;
    });
    return parts.includes(undefined) ? undefined : parts.join('');
  }

  function isReader(callee: SyntaxNode, module: CodeModule): boolean {
    if (callee.text === 'Deno.env.get') return true;
    if (callee.type === 'identifier') {
      const imported = module.imports.get(callee.text);
      return imported?.specifier === 'astro:env/server' && imported.name === 'getSecret';
    }
    const object = field(callee, 'object');
    return (
      object !== undefined &&
      /^get(?:OrThrow)?$/.test(propertyName(field(callee, 'property')) ?? '') &&
      isConfigService(object, module)
    );
  }

  /** Nest's own: a parameter, a variable or an injected field of that type, which no class of the project has. */
  function isConfigService(object: SyntaxNode, module: CodeModule): boolean {
    const plain = bare(object);
    let type: SyntaxNode | undefined;
    if (plain.type === 'identifier') {
      const declared = declarationOf(plain.text, plain);
      if (declared?.kind === 'parameter') type = typeIn(declared.node);
      if (declared?.kind === 'value')
        return /\.get\(\s*ConfigService\s*\)$/.test(bare(declared.value).text) && comesFromNest('ConfigService', module);
    }
    const owner = plain.type === 'member_expression' ? field(plain, 'object') : undefined;
    const own = owner ? classBehind(owner, module, lookup) : undefined;
    if (own) type = typeOfMember(own.node, propertyName(field(plain, 'property')) ?? '');
    return /^ConfigService\b/.test(type?.text ?? '') && comesFromNest('ConfigService', own?.module ?? module);
  }

  function comesFromNest(name: string, module: CodeModule): boolean {
    return module.imports.get(name)?.specifier === '@nestjs/config';
  }

  /** `env.get('NAME').default('x').required().asString()`. */
  function envVar(call: SyntaxNode, module: CodeModule): EnvironmentVariable | undefined {
    let fallback: CodePart | undefined;
    for (let at: SyntaxNode | undefined = call, steps = 0; at?.type === 'call_expression' && steps < 8; steps += 1) {
      const callee: SyntaxNode | undefined = field(at, 'function');
      const method = callee && propertyName(field(callee, 'property'));
      const [argument] = argumentsOf(at);
      const from = callee && module.imports.get(memberPath(callee)?.[0] ?? '')?.specifier;
      if (method === 'get' && from === 'env-var') {
        const name = argument && textOf(argument, module);
        return name === undefined ? undefined : { name, fallback };
      }
      if (method === 'default' && argument) fallback = { node: argument, module };
      at = callee && field(callee, 'object');
    }
    return undefined;
  }
}
