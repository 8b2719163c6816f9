import type { Key } from 'ink';
import { describe, expect, it } from 'vitest';
import { createKeypressReader, type Press } from '../../src/tui/keypress.ts';

const none = {} as Key;
const pressed = (key: Partial<Key>): Key => ({ ...none, ...key });
const letters = (text: string): Press[] => [...text].map((letter) => ({ kind: 'letter', text: letter }));

type Input = string | readonly [string, Partial<Key>];

function read(...inputs: readonly Input[]): Press[] {
  const reader = createKeypressReader();
  return inputs.flatMap((input) => (typeof input === 'string' ? reader(input, none) : reader(input[0], pressed(input[1]))));
}

describe('what the terminal sends', () => {
  it.each<readonly [string, readonly Input[], readonly Press[]]>([
    ['a letter', ['a'], letters('a')],
    ['Enter', [['\r', { return: true }]], [{ kind: 'key', name: 'return' }]],
    ['what some terminals send for Backspace', [['', { delete: true }]], [{ kind: 'key', name: 'backspace' }]],
    ['Ctrl-C', [['c', { ctrl: true }]], [{ kind: 'key', name: 'ctrl-c' }]],
    ['Ctrl-C that comes with the keys before it', ['\r\u0003'], [{ kind: 'key', name: 'ctrl-c' }]],
    ['Ctrl-C pressed twice', ['\u0003\u0003'], [{ kind: 'key', name: 'ctrl-c' }]],
    ['Ctrl-C behind a long chunk', ['super-secret-token\u0003'], [{ kind: 'key', name: 'ctrl-c' }]],
    ['another control key', [['w', { ctrl: true }]], []],
    ['letters that a busy machine hands over at once', ['redirect'], letters('redirect')],
    ['letters with the Enter after them', ['ab\r'], [...letters('ab'), { kind: 'key', name: 'return' }]],
    [
      'Enter held down',
      ['\r\r'],
      [
        { kind: 'key', name: 'return' },
        { kind: 'key', name: 'return' },
      ],
    ],
    ['a long chunk without marks', ['super-secret-token'], [{ kind: 'paste', text: 'super-secret-token' }]],
    ['lines without marks', ['y\ry\r'], [{ kind: 'paste', text: 'y\ny\n' }]],
    ['a paste of one letter', ['[200~', 'y', '[201~'], [{ kind: 'paste', text: 'y' }]],
    ['a paste with Enter alone in it', ['[200~', ['\r', { return: true }], '[201~'], [{ kind: 'paste', text: '\n' }]],
    ['a paste in pieces', ['[200~', 'one\r\ntw', 'o', '[201~', 'q'], [{ kind: 'paste', text: 'one\ntwo' }, ...letters('q')]],
    [
      'a paste whose end came in two pieces',
      ['[200~', 'one', '[20', '1~', 'q'],
      [{ kind: 'paste', text: 'one' }, ...letters('q')],
    ],
    ['an empty paste', ['[200~', '[201~'], []],
    [
      'Ctrl-C in a paste that never ends',
      ['[200~', 'one', ['c', { ctrl: true }], 'q'],
      [{ kind: 'key', name: 'ctrl-c' }, ...letters('q')],
    ],
    ['an end without a beginning', ['[201~'], []],
  ])('%s', (_name, inputs, presses) => {
    expect(read(...inputs)).toEqual(presses);
  });

  it('a paste of ten megabytes comes in one piece, at once', () => {
    const chunk = `${'x'.repeat(4094)}\r\n`;
    const chunks = Array.from({ length: 2_560 }, () => chunk);
    const started = performance.now();
    const [paste, ...rest] = read('[200~', ...chunks, '[201~');
    expect(rest).toEqual([]);
    expect(paste).toMatchObject({ kind: 'paste' });
    expect(paste?.kind === 'paste' && paste.text.length).toBe(2_560 * 4_095);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
