/** A remedy whose steps the user follows: what became of the fault is proved just as after a patch. */
import { describe, expect, it } from 'vitest';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { startWizard, until } from './fixture-host.ts';

async function toSteps(bar = 4) {
  const started = await startWizard(bar);
  const { runner } = started;
  runner.dispatch({ kind: 'continue' });
  await until(runner, () => runner.session().projectLines !== undefined);
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'verdict');
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'remedy');
  return started;
}

const shown = (session: Parameters<typeof screenOf>[0]): string => {
  const { title, lines } = screenOf(session, 0);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};

describe('looking again from a remedy', () => {
  it('proves the fault gone, and keeps it among what was repaired', async () => {
    const { runner, world } = await toSteps();
    world.bar = 2;
    runner.dispatch({ kind: 'again' });
    await until(runner, ({ kind }) => kind === 'proof');
    expect(shown(runner.session())).toMatch(/Proved gone[\s\S]*Done by hand\.[\s\S]*before {2}✖ 4 bar, valve open/);
    expect(shown(runner.session())).not.toContain('u takes the patch back');
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().stage.kind).toBe('verdict');
    expect(runner.session().repaired).toMatchObject([{ finding: 'cold-water/too-high', how: 'by-hand' }]);
    expect(world.calls).toEqual([]);
  });

  it('says that it is still there where nothing was done, and repairs nothing', async () => {
    const { runner } = await toSteps();
    runner.dispatch({ kind: 'again' });
    await until(runner, ({ kind }) => kind === 'proof');
    expect(shown(runner.session())).toContain('It is still there');
    expect(runner.session().repaired).toEqual([]);
  });
});
