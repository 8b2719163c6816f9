/** Tables: a column whose head names a secret holds one in every row, be it of commas (RFC 4180), tabs, or lines of text. Pure, linear. */
import type { Value } from './values.ts';

const MOST_ROWS = 500;
const LONGEST_ROW = 4_000;
/** `│` in UTF-8, a character a byte. */
const BOX = '\u00e2\u0094\u0082';
export const separators = [',', '\t', '|', BOX, ';'] as const;
export type Separator = (typeof separators)[number];

/** A name that can be the head of a column: a separator or a line's end behind it. */
export const endsColumn = /[`"]?[ \t]{0,60}(?:[,;|\t\r\n]|\u00e2\u0094\u0082|$)/y;

/** The values under a head that begins at `start`; none where its line is no head of a table. */
export function valuesUnder(text: string, start: number, end: number): Value[] {
  const before = text.slice(Math.max(0, start - LONGEST_ROW - 1), start);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const to = endOfLine(text, end);
  if (start - from > LONGEST_ROW || to - end > LONGEST_ROW || to >= text.length) return [];
  const separator = separators.find((sign) => text.slice(from, to).includes(sign));
  if (separator === undefined) return [];
  const head = fieldsOf(text, from, to, separator);
  if (head.length < 2 || head.some((field) => !/^[A-Za-z_][\w .()-]{0,60}$/.test(text.slice(field.start, field.end)))) return [];
  const column = head.findIndex((field) => field.start <= start && end <= field.end);
  // A table of lines has its head ruled off.
  if (/[|\u00e2]/.test(separator) && /[A-Za-z\d]|^\s*$/.test(text.slice(to + 1, endOfLine(text, to + 1)))) return [];
  return column < 0 ? [] : valuesIn(text, to + 1, { column, columns: head.length, separator });
}

/** The rows of a table, one a line. */
export function valuesIn(
  text: string,
  from: number,
  { column, columns, separator }: { readonly column: number; readonly columns: number; readonly separator: Separator },
): Value[] {
  const values: Value[] = [];
  for (let at = from, rows = 0; at < text.length && rows < MOST_ROWS; rows++) {
    const lineEnd = endOfLine(text, at);
    if (lineEnd - at > LONGEST_ROW) break;
    // A line that only rules the table.
    if (/[A-Za-z\d]/.test(text.slice(at, lineEnd))) {
      const row = fieldsOf(text, at, lineEnd, separator);
      const value = row[column];
      if (row.length !== columns || !value) break;
      if (value.end > value.start) values.push(value);
    } else if (lineEnd === at) break;
    at = lineEnd + 1;
  }
  return values;
}

/** Looks no further than a row may be long: every name on a line of megabytes asks. */
function endOfLine(text: string, at: number): number {
  const ahead = text.slice(at, at + LONGEST_ROW + 1);
  const found = ahead.indexOf('\n');
  return at + (found < 0 ? ahead.length : found);
}

export function fieldsOf(text: string, from: number, to: number, separator: Separator): Value[] {
  return separator === ',' || separator === ';'
    ? quotedFields(text, from, to, separator)
    : plainFields(text, from, to, separator);
}

function quotedFields(text: string, from: number, to: number, separator: ',' | ';'): Value[] {
  const fields: Value[] = [];
  const field =
    separator === ','
      ? /[ \t]*(?:"((?:[^"\n]|"")*)"|([^,"\r\n]*))[ \t\r]*(,|$)/y
      : /[ \t]*(?:"((?:[^"\n]|"")*)"|([^;"\r\n]*))[ \t\r]*(;|$)/y;
  const line = text.slice(from, to);
  for (let at = 0; at <= line.length; ) {
    field.lastIndex = at;
    const found = field.exec(line);
    if (!found) return [];
    const quoted = found[1] !== undefined;
    const content = found[1] ?? found[2] ?? '';
    const start = from + at + found[0].indexOf(quoted ? '"' : content) + (quoted ? 1 : 0);
    fields.push(valueAt(start, start + content.length));
    if (found[3] === '') break;
    at = field.lastIndex;
  }
  return fields;
}

/** The frame of a table on both sides is no column. */
function plainFields(text: string, from: number, to: number, separator: Separator): Value[] {
  const line = text.slice(from, to);
  const isFramed = separator !== '\t' && line.trimStart().startsWith(separator);
  const fields: Value[] = [];
  let at = isFramed ? line.indexOf(separator) + separator.length : 0;
  for (;;) {
    const next = line.indexOf(separator, at);
    if (next < 0 && isFramed && line.slice(at).trim() === '') break;
    const cell = line.slice(at, next < 0 ? line.length : next);
    const content = cell.replace(/^[ \t\r`*]+|[ \t\r`*]+$/g, '');
    const start = from + at + cell.indexOf(content);
    fields.push(valueAt(start, start + content.length));
    if (next < 0) break;
    at = next + separator.length;
  }
  return fields;
}

const valueAt = (start: number, end: number): Value => ({ start, end, quoted: true, next: end });
