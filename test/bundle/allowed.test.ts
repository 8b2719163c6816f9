/** Into a bundle goes what is listed: a field that somebody adds elsewhere does not leak by itself. And a bundle takes the place of no pipe. */
import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { collectBundle } from '../../src/bundle/collect.ts';
import { writeBundle } from '../../src/bundle/write.ts';
import { sampleInput } from './sample.ts';

const MARK = 'not-on-any-list';

/** The same value with one more field in every object. */
function marked<T>(value: T): T {
  if (Array.isArray(value)) return value.map(marked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries([...Object.entries(value).map(([name, item]) => [name, marked(item)]), ['unlisted', MARK]]) as T;
}

it('takes nothing of report, project and exchanges but what is listed', () => {
  const { report, exchanges, project } = sampleInput();
  const plain = { headers: exchanges.map(({ requestHeaders, responseHeaders }) => ({ requestHeaders, responseHeaders })) };
  const entries = collectBundle(
    sampleInput({
      report: marked(report),
      // Headers have any name there is; they are redacted, not listed.
      exchanges: marked(exchanges).map((exchange, index) => ({ ...exchange, ...plain.headers[index] })),
      project: { ...project, unlisted: MARK },
    }),
  );
  for (const name of ['report.json', 'probes.ndjson', 'project.json']) {
    const text = entries.find((entry) => entry.name === name)?.text ?? '';
    expect(text.length).toBeGreaterThan(10);
    expect([name, text.includes(MARK)]).toEqual([name, false]);
  }
});

it('takes the place of no pipe, even when it may overwrite', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pipe = path.join(folder, 'b.zip');
  execFileSync('mkfifo', [pipe]);
  expect(writeBundle(pipe, Buffer.from('x'), { force: true })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('no regular file'),
  });
  expect(lstatSync(pipe).isFIFO()).toBe(true);
});
