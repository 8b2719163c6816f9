/** Sound apps in layered styles: what cannot be followed is unknown, so nothing that is missing may be claimed of them. */
import { describe, expect, it } from 'vitest';
import { findInSound, soundApps } from './sound-app.ts';

describe('a sound app gives neither a confirmed nor a likely finding', () => {
  it.each(soundApps)('%s', { timeout: 30_000 }, async (app) => {
    const { confirmed, likely } = await findInSound(app);
    expect([...confirmed, ...likely].join(' ')).toBe('');
  });
});
