import { describe, expect, it } from 'vitest';
import { footerText } from '../../src/tui/components/footer.ts';
import { windowOf } from '../../src/tui/layout.ts';
import { line } from '../../src/wizard/views/line.ts';
import { loadedSession } from '../wizard/fixture-host.ts';

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

  it('cuts lines of a diff instead of wrapping them', () => {
    const { rows } = windowOf([{ ...line(`+${'x'.repeat(100)}`), cut: true }], 20, 2, 0);
    expect(rows[0]?.text).toBe(`+${'x'.repeat(18)}…`);
  });
});

describe('the footer', () => {
  it.each([80, 60, 40])('fits %i columns and always shows the way out', (width) => {
    const text = footerText(loadedSession(), width);
    expect(text.length).toBeLessThanOrEqual(width);
    expect(text).toMatch(/q quit|Ctrl-C/);
  });
});
