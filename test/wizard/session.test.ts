import { describe, expect, it } from 'vitest';
import type { WizardEvent } from '../../src/wizard/events.ts';
import { bindings, eventFor } from '../../src/wizard/keys.ts';
import type { Runner } from '../../src/wizard/runner.ts';
import { type Stage, symptomChoices } from '../../src/wizard/session.ts';
import { start, update } from '../../src/wizard/update.ts';
import { loadedSession, startWizard, until } from './fixture-host.ts';

const kind = (runner: Runner): Stage['kind'] => runner.session().stage.kind;
const to = (runner: Runner, name: Stage['kind']): Promise<void> => until(runner, (stage) => stage.kind === name);

/** Past the project and the list, to what is found by looking at everything. */
async function toVerdict(runner: Runner): Promise<void> {
  runner.dispatch({ kind: 'continue' });
  runner.dispatch({ kind: 'move', by: 99 });
  runner.dispatch({ kind: 'continue' });
  await to(runner, 'verdict');
}

describe('the way through', () => {
  it('leads from the project over the symptom to a confirmed verdict', async () => {
    const { runner, world } = await startWizard(4);
    expect(kind(runner)).toBe('project');
    runner.dispatch({ kind: 'continue' });
    expect(kind(runner)).toBe('symptom');
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().focus).toEqual(['cold-water']);
    await to(runner, 'verdict');
    expect(world.remembered).toEqual([['cold-water']]);
  });

  it('asks a question where no probe can tell, and goes on with the answer', async () => {
    const { runner } = await startWizard(1);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'question');
    expect(runner.session().stage).toMatchObject({ selected: 1 });
    runner.dispatch({ kind: 'move', by: -1 });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().sheet.answers.get('smell')).toBe('yes');
  });

  it('passes a question over on the user’s word and does not ask again', async () => {
    const { runner } = await startWizard(1);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'question');
    runner.dispatch({ kind: 'skip-question' });
    await to(runner, 'verdict');
    expect([...runner.session().declined]).toEqual(['smell']);
  });

  it('applies a patch, gathers afresh and proves the fault gone; undo takes it back', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'continue' });
    await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    expect(runner.session().stage).toMatchObject({ proof: { kind: 'gone' }, before: '4 bar, valve open', undoable: true });
    expect(world.calls).toContain('apply');
    runner.dispatch({ kind: 'undo' });
    await to(runner, 'message');
    expect(world.calls).toContain('undo');
  });

  it('confirms a change in Scalekit by itself', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'next-remedy' });
    runner.dispatch({ kind: 'apply' });
    expect(kind(runner)).toBe('confirm-change');
    expect(world.calls).not.toContain('apply-change');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('remedy');
    runner.dispatch({ kind: 'apply' });
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    expect(runner.session().stage).toMatchObject({ undoable: false });
  });

  it('shows the bundle, drops an entry and writes the rest', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'bundle' });
    await until(runner, (stage) => stage.kind === 'bundle' && stage.preview !== undefined);
    runner.dispatch({ kind: 'move', by: 1 });
    runner.dispatch({ kind: 'drop' });
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().stage).toMatchObject({ kind: 'entry', text: 'abc' });
    runner.dispatch({ kind: 'back' });
    runner.dispatch({ kind: 'write-bundle' });
    await until(runner, (stage) => stage.kind === 'bundle' && stage.said !== '');
    expect(world.calls).toContain('write-bundle without code.txt');
  });
});

describe('the symptom', () => {
  it('may come from the command line', async () => {
    const { runner } = await startWizard(4, 'e_cold');
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().focus).toEqual(['cold-water']);
  });

  it('is never drawn when it was pasted', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'paste', text: 'secret-token-abc' });
    expect(symptomChoices(runner.session())).toEqual([{ kind: 'pasted', length: 16 }]);
  });

  it.each([
    ['cold', ['problem', 'text', 'unknown']],
    ['zzz', ['text', 'unknown']],
    ['', ['problem', 'unknown']],
  ])('searching %j offers %j', async (query, kinds) => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'continue' });
    for (const text of query) runner.dispatch({ kind: 'type', text });
    expect(symptomChoices(runner.session()).map((choice) => choice.kind)).toEqual(kinds);
  });

  it('says when it is none of ours, and can be corrected', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'symptom-text', text: 'cake' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    runner.dispatch({ kind: 'back' });
    expect(runner.session().stage).toMatchObject({ kind: 'symptom' });
  });
});

describe('going back', () => {
  it('keeps answers and leads over stages that only waited', async () => {
    const { runner } = await startWizard(1);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'question');
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('symptom');
    expect(runner.session().sheet.answers.get('smell')).toBe('no');
  });

  it('asks before it leaves when there is nothing further back', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'back' });
    expect(runner.session().overlays).toEqual(['quit']);
    runner.dispatch({ kind: 'back' });
    expect(runner.session().overlays).toEqual([]);
  });

  it('ignores facts of a gathering that was called off', () => {
    const first = loadedSession();
    const late = { states: new Map([['pressure', { phase: 'waiting' } as const]]), answers: new Map() };
    expect(update(first, { kind: 'facts', sheet: late, generation: 7 }).session.sheet).toBe(first.sheet);
  });
});

describe('leaving', () => {
  it.each([
    [4, 'quit', 1],
    [4, 'interrupt', 130],
  ] as const)('with the boiler at %i bar, %s gives %i', async (bar, event, code) => {
    const { runner } = await startWizard(bar);
    await toVerdict(runner);
    runner.dispatch({ kind: event });
    expect(await runner.finished).toBe(code);
  });

  it('gives 3 before anything was looked at', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'quit' });
    expect(await runner.finished).toBe(3);
  });

  it('gives 0 once the fault is repaired', async () => {
    const { runner } = await startWizard(4);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    runner.dispatch({ kind: 'continue' });
    await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    runner.dispatch({ kind: 'quit' });
    expect(await runner.finished).toBe(0);
  });
});

describe('the keys', () => {
  const first = start(loadedSession(), undefined).session;
  const stages: Stage[] = [
    { kind: 'project' },
    { kind: 'symptom', query: '', pasted: '', selected: 0 },
    { kind: 'understood', recognised: { lines: [], focus: [] } },
    { kind: 'gathering', why: '' },
    { kind: 'verdict', selected: 0 },
    { kind: 'bundle', preview: undefined, selected: 0, dropped: [], said: '' },
    { kind: 'entry', name: '', text: '' },
    { kind: 'message', title: '', lines: [] },
    { kind: 'working', what: '' },
  ];

  it.each(stages.map((stage) => [stage.kind, stage] as const))(
    'on %s lead back and out, each key to one event',
    (_name, stage) => {
      const session = { ...first, stage };
      const events = bindings(session).map(({ event }) => event.kind);
      expect(events).toContain('back');
      expect(events).toContain('interrupt');
      const keys = bindings(session).flatMap((binding) => binding.keys);
      expect(new Set(keys).size).toBe(keys.length);
      for (const binding of bindings(session))
        for (const key of binding.keys) expect(eventFor(session, key)).toEqual(binding.event);
    },
  );

  it('leave letters to the search box once something stands in it', () => {
    const typing = { ...first, stage: { kind: 'symptom', query: 'a', pasted: '', selected: 0 } as const };
    expect(eventFor(typing, 'q')).toBeUndefined();
    expect(eventFor({ ...first, stage: { kind: 'symptom', query: '', pasted: '', selected: 0 } }, 'q')).toMatchObject({
      kind: 'quit',
    } satisfies WizardEvent);
  });
});
