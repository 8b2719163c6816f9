/** Tables of comma-separated values: a column whose head names a secret holds one in every row (RFC 4180). Pure, linear. */
import type { Value } from './values.ts';

const MOST_ROWS = 500;
const LONGEST_ROW = 4_000;

/** The values under a head that begins at `start`; none where its line is no head of a table. */
export function valuesUnder(text: string, start: number, end: number): Value[] {
  const before = text.slice(Math.max(0, start - LONGEST_ROW - 1), start);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  const to = endOfLine(text, end);
  if (start - from > LONGEST_ROW || to - end > LONGEST_ROW || !text.slice(from, to).includes(',')) return [];
  const head = fieldsOf(text, from, to);
  if (head.some((field) => !/^[A-Za-z_][\w .-]{0,60}$/.test(text.slice(field.start, field.end)))) return [];
  const column = head.findIndex((field) => field.start <= start && end <= field.end);
  if (column < 0) return [];
  const values: Value[] = [];
  for (let at = to + 1, rows = 0; at < text.length && rows < MOST_ROWS; rows++) {
    const lineEnd = endOfLine(text, at);
    if (lineEnd - at > LONGEST_ROW) break;
    const row = fieldsOf(text, at, lineEnd);
    const value = row[column];
    if (row.length !== head.length || !value) break;
    if (value.end > value.start) values.push(value);
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

function fieldsOf(text: string, from: number, to: number): Value[] {
  const fields: Value[] = [];
  const field = /[ \t]*(?:"((?:[^"\n]|"")*)"|([^,"\r\n]*))[ \t\r]*(,|$)/y;
  const line = text.slice(from, to);
  for (let at = 0; at <= line.length; ) {
    field.lastIndex = at;
    const found = field.exec(line);
    if (!found) return [];
    const quoted = found[1] !== undefined;
    const content = found[1] ?? found[2] ?? '';
    const start = from + at + found[0].indexOf(quoted ? '"' : content) + (quoted ? 1 : 0);
    fields.push({ start, end: start + content.length, quoted: true, next: start + content.length });
    if (found[3] === '') break;
    at = field.lastIndex;
  }
  return fields;
}
