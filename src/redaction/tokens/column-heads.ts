/** What the column is called in which a value stands: a table's head may lie hundreds of rows above. Pure; heads are looked for once. */
import { fieldsOf, type Separator, separators } from '../structure/columns.ts';

const MOST_ROWS = 500;
const LONGEST_ROW = 4_000;
const headName = /^[A-Za-z_][\w .()#:-]{0,60}$/;
const ruler =
  /^[\s|+:\u00e2\u0094\u0080\u0082\u008c\u009c\u0090\u00a4\u00bc\u00b4\u00ac\u00b4-]*-{2}[\s|+:-]*$|^\u00e2[\u0080-\u00bf\u0094 -]+$/;

interface Head {
  readonly text: string;
  /** Of the last row that was seen to be below it. */
  row: number;
  readonly separator: Separator;
  readonly names: readonly string[];
}

let memo: Head | undefined;

/** The name of the column of the value at `start`; undefined where its line is no row of a table. */
export function columnName(text: string, start: number): string | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  if (start - from > LONGEST_ROW) return undefined;
  const to = lineEnd(text, from);
  for (const separator of separators) {
    if (!text.slice(from, to).includes(separator)) continue;
    const row = fieldsOf(text, from, to, separator);
    const column = row.findIndex((field) => field.start <= start && start < field.end);
    if (row.length < 2 || column < 0) continue;
    const names = headOf(text, from, separator, row.length);
    if (names !== undefined) return names[column];
  }
  return undefined;
}

function headOf(text: string, from: number, separator: Separator, columns: number): readonly string[] | undefined {
  const isSame = memo?.text === text && memo.separator === separator && memo.names.length === columns;
  let at = from;
  for (let rows = 0; rows < MOST_ROWS && at > 0; rows++) {
    const before = text.lastIndexOf('\n', at - 2) + 1;
    if (isSame && memo !== undefined && before === memo.row) {
      memo.row = from;
      return memo.names;
    }
    if (at - before > LONGEST_ROW) return undefined;
    const line = text.slice(before, at - 1);
    if (!ruler.test(line)) {
      const fields = fieldsOf(text, before, lineEnd(text, before), separator);
      if (fields.length !== columns) return undefined;
      const names = fields.map((field) => text.slice(field.start, field.end));
      if (names.every((name) => headName.test(name)) && !names.some((name) => /\d{4}/.test(name))) {
        memo = { text, row: from, separator, names };
        return names;
      }
    }
    at = before;
  }
  return undefined;
}

/** Looks no further than a row may reach: a line of megabytes is not searched anew for every word in it. */
function lineEnd(text: string, from: number): number {
  const ahead = text.slice(from, from + LONGEST_ROW);
  const found = ahead.indexOf('\n');
  return from + (found < 0 ? ahead.length : found);
}
