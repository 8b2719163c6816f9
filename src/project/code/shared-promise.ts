/** A promise that is kept in a map while it runs, so that who comes in between waits for the same one. Pure. */
import { bare, descendants, field, propertyName } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import { argumentsOf } from './redirect-arguments.ts';

/** `jobs.get(id)`, `jobs.set(id, job)` and `jobs.delete(id)` in one function, where `job` is what was started and not waited for. */
export function sharesPromise(scope: SyntaxNode): boolean {
  const calls = [...descendants(scope, 'call_expression')].flatMap((node) => {
    const callee = field(node, 'function');
    const object = callee?.type === 'member_expression' ? field(callee, 'object')?.text : undefined;
    const method = object === undefined ? undefined : propertyName(field(callee ?? node, 'property'));
    return object === undefined || method === undefined ? [] : [{ node, object, method }];
  });
  const asks = (object: string, method: RegExp): boolean =>
    calls.some((call) => call.object === object && method.test(call.method));
  return calls.some(({ node, object, method }) => {
    const value = method === 'set' ? argumentsOf(node)[1] : undefined;
    if (!value || !asks(object, /^(?:get|has)$/) || !asks(object, /^delete$/)) return false;
    return (
      isStarted(value, object) ||
      (value.type === 'identifier' && valuesOf(value, scope).some((given) => isStarted(given, object)))
    );
  });
}

/** A call that is not waited for; looking into the map itself starts nothing. */
function isStarted(value: SyntaxNode, map: string): boolean {
  if (value.type === 'binary_expression' && field(value, 'operator')?.text === '??') {
    const right = field(value, 'right');
    return right !== undefined && isStarted(right, map);
  }
  return value.type === 'call_expression' && field(field(value, 'function') ?? value, 'object')?.text !== map;
}

/** Everything that the scope gives the name. */
function valuesOf(name: SyntaxNode, scope: SyntaxNode): SyntaxNode[] {
  return [...descendants(scope, new Set(['variable_declarator', 'assignment_expression']))].flatMap((node) => {
    const target = field(node, 'name') ?? field(node, 'left');
    const value = field(node, 'value') ?? field(node, 'right');
    return target && value && bare(target).text === name.text ? [value] : [];
  });
}
