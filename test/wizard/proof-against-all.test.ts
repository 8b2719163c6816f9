/** A patch of the wizard is proved against every cause: what makes something worse, or nothing better, is taken back at once. */
import { describe, expect, it } from 'vitest';
import type { Cause, Problem } from '../../src/diagnosis/cause.ts';
import { causeWith } from '../../src/diagnosis/define.ts';
import { confirmed, ruledOut } from '../../src/diagnosis/verdict.ts';
import { bindings } from '../../src/wizard/keys.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { type BoilerTools, pressure } from '../diagnosis/fixtures.ts';
import { registry, startWizard, until, type World } from './fixture-host.ts';

const tooLow: Cause<BoilerTools> = causeWith<BoilerTools>()({
  id: 'too-low',
  title: 'The pressure is too low',
  side: 'app',
  needs: { bar: pressure },
  judge: ({ bar }) => (bar < 1 ? confirmed(`${bar} bar is too low`) : ruledOut(`${bar} bar`)),
  remedy: () => [],
});
const both = registry.map(
  (problem): Problem<BoilerTools> => ({
    ...problem,
    causes: [...problem.causes.map((cause): Cause<BoilerTools> => ({ ...cause, provedBy: 'reading' })), tooLow],
  }),
);

async function applied(barAfter: number, undo: 'works' | 'fails' = 'works') {
  const calls: string[] = [];
  const worlds: World[] = [];
  const started = await startWizard(4, {
    host: {
      registry: both,
      apply: async () => {
        for (const world of worlds) world.bar = barAfter;
        return { ok: true, message: 'Changed boiler.js.', patch: { id: '000001-x', files: ['boiler.js'] } };
      },
      undo: async () => {
        calls.push('undo');
        if (undo === 'fails') return { ok: false, reason: 'boiler.js has changed.' };
        for (const world of worlds) world.bar = 4;
        return { ok: true, message: 'undone' };
      },
    },
  });
  worlds.push(started.world);
  const { runner } = started;
  runner.dispatch({ kind: 'continue' });
  await until(runner, () => runner.session().projectLines !== undefined);
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'verdict');
  runner.dispatch({ kind: 'continue' });
  await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
  runner.dispatch({ kind: 'apply' });
  await until(runner, ({ kind }) => kind === 'proof');
  return { runner, calls };
}

const shown = (session: Parameters<typeof screenOf>[0]): string => {
  const { title, lines } = screenOf(session, 0);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};

describe('a patch of the wizard', () => {
  it('is taken back where another cause takes its place, and only steps are left for its finding', async () => {
    const { runner, calls } = await applied(0.5);
    expect(calls).toEqual(['undo']);
    expect(shown(runner.session())).toMatch(/^Taken back[\s\S]*The pressure is too low: 0\.5 bar is too low/);
    expect(bindings(runner.session()).map(({ label }) => label)).not.toContain('undo');
    expect(runner.session().repaired).toEqual([]);
    runner.dispatch({ kind: 'continue' });
    expect(shown(runner.session())).toContain('1 cause confirmed');
    expect(shown(runner.session())).not.toContain('confirmed  The pressure is too low');
    runner.dispatch({ kind: 'continue' });
    await until(runner, ({ kind }) => kind === 'remedy');
    expect(shown(runner.session())).not.toContain('Turn it down\n');
  });

  it('is taken back where the very same is still seen', async () => {
    const { runner, calls } = await applied(4);
    expect(calls).toEqual(['undo']);
    expect(shown(runner.session())).toContain('It changed nothing.');
  });

  it('stays where something is left of the fault in another place', async () => {
    const { runner, calls } = await applied(5);
    expect(calls).toEqual([]);
    expect(shown(runner.session())).toContain('It is still there');
  });

  it('that cannot be taken back is told of with the reason, and u tries again', async () => {
    const { runner } = await applied(0.5, 'fails');
    expect(shown(runner.session())).toMatch(/^Another fault took its place[\s\S]*boiler\.js has changed\./);
    expect(bindings(runner.session()).map(({ label }) => label)).toContain('undo');
  });

  it('is only called changed where the running app alone can show that it works', async () => {
    const { runner } = await startWizard(4, {
      host: {
        registry: both.map((problem) => ({
          ...problem,
          causes: problem.causes.map((cause) => ({ ...cause, provedBy: 'running' as const })),
        })),
      },
    });
    runner.dispatch({ kind: 'continue' });
    await until(runner, () => runner.session().projectLines !== undefined);
    runner.dispatch({ kind: 'continue' });
    await until(runner, ({ kind }) => kind === 'verdict');
    runner.dispatch({ kind: 'continue' });
    await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
    runner.dispatch({ kind: 'apply' });
    await until(runner, ({ kind }) => kind === 'proof');
    expect(shown(runner.session())).toMatch(/^Changed; not yet seen to work: scalekit-fix rehearse\n[\s\S]*start the app/);
    runner.dispatch({ kind: 'continue' });
    expect(shown(runner.session())).toContain('~ changed; not yet seen to work: scalekit-fix rehearse. The pressure is too high');
  });
});
