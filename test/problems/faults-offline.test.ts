/** By the files alone: a healthy app of each framework gives no finding, and each fault is confirmed, where it is, with no other. */
import { describe, expect, it } from 'vitest';
import { offlineFaults } from './framework-faults/offline.ts';
import { findOffline, offlineApps } from './offline-app.ts';

describe.each(offlineApps)('%s', (app) => {
  it('gives nothing where it is healthy', { timeout: 30_000 }, async () => {
    const { confirmed, likely } = await findOffline(app);
    expect([...confirmed, ...likely].join(' ')).toBe('');
  });

  it.each(offlineFaults[app].map((fault) => [`${fault.finding}${fault.shape ? ` (${fault.shape})` : ''}`, fault] as const))(
    '%s',
    { timeout: 30_000 },
    async (_name, { finding, file, replace }) => {
      const { confirmed } = await findOffline(app, (edit, secret) => {
        for (const [from, to] of replace) edit(file, (text) => text.replace(from, to.replace('{{clientSecret}}', secret)));
      });
      expect(confirmed.join(' ')).toBe(finding);
    },
  );
});
