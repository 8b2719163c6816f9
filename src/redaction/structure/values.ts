/** Where the value of a field ends, in the many ways in which languages, formats and shells write one down. Pure, linear. */
import { wrappedEnd } from '../tokens/wrapped.ts';
import { looksRandom } from './looks.ts';

export interface Value {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  /** Offset from which the text goes on. */
  readonly next: number;
}

/** How an unquoted value ends: with its line, with white space or punctuation, or with the next percent escape. */
export type Mode = 'line' | 'inline' | 'percent' | 'twice-percent' | 'header';

const LONGEST = 4 * 1024 * 1024;
const LONGEST_LINE = 16 * 1024;

/** What can stand between a separator and a value: types, casts, brackets, prefixes of literals. */
const before =
  /[ \t]{0,64}(?:\(\*{0,2}[\w.[\]{} ]{0,40}\)(?:\(0x[\da-f]{1,16}\))?[ \t]{0,3}){0,3}(?:\(len=\d{1,9}(?: cap=\d{1,9})?\)[ \t]?)?(?:string\(\d{1,9}\)[ \t]?)?(?:<<)?(?:Optional(?=\[[^\]\n]{0,400}\d))?(?:[[({]\s{0,32}){0,2}(?:(?:new String|String|Secret|SecretStr|SecretString|b|B|r|R|u|U|f|F|\$|@)(?:\()?(?=["'`\\&]))?(?:!!\w{1,12}[ \t]+)?/y;
const openQuote = /\\{0,15}["'`]|&quot;|&#3[49];|&#x2[27];|&apos;|%22|%27|\\{1,8}u002[27]/y;

export function readValue(text: string, at: number, mode: Mode): Value | undefined {
  before.lastIndex = at;
  const start = before.test(text) ? before.lastIndex : at;
  openQuote.lastIndex = start;
  const quote = openQuote.exec(text)?.[0];
  if (quote !== undefined) return quotedValue(text, start + quote.length, quote);
  return unquotedValue(text, mode === 'line' ? skipSpace(text, at) : start, mode);
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return next;
}

function quotedValue(text: string, start: number, quote: string): Value | undefined {
  const triple = quote.length === 1 && text.startsWith(quote + quote, start) ? quote.repeat(3) : undefined;
  if (triple !== undefined) {
    const end = text.indexOf(triple, start + 2);
    return end < 0 ? undefined : { start: start + 2, end, quoted: true, next: end + 3 };
  }
  const close = closingQuote(text, start, quote);
  const line = lineEnd(text, start);
  // A line break inside quotes: broken on its way, in a key, or the quote was never closed.
  const end =
    close >= 0 && (close <= line || quote === '`' || continues(text, start, line, close))
      ? close
      : Math.min(line, start + LONGEST_LINE);
  return { start, end, quoted: true, next: end === close ? end + quote.length : end };
}

function closingQuote(text: string, start: number, quote: string): number {
  const isPlain = quote.length === 1;
  for (let at = start; ; ) {
    const found = text.indexOf(quote, at);
    if (found < 0 || found - start > LONGEST) return -1;
    let slashes = 0;
    while (found - slashes > start && text[found - slashes - 1] === '\\') slashes++;
    // A quote with more backslashes than the opening one belongs to a deeper level.
    const escaped = isPlain ? slashes % 2 === 1 : quote.startsWith('\\') && slashes > 0;
    if (!escaped) return found;
    at = found + quote.length;
  }
}

/** Whether the lines up to the closing quote can be one value: a key, or a token without a space that was broken. */
function continues(text: string, start: number, line: number, close: number): boolean {
  if (close - start > LONGEST_LINE) return false;
  const whole = text.slice(start, close);
  if (whole.includes('PRIVATE KEY')) return true;
  const first = text.slice(start, line);
  const rest = text.slice(line, close);
  return /^[^\s"'`<>]{8,}$/.test(first.trim()) && isRestOfToken(rest);
}

const MOST_LINES = 40;

/** Line by line: one expression over all of them tries every way to part bars and white space between the lines. */
function isRestOfToken(text: string): boolean {
  const [head = '', ...lines] = text.trimEnd().split('\n', MOST_LINES + 2);
  const isPiece = (line: string): boolean => /^[^\s"'`<>:{}]+[ \t]{0,3}\r?$/.test(line.replace(/^[ \t>|]{0,32}/, ''));
  return /^[=\\]?\r?$/.test(head) && lines.length > 0 && lines.length <= MOST_LINES && lines.every(isPiece);
}

let lineMemo: { text: string; start: number; end: number } = { text: '', start: 0, end: -1 };

/** Asked for every field of a line, however long the line is. */
function lineEnd(text: string, at: number): number {
  if (lineMemo.text !== text || at < lineMemo.start || at > lineMemo.end) {
    const found = text.indexOf('\n', at);
    lineMemo = { text, start: at, end: found < 0 ? text.length : found };
  }
  const { end } = lineMemo;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

const inline = /[^\s"'`<>;&,)\]}\\|]+/y;
/** Behind a sign that was encoded once, what is encoded twice belongs to the value. */
const percent = /(?:[^\s"'`<>;&%#\\]|%(?!25)[2-7][\dA-Fa-f](?<!%2[0236]|%3[BbEe])|%25[\dA-Fa-f]{2})+/y;
const twicePercent = /(?:[^\s"'`<>;&%#\\]|%(?!25)[2-7][\dA-Fa-f](?<!%2[0236]|%3[BbEe])|%25(?:2[1457-9A-Fa-f]|[3-7][\dA-Fa-f]))+/y;
const tail =
  /<(?=[^\s"'`<>;&,)\]}\\|]{2,})(?![A-Za-z/!?][^\s<>]{0,60}[\s>/])(?![A-Z_]{2,40}>)|[,)\]}|](?=[^\s"'`<>;&,)\]}\\|:={[(]{3,})(?![A-Za-z_][\w.-]{0,40}[=:])|\\(?![nrtbfu"'`\\\s/])|&(?:amp;)?(?=[^\s"'`<>;&,)\]}\\|=#])(?![A-Za-z_][\w.%[\]-]{0,60}=|[a-z]{2,6};)|["'](?=[\w$!*+/-]{3,}(?![\w-]{0,40}["']?[:=]))(?<=[\w$!*+/-]["'])|&(?:quot|#3[49]|lt|gt|apos);(?=\w{3})(?<=\w&\w{2,5};)/y;

/** `${NAME}`, `{{ name }}`, `$(command)`: up to its end. */
const reference = /\$\{\{?[^{}\n]{0,200}\}{1,2}|\{\{[^{}\n]{0,200}\}\}|\$\([^()\n]{0,200}\)|[A-Z][a-z]+\[[\w. |]{1,60}\]/y;

/** Inside a password that looks like one; in code it ends the statement. */
const semicolon = /;(?=[\w$!*+/()-]{3,})(?![A-Za-z_][\w. -]{0,40}[=(:])/y;

let memo: { text: string; start: number; end: number } = { text: '', start: 0, end: 0 };

function unquotedValue(text: string, start: number, mode: Mode): Value | undefined {
  if (mode === 'header') return valueTo(text, start, headerEnd(text, start));
  if (mode === 'line' && lineEnd(text, start) - start < LONGEST_LINE)
    return valueTo(text, start, wrappedEnd(text, start, settingEnd(text, start)));
  if (mode === 'percent' || mode === 'twice-percent') {
    const encoded = mode === 'percent' ? percent : twicePercent;
    encoded.lastIndex = start;
    return encoded.test(text) ? valueTo(text, start, Math.min(encoded.lastIndex, start + LONGEST)) : undefined;
  }
  // The same run of characters is asked for by every name that stands in it.
  if (memo.text === text && start >= memo.start && start < memo.end) return valueTo(text, start, memo.end);
  reference.lastIndex = start;
  let end = reference.test(text) ? reference.lastIndex : start;
  for (;;) {
    inline.lastIndex = end;
    if (inline.test(text)) end = inline.lastIndex;
    if (end === start || end - start > LONGEST) break;
    tail.lastIndex = end;
    semicolon.lastIndex = end;
    if (tail.test(text)) end = tail.lastIndex;
    else if (semicolon.test(text) && looksRandom(text.slice(start, Math.min(end, start + 64)))) end = semicolon.lastIndex;
    else break;
  }
  if (end === start) return undefined;
  end = wrappedEnd(text, start, end);
  memo = { text, start, end };
  return valueTo(text, start, end);
}

function valueTo(text: string, start: number, limit: number): Value | undefined {
  let end = limit;
  while (end > start && (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\r')) end--;
  return end > start ? { start, end, quoted: false, next: end } : undefined;
}

/** An HTTP header's value goes on to the end of its line, or of the quotes or brackets it stands in. */
function headerEnd(text: string, start: number): number {
  const line = Math.min(lineEnd(text, start), start + LONGEST_LINE);
  const found = text.slice(start, line).search(/["'`<>\]}]|\\[nr"']/);
  return found < 0 ? line : start + found;
}

/** The value of a setting that has a line of its own: up to a comment, or to the next setting on the line. */
function settingEnd(text: string, start: number): number {
  const line = Math.min(lineEnd(text, start), start + LONGEST_LINE);
  const value = text.slice(start, line);
  const found = value.search(/\s#|&[A-Za-z_][\w.-]{0,40}=|\s["'}\]]|\s[A-Za-z_][\w.-]{0,40}[=:]|,\s*$|\\n|["']\s*[,;)}\]]*\s*$/);
  const end = found < 0 ? line : start + found;
  return text[end - 1] === ';' ? end - 1 : end;
}
