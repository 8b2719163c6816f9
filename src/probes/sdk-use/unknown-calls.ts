/** Calls on the client that its version of the SDK does not have. Pure. */
import type { ClientUse } from '../../project/code/types.ts';
import type { SdkApi } from '../../project/sdk-types/types.ts';
import { descendants, field, memberPath } from '../../project/syntax/nodes.ts';
import { type NearCall, nearestCall } from './nearest-call.ts';

export interface UnknownCall {
  readonly use: ClientUse;
  readonly near: NearCall | undefined;
}

/** Every object has them. */
const ofEveryObject = new Set(['toString', 'valueOf', 'hasOwnProperty', 'constructor', 'toLocaleString', 'isPrototypeOf']);

export function unknownCall(use: ClientUse, api: SdkApi): UnknownCall | undefined {
  const { path } = use;
  const [head = '', second, third] = path;
  // How webhooks are verified is a problem of its own.
  if (/^webhooks?$/i.test(head) || /^verify\w*(?:signature|webhook)/i.test(path.at(-1) ?? '')) return undefined;
  if (ofEveryObject.has(path.at(-1) ?? '') || isAssigned(use)) return undefined;
  if (second === undefined)
    return api.methods.has(head) || api.others.has(head) ? undefined : { use, near: nearestCall(path, api) };
  // What lies inside a member that is no service, or deeper, nothing is known of.
  if (api.others.has(head) || api.methods.has(head) || third !== undefined) return undefined;
  if (api.methods.has(`${head}.${second}`) || api.others.has(`${head}.${second}`)) return undefined;
  return { use, near: nearestCall(path, api) };
}

/** The code gives the client this member itself; a session's field of the same name is another thing. */
function isAssigned({ path, module, nameNodes, isShort }: ClientUse): boolean {
  if (isShort) return false;
  const [name] = nameNodes;
  const holder = name?.parent ? field(name.parent, 'object') : undefined;
  const last = holder && (memberPath(holder)?.at(-1) ?? holder.text);
  if (last === undefined) return false;
  return [...descendants(module.root, 'assignment_expression')].some((assignment) => {
    const left = field(assignment, 'left');
    return left !== undefined && memberPath(left)?.slice(-2).join('.') === `${last}.${path[0]}`;
  });
}
