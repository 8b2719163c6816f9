/** Code that Next.js runs while it renders a Server Component: cookies can be read there, and not be written. Pure. */
import { descendants, enclosing, field, functionTypes } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { usesOf } from './function-uses.ts';
import { declarationOf } from './scope.ts';
import type { CodeAnalysis, CodeModule, CodePart } from './types.ts';

/** How far up callers are followed. */
const MOST_CALLERS = 4;
const rendered = /(?:^|\/)app\/(?:.*\/)?(?:page|layout|template|default)\.[jt]sx?$/;

export interface RenderedWrite {
  /** The component's module. */
  readonly component: CodeModule;
  /** Where a cookie is set on the way. */
  readonly write: CodePart;
}

/** The component whose rendering runs the code that a node stands in, where that or what calls it writes cookies. */
export function renderedWrite(part: CodePart, code: Pick<CodeAnalysis, 'modules'>): RenderedWrite | undefined {
  let level: readonly (CodePart & { readonly write?: CodePart | undefined })[] = [part];
  const seen = new Set<number>();
  for (let step = 0; step <= MOST_CALLERS; step++) {
    const next: (CodePart & { readonly write?: CodePart | undefined })[] = [];
    for (const { node, module, write: known } of level) {
      const around = enclosing(node, functionTypes);
      if (!around || seen.has(around.id)) continue;
      seen.add(around.id);
      const write = known ?? cookieWrite(around, module);
      if (write && isComponent(around, module)) return { component: module, write };
      // A function that is handed on, as an action of a form is, runs at another time.
      for (const use of usesOf(around, module, code)) if (isCalledHere(use.node)) next.push({ ...use, write });
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

/** `(await cookies()).set(…)`, with `cookies` of `next/headers`. */
function cookieWrite(fn: SyntaxNode, module: CodeModule): CodePart | undefined {
  if (module.imports.get('cookies')?.specifier !== 'next/headers') return undefined;
  const node = [...descendants(fn, 'call_expression')].find((call) => {
    const callee = field(call, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object') : undefined;
    if (!object || !/^(?:set|delete)$/.test(field(callee ?? call, 'property')?.text ?? '')) return false;
    const declared = object.type === 'identifier' ? declarationOf(object.text, object) : undefined;
    return /\bcookies\(\)\)?$/.test(declared?.kind === 'value' ? declared.value.text : object.text);
  });
  return node && { node, module };
}
