/** Adds a scope to what getAuthorizationUrl asks for: in the list where it stands, or as a new option. Pure. */
import type { SdkCall, Value } from '../../project/code/types.ts';
import { namedChildren } from '../../project/syntax/nodes.ts';
import { objectBehind, partName } from './login-options.ts';
import { nameScopes } from './name-scopes.ts';
import { indentationAt, insertion, quoteOf, type RuleResult, result } from './rule.ts';

const defaults = ['openid', 'profile', 'email'];

export function addScope(call: SdkCall, scope: string): RuleResult | undefined {
  const options = call.args[1];
  const given = options?.kind === 'object' ? options.properties.get('scopes') : undefined;
  const named = objectBehind(call.argNodes[1]);
  // The SDK takes a list: a text in its place fails.
  if (given?.kind === 'string' && !call.byHand) {
    const part = named && namedChildren(named).find((candidate) => partName(candidate) === 'scopes');
    return part && nameScopes(part, given, call.module, scope);
  }
  if (given && given.kind !== 'undefined') return addToList(given, scope);
  // By hand a missing list has no default that is known.
  if (call.byHand) return undefined;
  // A list under a name that the SDK does not read is given its real name, not a second list beside it.
  const misnamed = named && namedChildren(named).find((part) => /^scope$/i.test(partName(part) ?? ''));
  if (misnamed) {
    const value = options?.kind === 'object' ? options.properties.get(partName(misnamed) ?? '') : undefined;
    return nameScopes(misnamed, value, call.module, scope);
  }
  const { file } = call.module;
  const quote = quoteOf(file.text);
  const list = `scopes: [${[...defaults, scope].map((name) => `${quote}${name}${quote}`).join(', ')}]`;
  const [uri, optionsNode] = call.argNodes;
  if (uri && !optionsNode) return result(file, [insertion(uri.endIndex, `, { ${list} }`)]);
  if (options?.kind !== 'object') return undefined;
  return addProperty(options, list);
}

/** An array literal gets one more item, a string of scopes one more word. */
function addToList(list: Value, scope: string): RuleResult | undefined {
  const { file, start, end } = list.at;
  const { text } = file;
  if (list.kind === 'string') {
    // In the text of a URL no quote ends the list, and no blank may stand in it.
    const isQuoted = `'"\``.includes(text[end - 1] ?? '-');
    const blank = isQuoted ? ' ' : text.slice(start, end).includes('+') ? '+' : '%20';
    return result(file, [insertion(isQuoted ? end - 1 : end, `${list.text === '' ? '' : blank}${scope}`)]);
  }
  if (list.kind !== 'array' || text[start] !== '[' || text[end - 1] !== ']') return undefined;
  const last = list.items.at(-1);
  const quote =
    last && `'"\``.includes(text[last.at.start] ?? '-') && last.at.file === file ? text[last.at.start] : quoteOf(text);
  const item = `${quote}${scope}${quote}`;
  if (!last) return result(file, [insertion(start + 1, item)]);
  if (last.at.file !== file || last.at.start < start || last.at.end > end) return undefined;
  const tail = text.slice(last.at.end, end - 1);
  // A comment behind the last item stays behind the new one: commas in it are none.
  const isOnLines = /[\r\n]/.test(tail) && !tail.includes('/');
  if (!isOnLines) return result(file, [insertion(last.at.end, `, ${item}`)]);
  const ending = /\r\n|\n|\r/.exec(tail)?.[0] ?? '\n';
  const line = `${ending}${indentationAt(text, last.at.start)}${item}`;
  const comma = tail.indexOf(',');
  // With a comma behind the last item the new one gets one too.
  return comma === -1
    ? result(file, [insertion(last.at.end, `,${line}`)])
    : result(file, [insertion(last.at.end + comma + 1, `${line},`)]);
}

function addProperty(options: Extract<Value, { readonly kind: 'object' }>, property: string): RuleResult | undefined {
  const { file, start, end } = options.at;
  const { text } = file;
  if (text[start] !== '{' || text[end - 1] !== '}') return undefined;
  const inside = text.slice(start + 1, end - 1);
  if (inside.trim() === '') return { ...result(file, [{ start, end, text: `{ ${property} }` }]) };
  const first = start + 1 + (inside.length - inside.trimStart().length);
  const lead = text.slice(start + 1, first);
  // In front of the first property: no question of commas and comments at the end.
  return result(file, [insertion(first, /[\r\n]/.test(lead) ? `${property},${lead}` : `${property}, `)]);
}
