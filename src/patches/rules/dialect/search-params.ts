/** The variable that a handler's code already has the query's parameters in: `url.searchParams`, `searchParams`. Pure. */
import { descendants, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';

/** Declared in the function itself in front of an offset. */
export function paramsBefore(fn: SyntaxNode, before: number): string | undefined {
  for (const declarator of descendants(fn, 'variable_declarator')) {
    const value = field(declarator, 'value')?.text.replace(/\s+/g, '') ?? '';
    const name = field(declarator, 'name');
    // A variable of an inner block is not there outside of it.
    const holder = declarator.parent?.parent;
    if (declarator.endIndex > before || !name || !holder || holder.endIndex < before) continue;
    const isUrl = /^newURL\(|\.nextUrl(?:\.clone\(\))?$/.test(value) && !value.endsWith('.searchParams');
    if (name.type === 'identifier' && isUrl) return `${name.text}.searchParams`;
    if (name.type === 'identifier' && (value.endsWith('.searchParams') || value.startsWith('newURLSearchParams(')))
      return name.text;
    if (name.type !== 'object_pattern' || !isUrl) continue;
    if (namedChildren(name).some(({ text }) => text === 'searchParams')) return 'searchParams';
  }
  return undefined;
}
