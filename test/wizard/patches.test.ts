/** Patches whose proof was cut off, and taking patches back from the wizard. */
import { expect, it } from 'vitest';
import { symptomChoices } from '../../src/wizard/choices.ts';
import type { DuePatch } from '../../src/wizard/host.ts';
import { eventFor } from '../../src/wizard/keys.ts';
import type { Session } from '../../src/wizard/session.ts';
import { lastWordScreen } from '../../src/wizard/views/last-word.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { startWizard, until } from './fixture-host.ts';

const due: DuePatch = { id: '7', finding: 'cold-water/too-high', files: ['boiler.js'] };
/** What the session asks of the world is asked in the next turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const left = { due: [due], hasPatches: true };
const textOf = (session: Session): string => {
  const { title, lines } = screenOf(session, 0);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};
const lastWordOf = (session: Session): string =>
  lastWordScreen(session)
    .lines.map(({ text }) => text)
    .join('\n');

it('a patch that is left while it is being proved is named, with the way back', async () => {
  const { runner, world } = await startWizard(4, {
    host: {
      gather: ({ answers, onChange }) => {
        onChange({ states: new Map(), answers });
        return new Promise(() => {});
      },
    },
  });
  // Up to the look that proves it.
  runner.dispatch({ kind: 'continue' });
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'gathering');
  const session: Session = { ...runner.session(), due: [due] };
  expect(lastWordOf(session)).toContain('boiler.js is patched, and not proved: `scalekit-fix undo 7` takes the patch back');
  expect(world.calls).not.toContain('proof of 7: gone');
});

it('the next start offers to prove it and to take it back, and one look proves it', async () => {
  const { runner, world } = await startWizard(2, { host: { left } });
  expect(eventFor(runner.session(), 'p')).toEqual({ kind: 'prove' });
  expect(eventFor(runner.session(), 'u')).toEqual({ kind: 'patches' });
  runner.dispatch({ kind: 'continue' });
  expect(
    symptomChoices(runner.session())
      .slice(0, 2)
      .map(({ kind }) => kind),
  ).toEqual(['prove', 'patches']);
  expect(textOf(runner.session())).toContain('Prove the patch of boiler.js');
  runner.dispatch({ kind: 'choose', index: 0 });
  await until(runner, ({ kind }) => kind === 'proof');
  expect(textOf(runner.session())).toContain('Proved gone');
  await turn();
  expect(world.calls).toContain('proof of 7: gone');
  expect(runner.session().due).toEqual([]);
  runner.dispatch({ kind: 'undo' });
  await until(runner, ({ kind }) => kind === 'message');
  expect(world.calls).toContain('undo 7');
});

it('any look that comes to its end says what became of it', async () => {
  const { runner, world } = await startWizard(4, { host: { left } });
  runner.dispatch({ kind: 'continue' });
  runner.dispatch({ kind: 'choose', index: 2 });
  await until(runner, ({ kind }) => kind === 'verdict');
  await turn();
  expect(world.calls).toContain('proof of 7: still-there');
  expect(lastWordOf(runner.session())).not.toContain('not proved');
});

it('takes an earlier patch out of a list, and names the environment before it puts a change back', async () => {
  const { runner, world } = await startWizard(4, { host: { left: { due: [], hasPatches: true } } });
  runner.dispatch({ kind: 'patches' });
  await until(runner, (stage) => stage.kind === 'patches' && stage.listed !== undefined);
  expect(textOf(runner.session())).toContain('❯ Raise it in Scalekit\n    before: 4');
  runner.dispatch({ kind: 'continue' });
  expect(textOf(runner.session())).toContain('y puts it back in https://boiler.example (production)');
  runner.dispatch({ kind: 'back' });
  expect(world.calls.filter((call) => call.startsWith('undo'))).toEqual([]);
  runner.dispatch({ kind: 'move', by: 1 });
  runner.dispatch({ kind: 'continue' });
  expect(textOf(runner.session())).toContain('Take this patch back?');
  runner.dispatch({ kind: 'apply' });
  await until(runner, ({ kind }) => kind === 'message');
  expect(world.calls).toContain('undo 1');
});

it('offers nothing where nothing was patched', async () => {
  const { runner } = await startWizard(4);
  expect([eventFor(runner.session(), 'p'), eventFor(runner.session(), 'u')]).toEqual([undefined, undefined]);
});
