/** Puts the arguments of a call in order: named ones out of an object, two that stand in each other's place, an option's real name. Pure. */
import type { ClientUse, Value } from '../../project/code/types.ts';
import { bare, field } from '../../project/syntax/nodes.ts';
import type { SyntaxNode } from '../../project/syntax/parser.ts';
import { insertion, type RuleResult, result } from './rule.ts';

/** The whole list of arguments is written anew; undefined where a comment in it would be lost. */
export function spreadObject({ node, module }: ClientUse, order: readonly string[]): RuleResult | undefined {
  const list = field(node, 'arguments');
  if (!list || [...list.descendantsOfType('comment')].length > 0) return undefined;
  return result(module.file, [{ start: list.startIndex + 1, end: list.endIndex - 1, text: order.join(', ') }]);
}

export function swapArguments(
  { argNodes, module }: ClientUse,
  first: number,
  second: number,
  sure: boolean,
): RuleResult | undefined {
  const a = argNodes[first];
  const b = argNodes[second];
  if (!a || !b) return undefined;
  return result(
    module.file,
    [
      { start: a.startIndex, end: a.endIndex, text: b.text },
      { start: b.startIndex, end: b.endIndex, text: a.text },
    ],
    sure,
  );
}

/** `getLogoutUrl(idToken, uri)` becomes `getLogoutUrl({ idTokenHint: idToken, postLogoutRedirectUri: uri })`; undefined where a name says neither. */
export function gatherLogoutOptions({ node, argNodes, args, module, path }: ClientUse): RuleResult | undefined {
  const list = field(node, 'arguments');
  if (!list || path.join('.') !== 'getLogoutUrl' || [...list.descendantsOfType('comment')].length > 0) return undefined;
  const options = argNodes.map((argument, index) => [optionFor(argument, args[index]), argument.text] as const);
  const names = options.map(([name]) => name);
  if (names.includes(undefined) || new Set(names).size !== names.length) return undefined;
  const text = options.map(([name, code]) => (name === code ? code : `${name}: ${code}`)).join(', ');
  return result(module.file, [{ start: list.startIndex + 1, end: list.endIndex - 1, text: `{ ${text} }` }]);
}

function optionFor(argument: SyntaxNode, value: Value | undefined): string | undefined {
  const text = bare(argument).text;
  if (/id_?token(?:_?hint)?\W*$|\.idToken\b/i.test(text)) return 'idTokenHint';
  if (/\bstate\W*$/i.test(text)) return 'state';
  const isAddress = value?.kind === 'string' ? /^https?:\/\//.test(value.text) : value?.kind === 'concat';
  return isAddress || /(?:ur[il]|redirect|return|after|origin)\w*\W*$/i.test(text) ? 'postLogoutRedirectUri' : undefined;
}

export function renameKey({ module }: ClientUse, key: SyntaxNode, to: string): RuleResult {
  if (key.type === 'shorthand_property_identifier') return result(module.file, [insertion(key.startIndex, `${to}: `)]);
  return result(module.file, [{ start: key.startIndex, end: key.endIndex, text: to }]);
}
