/** A bundle whose file is there already: another name, or over it. */
import { expect, it } from 'vitest';
import type { WrittenOrNot } from '../../src/wizard/host.ts';
import type { Runner } from '../../src/wizard/runner.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { startWizard, until, untilSession } from './fixture-host.ts';

const taken: WrittenOrNot = { ok: false, reason: 'It is there.', taken: { name: 'b.zip', free: 'b-2.zip' } };

async function atName(answers: WrittenOrNot[]) {
  const calls: unknown[] = [];
  const { runner } = await startWizard(4, {
    host: {
      writeBundle: async (_dropped, as) => {
        calls.push(as);
        return answers.shift() ?? { ok: true, message: `Written to /home/ada/${as?.name ?? 'b.zip'}.` };
      },
    },
  });
  for (const kind of ['continue', 'continue'] as const) runner.dispatch({ kind });
  await until(runner, ({ kind }) => kind === 'verdict');
  runner.dispatch({ kind: 'bundle' });
  await until(runner, (stage) => stage.kind === 'bundle' && stage.preview !== undefined);
  runner.dispatch({ kind: 'write-bundle' });
  return { runner, calls };
}
const asked = (runner: Runner): Promise<void> => until(runner, ({ kind }) => kind === 'bundle-name');
const said = (runner: Runner): Promise<void> => untilSession(runner, ({ notice }) => notice !== undefined);

it('says where it was written', async () => {
  const { runner, calls } = await atName([]);
  await said(runner);
  expect([runner.session().notice, calls]).toEqual([{ text: 'Written to /home/ada/b.zip.', good: true }, [undefined]]);
});

it('asks, and takes the free name that it proposes, or the one that is typed', async () => {
  const { runner, calls } = await atName([taken]);
  await asked(runner);
  const { title, lines } = screenOf(runner.session(), 0);
  expect([title, ...lines.map(({ text }) => text)].join('\n')).toContain('❯ Write it as b-2.zip\n  Write over b.zip');
  runner.dispatch({ kind: 'continue' });
  await said(runner);
  expect(runner.session().stage.kind).toBe('bundle');
  runner.dispatch({ kind: 'write-bundle' });
  await said(runner);
  expect(calls).toEqual([undefined, { name: 'b-2.zip', over: false }, undefined]);
  const other = await atName([taken, { ok: false, reason: 'It is there.', taken: { name: 'x.zip', free: 'x-2.zip' } }]);
  await asked(other.runner);
  for (let times = 0; times < 9; times++) other.runner.dispatch({ kind: 'erase' });
  other.runner.dispatch({ kind: 'type', text: 'x.zip\n' });
  other.runner.dispatch({ kind: 'continue' });
  await untilSession(other.runner, ({ stage }) => stage.kind === 'bundle-name' && stage.taken.name === 'x.zip');
  expect(other.calls).toEqual([undefined, { name: 'x.zip', over: false }]);
  other.runner.dispatch({ kind: 'back' });
  expect(other.runner.session().stage.kind).toBe('bundle');
});

it('writes over the file where that is chosen, and stays where it cannot', async () => {
  const { runner, calls } = await atName([taken, { ok: false, reason: 'No space.' }]);
  await asked(runner);
  runner.dispatch({ kind: 'move', by: 1 });
  runner.dispatch({ kind: 'continue' });
  await said(runner);
  expect(calls[1]).toEqual({ name: 'b.zip', over: true });
  expect([runner.session().stage.kind, runner.session().notice?.text]).toEqual(['bundle-name', 'No space.']);
});
