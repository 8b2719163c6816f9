/** Where the value of a field stands, seen from its name. Pure, linear. */
import { isNameOfPair, optionBefore, standsFirst } from './name-places.ts';
import type { SecretName } from './names.ts';
import {
  attribute,
  below,
  binary,
  call,
  cell,
  cellTag,
  checked,
  declared,
  element,
  label,
  lead,
  listing,
  named,
  option,
  paragraph,
  part,
  plist,
  plistKey,
  property,
  reply,
  said,
  separator,
  serialized,
  setting,
  shown,
  space,
  stored,
  storing,
  tuple,
  variable,
  wrapped,
} from './separators.ts';
import { match } from './sticky.ts';
import type { Mode } from './values.ts';

export interface Place {
  readonly at: number;
  readonly mode: Mode;
  /** How name and value stand together: what counts as a value differs. */
  readonly by: 'sign' | 'pair' | 'tuple' | 'option' | 'words' | 'below';
}

/** Where the value stands of the name at `start`..`end`. */
export function valueBehind(text: string, start: number, end: number, name: SecretName): Place | undefined {
  const mode: Mode = name.reading === 'authorization' || name.reading === 'cookie' ? 'header' : 'inline';
  const after = text[end];
  // `<code>` is HTML's.
  if (
    (text[start - 1] === '<' && name.kind !== 'authorization_code') ||
    (text[start - 1] === ':' && /<\w{1,20}:$/.test(text.slice(Math.max(0, start - 22), start)))
  ) {
    if (match(plistKey, text, end)) return undefined;
    if (match(element, text, end) && text[element.lastIndex] !== '<')
      return { at: element.lastIndex, mode: 'inline', by: 'sign' };
  }
  if (after === '<' && match(plist, text, end)) return { at: plist.lastIndex, mode: 'inline', by: 'sign' };
  const isHeaderName = mode === 'header' || /^(?:x_)?api_key$|auth_token$/.test(name.kind);
  if (isNameOfPair(text, start) && match(named, text, end)) return { at: named.lastIndex, mode, by: 'pair' };
  if (match(wrapped, text, end)) return { at: wrapped.lastIndex, mode: 'inline', by: 'pair' };
  if (match(paragraph, text, end) && name.reading !== 'digits') return { at: paragraph.lastIndex, mode: 'inline', by: 'words' };
  if (match(stored, text, end) && match(storing, text, start)) return { at: stored.lastIndex, mode, by: 'pair' };
  separator.lastIndex = end;
  const sign = separator.exec(text);
  // `problem/wrong-secret: …` and `src/token.ts:12` are paths.
  if (sign && (text[start - 1] !== '/' || sign[0].includes('='))) {
    if (sign[1] !== undefined)
      return { at: separator.lastIndex, mode: sign[1] === '%253D' ? 'twice-percent' : 'percent', by: 'sign' };
    if (match(lead, text, separator.lastIndex)) return { at: lead.lastIndex, mode: 'inline', by: 'sign' };
    const isUrl = text[start - 1] === '?' || text[start - 1] === '&';
    const ownLine =
      mode === 'inline' &&
      !isUrl &&
      standsFirst(text, start) &&
      sign[2] !== '->' &&
      (text[start - 1] !== '.' || !sign[0].startsWith(' '));
    return { at: separator.lastIndex, mode: ownLine ? 'line' : mode, by: 'sign' };
  }
  if (match(binary, text, end)) return { at: binary.lastIndex, mode, by: 'pair' };
  if (after === '"' && match(variable, text, end)) return { at: variable.lastIndex, mode, by: 'pair' };
  if (match(serialized, text, end)) return { at: serialized.lastIndex, mode, by: 'pair' };
  if ((after === '"' || after === "'") && isNameOfPair(text, start) && match(attribute, text, end))
    return { at: attribute.lastIndex, mode: 'inline', by: 'sign' };
  if (after === ')' && match(shown, text, end)) return { at: shown.lastIndex, mode, by: 'pair' };
  if (match(property, text, end)) return { at: property.lastIndex, mode, by: 'pair' };
  if (after === '"' && match(reply, text, end)) return { at: reply.lastIndex, mode, by: 'pair' };
  if (match(declared, text, end)) return { at: declared.lastIndex, mode, by: 'sign' };
  if (match(checked, text, end)) return { at: checked.lastIndex, mode, by: 'pair' };
  if ((after === '<' || after === ' ') && match(cellTag, text, end))
    return { at: cellTag.lastIndex, mode: 'inline', by: isIdentifier(text, start, end) ? 'pair' : 'tuple' };
  if (isNameOfPair(text, start) && match(part, text, end)) return { at: part.lastIndex, mode: 'line', by: 'pair' };
  if (after === '(' && match(call, text, end))
    return { at: call.lastIndex, mode: 'inline', by: /^(?:set|with)[A-Z_]/.test(text.slice(start, end)) ? 'pair' : 'tuple' };
  if (after === ',' && standsFirst(text, start))
    return { at: end + 1, mode: 'inline', by: isSpelt(text, start, end) ? 'pair' : 'tuple' };
  if (match(cell, text, end)) return { at: cell.lastIndex, mode: 'inline', by: 'tuple' };
  if (text[start - 1] !== '/' && match(tuple, text, end))
    return { at: tuple.lastIndex, mode, by: isHeaderName || isSpelt(text, start, end) || isSet(text, start) ? 'pair' : 'tuple' };
  if (text[start - 1] === '-' || text[start - 2] === '-' || /^--?[\w-]*$/.test(optionBefore(text, start))) {
    if (match(option, text, end)) return { at: option.lastIndex, mode: 'inline', by: 'option' };
  }
  if (match(listing, text, end) && standsFirst(text, start)) return { at: listing.lastIndex, mode: 'line', by: 'pair' };
  if (match(space, text, end) && match(setting, text, start)) return { at: space.lastIndex, mode: 'inline', by: 'pair' };
  if (match(below, text, end) && (name.reading !== 'digits' || match(label, text, start)))
    return { at: below.lastIndex, mode: 'inline', by: match(label, text, start) ? 'below' : 'words' };
  // `config/web/token:aB3…`: the name of a path, unless a number of a line follows.
  if (text[start - 1] === '/' && after === ':' && /[^\s:"'`]{8}/y.test(text.slice(end + 1, end + 9)))
    return { at: end + 1, mode: 'inline', by: 'tuple' };
  if (text[start - 1] === '/' || text[start - 1] === '.') return undefined;
  if (isConcatenated(text, start, end) || /^pass$/i.test(text.slice(start, end))) return undefined;
  said.lastIndex = end;
  const gap = said.exec(text)?.[0];
  if (
    gap !== undefined &&
    /(?:\b(?:is|was|to|ist|lautet|est|es)|:)\s+$/.test(gap) &&
    /["'`]/.test(text[said.lastIndex] ?? '') &&
    name.reading === 'sentence'
  )
    return { at: said.lastIndex, mode: 'inline', by: 'pair' };
  if (gap !== undefined) return { at: said.lastIndex, mode: mode === 'header' ? 'header' : 'inline', by: 'words' };
  return undefined;
}

/** Names of headers, and those of variables that a call is given first: in code they stand for nothing else. */
const isSpelt = (text: string, start: number, end: number): boolean => {
  const name = text.slice(start, end);
  return (
    /^[xX]-[\w-]+$/.test(name) ||
    (isVariable(name) && /\(\s{0,8}["'`]$|(?:^|\n)$/.test(text.slice(Math.max(0, start - 10), start)))
  );
};
const isVariable = (name: string): boolean => /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name);

/** `setProperty("name", "value")`. */
const isSet = (text: string, start: number): boolean =>
  /\b(?:set|put|define|setenv|putenv)\w{0,30}\(\s{0,8}["'][\w.-]{0,60}$/.test(text.slice(Math.max(0, start - 100), start));

const isIdentifier = (text: string, start: number, end: number): boolean =>
  /^[a-z][a-z\d_]*$/.test(text.slice(start, end)) && /[>\s]/.test(text[start - 1] ?? '') && text[start - 1] !== ' ';

/** `"Bearer " + token`. */
const isConcatenated = (text: string, start: number, end: number): boolean =>
  /["'`]/.test(text[start - 1] ?? '') && new RegExp(`^[ \\t]{0,2}\\${text[start - 1]}`).test(text.slice(end, end + 4));
