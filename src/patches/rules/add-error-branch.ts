/** Puts the answer to a refused login in front of the use of the code, in the words of the handler's framework. Pure. */
import type { CodeModule, Handler, SdkCall } from '../../project/code/types.ts';
import { descendants, namedChildren } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { dialectOf } from './dialect/index.ts';
import { holds, putBefore, statementsIn } from './handler-body.ts';
import type { RuleResult } from './rule.ts';

/** Undefined where parameters or body have a shape that is not known. */
export function addErrorBranch(handler: Handler, call: SdkCall, modules: readonly CodeModule[]): RuleResult | undefined {
  const dialect = dialectOf(handler, modules);
  // Where a helper exchanges the code, the answer belongs into the handler all the same, which calls it.
  const statements = statementsIn(handler.node);
  const place = statements.find((statement) => holds(statement, call.node) || !onlyLooksUp(statement));
  if (!dialect || !place) return undefined;
  const error = dialect.query('error', place.startIndex);
  const description = dialect.query('error_description', place.startIndex);
  if (!error || !description) return undefined;
  const refusal = dialect.refuse(
    400,
    `{ ${error.code === 'error' ? 'error' : `error: ${error.code}`}, error_description: ${description.code} }`,
  );
  if (!refusal) return undefined;
  const lines = [`if (${error.code}) {`, ...refusal.map((line) => `  ${line}`), '}'];
  return putBefore(dialect.bench, handler, place, lines) ? dialect.bench.result() : undefined;
}

/** `const { code } = req.query;`, `const url = new URL(req.url);`: declarations that do nothing yet. */
function onlyLooksUp(statement: SyntaxNode): boolean {
  if (statement.type !== 'lexical_declaration' && statement.type !== 'variable_declaration') return false;
  if ([...descendants(statement, 'await_expression')].length > 0) return false;
  return namedChildren(statement).every(({ text }) => /\bURL\b|nextUrl|searchParams|\bquery\b/.test(text));
}
