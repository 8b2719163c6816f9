/** The same small apps in other hands: line ends, indentation, quotes, comments. Each patch parses, and keeps to the style of the file. */
import { expect, it } from 'vitest';
import { type Files, patchesOf } from '../types/patched.ts';
import { remedyCases } from './all-cases.ts';
import { syntaxErrors } from './harness.ts';

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file);
/** Lines of a text in backticks are not indentation or ends of statements. */
const hasLongTemplate = (text: string): boolean => /`[^`]*\n[^`]*`/.test(text);

interface WrittenStyle {
  readonly name: string;
  readonly write: (text: string) => string;
  /** What holds for a patched file in this style. */
  readonly holds: (text: string) => boolean;
  /** There may be no place for a patch. */
  readonly mayRefuse?: true;
}

const styles: readonly WrittenStyle[] = [
  { name: 'CRLF', write: (text) => text.replace(/\r?\n/g, '\r\n'), holds: (text) => !/[^\r]\n/.test(text) },
  {
    name: 'a byte-order mark',
    write: (text) => `\uFEFF${text}`,
    holds: (text) => text.startsWith('\uFEFF') && text.lastIndexOf('\uFEFF') === 0,
  },
  {
    name: 'tabs',
    write: (text) => text.replace(/^(?: {2})+/gm, (space) => '\t'.repeat(space.length / 2)),
    holds: (text) => !/^ {2,}[\w}]/m.test(text),
  },
  {
    name: 'no semicolons',
    // A line that begins with a parenthesis would go on with the one before.
    write: (text) => (/^\s*[([`]/m.test(text) ? text : text.replace(/;(?=\n)/g, '')),
    holds: () => true,
  },
  { name: 'double quotes', write: (text) => (text.includes('"') ? text : text.replaceAll("'", '"')), holds: () => true },
  { name: 'comments behind', write: (text) => text.replace(/([;{])\n/g, '$1 // "as it is": it\'s {fine};\n'), holds: () => true },
  { name: 'comments between', write: (text) => text.replace(/;\n( *)(?=\w)/g, ';\n$1/* next: */\n$1'), holds: () => true },
  {
    name: 'all on one line',
    write: (text) => (/\/\//.test(text.replaceAll('://', '')) ? text : text.replace(/\s*\n\s*/g, ' ').trim()),
    holds: () => true,
    mayRefuse: true,
  },
];

function inStyle(files: Files, { write }: WrittenStyle): Files {
  return Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, isCode(file) && !hasLongTemplate(text) ? write(text) : text]),
  );
}

/** Each case in two of the styles; with ALL_STYLES in every one. */
const all = process.env['ALL_STYLES'] !== undefined;
const cases = remedyCases.flatMap((one, index) =>
  styles.flatMap((style, at) =>
    all || (at - index) % styles.length === 0 || (at - index * 3) % styles.length === 1
      ? [[style.name, one, style] as const]
      : [],
  ),
);

it.each(cases.map(([name, one, style]) => [`${one.finding} · ${one.shape} · ${name}`, one, style] as const))(
  '%s',
  { timeout: 30_000 },
  async (_name, { finding, files }, style) => {
    const written = inStyle(files, style);
    const patched = (await patchesOf(written)).find((one) => one.finding === finding);
    if (!style.mayRefuse) expect(patched, 'no patch in this style').toBeDefined();
    for (const [file, text] of Object.entries(patched?.after ?? {})) {
      if (!isCode(file)) continue;
      // What the style itself broke is no fault of the patch.
      if (style.mayRefuse && (await syntaxErrors(file, written[file] ?? '')).length > 0) continue;
      expect(await syntaxErrors(file, text.replace(/^\uFEFF/, ''))).toEqual([]);
      if (written[file] !== files[file]) expect([style.holds(text), text]).toEqual([true, text]);
    }
  },
);
