/** Answers a failed verification with 400: puts the call into a try block, or ends the catch block that lets the event through. Pure. */
import type { CodeModule, Handler } from '../../../project/code/types.ts';
import { enclosing, field, namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import { dialectOf } from '../dialect/index.ts';
import { holds } from '../handler-body.ts';
import { indentationAt, insertion, type RuleResult } from '../rule.ts';
import { written } from '../style.ts';
import { inTryBlock } from './refusing.ts';

export interface Verifying {
  readonly handler: Handler;
  readonly node: SyntaxNode;
}

export function catchFailure({ handler, node }: Verifying, modules: readonly CodeModule[]): RuleResult | undefined {
  const dialect = holds(handler.node, node) ? dialectOf(handler, modules) : undefined;
  return dialect && inTryBlock(node, node.text, dialect) ? dialect.bench.result() : undefined;
}

/** Lines at the end of the catch block. */
export function endOnFailure({ handler, node }: Verifying, modules: readonly CodeModule[]): RuleResult | undefined {
  const dialect = holds(handler.node, node) ? dialectOf(handler, modules) : undefined;
  const guarded = enclosing(node, new Set(['try_statement']));
  const clause = guarded ? field(guarded, 'handler') : undefined;
  const body = clause ? field(clause, 'body') : undefined;
  const refusal = dialect?.refuse(400, "{ error: 'invalid signature' }");
  if (!dialect || !guarded || !body || !refusal || !holds(handler.node, guarded)) return undefined;
  const { style, module, add } = dialect.bench;
  const indent = indentationAt(module.file.text, guarded.startIndex);
  const inner = indent + style.indent;
  const last = namedChildren(body).at(-1);
  if (last) add(insertion(last.endIndex, `${style.end}${inner}${written(refusal, style, inner)}`));
  else {
    // A comment that excuses the silence goes with it.
    add({
      start: body.startIndex,
      end: body.endIndex,
      text: written(['{', ...refusal.map((line) => `  ${line}`), '}'], style, indent),
    });
  }
  return dialect.bench.result();
}
