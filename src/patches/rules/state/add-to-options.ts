/** Adds the state to what starts a login: an option of the SDK's call, a parameter of a request by hand. Pure. */
import type { Handler, SdkCall } from '../../../project/code/types.ts';
import { namedChildren } from '../../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../../project/syntax/parser.ts';
import type { Bench } from '../bench.ts';
import { goesDeeper } from '../handler-body.ts';
import { objectBehind } from '../login-options.ts';
import { insertion } from '../rule.ts';
import { addParameter } from './add-parameter.ts';

/** `getAuthorizationUrl(uri)` and its options, written in the call or in a variable of the same function; or a request by hand. */
export function addToOptions(bench: Bench, handler: Handler, call: SdkCall, variable: string): boolean {
  const { argNodes, module, node, byHand } = call;
  if (module !== bench.module) return false;
  if (byHand && byHand.kind !== 'object') return addParameter(bench, byHand, 'state', variable);
  const option = variable === 'state' ? 'state' : `state: ${variable}`;
  const [uri, options] = argNodes;
  if (!uri) return false;
  if (!options) {
    bench.add(insertion(uri.endIndex, `, { ${option} }`));
    return true;
  }
  const object = objectBehind(options);
  if (!object || object.startIndex < (functionAround(node)?.startIndex ?? 0)) return false;
  const parts = namedChildren(object);
  const spread = parts.findLastIndex(({ type }) => type === 'spread_element');
  const last = parts.at(-1);
  // Behind what is spread in, which may bring a state of its own.
  const first = parts[spread + 1];
  if (!last) bench.add({ start: object.startIndex, end: object.endIndex, text: `{ ${option} }` });
  else if (!first) bench.add(insertion(last.endIndex, `, ${option}`));
  else if (spread !== -1) bench.add(insertion(first.startIndex, `${option}, `));
  else {
    const lead = module.file.text.slice(object.startIndex + 1, first.startIndex);
    const deeper = /[\r\n]/.test(lead) ? lead + goesDeeper(handler, bench.style) : ' ';
    bench.add(insertion(first.startIndex, `${option},${deeper}`));
  }
  return true;
}

function functionAround(node: SyntaxNode): SyntaxNode | undefined {
  let at = node.parent;
  while (at && !/function|method_definition/.test(at.type)) at = at.parent;
  return at ?? undefined;
}
