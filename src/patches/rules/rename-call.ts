/** Gives a call on the client its real name: `connections.list` → `connection.listConnections`. Pure. */
import type { ClientUse } from '../../project/code/types.ts';
import { type RuleResult, result } from './rule.ts';

/** The path on the client is written out anew; the object in front of it and the arguments stay. */
export function renameCall({ module, nameNodes }: ClientUse, path: readonly string[], sure: boolean): RuleResult | undefined {
  const [first] = nameNodes;
  const last = nameNodes.at(-1);
  if (!first || !last) return undefined;
  const between = module.file.text.slice(first.startIndex, last.endIndex);
  // Comments and line breaks between the names are not ours to drop.
  if (!/^[\w$]+(?:\??\.[\w$]+)*$/.test(between)) return undefined;
  return result(module.file, [{ start: first.startIndex, end: last.endIndex, text: path.join('.') }], sure);
}
