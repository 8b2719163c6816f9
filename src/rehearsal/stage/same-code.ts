/** A line of what a compiler wrote → the line of its source, where no map says so: types fall away, and most lines stay as they are. Pure. */

/** Undefined: nothing or several lines look like it. */
export function sourceLineOf(compiled: string, source: string, line: number, column: number): number | undefined {
  const written = compiled.split('\n');
  const own = source.split('\n');
  const text = written[line - 1] ?? '';
  const same = linesWhere(own, (one) => bare(one) === bare(text));
  if (bare(text).length > 3 && same.length === 1) return same[0];
  // Else by the call that stands there: the second of three in the one is the second of three in the other.
  const name = /([\w$]+)\s*\(/.exec(text.slice(Math.max(0, column - 1)))?.[1];
  if (name === undefined || name.length < 3) return undefined;
  const calls = (one: string): boolean => new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}\\s*\\(`).test(one);
  const [there, here] = [linesWhere(written, calls), linesWhere(own, calls)];
  return there.length === here.length ? here[there.indexOf(line)] : undefined;
}

function linesWhere(lines: readonly string[], test: (line: string) => boolean): number[] {
  return lines.flatMap((one, index) => (test(one) ? [index + 1] : []));
}

function bare(line: string): string {
  return line.replace(/\s+/g, '').replaceAll('"', "'").replace(/;$/, '');
}
