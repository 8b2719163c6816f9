/** The reader of env files gives what the `dotenv` package gives, whatever the text. */
import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAssignments } from '../../src/project/env-syntax.ts';

function values(text: string): Record<string, string> {
  return Object.fromEntries(readAssignments(text).map(({ name, value }) => [name, value]));
}

/** Pieces that meet each other in every way: quotes, escapes, comments, line endings, separators. */
const piece = fc.constantFrom(
  ...['A', 'BC', 'export', ' ', '  ', '\t', '=', '= ', ' =', ':', ': ', '"', "'", '`', '\\"', "\\'", '\\`', '\\', '\\n', '\\r'],
  ...[
    '\n',
    '\n',
    '\r\n',
    '\r',
    '#',
    ' # c',
    'x',
    '1',
    '.',
    '-',
    '$',
    '${A}',
    'é',
    '😀',
    '\uFEFF',
    '\u00A0',
    '\n\n',
    '\nA=',
    '\nB="',
    "\nC='",
  ],
);

describe('reading assignments', () => {
  it('equals dotenv on any mixture of its syntax', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        expect(values(text)).toEqual({ ...parse(text) });
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives ranges that hold the name and the value as written', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let before = 0;
        for (const { name, nameRange, valueRange, quote, value, range } of readAssignments(text)) {
          expect(text.slice(nameRange.start, nameRange.end)).toBe(name);
          const raw = text.slice(valueRange.start, valueRange.end);
          if (quote === '' && !raw.startsWith('"')) expect(raw.replace(/\r\n?/g, '\n')).toBe(value);
          else expect(raw.startsWith(quote)).toBe(true);
          expect(raw).toBe(raw.trim());
          expect(range.start).toBeGreaterThanOrEqual(before);
          expect(valueRange.start).toBeGreaterThanOrEqual(nameRange.end);
          before = range.end;
        }
      }),
      { numRuns: 3_000 },
    );
  });

  it('takes time in proportion to the text', () => {
    const size = 300_000;
    const hostile = [
      '\n'.repeat(size),
      'A="\n'.repeat(size / 4),
      `A='${"\\'".repeat(size / 2)}`,
      `A=${' '.repeat(size)}x`,
      `A="${'\\" '.repeat(size / 3)}`,
      `${'A=`\nB="\nC=\'\n'.repeat(size / 12)}`,
      'export '.repeat(size / 7),
      `A=1${'\n '.repeat(size / 2)}x`,
      `${'A\n'.repeat(size / 2)}`,
    ];
    const started = performance.now();
    for (const text of hostile) readAssignments(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
