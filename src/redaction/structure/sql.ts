/** SQL: the values that `INSERT INTO t (…, secret, …) VALUES (…)` and `COPY t (…) FROM stdin` put into a column. Pure, linear. */
import { valuesIn } from './columns.ts';
import type { Value } from './values.ts';

const LONGEST_HEAD = 2_000;
const MOST_ROWS = 500;
const LONGEST_STATEMENT = 256 * 1024;

const insert = /\)\s{0,40}(?:OUTPUT[^;(]{0,80})?VALUES\s{0,40}(?=\()/iy;
const copy = /\)\s{0,8}FROM\s{1,8}stdin[^\n]{0,80}\n/iy;

interface Rows {
  readonly text: string;
  readonly open: number;
  readonly rows: readonly (readonly Value[])[];
}
/** Every secret column of one head asks for the same rows. */
let memo: Rows = { text: '', open: -1, rows: [] };

/** The values of the column whose name stands at `start`..`end`; none where no such statement stands around it. */
export function valuesOfColumn(text: string, start: number, end: number): Value[] {
  const from = Math.max(0, start - LONGEST_HEAD);
  const before = text.slice(from, start);
  const open = from + before.lastIndexOf('(');
  if (open < from || before.indexOf(')', open - from) >= 0) return [];
  const behind = text.slice(end, end + LONGEST_HEAD).search(/[()]/);
  if (behind < 0 || text[end + behind] !== ')') return [];
  const close = end + behind;
  const names = text.slice(open + 1, close).split(',');
  const column = text.slice(open + 1, start).split(',').length - 1;
  copy.lastIndex = close;
  if (copy.test(text)) return valuesIn(text, copy.lastIndex, { column, columns: names.length, separator: '\t' });
  insert.lastIndex = close;
  if (!insert.test(text)) return [];
  if (memo.text !== text || memo.open !== open) memo = { text, open, rows: rowsAt(text, insert.lastIndex) };
  return memo.rows.flatMap((row) => (row.length === names.length && row[column] ? [row[column]] : []));
}

const FURTHEST = 64 * 1024;

/** The names of the columns of the statement of which `at` may be a value. */
export function sqlNames(text: string, at: number): { readonly start: number; readonly end: number }[] {
  const from = Math.max(0, at - FURTHEST);
  const before = text.slice(from, at);
  const keyword = Math.max(before.lastIndexOf('VALUES'), before.lastIndexOf('values'), before.lastIndexOf('FROM stdin'));
  const close = keyword < 0 ? -1 : before.lastIndexOf(')', keyword);
  const open = close < 0 ? -1 : before.lastIndexOf('(', close);
  if (open < 0 || close - open > LONGEST_HEAD) return [];
  return [...before.slice(open, close).matchAll(/[A-Za-z_]\w{0,63}/g)].map(({ 0: name, index }) => {
    const start = from + open + index;
    return { start, end: start + name.length };
  });
}

const quoted = /\s*[NEBX]?('(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|""|\\.)*")\s*([,)])/y;
const bare = /\s*((?:[^,()'"]|\([^()]{0,200}\)){0,400})\s*([,)])/y;
const between = /\s*,\s*\(/y;

function rowsAt(text: string, from: number): Value[][] {
  const rows: Value[][] = [];
  const limit = from + LONGEST_STATEMENT;
  for (let at = from + 1; rows.length < MOST_ROWS && at < limit; ) {
    const row: Value[] = [];
    for (let isEnd = false; !isEnd; ) {
      quoted.lastIndex = at;
      bare.lastIndex = at;
      const inQuotes = quoted.exec(text);
      const found = inQuotes ?? bare.exec(text);
      if (found === null || row.length > 400) return rows;
      const content = found[1] ?? '';
      const edge = inQuotes ? 1 : 0;
      const start = at + found[0].indexOf(content) + edge;
      row.push({ start, end: start + content.length - 2 * edge, quoted: true, next: at + found[0].length });
      at += found[0].length;
      isEnd = found[2] === ')';
    }
    rows.push(row);
    between.lastIndex = at;
    if (!between.test(text)) break;
    at = between.lastIndex;
  }
  return rows;
}
