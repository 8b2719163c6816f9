/** Taking the hunks of a patch out of a file that was edited since. */
import { expect, it } from 'vitest';
import { reversed } from '../../src/patches/reverse.ts';

const back = (before: string, after: string, now: string): string | undefined =>
  reversed(Buffer.from(before), Buffer.from(after), Buffer.from(now))?.toString();

const numbered = (...changed: readonly (readonly [line: number, text: string])[]): string => {
  const lines = Array.from({ length: 40 }, (_, index) => `line ${index}`);
  for (const [at, text] of changed) lines[at] = text;
  return `${lines.join('\n')}\n`;
};

it.each<readonly [name: string, before: string, after: string, now: string, expected: string | undefined]>([
  ['the file as the patch left it', 'a\nb\n', 'a\nB\n', 'a\nB\n', 'a\nb\n'],
  ['an edit far above', numbered(), numbered([20, 'X']), numbered([2, 'mine'], [20, 'X']), numbered([2, 'mine'])],
  ['lines put in above', numbered(), numbered([20, 'X']), `new\n${numbered([20, 'X'])}`, `new\n${numbered()}`],
  [
    'an edit below two hunks',
    numbered(),
    numbered([3, 'X'], [20, 'Y\nZ']),
    numbered([3, 'X'], [20, 'Y\nZ'], [35, 'mine']),
    numbered([35, 'mine']),
  ],
  [
    'an edit between two hunks',
    numbered(),
    numbered([3, 'X'], [30, 'Y']),
    numbered([3, 'X'], [16, 'mine'], [30, 'Y']),
    numbered([16, 'mine']),
  ],
  [
    'lines that the patch took out',
    numbered([20, 'gone\ngone too']),
    numbered([20, 'X']),
    numbered([1, 'm'], [20, 'X']),
    numbered([1, 'm'], [20, 'gone\ngone too']),
  ],
  ['lines that the patch put in', 'a\nb\n', 'a\nnew\nb\n', 'a\nnew\nb\nmine\n', 'a\nb\nmine\n'],
  ['CRLF and a letter in another encoding', 'a\r\nb\r\n', 'a\r\nB\r\n', 'é\r\na\r\nB\r\n', 'é\r\na\r\nb\r\n'],
  ['an edit in the hunk itself', numbered(), numbered([20, 'X']), numbered([20, 'mine']), undefined],
  ['an edit right beside the hunk', numbered(), numbered([20, 'X']), numbered([20, 'X'], [22, 'mine']), undefined],
  [
    'the first hunk fits, the second does not',
    numbered(),
    numbered([3, 'X'], [30, 'Y']),
    numbered([3, 'X'], [30, 'mine']),
    undefined,
  ],
  ['the lines stand there twice by now', 'a\nb\nc\n', 'a\nB\nc\n', 'a\nB\nc\na\nB\nc\n', undefined],
  ['a last line that got a line end', 'a\nb', 'a\nB', 'a\nB\n', undefined],
  ['a file that is empty now', 'a\n', 'B\n', '', undefined],
  ['a file that the patch emptied', 'a\n', '', 'mine\n', undefined],
])('%s', (_name, before, after, now, expected) => {
  expect(back(before, after, now)).toBe(expected);
});

it('gives the file before byte for byte, whatever the patch was', () => {
  let seed = 7;
  const random = (most: number): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const text = (): string => Array.from({ length: random(30) }, () => `${'abc'[random(3)]}\n`).join('');
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), `${text()}end ${round}\n`];
    const result = back(before, after, after);
    // Where lines are so alike that a hunk fits twice, it is refused; never guessed.
    if (result !== undefined) expect(result).toBe(before);
  }
});
