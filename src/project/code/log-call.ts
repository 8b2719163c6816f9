/** Calls that only write something down: what is given to one is neither used nor answered. Pure. */
import { field, memberPath } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';

/** `console.error(…)`, `this.logger.error(…)`, `request.log.info(…)`. */
export function isLogCall(call: SyntaxNode): boolean {
  const path = memberPath(field(call, 'function') ?? call) ?? [];
  return path.slice(0, -1).some((part) => /^(?:console|log|logger)$/i.test(part));
}
