import { it } from 'vitest';
import { offlineFaults } from '../problems/framework-faults/offline.ts';
import { findOffline, offlineApps } from '../problems/offline-app.ts';

const want = process.env['WANT'] ?? '';
it('debug', { timeout: 120000 }, async () => {
  for (const app of offlineApps)
    for (const f of offlineFaults[app]) {
      if (!f.finding.includes(want)) continue;
      const r = await findOffline(app, (edit, secret) => {
        for (const [from, to] of f.replace) edit(f.file, (t) => t.replace(from, to.replace('{{clientSecret}}', secret)));
      });
      if (r.confirmed.join(' ') !== f.finding)
        console.log(
          app,
          f.finding,
          f.shape ?? '',
          '=>',
          r.confirmed.join(' '),
          '|',
          r.likely.join(' '),
          '|',
          r.unknown.get(f.finding),
        );
    }
});

import { diagnose, startApp } from '../problems/app.ts';
import { frameworkFaults } from '../problems/framework-faults/index.ts';

it('debug online', { timeout: 400000 }, async () => {
  for (const f of frameworkFaults) {
    if (!f.finding.includes(want)) continue;
    const app = await startApp({}, f.app);
    try {
      for (const [from, to] of f.replace)
        app.edit(f.file, (t) => t.replace(from, to.replace('{{clientSecret}}', app.sandbox.line.clientSecret)));
      const { ids, judgements } = await diagnose(app.folder);
      const got = ids('confirmed')
        .filter((id) => id !== 'idp-initiated-login/url-answers-error')
        .join(' ');
      const mine = judgements.find(({ id }) => id === f.finding)?.verdict;
      if (got !== f.finding)
        console.log(
          'ONLINE',
          f.app,
          f.finding,
          f.shape ?? '',
          '=>',
          got,
          '|',
          ids('likely').join(' '),
          '|',
          mine && 'because' in mine ? mine.kind + mine.because : '',
        );
    } finally {
      await app.close();
    }
  }
});
