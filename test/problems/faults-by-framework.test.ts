/** Each fault in each framework is confirmed, and nothing else is. */
import { expect, it } from 'vitest';
import { diagnose, startApp } from './app.ts';
import { frameworkFaults } from './framework-faults/index.ts';

it.each(
  frameworkFaults.map((fault) => [`${fault.app}: ${fault.finding}${fault.shape ? ` (${fault.shape})` : ''}`, fault] as const),
)('%s', { timeout: 60_000 }, async (_name, { app: name, finding, file, replace }) => {
  const app = await startApp({}, name);
  try {
    for (const [from, to] of replace)
      app.edit(file, (text) => text.replace(from, to.replace('{{clientSecret}}', app.sandbox.line.clientSecret)));
    const { ids } = await diagnose(app.folder);
    expect(ids('confirmed')).toEqual([finding]);
  } finally {
    await app.close();
  }
});
