/** Sound apps in layered styles: what cannot be followed is unknown, so nothing that is missing may be claimed of them. */
import { describe, expect, it } from 'vitest';
import { findInSound, soundApps } from './sound-app.ts';
import { plantedFaults } from './sound-faults.ts';

describe('a sound app gives neither a confirmed nor a likely finding', () => {
  it.each(soundApps)('%s', { timeout: 30_000 }, async (app) => {
    const { confirmed, likely, unknown } = await findInSound(app);
    expect([...confirmed, ...likely].join(' ')).toBe('');
    expect([...unknown.values()].filter((why) => /itself broke|could not judge/.test(why))).toEqual([]);
  });
});

describe('a fault in a sound app is confirmed, alone, where every way to it can be read', () => {
  it.each(plantedFaults.map((fault) => [`${fault.app}: ${fault.finding}`, fault] as const))(
    '%s',
    { timeout: 30_000 },
    async (_name, { app, finding, changes }) => {
      const { confirmed, likely } = await findInSound(app, changes);
      expect([...confirmed, ...likely].join(' ')).toBe(finding);
    },
  );
});

describe('where a call was not followed, it is named', () => {
  it.each([
    ['express-ports', 'signature-verification/not-verified', 'this.inbox.open at src/http/hooks-controller.ts:8'],
    ['openid-client', 'signature-verification/not-verified', 'seal.verify at src/mailroom.mjs:7'],
    ['workspace-kit', 'callback-error-unread/error-ignored', 'conclude at apps/web/src/index.js:16'],
  ])('%s: %s', async (app, finding, place) => {
    const { unknown } = await findInSound(app);
    expect(unknown.get(finding)).toContain(place);
  });
});
