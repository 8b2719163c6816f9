/** Refreshes that two requests of one session can start at once: nothing in the module makes the second wait for the first. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import type { CodeAnalysis } from '../project/code/types.ts';
import { descendants, enclosing, field, functionTypes } from '../project/syntax/nodes.ts';
import type { SyntaxNode } from '../project/syntax/parser.ts';
import { code } from './code.ts';
import { type RefreshCall, tokenHandling } from './token-handling.ts';
import { probe } from './tools.ts';

export interface RefreshRaces {
  readonly refreshes: number;
  readonly unguarded: readonly RefreshCall[];
}

/** What people call it when they thought of it. */
const guard =
  /\b(?:in_?flight\w*|mutex\w*|\w*[lL]ock(?:s|ed|ing|er)?|single_?flight|pending\w*|isRefreshing|refreshing\w*|refresh(?:es|Promise\w*|Queue|InProgress)|semaphore|redlock|coalesce|dedupe\w*|running)\b/i;

export const refreshRaces = probe({
  id: 'refresh-races',
  title: 'Can two refreshes run at once?',
  reach: 'derived',
  needs: { handling: tokenHandling, code },
  observe: ({ handling, code }): Outcome<RefreshRaces> => {
    if (handling.refreshes.length === 0) return skipped('The app does not refresh tokens.');
    const unguarded = handling.refreshes.filter(({ call }) => {
      const text = call.module.file.text;
      if (guard.test(text) || /\.finally\s*\(/.test(text)) return false;
      // An endpoint of its own is called once by a page that knows what it does; a guard in front of every request is not.
      const isEndpoint = code.handlers.some(
        (handler) => runsIn(handler, call.node, call.module) && /refresh/i.test(handler.path),
      );
      // A script has one user at a time; what serves requests has many.
      return code.handlers.length > 0 && !isEndpoint && isCalled(call, code);
    });
    return ok(
      { refreshes: handling.refreshes.length, unguarded },
      ...unguarded.map(({ location }) => ({ label: 'Refresh without a guard', location })),
    );
  },
});

/** A helper that nothing calls refreshes nothing. */
function isCalled({ node, module }: RefreshCall['call'], code: CodeAnalysis): boolean {
  if (code.handlers.some((handler) => runsIn(handler, node, module))) return true;
  const around = enclosing(node, functionTypes);
  const name = around && (field(around, 'name') ?? (around.parent ? field(around.parent, 'name') : undefined))?.text;
  if (!around || name === undefined) return true;
  return code.modules.some((other) =>
    [...descendants(other.root, usable)].some((found) => {
      if (found.text !== name || namesOnly.has(found.parent?.type ?? '') || isNameOf(found)) return false;
      if (found.type === 'property_identifier') return other.imports.has(found.parent?.text.split(/[.?[(]/)[0] ?? '');
      if (other.file.path !== module.file.path) return other.imports.has(name);
      // A parameter of the same name is another thing.
      return found.startIndex < around.startIndex || found.endIndex > around.endIndex;
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
