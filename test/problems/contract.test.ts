/**
 * The contract that every cause of the registry keeps: its broken fixture gives exactly this cause as confirmed, the healthy app gives
 * nothing, and after its remedy the app is healthy again. A cause without its fixture fails here.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { problems } from '../../src/problems/index.ts';
import { diagnose, startApp, type TestApp } from './app.ts';
import type { CauseFixture } from './cause-fixture.ts';

const folder = path.resolve(import.meta.dirname, '../fixtures');
const causes = problems.flatMap((problem) => problem.causes.map((cause) => `${problem.id}/${cause.id}`));
const fixtureFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /^[a-z-]+\/[a-z-]+\.ts$/.test(file))
  .map((file) => file.slice(0, -'.ts'.length));
const open: TestApp[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((app) => app.close()));
});

async function start(fixture: CauseFixture = {}): Promise<TestApp> {
  const app = await startApp(fixture);
  open.push(app);
  return app;
}

describe('the healthy app', () => {
  it('gives nothing but passes', async () => {
    const app = await start();
    const diagnosed = await diagnose(app.folder);
    expect(diagnosed.ids('confirmed')).toEqual([]);
    expect(diagnosed.ids('likely')).toEqual([]);
    expect(
      diagnosed.judgements.filter(({ verdict }) => verdict.kind === 'unknown').map(({ id, verdict }) => [id, verdict]),
    ).toEqual([]);
  });
});

describe('every cause', () => {
  it.each(causes)('%s is confirmed by its fixture, alone, and gone after its remedy', async (id) => {
    expect(fixtureFiles, `test/fixtures/${id}.ts is missing`).toContain(id);
    const { fixture } = (await import(path.join(folder, `${id}.ts`))) as { fixture: CauseFixture };
    const app = await start(fixture);
    fixture.breakFiles?.(app);
    const served = await fixture.serve?.(app);
    if (served) open.push({ ...app, close: async () => served.close() });

    const broken = await diagnose(app.folder, { pasted: await fixture.pasted?.(app), answers: fixture.answers });
    expect(broken.ids('confirmed')).toEqual([id]);

    const [remedy] = broken.remedies(id);
    expect(remedy, `${id} offers no remedy`).toBeDefined();
    if (!remedy) return;
    if (fixture.byHand) await fixture.byHand(app);
    else expect(await broken.carryOut(remedy)).toBeUndefined();

    const mended = await diagnose(app.folder, { pasted: await fixture.pastedAfterwards?.(app), answers: fixture.answers });
    expect(mended.ids('confirmed')).toEqual([]);
    expect(mended.ids('likely')).toEqual([]);
  });

  it('is the only one with a fixture: none is left over', () => {
    expect(fixtureFiles.filter((id) => !causes.includes(id))).toEqual([]);
  });
});
