/** Redirect URIs that reach Scalekit: arguments of the SDK's two calls, and `redirect_uri` of requests written by hand. Pure. */
import { bare, descendants, field, namedChildren, propertyName, stringValue } from '../syntax/nodes.ts';
import type { SyntaxNode } from '../syntax/parser.ts';
import type { Evaluator } from './evaluate.ts';
import { placeOf } from './place.ts';
import type { CodeModule, RedirectStep, RedirectUriArgument, SdkCall } from './types.ts';

/** Position of the redirect URI among the arguments. */
const positions: Readonly<Record<string, { readonly step: RedirectStep; readonly index: number }>> = {
  getAuthorizationUrl: { step: 'authorize', index: 0 },
  authenticateWithCode: { step: 'exchange', index: 1 },
};

export function redirectUrisOfCalls(calls: readonly SdkCall[]): RedirectUriArgument[] {
  return calls.flatMap((call) => {
    const position = positions[call.method];
    const value = position ? call.args[position.index] : undefined;
    return position && value ? [{ step: position.step, at: call.at, value }] : [];
  });
}

/** Objects and `params.set` calls with `redirect_uri`, in modules that speak of Scalekit's endpoints. */
export function redirectUrisByHand(module: CodeModule, evaluator: Evaluator): RedirectUriArgument[] {
  // Other providers have an authorize endpoint too.
  if (!/\/oauth\/(?:authorize|token)/.test(module.file.text) || !/scalekit/i.test(module.file.text)) return [];
  const inObjects = [...descendants(module.root, 'pair')].flatMap((pair) => {
    const value = field(pair, 'value');
    const object = pair.parent;
    if (propertyName(field(pair, 'key')) !== 'redirect_uri' || !value || !object) return [];
    return [{ step: stepOf(object), at: placeOf(module.file, pair), value: evaluator.evaluate(value, module) }];
  });
  const inCalls = [...descendants(module.root, 'call_expression')].flatMap((call) => {
    const [name, value] = argumentsOf(call);
    const method = field(call, 'function');
    if (!name || !value || stringValue(bare(name)) !== 'redirect_uri' || !/\.(?:set|append)$/.test(method?.text ?? '')) return [];
    const around = call.parent?.parent;
    return [
      { step: around ? stepOf(around) : 'authorize', at: placeOf(module.file, call), value: evaluator.evaluate(value, module) },
    ];
  });
  return [...inObjects, ...inCalls];
}

function stepOf(around: SyntaxNode): RedirectStep {
  return /grant_type['"]?\s*[:,]\s*['"`]authorization_code/.test(around.text) ? 'exchange' : 'authorize';
}

export function argumentsOf(call: SyntaxNode): SyntaxNode[] {
  const list = field(call, 'arguments');
  return list ? namedChildren(list) : [];
}
