/** Recognises that a text is a log: most of its first lines begin with a time or a level. */
import type { LogArtefact } from '../types.ts';
import { linesOf, type Source } from './source.ts';

const logLine =
  /^\s{0,4}(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|\[?\d\d:\d\d:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{1,3}(?:\.\d{1,3}){3} - |\{"(?:level|time|ts|timestamp|msg|severity)"|\[?(?:TRACE|DEBUG|INFO|WARN(?:ING)?|ERROR|FATAL)\b|time=|level=)/;
const sample = 200;

export function recogniseLog({ input, view }: Source): LogArtefact[] {
  let lines = 0;
  let looked = 0;
  let matching = 0;
  for (const line of linesOf(view.text)) {
    lines += 1;
    if (looked >= sample || line.text.trim() === '') continue;
    looked += 1;
    if (logLine.test(line.text)) matching += 1;
  }
  if (looked < 3 || matching / looked < 0.3) return [];
  return [
    {
      kind: 'log',
      label: `Log of ${lines} lines`,
      range: { start: 0, end: input.length },
      lines,
      values: { lines: String(lines) },
    },
  ];
}
