/** Code that Next.js runs while it renders a Server Component: cookies can be read there, and not be written. Pure. */
import { descendants, enclosing, field, functionTypes } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { usesOf } from './function-uses.ts';
import { declarationOf } from './scope.ts';
import type { CodeAnalysis, CodeModule, CodePart } from './types.ts';

/** How far up callers are followed. */
const MOST_CALLERS = 4;
const rendered = /(?:^|\/)app\/(?:.*\/)?(?:page|layout|template|default)\.[jt]sx?$/;

/** The component whose rendering calls the code that a node stands in; undefined where none is seen. */
export function componentAround(part: CodePart, code: Pick<CodeAnalysis, 'modules'>): CodePart | undefined {
  let level: readonly CodePart[] = [part];
  const seen = new Set<number>();
  for (let step = 0; step <= MOST_CALLERS; step++) {
    const next: CodePart[] = [];
    for (const { node, module } of level) {
      const around = enclosing(node, functionTypes);
      if (!around || seen.has(around.id)) continue;
      seen.add(around.id);
      if (isComponent(around, module)) return { node: around, module };
      // A function that is handed on, as an action of a form is, runs at another time.
      next.push(...usesOf(around, module, code).filter((use) => isCalledHere(use.node)));
    }
    level = next;
  }
  return undefined;
}

function isComponent(fn: SyntaxNode, { file, root }: CodeModule): boolean {
  if (
    !rendered.test(file.path) ||
    /^\s*(['"])use client\1/.test(root.text) ||
    /^\{\s*(['"])use server\1/.test(field(fn, 'body')?.text ?? '')
  )
    return false;
  const name = field(fn, 'name')?.text ?? (fn.parent ? field(fn.parent, 'name')?.text : undefined);
  return fn.parent?.type === 'export_statement' || (name !== undefined && /^[A-Z]/.test(name));
}

function isCalledHere(node: SyntaxNode): boolean {
  const callee = node.parent?.type === 'member_expression' ? node.parent : node;
  return callee.parent?.type === 'call_expression' && field(callee.parent, 'function')?.id === callee.id;
}

/** `(await cookies()).set(…)` in the same function, with `cookies` of `next/headers`. */
export function writesCookies({ node, module }: CodePart): SyntaxNode | undefined {
  const fn = enclosing(node, functionTypes);
  if (!fn || module.imports.get('cookies')?.specifier !== 'next/headers') return undefined;
  return [...descendants(fn, 'call_expression')].find((call) => {
    const callee = field(call, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (!object || !/^(?:set|delete)$/.test(field(callee ?? call, 'property')?.text ?? '')) return false;
    const declared = object.type === 'identifier' ? declarationOf(object.text, object) : undefined;
    return /\bcookies\(\)\)?$/.test(declared?.kind === 'value' ? declared.value.text : object.text);
  });
}
