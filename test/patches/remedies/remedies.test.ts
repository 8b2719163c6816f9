/** Every patch of code: the finding is gone and no new one is there, the file parses, and a second run has nothing left to do. */
import { describe, expect, it } from 'vitest';
import { remedyCases as all } from './all-cases.ts';
import { mend } from './harness.ts';

describe.each([...new Set(all.map(({ finding }) => finding))])('%s', (finding) => {
  it.each(all.filter((one) => one.finding === finding).map((one) => [one.shape, one] as const))(
    '%s',
    { timeout: 30_000 },
    async (_shape, one) => {
      const mended = await mend(one);
      if (process.env['SHOW_DIFFS']) process.stdout.write(`\n### ${finding} · ${one.shape}\n${mended.diff}`);
      expect(mended.diff.includes('[secret-')).toBe(one.masked === true);
      for (const [file, text] of Object.entries(mended.files))
        if (/\r\n/.test(one.files[file] ?? '')) expect(text).not.toMatch(/[^\r]\n/);
      expect(mended.syntaxErrors).toEqual([]);
      expect(mended.after.filter((id) => id === finding || !mended.before.includes(id))).toEqual([]);
      expect(mended.sure).toBe(one.proposal !== true);
      const written = Object.values(mended.files).flatMap((text) => text.split(/\r?\n/).map((line) => line.trim()));
      for (const line of one.lines ?? []) expect(written).toContain(line);
    },
  );
});
