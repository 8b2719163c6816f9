/** The project's own code that runs when a function is called: its body and the functions it calls, across modules. Pure. */
import { bare, descendants, field } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup, FoundNode } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import type { ReachedPart } from './types.ts';

/** More than a handler of a web app ever calls; circles end here, too. */
const MOST_FUNCTIONS = 60;

/** The function itself comes first. What is only passed on as a value is not followed. */
export function reachedFrom(start: FoundNode, lookup: ExportLookup): readonly ReachedPart[] {
  const reached: ReachedPart[] = [start];
  const seen = new Set<string>([keyOf(start)]);
  for (let index = 0; index < reached.length && reached.length < MOST_FUNCTIONS; index += 1) {
    const current = reached[index];
    if (!current) break;
    for (const call of descendants(current.node, 'call_expression')) {
      const callee = field(call, 'function');
      const target = callee && isOwnCall(callee) ? functionBehind(callee, current.module, lookup) : undefined;
      if (!target || seen.has(keyOf(target)) || isInside(target, current)) continue;
      seen.add(keyOf(target));
      reached.push({ ...target, via: current.via ?? call, isDirect: current.via === undefined });
    }
  }
  return reached;
}

function isOwnCall(callee: SyntaxNode): boolean {
  const plain = bare(callee);
  return plain.type === 'identifier' || plain.type === 'member_expression';
}

function isInside(inner: FoundNode, outer: FoundNode): boolean {
  return (
    inner.module.file.path === outer.module.file.path &&
    inner.node.startIndex >= outer.node.startIndex &&
    inner.node.endIndex <= outer.node.endIndex
  );
}

function keyOf({ node, module }: FoundNode): string {
  return `${module.file.path}:${node.startIndex}`;
}
