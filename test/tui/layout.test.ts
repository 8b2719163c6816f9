import { describe, expect, it } from 'vitest';
import { lastWord } from '../../src/tui/last-word.ts';
import { windowOf } from '../../src/tui/layout.ts';
import { line } from '../../src/wizard/views/line.ts';
import { loadedSession } from '../wizard/fixture-host.ts';
import { verdictSession } from '../wizard/stages.ts';

describe('the window', () => {
  it('wraps at spaces, with the indent of the line', () => {
    const { rows } = windowOf([line('expected  one two three four', 'plain', 10)], 20, 3, 0);
    expect(rows.map(({ text }) => text)).toEqual(['expected  one two', '          three four', '']);
  });

  it('always has the same height and never more columns than the terminal', () => {
    const lines = Array.from({ length: 50 }, (_, index) => line(`${index} ${'word '.repeat(30)}`));
    for (const [columns, rows] of [
      [80, 24],
      [60, 20],
      [40, 12],
    ] as const) {
      const shown = windowOf(lines, columns, rows - 5, 3);
      expect(shown.rows).toHaveLength(rows - 5);
      for (const { text } of shown.rows) expect(text.length).toBeLessThanOrEqual(columns);
    }
  });

  it('keeps the row under the cursor in sight', () => {
    const lines = Array.from({ length: 100 }, (_, index) => ({ ...line(`row ${index}`), selected: index === 70 }));
    expect(windowOf(lines, 80, 10, 0).rows.map(({ text }) => text)).toContain('row 70');
  });

  it('counts wide characters as two and strips control codes', () => {
    const { rows } = windowOf([line('\u001b[2J東京東京東京')], 6, 2, 0);
    expect(rows.map(({ text }) => text)).toEqual(['東京東', '京東京']);
  });

  it('shows every character of a line of a diff, its further rows marked', () => {
    const text = "+  const scopes = ['openid', 'profile',   'email', 'offline_access'];";
    const { rows } = windowOf([{ ...line(text), verbatim: true }], 30, 4, 0);
    expect(rows.map((row) => row.text)).toEqual([
      "+  const scopes = ['openid', ",
      "… 'profile',   'email', ",
      "… 'offline_access'];",
      '',
    ]);
    for (const width of [1, 2, 3, 7, 20]) {
      const wrapped = windowOf([{ ...line(text), verbatim: true }], width, 100, 0).rows.map((row) => row.text);
      for (const row of wrapped) expect(row.length).toBeLessThanOrEqual(width);
      const marks = '… '.slice(0, Math.floor(width / 2)).length;
      expect(wrapped.map((row, at) => (at === 0 ? row : row.slice(marks))).join('')).toBe(text);
    }
  });
});

describe('scrolling', () => {
  const lines = Array.from({ length: 30 }, (_, index) => ({ ...line(`row ${index}`), selected: index === 20 }));

  it('counts from where the cursor is in sight, and ends with the last row', () => {
    const shown = windowOf(lines, 80, 10, 0);
    expect(shown).toMatchObject({ above: 16, below: 4, most: 4 });
    expect(windowOf(lines, 80, 10, shown.most)).toMatchObject({ above: 20, below: 0 });
    expect(windowOf(lines, 80, 10, 99)).toMatchObject({ above: 20, below: 0 });
  });

  it('through a long text costs no frame', () => {
    const long = Array.from({ length: 20_000 }, (_, index) => line(`${index} ${'word '.repeat(30)}`));
    const took = (scroll: number): number => {
      const started = performance.now();
      windowOf(long, 80, 20, scroll);
      return performance.now() - started;
    };
    const first = took(0);
    expect(Math.min(...[1, 2, 3, 4, 5].map(took))).toBeLessThan(first / 5);
  });
});

describe('the last word', () => {
  it('is the verdict in a few lines that fit, and one line before anything was looked at', async () => {
    expect(lastWord(loadedSession(), 80)).toMatch(/^You left before anything was looked at.*\n$/);
    const text = lastWord({ ...(await verdictSession(4)), overlays: [{ kind: 'tree', scroll: 9, letter: undefined }] }, 40);
    expect(text).toContain('1 cause confirmed\n');
    expect(text).toContain('The pressure is too high');
    for (const row of text.split('\n')) expect(row.length).toBeLessThanOrEqual(40);
  });
});
