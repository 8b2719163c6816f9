/** Lines of the project round the findings: ten before and ten after each, findings near each other in one piece. Pure. */
import type { CodeExcerpt } from './input.ts';

const AROUND = 10;
const MOST_EXCERPTS = 20;
/** Of a minified file one line is the whole file. */
const LONGEST_LINE = 400;

interface Range {
  readonly first: number;
  readonly last: number;
}

/** @param textOf the text of a file; undefined where it cannot be read. */
export function excerptsRound(
  locations: readonly { readonly file: string; readonly line: number }[],
  textOf: (file: string) => string | undefined,
): CodeExcerpt[] {
  const files = new Map<string, number[]>();
  for (const { file, line } of locations) files.set(file, [...(files.get(file) ?? []), line]);
  const excerpts = [...files].flatMap(([file, wanted]) => {
    const text = textOf(file);
    if (text === undefined) return [];
    const lines = text.split(/\r\n|\n|\r/);
    return rangesOf(wanted, lines.length).map(({ first, last }) => ({
      file,
      startLine: first,
      text: lines
        .slice(first - 1, last)
        .map(shortened)
        .join('\n'),
    }));
  });
  return excerpts.slice(0, MOST_EXCERPTS);
}

function rangesOf(wanted: readonly number[], total: number): Range[] {
  const ranges: Range[] = [];
  for (const line of [...wanted].sort((a, b) => a - b)) {
    if (line < 1 || line > total) continue;
    const range = { first: Math.max(1, line - AROUND), last: Math.min(total, line + AROUND) };
    const before = ranges.at(-1);
    if (before && range.first <= before.last + 1) ranges[ranges.length - 1] = { first: before.first, last: range.last };
    else ranges.push(range);
  }
  return ranges;
}

function shortened(line: string): string {
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}… ${line.length - LONGEST_LINE} more characters` : line;
}
