/** Secrets by the name of their field, in whatever format the two are written side by side. Pure, linear. */
import { byteClass, NAME, type Subject, utf8 } from '../bytes.ts';
import { createNeedles } from '../known/needles.ts';
import { valuesUnder } from './columns.ts';
import { valueFindings } from './field-values.ts';
import { anchors, type SecretName, secretName } from './names.ts';
import type { Report } from './report.ts';
import { type Mode, readValue } from './values.ts';

const LONGEST_NAME = 80;

const needles = createNeedles<undefined>(3, { ignoreCase: true });
for (const anchor of anchors) needles.add(utf8(anchor), undefined);

/** Between a name and its value. The groups tell how values end: 1 percent-encoded, 2 plain. */
const separator =
  /(?:\\{0,15}["'`]|&quot;|&#3[49];|%22|\*{1,2})?[\])]?[ \t]{0,40}(?:(%3D|%253D|%3A)|(:=|=>|->|={1,3}|:{1,2}(?!\/\/)|\\{1,4}u003[dD]|&#61;|\uff1a)(?:\*{2}(?=\s))?)/y;
const element = /(?:\s[^<>]{0,200})?(?:>|&gt;)\s{0,40}/y;
const plist = /<\/key>\s{0,40}<string>/y;
/** `"name": "password", "value": "…"`: HAR, Kubernetes, forms, XML attributes. */
const named =
  /(?:\\{0,15}["'])?[ \t]{0,40},?\s{0,80}(?:-\s)?(?:\\{0,15}["'])?(?:value|Value|VALUE|val|content)(?:\\{0,15}["'])?[ \t]{0,40}(?:=>|[:=])/y;
const tuple = /\\{0,15}["'`][ \t]{0,20}\)?,\s{0,20}(?=\\{0,15}["'`[])/y;
/** A row of a table. */
const cell = /`?[ \t]{0,60}\|[ \t]{0,60}`?(?=[^\s|])/y;
/** `<th>name</th><td>…</td>`. */
const cellTag =
  /<\/(?:th|td|dt|b|strong|label|span|code)>\s{0,40}(?:<\/td>\s{0,40})?<(?:td|dd|span|code)(?:\s[^<>]{0,200})?>\s{0,20}(?:<code>)?(?=[^\s<])/y;
/** A part of a multipart form: its name in the head, its value behind an empty line (RFC 7578 §4.2). */
const part = /["']?(?:;[^\r\n]{0,200})?\r?\n(?:[\w-]{1,40}:[^\r\n]{0,200}\r?\n){0,4}\r?\n(?=\S)/y;
/** PHP's `serialize`. */
const serialized = /\\{0,15}";s:\d{1,9}:(?=\\{0,15}")/y;
const call = /\(\s{0,8}(?=\\{0,15}["'`])/y;
/** What can stand before a value in quotes: a type, `env.X ??`, `Some(`, the length that PHP's `var_dump` gives. */
const lead =
  /\s{0,20}(?:[\w$.]{1,80}(?:\(["'][\w-]{1,60}["']\))?[ \t]{1,8}(?:\?\?|\|\||or)[ \t]{1,8}|[&\w<>| ']{1,40}[ \t]{0,8}=[ \t]{0,8}|(?:Some|Ok|Just|Optional\.of|Optional)[ \t]?\(|string\(\d{1,9}\)[ \t])(?=\\{0,15}["'`])/y;
const block = /[ \t]{0,8}[|>][+-]?\d?[+-]?[ \t]{0,8}\r?\n/y;
const option = /(?:[ \t]{1,8}|\s{0,4}\\?\r?\n\s{0,8})(?=[^\s-])/y;
const said = /(?:\\{0,15}["'`])?[ \t]{1,4}(?:(?:is|was|of|value|are)[ \t:]{1,4}|to[ \t]{1,4}(?=["'`]))?(?=["'`\\]?[\w+/~-]{6})/y;

export function findFields(subject: Subject, report: Report): void {
  const { text, bytes } = subject;
  let behind = 0;
  needles.search(bytes, bytes.length, (at) => {
    if (at < behind) return;
    const { start, end } = nameAround(bytes, at);
    behind = end;
    if (report.isTaken(at)) return;
    const name = nameOf(text, start, end);
    if (name === undefined) return;
    behind = Math.max(behind, findValue(text, start, end, name, report));
  });
}

function nameAround(bytes: Uint8Array, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && isName(bytes[start - 1])) start--;
  // `\nSECRET=`, `%20secret=`: the escape's letters are none of the name's.
  if (bytes[start - 1] === 0x5c && start < at && isEscapeLetter(bytes[start])) start++;
  else if (bytes[start - 1] === 0x25 && start + 2 <= at) start += 2;
  let end = at;
  while (end < bytes.length && end - at < LONGEST_NAME && isName(bytes[end])) end++;
  return { start, end };
}

const isName = (byte: number | undefined): boolean => byte !== undefined && ((byteClass[byte] as number) & NAME) !== 0;
const isEscapeLetter = (byte: number | undefined): boolean => byte === 0x6e || byte === 0x72 || byte === 0x74;

/** Also names of two words: `API key: …`, `Client Secret = …`. */
function nameOf(text: string, start: number, end: number): SecretName | undefined {
  const own = secretName(text.slice(start, end));
  if (own !== undefined && own.reading !== 'random') return own;
  if (text[start - 1] !== ' ' || end - start > 16) return own;
  const word = /[A-Za-z]{2,16} $/.exec(text.slice(Math.max(0, start - 17), start))?.[0].trim();
  if (word === undefined) return own;
  const both = secretName(`${word}_${text.slice(start, end)}`);
  return both !== undefined && both.reading !== 'random' ? both : own;
}

const endsField = /[,\r\n"]/;

/** The end of what was dealt with: names before it need no look. */
function findValue(text: string, start: number, end: number, name: SecretName, report: Report): number {
  if (valueBefore(text, start, name, report)) return end;
  for (const value of endsField.test(text[end] ?? '') ? valuesUnder(text, start, end) : [])
    valueFindings(text, value, name, { at: value.start, mode: 'inline', by: 'tuple' }, report);
  const found = valueBehind(text, start, end, name);
  if (found === undefined) return end;
  if (found.by === 'sign' && match(block, text, found.at)) return valueOnNextLines(text, start, found, name, report) ?? end;
  const value = readValue(text, found.at, found.mode);
  if (value === undefined) return valueOnNextLines(text, start, found, name, report) ?? end;
  return valueFindings(text, value, name, found, report) ? value.next : end;
}

export interface Place {
  readonly at: number;
  readonly mode: Mode;
  /** How name and value stand together: what counts as a value differs. */
  readonly by: 'sign' | 'pair' | 'tuple' | 'option' | 'words';
}

function valueBehind(text: string, start: number, end: number, name: SecretName): Place | undefined {
  const mode: Mode = name.reading === 'authorization' || name.reading === 'cookie' ? 'header' : 'inline';
  const after = text[end];
  if (text[start - 1] === '<' || (text[start - 1] === ':' && /<\w{1,20}:$/.test(text.slice(Math.max(0, start - 22), start)))) {
    if (match(element, text, end) && text[element.lastIndex] !== '<')
      return { at: element.lastIndex, mode: 'inline', by: 'sign' };
  }
  if (after === '<' && match(plist, text, end)) return { at: plist.lastIndex, mode: 'inline', by: 'sign' };
  const isHeaderName = mode === 'header' || /^(?:x_)?api_key$|auth_token$/.test(name.kind);
  if (match(named, text, end) && isNameOfPair(text, start)) return { at: named.lastIndex, mode, by: 'pair' };
  separator.lastIndex = end;
  const sign = separator.exec(text);
  // `problem/wrong-secret: …` and `src/token.ts:12` are paths.
  if (sign && (text[start - 1] !== '/' || sign[0].includes('='))) {
    if (sign[1] !== undefined) return { at: separator.lastIndex, mode: 'percent', by: 'sign' };
    if (match(lead, text, separator.lastIndex)) return { at: lead.lastIndex, mode: 'inline', by: 'sign' };
    const isUrl = text[start - 1] === '?' || text[start - 1] === '&';
    const ownLine = mode === 'inline' && !isUrl && standsFirst(text, start) && sign[2] !== '->';
    return { at: separator.lastIndex, mode: ownLine ? 'line' : mode, by: 'sign' };
  }
  if (match(serialized, text, end)) return { at: serialized.lastIndex, mode, by: 'pair' };
  if (after === '<' && match(cellTag, text, end)) return { at: cellTag.lastIndex, mode: 'inline', by: 'tuple' };
  if (isNameOfPair(text, start) && match(part, text, end)) return { at: part.lastIndex, mode: 'line', by: 'pair' };
  if (after === '(' && match(call, text, end))
    return { at: call.lastIndex, mode: 'inline', by: /^(?:set|with)[A-Z_]/.test(text.slice(start, end)) ? 'pair' : 'tuple' };
  if (after === ',' && standsFirst(text, start)) return { at: end + 1, mode: 'inline', by: 'tuple' };
  if (match(cell, text, end)) return { at: cell.lastIndex, mode: 'inline', by: 'tuple' };
  if (match(tuple, text, end)) return { at: tuple.lastIndex, mode, by: isHeaderName ? 'pair' : 'tuple' };
  if (text[start - 1] === '-' || text[start - 2] === '-' || /^--?[\w-]*$/.test(optionBefore(text, start))) {
    if (match(option, text, end)) return { at: option.lastIndex, mode: 'inline', by: 'option' };
  }
  if (text[start - 1] === '/' || text[start - 1] === '.') return undefined;
  if (match(said, text, end)) return { at: said.lastIndex, mode: mode === 'header' ? 'header' : 'inline', by: 'words' };
  return undefined;
}

function match(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
}

function optionBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < 40 && !/[\s"'`=]/.test(text[from - 1] as string)) from--;
  return from === start ? (text.startsWith('--', start) ? '--' : 'x') : text.slice(from, start);
}

const nameKey =
  /(?:name|Name|NAME|key|Key|header|param|n)(?:\\{0,15}["'])?[ \t]{0,20}(?:=>|[:=])[ \t]{0,20}(?:\\{0,15}["'])?(?:[\w.]{1,40}:){0,4}$/;

function isNameOfPair(text: string, start: number): boolean {
  return nameKey.test(text.slice(Math.max(0, start - 48), start));
}

const inputBefore = /<input\b[^<>]{0,200}?\bvalue=(["'])([^"'<>]{1,400})\1[^<>]{0,200}\bname=["']$/i;

/** `<input value="…" name="password">`: the value comes first. */
function valueBefore(text: string, start: number, name: SecretName, report: Report): boolean {
  if (!/name=["']$/i.test(text.slice(Math.max(0, start - 6), start))) return false;
  const from = Math.max(0, start - 900);
  const before = text.slice(from, start);
  const tag = before.lastIndexOf('<');
  const found = tag < 0 ? null : inputBefore.exec(before.slice(tag));
  if (!found) return false;
  const content = found[2] ?? '';
  const at = from + tag + found[0].indexOf(`value=${found[1]}`) + 7;
  return valueFindings(
    text,
    { start: at, end: at + content.length, quoted: true, next: at + content.length },
    name,
    { at, mode: 'inline', by: 'pair' },
    report,
  );
}

/** Only white space, a list mark, a quote or `export` before it on its line. */
function standsFirst(text: string, start: number): boolean {
  const from = Math.max(0, start - 48);
  const before = text.slice(from, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    (from === 0 || line.length < 48) &&
    /^[\s>|+-]*(?:(?:export|set|setx|ENV|ARG|declare|local|-e|--env|const|let|var|final|\$env:)\s{1,4})*["']?(?:[A-Za-z]+[_-])*$/.test(
      line,
    )
  );
}

/** YAML: `secret: |` or `secret:` with the value on lines of their own, further in. */
function valueOnNextLines(text: string, start: number, place: Place, name: SecretName, report: Report): number | undefined {
  if (place.by !== 'sign') return undefined;
  const block = /[ \t]{0,8}[|>]?[+-]?\d?[ \t]{0,8}\r?\n/y;
  if (!match(block, text, place.at)) return undefined;
  const before = text.slice(Math.max(0, start - 200), start);
  const indent = before.length - (before.lastIndexOf('\n') + 1);
  let end = block.lastIndex;
  let first = -1;
  for (let lines = 0; lines < 200; lines++) {
    const line = /([ \t]*)(\S[^\n]{0,4000})(?:\n|$)/y;
    line.lastIndex = end;
    const found = line.exec(text);
    if (found === null || (found[1] ?? '').length <= indent || /^[\w.-]+:(?:\s|$)|^- /.test(found[2] ?? '')) break;
    if (first < 0) first = end + (found[1] ?? '').length;
    end = line.lastIndex;
  }
  if (first < 0) return undefined;
  while (end > first && /\s/.test(text[end - 1] as string)) end--;
  return valueFindings(text, { start: first, end, quoted: true, next: end }, name, place, report) ? end : undefined;
}
