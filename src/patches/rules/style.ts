/** How a file is written: quotes, semicolons, indentation, line endings; and new code put into that style. Pure. */
import type { SourceFile } from '../../project/source-file.ts';
import { lineEnding, quoteOf } from './rule.ts';

export interface Style {
  readonly quote: string;
  readonly semicolon: '' | ';';
  /** One step of indentation. */
  readonly indent: string;
  readonly end: string;
  readonly isTypeScript: boolean;
}

export function styleOf({ text, path }: SourceFile): Style {
  return {
    quote: quoteOf(text),
    semicolon: /;[ \t]*(?:\r?\n|$)/.test(text) || !/\n/.test(text.trim()) ? ';' : '',
    indent: indentOf(text),
    end: lineEnding(text),
    isTypeScript: /\.[cm]?tsx?$/.test(path),
  };
}

function indentOf(text: string): string {
  const steps = [...text.matchAll(/^([ \t]+)[^\s*]/gm)].map(([, space = '']) => space);
  if (steps.some((space) => space.startsWith('\t'))) return '\t';
  const widths = steps.map(({ length }) => length).filter((width) => width > 1);
  return widths.length === 0 ? '  ' : ' '.repeat(Math.min(...widths, 8));
}

/** Marks for the quotes of code that is the user's own and stays as it is. */
const KEPT = '\u{E000}';

/** The user's own code inside a template: its quotes are not exchanged. */
export function own(code: string): string {
  return code.replaceAll("'", KEPT);
}

/**
 * Lines written with single quotes, semicolons and two spaces, in the file's style. `indent` is that of the place; the first line stands where
 * the cursor is and gets none.
 */
export function written(lines: readonly string[], style: Style, indent: string): string {
  return lines
    .map((line, index) => {
      const inner = /^ */.exec(line)?.[0].length ?? 0;
      const code = line.slice(inner).replaceAll("'", style.quote).replaceAll(KEPT, "'");
      const ended = style.semicolon === '' ? code.replace(/;$/, '') : code;
      return `${index === 0 ? '' : indent}${ended === '' ? '' : style.indent.repeat(inner / 2)}${ended}`.trimEnd();
    })
    .join(style.end);
}
