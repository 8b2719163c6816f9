/** Refreshes that two requests of one session can start at once: nothing in the module makes the second wait for the first. Derived. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import { runsIn } from '../project/code/handlers.ts';
import type { CodeAnalysis, CodeModule, CodePart } from '../project/code/types.ts';
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
      if (code.handlers.length === 0 || isGuarded(call, code)) return false;
      // An endpoint of its own is called once by a page that knows what it does; a guard in front of every request is not.
      const isEndpoint = code.handlers.some(
        (handler) => runsIn(handler, call.node, call.module) && /refresh/i.test(handler.path),
      );
      // A script has one user at a time; what serves requests has many.
      return !isEndpoint && isCalled(call, code);
    });
    return ok(
      { refreshes: handling.refreshes.length, unguarded },
      ...unguarded.map(({ location }) => ({ label: 'Refresh without a guard', location })),
    );
  },
});

/** How far up callers are followed: the guard stands beside the call, or in what calls the helper. */
const MOST_CALLERS = 4;

function isGuarded({ node, module }: RefreshCall['call'], code: CodeAnalysis): boolean {
  const seen = new Set<number>();
  let level: readonly CodePart[] = [{ node, module }];
  for (let step = 0; step < MOST_CALLERS && level.length > 0; step++) {
    const next: CodePart[] = [];
    for (const part of level) {
      const around = enclosing(part.node, functionTypes) ?? part.module.root;
      const text = around.id === part.module.root.id ? part.node.text : around.text;
      if (guard.test(text) || /\.finally\s*\(/.test(text)) return true;
      if (seen.has(around.id)) continue;
      seen.add(around.id);
      // A callback is called where it is written.
      if (around.id !== part.module.root.id)
        next.push({ node: around, module: part.module }, ...usesOf(around, part.module, code));
    }
    level = next;
  }
  return false;
}

/** A helper that nothing calls refreshes nothing. */
function isCalled({ node, module }: RefreshCall['call'], code: CodeAnalysis): boolean {
  if (code.handlers.some((handler) => runsIn(handler, node, module))) return true;
  const around = enclosing(node, functionTypes);
  if (!around || nameOf(around) === undefined) return true;
  return usesOf(around, module, code).length > 0;
}

function nameOf(fn: SyntaxNode): string | undefined {
  return (field(fn, 'name') ?? (fn.parent ? field(fn.parent, 'name') : undefined))?.text;
}

/** Where a function is called or handed on by its name. */
function usesOf(fn: SyntaxNode, module: CodeModule, code: CodeAnalysis): CodePart[] {
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
