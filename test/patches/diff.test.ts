/** Diffs are what `git apply` takes, in any folder and for any text; what must be hidden is left out or masked. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Change, unifiedDiff } from '../../src/patches/diff.ts';
import { addFiles, git, makeFolder } from '../project/folder.ts';

/** Applies a diff with git and gives the files back. */
async function applied(changes: readonly Change[], below = ''): Promise<(string | undefined)[]> {
  const top = makeFolder({ 'top.txt': '' });
  git(top, 'init');
  const root = path.join(top, below);
  addFiles(root, Object.fromEntries(changes.flatMap(({ file, before }) => (before === undefined ? [] : [[file, before]]))));
  const { text } = await unifiedDiff(changes);
  addFiles(top, { '.git/x.patch': text });
  git(root, 'apply', '--whitespace=nowarn', path.join(top, '.git/x.patch'));
  return changes.map(({ file, after }) => (after === undefined ? undefined : readFileSync(path.join(root, file), 'utf8')));
}

const cases: readonly (readonly [name: string, change: Change])[] = [
  ['a plain change', { file: 'a.txt', before: '1\n2\n3\n4\n5\n6\n7\n8\n', after: '1\n2\n3\nX\n5\n6\n7\n8\n' }],
  ['CRLF', { file: '.env', before: 'A=1\r\nB=2\r\n', after: 'A=1\r\nB=3\r\n' }],
  ['no final newline', { file: 'a', before: 'A=1\nB=2', after: 'A=1\nB=3' }],
  ['a final newline gained', { file: 'a', before: 'A', after: 'A\n' }],
  ['a final newline lost', { file: 'a', before: 'A\n', after: 'A' }],
  ['a byte-order mark', { file: 'a', before: '\uFEFFA=1\n', after: '\uFEFFA=2\n' }],
  ['lone carriage returns', { file: 'a', before: 'A\rB\nC\n', after: 'A\rX\nC\n' }],
  ['a new file', { file: 'src/new/a.ts', before: undefined, after: 'one\ntwo' }],
  ['an emptied file', { file: 'a', before: 'one\n', after: '' }],
  ['an empty file filled', { file: 'a', before: '', after: 'one\n' }],
  ['a name with spaces', { file: 'my app/a b.txt', before: 'a\n', after: 'b\n' }],
  ['an odd name', { file: 'ü/"q"\t\\x\n1.txt', before: 'a\n', after: 'b\n' }],
  [
    'lines that look like a diff',
    { file: 'a', before: '--- a/x\n+++ b/x\n@@ -1 +1 @@\n', after: '--- a/x\n@@ -1 +1 @@\n\\ No newline\n' },
  ],
  ['changes far apart', { file: 'a', before: lines(40), after: lines(40).replace('3\n', 'x\n').replace('38\n', '') }],
];

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `${index}\n`).join('');
}

describe('a unified diff', () => {
  it.each(cases)('of %s is taken by git apply', async (_name, change) => {
    expect(await applied([change])).toEqual([change.after]);
  });

  it('works in a folder below the top of the repository, for several files', async () => {
    const changes = cases.slice(0, 2).map(([, change]) => change);
    expect(await applied(changes, 'packages/web')).toEqual(changes.map(({ after }) => after));
  });

  it('is taken by git apply for any text', async () => {
    const line = fc.constantFrom('a', 'b', '', 'a\r', '-', '+x', ' ', '\\', '@@', 'ü');
    const text = fc
      .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
      .map(([all, end]) => all.join('\n') + (end && all.length ? '\n' : ''));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        fc.pre(before !== after && after !== '');
        expect(await applied([{ file: 'a.txt', before, after }])).toEqual([after]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('secrets in a diff', () => {
  const redact = (line: string) => line.replaceAll('hush', '[redacted]');

  it('are left out with the context they stand in where that is possible, and git apply still takes it', async () => {
    const before = 'A=1\nSECRET=hush\nB=2\nURL=old\nC=3\nTOKEN=hush\nD=4\n';
    const after = before.replace('old', 'new');
    const { text, masked } = await unifiedDiff([{ file: '.env', before, after }], { redact });
    expect([masked, text.includes('hush'), text.includes('redacted')]).toEqual([false, false, false]);
    const root = makeFolder({ '.env': before });
    addFiles(root, { 'x.patch': text });
    git(root, 'apply', 'x.patch');
    expect(readFileSync(path.join(root, '.env'), 'utf8')).toBe(after);
  });

  it('are masked where the change itself holds one, and that is said', async () => {
    const changed = await unifiedDiff([{ file: '.env', before: 'S=" hush"\n', after: 'S="hush"\n' }], { redact });
    expect(changed).toEqual({ masked: true, text: expect.not.stringContaining('hush') });
    const behind = await unifiedDiff([{ file: '.env', before: 'A=1\nS=hush\n', after: 'A=2\nS=hush\n' }], { redact });
    expect(behind).toEqual({ masked: true, text: expect.not.stringContaining('hush') });
  });
});
