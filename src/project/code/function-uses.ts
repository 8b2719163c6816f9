/** Where a function of the project is used: called, or handed on by its name. Pure. */
import { descendants, enclosing, field, functionTypes } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { runsIn } from './handlers.ts';
import type { CodeAnalysis, CodeModule, CodePart, SdkCall } from './types.ts';

/** The calls of a method of the SDK that something runs; where that can be said of none, all of them. */
export function liveCalls({ calls, handlers, modules }: CodeAnalysis, method: string): readonly SdkCall[] {
  const all = calls.filter((call) => call.method === method);
  const live = all.filter((call) => isCalled(call, { handlers, modules }));
  return live.length > 0 ? live : all;
}

/** Does anything run the code that a node stands in? A helper that nothing calls does nothing. */
export function isCalled({ node, module }: CodePart, code: Pick<CodeAnalysis, 'handlers' | 'modules'>): boolean {
  if (code.handlers.some((handler) => runsIn(handler, node, module))) return true;
  const around = enclosing(node, functionTypes);
  if (!around || nameOf(around) === undefined) return true;
  return usesOf(around, module, code).length > 0;
}

function nameOf(fn: SyntaxNode): string | undefined {
  const { parent } = fn;
  // `exports.renew = async () => …`
  const left = parent?.type === 'assignment_expression' ? field(parent, 'left') : undefined;
  const exported = left && /^(?:module\.)?exports\.[\w$]+$/.test(left.text) ? field(left, 'property') : undefined;
  return (field(fn, 'name') ?? (parent ? field(parent, 'name') : undefined) ?? exported)?.text;
}

/** Does every function that a node stands in have somebody who runs it? */
export function isAlive({ node, module }: CodePart, code: Pick<CodeAnalysis, 'handlers' | 'modules'>): boolean {
  for (let at = enclosing(node, functionTypes); at; at = enclosing(at, functionTypes))
    if (
      !isCalled({ node: at, module }, code) ||
      (nameOf(at) !== undefined && usesOf(at, module, code).length === 0 && !isHandler(at, module, code))
    )
      return false;
  return true;
}

function isHandler(fn: SyntaxNode, module: CodeModule, { handlers }: Pick<CodeAnalysis, 'handlers'>): boolean {
  return handlers.some((handler) => handler.module === module && handler.node.id === fn.id);
}

/** Where a function is called or handed on by its name. */
export function usesOf(fn: SyntaxNode, module: CodeModule, code: Pick<CodeAnalysis, 'modules'>): CodePart[] {
  const name = functionTypes.has(fn.type) ? nameOf(fn) : undefined;
  if (name === undefined) return [];
  return code.modules.flatMap((other) =>
    [...descendants(other.root, usable)].flatMap((found): CodePart[] => {
      if (found.text !== name || namesOnly.has(found.parent?.type ?? '') || isNameOf(found)) return [];
      const part = { node: found, module: other };
      if (found.type === 'property_identifier') {
        const [holder = ''] = found.parent?.text.split(/[.?[(]/) ?? [];
        return holder === 'this' || other.imports.has(holder) ? [part] : [];
      }
      if (other.file.path !== module.file.path) return other.imports.has(name) ? [part] : [];
      // A parameter of the same name is another thing.
      return found.startIndex < fn.startIndex || found.endIndex > fn.endIndex ? [part] : [];
    }),
  );
}

const usable = new Set(['identifier', 'property_identifier']);
const namesOnly = new Set(['import_specifier', 'export_specifier', 'pair', 'pair_pattern', 'method_definition']);

/** `function refresh() {}`, `const refresh = …`, `exports.refresh = …`: it gets its name there, and is not used. */
function isNameOf(node: SyntaxNode): boolean {
  const { parent } = node;
  if (!parent) return false;
  if (field(parent, 'name')?.id === node.id) return true;
  const assigned = parent.type === 'member_expression' ? parent.parent : parent;
  return assigned?.type === 'assignment_expression' && /exports/.test(field(assigned, 'left')?.text ?? '');
}
