/** Where the project calls its own functions and makes its own objects: so that a parameter's value can be told from the one place that gives it. Pure. */
import { descendants, enclosing, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { classBehind } from './instances.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { CodeModule, CodePart } from './types.ts';

export interface Callers {
  /** The calls that run this function; of a constructor, the places where its class is made. */
  readonly callsOf: (fn: SyntaxNode, module: CodeModule) => readonly CodePart[];
}

export function callersIn(modules: Iterable<CodeModule>, lookup: ExportLookup): Callers {
  const all = [...modules];
  let index: Map<string, CodePart[]> | undefined;
  const named = (name: string): readonly CodePart[] => {
    index ??= callsByName(all);
    return index.get(name) ?? [];
  };
  return {
    callsOf: (fn, module) => {
      const isIt = (target: CodePart | undefined, node: SyntaxNode): boolean =>
        target !== undefined && target.module.file.path === module.file.path && target.node.id === node.id;
      const name = nameOf(fn);
      if (name === undefined) return [];
      if (name !== 'constructor') {
        return named(name).filter((call) => {
          const callee = field(call.node, 'function');
          return callee !== undefined && isIt(functionBehind(callee, call.module, lookup), fn);
        });
      }
      const owner = enclosing(fn, classTypes);
      const own = owner ? field(owner, 'name')?.text : undefined;
      if (!owner || own === undefined) return [];
      return named(own).filter(
        (call) => call.node.type === 'new_expression' && isIt(classBehind(call.node, call.module, lookup), owner),
      );
    },
  };
}

/** What the one caller gives for a parameter; undefined where there are several, or none. */
export function givenFor(
  parameter: SyntaxNode,
  module: CodeModule,
  callers: Callers,
): { readonly argument: CodePart; readonly isObject: boolean } | undefined {
  const fn = enclosing(parameter, functionTypes);
  const list = fn ? field(fn, 'parameters') : undefined;
  const position = list ? namedChildren(list).findIndex(({ id }) => id === parameter.id) : fn ? 0 : -1;
  if (!fn || position === -1) return undefined;
  const [only, ...others] = callers.callsOf(fn, module);
  const argument = only && others.length === 0 ? argumentsOf(only.node)[position] : undefined;
  if (!only || !argument || argument.type === 'spread_element') return undefined;
  const pattern = field(parameter, 'pattern') ?? field(parameter, 'left') ?? parameter;
  return { argument: { node: argument, module: only.module }, isObject: pattern.type === 'object_pattern' };
}

const classTypes = new Set(['class_declaration', 'abstract_class_declaration', 'class']);

function nameOf(fn: SyntaxNode): string | undefined {
  const own = field(fn, 'name');
  if (own) return propertyName(own) ?? own.text;
  const { parent } = fn;
  const given = parent ? (field(parent, 'name') ?? field(parent, 'property') ?? field(parent, 'key')) : undefined;
  return given ? (propertyName(given) ?? given.text) : undefined;
}

function callsByName(modules: readonly CodeModule[]): Map<string, CodePart[]> {
  const found = new Map<string, CodePart[]>();
  for (const module of modules) {
    for (const node of descendants(module.root, new Set(['call_expression', 'new_expression']))) {
      const callee = field(node, 'function') ?? field(node, 'constructor');
      const name =
        callee?.type === 'member_expression'
          ? propertyName(field(callee, 'property'))
          : callee?.type === 'identifier'
            ? callee.text
            : undefined;
      if (name === undefined || name.length > 80) continue;
      const list = found.get(name);
      if (list) list.push({ node, module });
      else found.set(name, [{ node, module }]);
    }
  }
  return found;
}
