/** Values of which the end is certain, whatever signs they have: those of `'name=value'`, of an XML element, of a line's end. Pure, linear. */
import { isPhrase } from './looks.ts';
import type { SecretName } from './names.ts';
import { match } from './sticky.ts';
import type { Value } from './values.ts';

const restOfQuotes = /([^\s"'`<>]{3,4096})["'`]/y;
const sentenceInQuotes = /([^"'`<>\r\n]{3,256})["'`]/y;
const restOfElement = /([^<>\s]{3,4096}?)(?:\]\]>)?\s{0,40}<\//y;
const sentenceInElement = /([^<>\s][^<>\r\n]{2,200}?)(?:\]\]>)?\s{0,40}<\//y;
const restOfLine = /[ \t]([^\s"'`<>]{4,512}?)[.,;:)}\]]{0,3}[ \t]*(?:\r?\n|$)/y;

/** `'name=value'`: up to the quote; `name: value` at the end of a line: up to there, whatever signs it has. */
export function wholeValue(text: string, start: number, at: number, name: SecretName): Value | undefined {
  const quote = text[start - 1] ?? '';
  const isQuoted = text[at - 1] === '=' && /["'`]/.test(quote);
  const isElement =
    text.startsWith('<![CDATA[', at - 9) || (text[at - 1] === '>' && text[at - 2] !== '=' && text[at - 2] !== '-');
  if (!isQuoted && !isElement && text[at - 1] !== ':') return undefined;
  const expression = isElement
    ? name.reading === 'sentence'
      ? sentenceInElement
      : restOfElement
    : !isQuoted
      ? restOfLine
      : name.reading === 'sentence'
        ? sentenceInQuotes
        : restOfQuotes;
  if (!match(expression, text, at) || (isQuoted && text[expression.lastIndex - 1] !== quote)) return undefined;
  expression.lastIndex = at;
  const content = expression.exec(text)?.[1] ?? '';
  if (isElement) return { start: at, end: at + content.length, quoted: true, next: at + content.length };
  if (/&[\w%[\].-]{1,60}=|[)}\]|,;][\w"'-]{0,40}[:=]|[)}\]][,;]|^[$[{(%\\]|\\[nr"]|[|&;]$/.test(content)) return undefined;
  const from = isQuoted ? at : at + 1;
  return { start: from, end: from + content.length, quoted: isQuoted, next: from + content.length };
}

/** Words and numbers up to what ends a value in any format. */
const phrase = /[A-Za-z]{2,14}(?: (?:[A-Za-z]{2,14}|\d{1,4})){1,7}(?=[ \t]{0,4}(?:\\{0,4}["'`<]|[,;}\])|\r\n]|$))/y;

/** A pass phrase with spaces in it and no quotes round it. */
export function withPhrase(text: string, value: Value | undefined, name: SecretName): Value | undefined {
  if (value === undefined || value.quoted || name.reading !== 'sentence' || !match(phrase, text, value.start)) return value;
  const end = phrase.lastIndex;
  return end > value.end && isPhrase(text.slice(value.start, end)) ? { ...value, end, quoted: true, next: end } : value;
}
