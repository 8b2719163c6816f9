/** Gives an attribute of a cookie another value; what TypeScript says about the old one (`as const`, `satisfies`) stays. Pure. */
import type { CookieAttribute } from '../../project/code/cookies.ts';
import { replaceExpression } from './replace-expression.ts';
import { quoteOf, type RuleResult } from './rule.ts';

type Written = Pick<CookieAttribute, 'place' | 'literal' | 'isShorthand'>;

/** @param code as it shall stand behind the name of the attribute. */
export function replaceAttribute({ place, literal, isShorthand }: Written, name: string, code: string): RuleResult {
  return isShorthand ? replaceExpression(place, `${name}: ${code}`) : replaceExpression(literal ?? place, code);
}

/** A word of `sameSite`, in the quotes of what it replaces or of the file. In TypeScript a word in a variable would be any text without its type. */
export function replaceWord(attribute: Written, name: string, word: string): RuleResult {
  const { place, literal } = attribute;
  const { text, path } = place.file;
  const first = text[(literal ?? place).start] ?? '';
  const isText = /['"`]/.test(first);
  const quote = isText ? first : quoteOf(text);
  // `'strict' as 'strict'`: the type is that of the old word.
  const said = literal ? text.slice(literal.end, place.end) : '';
  if (isText && /^\s*(?:as|satisfies)\b/.test(said) && /['"]/.test(said) && !new RegExp(`['"]${word}['"]`, 'i').test(said))
    return replaceExpression(place, `${quote}${word}${quote} as const`);
  const kind = !isText && /\.[cm]?tsx?$/.test(path) ? ' as const' : '';
  return replaceAttribute(attribute, name, `${quote}${word}${quote}${kind}`);
}

/** The attribute is given this value at one place of the file alone: nothing else counts on it, as clearing the cookie does. */
export function namedOnce({ file, start, end }: CookieAttribute['place'], name: string): boolean {
  const value = file.text.slice(start, end);
  const given = [...file.text.matchAll(new RegExp(`\\b${name}\\s*:\\s*`, 'g'))];
  return given.filter(({ index, 0: head }) => file.text.startsWith(value, index + head.length)).length <= 1;
}
