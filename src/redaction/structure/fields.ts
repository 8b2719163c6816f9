/** Secrets by the name of their field, in whatever format the two are written side by side. Pure, linear. */
import { byteClass, NAME, type Subject } from '../bytes.ts';
import { type Hits, trigger } from '../triggers.ts';
import { saidBefore, valueBefore } from './before-names.ts';
import { endsColumn, valuesUnder } from './columns.ts';
import { valueFindings } from './field-values.ts';
import { anchors, type SecretName, secretName } from './names.ts';
import type { Report } from './report.ts';
import { below, label } from './separators.ts';
import { valuesOfColumn } from './sql.ts';
import { match } from './sticky.ts';
import { type Place, valueBehind } from './value-behind.ts';
import { readValue, type Value } from './values.ts';
import { wholeValue, withPhrase } from './whole-values.ts';

const LONGEST_NAME = 80;

const inNames = trigger(anchors, { ignoreCase: true });

/** One more word of a name: `secret key base: …`. */
const lastWord = /[ \t]([A-Za-z]{2,12})(?=[ \t]{0,2}[:=](?!\/\/))|[ \t](base|value|string)(?=[ \t]{1,2}(?:is|was)[ \t])/y;
/** What the name before it is about. */
const aboutIt = /[ \t](?:challenge|id|ids|type|method|endpoint|fingerprint|thumbprint)\b(?![ \t]{0,2}=)/y;
const block = /[ \t]{0,8}[|>][+-]?\d?[+-]?[ \t]{0,8}\r?\n/y;

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

/** `SECRET=<your-client-secret> ID=…`: the name is what a person was meant to replace, and no tag of XML. */
function isStandIn(text: string, start: number, end: number): boolean {
  if (text[start - 1] !== '<' || text[end] !== '>' || !/[=:][ \t]{0,2}["']?$/.test(text.slice(Math.max(0, start - 5), start - 1)))
    return false;
  return !text.slice(end, end + 1_000).includes(`</${text.slice(start, end)}>`);
}

/** The end of what was dealt with: names before it need no look. */
function findValue(text: string, start: number, end: number, name: SecretName, report: Report): number {
  if (isStandIn(text, start, end)) return end;
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
