/** What a handler does when the SDK's check throws: refuses, goes on as if nothing were, or lets it through. Read off the syntax tree. Pure. */

import { calledName, descendants, field, functionTypes, namedChildren, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { ExportLookup } from './export-lookup.ts';
import { functionBehind } from './function-behind.ts';
import { isLogCall } from './log-call.ts';
import { isHarmless } from './paths/harmless.ts';
import { argumentsOf } from './redirect-arguments.ts';
import type { CodeModule } from './types.ts';
import { callsOf, type PayloadContext } from './webhook-payload.ts';

export type OnFailure = 'refuses' | 'goes-on' | 'throws' | 'unknown';

/** Helpers that call helpers further than this are not followed. */
const MOST_CALLERS = 4;
/** Ways to answer, or to hand the failure on to what answers. */
const answers = new Set([
  ...['status', 'sendStatus', 'code', 'writeHead', 'json', 'send', 'end', 'text', 'body', 'error', 'setResponseStatus'],
  ...['reject', 'next', 'fail', 'redirect', 'createError', 'throw', 'assert', 'notFound', 'forbidden', 'unauthorized'],
]);

export function failureOf(call: SyntaxNode, module: CodeModule, context: PayloadContext, steps = MOST_CALLERS): OnFailure {
  for (let at: SyntaxNode | null = call; at; at = at.parent) {
    const { parent } = at;
    if (parent?.type === 'try_statement' && field(parent, 'body')?.id === at.id) {
      const handler = field(parent, 'handler');
      // try … finally lets it through.
      if (handler) return caughtBy(handler, parent, module, context);
    }
    // verify(request).catch(…)
    if (parent?.type === 'member_expression' && propertyName(field(parent, 'property')) === 'catch') return 'unknown';
    if (functionTypes.has(at.type)) return leftBy(at, module, context, steps);
  }
  return leftBy(context.handler.node, module, context, steps);
}

function caughtBy(handler: SyntaxNode, statement: SyntaxNode, module: CodeModule, context: PayloadContext): OnFailure {
  const body = field(handler, 'body');
  if (!body) return 'goes-on';
  const ends = [...descendants(body, new Set(['return_statement', 'throw_statement']))].length > 0;
  const made = [...descendants(body, 'new_expression')].some((each) => /Response$/.test(field(each, 'constructor')?.text ?? ''));
  const answered = [...descendants(body, 'call_expression')].some((each) => answers.has(calledName(each)) && !isLogCall(each));
  if (ends || made || answered) return 'refuses';
  // A helper may refuse, and a value that is set may be asked for afterwards: `valid = false`, `fail(400)`.
  if (!onlyLogs(body, module, context)) return 'unknown';
  const following = statement.parent ? namedChildren(statement.parent) : [];
  return following.some((next) => next.startIndex > statement.endIndex && handles(next)) ? 'goes-on' : 'unknown';
}

function onlyLogs(body: SyntaxNode, module: CodeModule, context: PayloadContext, steps = 3): boolean {
  if (
    [
      ...descendants(
        body,
        new Set(['assignment_expression', 'augmented_assignment_expression', 'update_expression', 'throw_statement']),
      ),
    ].length > 0
  )
    return false;
  return [...descendants(body, 'call_expression')].every((call) => {
    if (isLogCall(call) || (isHarmless(call, module) && !/^(?:next|reject|cb|callback|done)$/.test(calledName(call))))
      return true;
    const callee = field(call, 'function');
    const own = callee && functionBehind(callee, module, context.lookup);
    return own !== undefined && steps > 0 && onlyLogs(own.node, own.module, context, steps - 1);
  });
}

/** Something is done after it, and not only answered. */
function handles(statement: SyntaxNode): boolean {
  return [statement, ...descendants(statement, new Set(['call_expression', 'switch_statement', 'if_statement']))].some((node) => {
    if (node.type !== 'call_expression') return /^(?:switch|if|for|for_in|while)_statement$/.test(node.type);
    return !isLogCall(node) && !answers.has(calledName(node));
  });
}

/** The exception leaves a function: a helper's goes to who calls it, a handler's to the framework. */
function leftBy(fn: SyntaxNode, module: CodeModule, context: PayloadContext, steps: number): OnFailure {
  const isHandler = fn.id === context.handler.node.id;
  if (!isHandler) {
    const callers = steps > 0 ? callsOf(fn, context) : [];
    const outcomes = callers.map((caller) => failureOf(caller.call, caller.module, context, steps - 1));
    const [first] = outcomes;
    return first !== undefined && outcomes.every((outcome) => outcome === first) ? first : 'unknown';
  }
  const { handler, modules, lookup } = context;
  const isCaught = handler.before.some(({ node, module: of }) => catches(functionBehind(node, of, lookup)?.node));
  return isWrapped(fn, module, context) ||
    handler.wrappers.length > 0 ||
    isCaught ||
    modules.some((each) => handlesErrors(each, lookup))
    ? 'unknown'
    : 'throws';
}

/** `withErrors(async (request) => …)`: a function of the project's round the handler that catches. */
function isWrapped(fn: SyntaxNode, module: CodeModule, { lookup }: PayloadContext): boolean {
  const call = fn.parent?.type === 'arguments' ? fn.parent.parent : undefined;
  const callee = call?.type === 'call_expression' ? field(call, 'function') : undefined;
  const wrapper = callee && functionBehind(callee, module, lookup);
  return catches(wrapper?.node);
}

function catches(fn: SyntaxNode | undefined): boolean {
  return fn !== undefined && [...descendants(fn, 'catch_clause')].length > 0;
}

/** The frameworks' own places for what handlers throw. */
const errorHooks = new Set(['setErrorHandler', 'onError', 'useGlobalFilters', 'UseFilters', 'Catch', 'errorHandler']);

function handlesErrors(module: CodeModule, lookup: ExportLookup): boolean {
  return [...descendants(module.root, 'call_expression')].some((call) => {
    const name = calledName(call);
    if (errorHooks.has(name)) return true;
    // Express: app.use((error, request, response, next) => …)
    return (
      name === 'use' && argumentsOf(call).some((argument) => parameterCount(functionBehind(argument, module, lookup)?.node) === 4)
    );
  });
}

function parameterCount(fn: SyntaxNode | undefined): number {
  const list = fn && field(fn, 'parameters');
  return list ? namedChildren(list).length : 0;
}
