/** Secrets by the name of their field, in whatever format the two are written side by side. Pure, linear. */
import { byteClass, NAME, type Subject } from '../bytes.ts';
import { type Hits, trigger } from '../triggers.ts';
import { saidBefore, valueBefore } from './before-names.ts';
import { endsColumn, valuesUnder } from './columns.ts';
import { valueFindings } from './field-values.ts';
import { isNameOfPair, optionBefore, standsFirst } from './name-places.ts';
import { anchors, type SecretName, secretName } from './names.ts';
import type { Report } from './report.ts';
import { valuesOfColumn } from './sql.ts';
import { type Mode, readValue, type Value } from './values.ts';
import { wholeValue, withPhrase } from './whole-values.ts';

const LONGEST_NAME = 80;

const inNames = trigger(anchors, { ignoreCase: true });

/** Between a name and its value. The groups tell how values end: 1 percent-encoded, 2 plain. */
const separator =
  /(?:\\{0,15}["'`]|&quot;|&#3[49];|%22|\*{1,2})?[\])]?(?:[ \t]{0,3}[[(][^\])\n"'=]{0,40}[\])](?=[:=]))?[ \t]{0,40}(?:(%3D|%253D|%3A)|(:=|=>|->|=3D|={1,3}|:{1,2}(?!\/\/)|\\{1,4}u003[dD]|&#61;|\u00ef\u00bc\u009a|\u00e2\u0086\u0092|\u00e2\u0087\u0092|\u00e2\u0080\u00ba|\u00c2\u00bb)(?:\*{2}(?=\s))?)/y;
/** C#: `Name { get; set; } = "…"`. */
const property =
  /[ \t]{0,4}\{(?:[ \t]{0,4}(?:private |protected |internal )?(?:get|set|init);){1,2}[ \t]{0,4}\}[ \t]{0,4}=[ \t]{0,4}(?=")/y;
/** What `redis-cli` answers: `1) "name"`, `2) "value"`. */
const reply = /"[ \t]{0,4}\r?\n[ \t]{0,8}\d{1,6}\)[ \t]{1,4}(?=")/y;
/** `"SET" "name:user" "value"`, as a server logs its commands. */
const stored = /[\w:.-]{0,80}"[ \t]{1,4}(?:"\d{1,9}"[ \t]{1,4})?(?=")/y;
const storing =
  /(?<="(?:GET|SET|SETEX|PSETEX|SETNX|GETSET|HSET|HSETNX|APPEND)"[ \t]{1,4}(?:"[\w:.-]{0,80}"[ \t]{1,4})?"[\w:.-]{0,80})/iy;
/** `console.log(process.env.NAME) // "…"`. */
const shown = /\)[ \t]{0,4};?[ \t]{1,4}(?:\/\/|#)[ \t]{0,4}(?:=>|->)?[ \t]{0,3}(?=["'`])/y;
/** One more word of a name: `secret key base: …`. */
const lastWord = /[ \t]([A-Za-z]{2,12})(?=[ \t]{0,2}[:=](?!\/\/))|[ \t](base|value|string)(?=[ \t]{1,2}(?:is|was)[ \t])/y;
/** What the name before it is about. */
const aboutIt = /[ \t](?:challenge|id|ids|type|method|endpoint|fingerprint|thumbprint)\b(?![ \t]{0,2}=)/y;
const element = /(?:\s[^<>]{0,200})?(?:>|&gt;)\s{0,40}(?:<!\[CDATA\[)?/y;
/** `<entry key="name">value`. */
const attribute = /["'](?:\s[^<>]{0,200})?>\s{0,20}(?:<(?:value|string)>\s{0,20})?(?:<!\[CDATA\[)?(?=[^<\s])/y;
/** What a check of settings says of one: its name on a line, its value in the next. */
const checked = /\r?\n[^\n]{0,200}\binput_value=(?=["'])/y;
/** `name As String = "…"`. */
const declared = /[ \t]{1,4}As[ \t]{1,4}\w{1,20}[ \t]{1,4}=[ \t]{0,4}(?=")/y;
/** A name alone on its line, the value alone on the next. */
const below = /[ \t]{0,4}:?[ \t]{0,4}\r?\n[ \t]{0,8}(?=\S{6,512}[ \t]{0,8}(?:\r?\n|$))/y;
/** Nothing but a few words before a name on its line. */
const label = /(?<=(?:^|\n)[ \t>#*/|-]{0,8}(?:[\w./-]{1,24}[ ]){0,3}[\w./-]{0,40})/y;
/** A sentence that ends in a colon, and the value alone between empty lines. */
const paragraph = /[ \t]{0,4}:[ \t]{0,4}\r?\n[ \t]{0,8}\r?\n[ \t]{0,8}(?=\S{8,512}[ \t]{0,8}(?:\r?\n[ \t]{0,8}(?:\r?\n|$)|$))/y;
/** A member whose value is wrapped in one of its own, beside its type. */
const wrapped =
  /(?:["']?[ \t]{0,4}:[ \t]{0,4}\{[^{}]{0,200}?["']?(?:default|value)["']?[ \t]{0,4}:[ \t]{0,8}|:[ \t]{0,4}\r?\n(?:[ \t]{1,40}[A-Za-z]{1,30}:[^\n]{0,100}\n){0,6}[ \t]{1,40}(?:default|value):[ \t]{1,8})(?=[^\s|>])/iy;
/** `<key>name</key>`, where the name is a member's of a property list. */
const plistKey = />[\w .-]{1,80}<\/key>\s{0,40}<(?:string|true|false|integer|real|date|data|array|dict)\b/y;
const plist = /<\/key>\s{0,40}<string>/y;
/** `"name": "password", "value": "…"`: HAR, Kubernetes, forms, XML attributes. */
const named =
  /(?:\\{0,15}["'])?[ \t]{0,40}(?:,\s{0,80}\\{0,15}["'][\w-]{1,40}\\{0,15}["']\s{0,8}:\s{0,8}(?:true|false|null|\d{1,12}|\\{0,15}["'][\w ./-]{0,60}\\{0,15}["'])){0,3},?\s{0,80}(?:-\s)?(?:\\{0,15}["'])?(?:[A-Za-z]{1,16}Value|value|Value|VALUE|val|content)(?:\\{0,15}["'])?[ \t]{0,40}(?:=>|[:=])(?:\s{0,20}\{\s{0,40}\\{0,15}["'](?:stringValue|S)\\{0,15}["']\s{0,8}:)?/y;
/** Erlang's `{name,<<"value">>}`. */
const binary = /,\s{0,4}<<(?=\\{0,15}")/y;
/** HCL: `variable "name" { … default = "…"`. */
const variable = /"[ \t]{0,8}\{[^{}]{0,400}?\bdefault[ \t]{0,20}=[ \t]{0,8}(?=")/y;
const tuple = /\\{0,15}["'`][ \t]{0,20}\)?,\s{0,20}(?=\\{0,15}["'`[])/y;
/** A row of a table. */
const cell = /[`*]{0,2}[ \t]{0,60}(?:\||\u00e2\u0094\u0082)[ \t]{0,60}`?(?=[^\s|])/y;
/** `<th>name</th><td>…</td>`. */
const cellTag =
  /[ \t]{0,4}<\/(?:th|td|dt|b|strong|label|span|code)>\s{0,40}(?:<\/td>\s{0,40})?<(?:td|dd|span|code)(?:\s[^<>]{0,200})?>\s{0,20}(?:<code>|<pre>){0,2}(?=[^\s<])/y;
/** A part of a multipart form: its name in the head, its value behind an empty line (RFC 7578 §4.2). */
const part = /["']?(?:;[^\r\n]{0,200})?\r?\n(?:[\w-]{1,40}:[^\r\n]{0,200}\r?\n){0,4}\r?\n(?=\S)/y;
/** PHP's `serialize`. */
const serialized = /\\{0,15}";s:\d{1,9}:(?=\\{0,15}")/y;
const call = /\(\s{0,8}(?=\\{0,15}["'`])/y;
/** What can stand before a value in quotes: a type, `env.X ??`, `Some(`, the length that PHP's `var_dump` gives. */
const lead =
  /\s{0,20}(?:[\w$.]{1,80}(?:\(["'][\w-]{1,60}["']\))?[ \t]{1,8}(?:\?\?|\|\||or)[ \t]{1,8}|[&\w<>| ']{1,40}[ \t]{0,8}=[ \t]{0,8}|(?:Some|Ok|Just|Optional\.of|Optional)[ \t]?\(\s{0,40}|Just[ \t]{1,4}|string\(\d{1,9}\)[ \t]|[A-Z][A-Za-z]{1,16}-[A-Z][A-Za-z]{1,24}[ \t]{1,4}(?:-[A-Z][a-z]{1,12}[ \t]{1,4})?|expected[ \t:]{1,3}[^\s,]{1,80},?[ \t]{1,3}(?:but[ \t])?(?:got|received)[ \t:]{1,3})(?=\\{0,15}["'`])/y;
const block = /[ \t]{0,8}[|>][+-]?\d?[+-]?[ \t]{0,8}\r?\n/y;
const option = /(?:[ \t]{1,8}|\s{0,4}\\?\r?\n\s{0,8})(?=[^\s-])/y;
const said =
  /(?:\\{0,15}["'`]|\*{2})?[ \t]{1,4}(?:(?:is|was|are|be|of|value|set|now|still|currently|the|my|our|new|old|we|I|you|use|used|have|ist|lautet|est|es|e|\u00c3\u00a9|sera|(?:for|on|in|from)[ \t]{1,2}(?=[a-z])[\w.-]{2,24})(?!:\/\/)[ \t:,]{1,4}){0,5}(?:to[ \t]{1,4}(?=["'`]))?(?=(?:\\{0,3}["'`]|\\)?[^\s"'`<>]{6})/y;
/** Commands and directives that take a name and a value with a space between. */
const setting =
  /(?<=(?:^|[\n;&])[ \t>$#]{0,80}(?:ENV|ARG|setenv|SetEnv|set[ \t]+-\w{1,4}|(?:fastcgi|uwsgi|scgi|proxy)_param|(?:proxy|grpc)_set_header|add_header|(?:header_up|header_down|http-request[ \t]+(?:set|add)-header))[ \t]{1,80})/y;
/** `key    value` on a line of its own. */
const listing = /(?:[ \t]{2,60}|\t)(?=\S{4,512}[ \t]{0,60}(?:\r?\n|$))/y;
const space = /[ \t]{1,8}(?=\S)/y;

export function findFields({ text, bytes }: Subject, hits: Hits, report: Report): void {
  let behind = 0;
  for (const at of hits.of(inNames)) {
    if (at < behind) continue;
    const { start, end } = nameAround(bytes, at);
    behind = end;
    if (report.isTaken(at)) continue;
    const name = nameOf(text, start, end);
    if (name === undefined || (name.reading === 'random' && match(aboutIt, text, end))) continue;
    const longer = longerName(text, start, end);
    behind = Math.max(behind, findValue(text, start, longer?.end ?? end, longer?.name ?? name, report));
  }
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

const wordBefore = /(?<=([A-Za-z]{2,16})[ .])/y;

/** Words that make a token or a key of what follows them a public one. */
const publicGroup =
  /^(?:public|publishable|primary|foreign|sort|cache|partition|group|feature|flag|page|cursor|continuation|sync|pagination|next)$/i;

/** Also names of two words: `API key: …`, `Client Secret = …`, `publishable.key`. */
function nameOf(text: string, start: number, end: number): SecretName | undefined {
  const own = secretName(text.slice(start, end));
  const isShort = end - start <= 16 && text[start] !== '-';
  if (isShort && (text[start - 1] === ' ' || text[start - 1] === '.') && match(wordBefore, text, start)) {
    wordBefore.lastIndex = start;
    const word = wordBefore.exec(text)?.[1] ?? '';
    const both = secretName(`${word}_${text.slice(start, end)}`);
    if (both === undefined && publicGroup.test(word) && /^(?:keys?|tokens?)$/i.test(text.slice(start, end))) return undefined;
    if (own !== undefined && own.reading !== 'random') return own;
    return text[start - 1] === ' ' && both !== undefined && both.reading !== 'random' ? both : own;
  }
  return own;
}

function longerName(text: string, start: number, end: number): { readonly end: number; readonly name: SecretName } | undefined {
  lastWord.lastIndex = end;
  const found = lastWord.exec(text);
  if (found === null) return undefined;
  const name =
    secretName(`${text.slice(start, end)}_${found[1] ?? found[2]}`) ?? wholeName(text, start, end, found[1] ?? found[2] ?? '');
  return name === undefined || name.reading === 'random' ? undefined : { end: lastWord.lastIndex, name };
}

/** `secret key base`: three words. */
function wholeName(text: string, start: number, end: number, last: string): SecretName | undefined {
  if (!match(wordBefore, text, start)) return undefined;
  wordBefore.lastIndex = start;
  return secretName(`${wordBefore.exec(text)?.[1]}_${text.slice(start, end)}_${last}`);
}

const endsSqlColumn = /["`\]]?\s{0,20}[,)]/y;

function valuesBelow(text: string, start: number, end: number): readonly Value[] {
  const values = match(endsColumn, text, end) ? valuesUnder(text, start, end) : [];
  return values.length === 0 && match(endsSqlColumn, text, end) ? valuesOfColumn(text, start, end) : values;
}

/** Behind a name of a member: it is none of the value of what stands before it. */
const memberName = /\\{0,15}["'`]\s{0,8}:(?!:)/y;
/** `"old" -> "new"`, as a plan writes a change. */
const changed = /["'][ \t]{0,4}->[ \t]{0,4}(?=")/y;

/** `{{ vault.secret }}`: filled in later. */
const template = /[ \t]{0,8}["'`]?\{\{[ \t][^{}\n]{1,200}[ \t]\}\}/y;

/** The end of what was dealt with: names before it need no look. */
function findValue(text: string, start: number, end: number, name: SecretName, report: Report): number {
  if (valueBefore(text, start, name, report) || saidBefore(text, start, name, report)) return end;
  for (const value of valuesBelow(text, start, end))
    valueFindings(text, value, name, { at: value.start, mode: 'inline', by: 'pair' }, report);
  const found = valueBehind(text, start, end, name);
  if (found === undefined) return end;
  if (match(template, text, found.at)) return template.lastIndex;
  if (found.by === 'sign' && match(block, text, found.at)) return valueOnNextLines(text, start, found, name, report) ?? end;
  const value =
    (found.by === 'sign' || (text[found.at - 1] === '>' && text[found.at] !== '&')
      ? wholeValue(text, start, found.at, name)
      : undefined) ?? withPhrase(text, readValue(text, found.at, found.mode), name);
  if (value === undefined)
    return valueOnNextLines(text, start, found, name, report) ?? valueBelow(text, start, end, name, report) ?? end;
  if (value.quoted && match(memberName, text, value.end) && text.slice(end, found.at).includes(',')) return end;
  if (value.quoted && match(changed, text, value.end)) {
    const second = readValue(text, changed.lastIndex, 'inline');
    if (second) valueFindings(text, second, name, found, report);
  }
  return valueFindings(text, value, name, found, report) ? value.next : end;
}

/** `Password:`, and the value alone on the next line. */
function valueBelow(text: string, start: number, end: number, name: SecretName, report: Report): number | undefined {
  if (!match(below, text, end) || !match(label, text, start)) return undefined;
  const place: Place = { at: below.lastIndex, mode: 'inline', by: 'below' };
  const line = /\S{6,512}/y;
  if (!match(line, text, place.at)) return undefined;
  const value = { start: place.at, end: line.lastIndex, quoted: false, next: line.lastIndex };
  return valueFindings(text, value, name, place, report) ? value.next : undefined;
}

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

function match(expression: RegExp, text: string, at: number): boolean {
  expression.lastIndex = at;
  return expression.test(text);
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
