import { describe, expect, it } from 'vitest';
import { textQuestion } from '../../src/diagnosis/define.ts';
import { noSymptom } from '../../src/diagnosis/symptom.ts';
import { symptomChoices, understoodChoices } from '../../src/wizard/choices.ts';
import type { DoneOrNot } from '../../src/wizard/host.ts';
import type { Runner } from '../../src/wizard/runner.ts';
import type { Session, Stage } from '../../src/wizard/session.ts';
import { start, update } from '../../src/wizard/update.ts';
import { screenOf } from '../../src/wizard/views/screen.ts';
import { loadedSession, startWizard, until, untilSession } from './fixture-host.ts';

const kind = (runner: Runner): Stage['kind'] => runner.session().stage.kind;
const to = (runner: Runner, name: Stage['kind']): Promise<void> => until(runner, (stage) => stage.kind === name);
const textOf = (session: Session): string => {
  const { title, lines } = screenOf(session, 0);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};

/** By the first problem of the list. */
async function gathering(runner: Runner): Promise<void> {
  runner.dispatch({ kind: 'continue' });
  runner.dispatch({ kind: 'continue' });
  await to(runner, 'gathering');
}

async function toVerdict(runner: Runner): Promise<void> {
  await gathering(runner);
  await to(runner, 'verdict');
}

async function toDiff(runner: Runner): Promise<void> {
  await toVerdict(runner);
  runner.dispatch({ kind: 'continue' });
  await until(runner, (stage) => stage.kind === 'remedy' && stage.planned !== undefined);
}

/** A promise of the host that the test keeps. */
function later<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('the way through', () => {
  it('leads from the project over the symptom to a confirmed verdict, and remembers it', async () => {
    const { runner, world } = await startWizard(4);
    expect(kind(runner)).toBe('project');
    runner.dispatch({ kind: 'continue' });
    expect(kind(runner)).toBe('symptom');
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().symptom.problems).toEqual(['cold-water']);
    await to(runner, 'verdict');
    expect(world.remembered.at(-1)).toEqual({ focus: ['cold-water'], answers: {} });
  });

  it('looks at everything for who does not know what is wrong', async () => {
    const { runner } = await startWizard(4);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'move', by: 99 });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().symptom.problems).toEqual([]);
  });

  it('applies a patch, gathers afresh and proves the fault gone; undo takes it back', async () => {
    const { runner, world } = await startWizard(4);
    await toDiff(runner);
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    expect(runner.session().stage).toMatchObject({
      proof: { kind: 'gone' },
      repaired: { before: '4 bar, valve open', done: 'Changed boiler.js.', how: 'edits' },
    });
    expect(runner.session().repaired).toHaveLength(1);
    runner.dispatch({ kind: 'undo' });
    await to(runner, 'message');
    expect(world.calls).toContain('undo 1');
    expect(runner.session()).toMatchObject({ repaired: [], outdated: true });
  });

  it('confirms a change in Scalekit by itself, and offers no undo for it', async () => {
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
    expect(runner.session().stage).toMatchObject({ repaired: { how: 'change' } });
    runner.dispatch({ kind: 'undo' });
    expect(kind(runner)).toBe('proof');
  });

  it.each([
    ['apply', 0, 'Nothing was changed.', false],
    ['apply-change', 1, 'may have been made all the same', true],
  ] as const)('says of a refused %s what it left behind', async (_call, remedy, sentence, outdated) => {
    const { runner, world } = await startWizard(4);
    world.refusal = 'The file changed meanwhile.';
    await toDiff(runner);
    for (let press = 0; press < remedy; press++) runner.dispatch({ kind: 'next-remedy' });
    runner.dispatch({ kind: 'apply' });
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'message');
    expect(textOf(runner.session())).toContain('The file changed meanwhile.');
    expect(textOf(runner.session())).toContain(sentence);
    expect(runner.session().outdated).toBe(outdated);
  });

  it('copies the values of a remedy and says so until the next key', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'next-remedy' });
    runner.dispatch({ kind: 'next-remedy' });
    runner.dispatch({ kind: 'copy' });
    await untilSession(runner, ({ notice }) => notice !== undefined);
    expect(world.calls).toContain('copy');
    runner.dispatch({ kind: 'scroll', by: 1 });
    expect(runner.session().notice).toBeUndefined();
  });

  it('shows the bundle, drops an entry, looks inside another and writes the rest', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'bundle' });
    runner.dispatch({ kind: 'write-bundle' });
    await until(runner, (stage) => stage.kind === 'bundle' && stage.preview !== undefined);
    expect(world.calls.filter((call) => call.startsWith('write-bundle'))).toEqual([]);
    runner.dispatch({ kind: 'move', by: 1 });
    runner.dispatch({ kind: 'drop' });
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().stage).toMatchObject({ kind: 'entry', text: 'abc' });
    runner.dispatch({ kind: 'back' });
    runner.dispatch({ kind: 'write-bundle' });
    await untilSession(runner, ({ notice }) => notice !== undefined);
    expect(runner.session().notice).toEqual({ text: 'Written.', good: true });
    expect(world.calls).toContain('write-bundle without code.txt');
  });
});

describe('getting help', () => {
  async function toHelp(runner: Runner): Promise<void> {
    runner.dispatch({ kind: 'continue' });
    const at = symptomChoices(runner.session()).findIndex((choice) => choice.kind === 'help');
    runner.dispatch({ kind: 'choose', index: at });
    await until(runner, (stage) => stage.kind === 'help' && stage.topics !== undefined);
  }

  it('opens pages, shows samples, copies commands', async () => {
    const { runner, world } = await startWizard(4);
    await toHelp(runner);
    runner.dispatch({ kind: 'continue' });
    await untilSession(runner, () => world.calls.includes('open'));
    runner.dispatch({ kind: 'choose', index: 1 });
    expect(textOf(runner.session())).toContain('boiler.on();');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('help');
    runner.dispatch({ kind: 'choose', index: 2 });
    await untilSession(runner, ({ notice }) => notice?.text === 'copy done');
  });

  it('looks at everything before it makes a bundle, so that there is something in it', async () => {
    const { runner } = await startWizard(4);
    await toHelp(runner);
    runner.dispatch({ kind: 'choose', index: 4 });
    expect(kind(runner)).toBe('gathering');
    await until(runner, (stage) => stage.kind === 'bundle' && stage.preview !== undefined);
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('verdict');
  });

  it('is about the problem at hand, asked for at the verdict', async () => {
    const { runner, world } = await startWizard(4);
    await toVerdict(runner);
    runner.dispatch({ kind: 'help' });
    await until(runner, (stage) => stage.kind === 'help' && stage.topics !== undefined);
    expect(world.calls).toContain('help for cold-water');
  });
});

describe('questions', () => {
  async function toQuestion(runner: Runner): Promise<void> {
    await gathering(runner);
    await to(runner, 'question');
  }

  it('are put where no probe can tell, with the default chosen', async () => {
    const { runner, world } = await startWizard(1);
    await toQuestion(runner);
    expect(runner.session().stage).toMatchObject({ selected: 1 });
    runner.dispatch({ kind: 'move', by: -1 });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().answers.get('smell')).toBe('yes');
    expect(world.remembered.at(-1)).toEqual({ focus: ['cold-water'], answers: { smell: 'yes' } });
  });

  it('can be passed over, and are not asked again', async () => {
    const { runner } = await startWizard(1);
    await toQuestion(runner);
    runner.dispatch({ kind: 'skip-question' });
    await to(runner, 'verdict');
    expect([...runner.session().declined]).toEqual(['smell']);
  });

  it('come back on Esc with the answer as it was given, which can be changed', async () => {
    const { runner } = await startWizard(1);
    await toQuestion(runner);
    runner.dispatch({ kind: 'move', by: -1 });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    runner.dispatch({ kind: 'back' });
    expect(runner.session().stage).toMatchObject({ kind: 'question', selected: 0 });
    expect(runner.session().answers.get('smell')).toBe('yes');
    runner.dispatch({ kind: 'move', by: 1 });
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().answers.get('smell')).toBe('no');
    runner.dispatch({ kind: 'back' });
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('symptom');
  });

  it('are listed with their answers, one of which is changed while the others stay', async () => {
    const { runner } = await startWizard(1);
    await toQuestion(runner);
    runner.dispatch({ kind: 'skip-question' });
    await to(runner, 'verdict');
    runner.dispatch({ kind: 'answers' });
    expect(textOf(runner.session())).toContain('I do not know');
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'answer', given: 'yes' });
    await to(runner, 'verdict');
    expect(runner.session().declined.size).toBe(0);
    runner.dispatch({ kind: 'answers' });
    expect(textOf(runner.session())).toContain('Yes');
  });

  it('keep a secret answer out of what is drawn, remembered and come back to', () => {
    const question = textQuestion({
      id: 'word',
      title: 'Which word?',
      reason: 'Nobody knows it.',
      secret: true,
      read: (given) => ({ ok: true, value: given }),
    });
    const asked: Session = {
      ...loadedSession(),
      graph: { probes: [], questions: [question] },
      stage: { kind: 'question', question, selected: 0, text: '', problem: '' },
    };
    const typed = update(asked, { kind: 'paste', text: 'open-sesame' }).session;
    expect(textOf(typed)).toContain('•••••••••••');
    expect(textOf(typed)).not.toContain('sesame');
    const { session, effects } = update(typed, { kind: 'continue' });
    expect(session.answers.get('word')).toBe('open-sesame');
    expect(JSON.stringify([...session.given])).not.toContain('sesame');
    expect(JSON.stringify(session.past)).not.toContain('sesame');
    expect(JSON.stringify(effects.find((effect) => effect.kind === 'remember'))).not.toContain('sesame');
  });

  it('say what is wrong with an answer, and stay', () => {
    const question = textQuestion({
      id: 'age',
      title: 'How old?',
      reason: 'Rust.',
      read: () => ({ ok: false, problem: 'A number, please.' }),
    });
    const asked: Session = { ...loadedSession(), stage: { kind: 'question', question, selected: 0, text: 'x', problem: '' } };
    const { session, effects } = update(asked, { kind: 'continue' });
    expect(textOf(session)).toContain('A number, please.');
    expect(effects).toEqual([]);
  });
});

describe('the symptom', () => {
  it('may come from the command line', async () => {
    const { runner } = await startWizard(4, { symptom: 'e_cold' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect(runner.session().symptom.problems).toEqual(['cold-water']);
  });

  it('is never drawn when it was pasted, nor what is typed after it', async () => {
    const { runner, world } = await startWizard();
    runner.dispatch({ kind: 'paste', text: 'secret-token-abc' });
    runner.dispatch({ kind: 'type', text: 'd' });
    expect(symptomChoices(runner.session())).toEqual([{ kind: 'pasted', length: 17 }]);
    expect(textOf(runner.session())).toContain('17 characters pasted');
    expect(textOf(runner.session())).not.toContain('secret-token');
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'understood');
    expect(world.calls).toEqual(['recognise 17']);
  });

  it.each([
    ['cold', ['problem', 'text', 'unknown']],
    ['zzz', ['text', 'unknown']],
    ['', ['problem', 'help', 'failed-logins', 'unknown']],
  ])('searching %j offers %j', async (query, kinds) => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'continue' });
    for (const text of query) runner.dispatch({ kind: 'type', text });
    expect(symptomChoices(runner.session()).map((choice) => choice.kind)).toEqual(kinds);
  });

  it('says when it is none of ours, and is corrected with the words still there', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'type', text: 'cake' });
    runner.dispatch({ kind: 'continue' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    expect(textOf(runner.session())).toContain('A cake is none of ours.');
    expect(understoodChoices(runner.session()).map((choice) => choice.kind)).toEqual(['everything', 'other']);
    runner.dispatch({ kind: 'back' });
    expect(runner.session().stage).toMatchObject({ kind: 'symptom', query: 'cake' });
  });

  it('is one of the logins that Scalekit recorded as failed', async () => {
    const { runner, world } = await startWizard(4);
    runner.dispatch({ kind: 'continue' });
    for (const text of 'failed') runner.dispatch({ kind: 'type', text });
    const at = symptomChoices(runner.session()).findIndex((choice) => choice.kind === 'failed-logins');
    runner.dispatch({ kind: 'choose', index: at });
    await until(runner, (stage) => stage.kind === 'failed-logins' && stage.listed !== undefined);
    expect(textOf(runner.session())).toContain('today · e_cold');
    runner.dispatch({ kind: 'move', by: 1 });
    runner.dispatch({ kind: 'continue' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    expect(world.calls).toContain('recognise 7');
    expect(understoodChoices(runner.session()).map((choice) => choice.kind)).toEqual(['problem', 'other']);
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('failed-logins');
  });

  it('is asked for anew where what was understood is not it', async () => {
    const { runner } = await startWizard(4, { symptom: 'e_cold' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    runner.dispatch({ kind: 'move', by: 9 });
    runner.dispatch({ kind: 'continue' });
    expect(runner.session().stage).toMatchObject({ kind: 'symptom', query: '' });
  });

  it('is not mixed up with the one before it, whose reading took longer', async () => {
    const slow = later<void>();
    const recognise = async (text: string) => {
      if (text === 'first') await slow.promise;
      return { lines: [text], symptom: noSymptom };
    };
    const { runner } = await startWizard(4, { host: { recognise } });
    runner.dispatch({ kind: 'continue' });
    runner.dispatch({ kind: 'symptom-text', text: 'first' });
    runner.dispatch({ kind: 'back' });
    runner.dispatch({ kind: 'symptom-text', text: 'second' });
    await until(runner, (stage) => stage.kind === 'understood' && stage.recognised !== undefined);
    slow.resolve();
    await slow.promise;
    expect(runner.session().stage).toMatchObject({ recognised: { lines: ['second'] } });
  });
});

describe('an unfinished diagnosis', () => {
  it('is taken up again with its answers', async () => {
    const { runner } = await startWizard(1, { unfinished: { focus: ['cold-water'], answers: { smell: 'yes', gone: 'x' } } });
    runner.dispatch({ kind: 'continue' });
    expect(textOf(runner.session())).toContain('Go on where you left off');
    runner.dispatch({ kind: 'continue' });
    await to(runner, 'verdict');
    expect([...runner.session().answers]).toEqual([['smell', 'yes']]);
    expect(runner.session().symptom.problems).toEqual(['cold-water']);
  });
});

describe('going back', () => {
  it('asks before it leaves when there is nothing further back', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'back' });
    expect(runner.session().overlays).toMatchObject([{ kind: 'quit' }]);
    runner.dispatch({ kind: 'back' });
    expect(runner.session().overlays).toEqual([]);
  });

  it('from facts that are gathered again leads to the verdict that was there, facts and all', async () => {
    const never = later<never>();
    let runs = 0;
    const world = await startWizard(4);
    const first = world.runner;
    await toVerdict(first);
    const sheet = first.session().sheet;
    const { runner } = await startWizard(4, { host: { gather: () => (runs++ === 0 ? Promise.resolve(sheet) : never.promise) } });
    await toVerdict(runner);
    runner.dispatch({ kind: 'again' });
    expect(kind(runner)).toBe('gathering');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('verdict');
    expect(textOf(runner.session())).toContain('1 cause confirmed');
  });

  it('calls off what is gathered, and ignores what it still brings', async () => {
    let signal: AbortSignal | undefined;
    const slow = later<Session['sheet']>();
    const { runner } = await startWizard(4, {
      host: {
        gather: (request) => {
          signal = request.signal;
          return slow.promise;
        },
      },
    });
    await gathering(runner);
    await new Promise((resolve) => setImmediate(resolve));
    expect(signal?.aborted).toBe(false);
    runner.dispatch({ kind: 'back' });
    expect(signal?.aborted).toBe(true);
    slow.resolve({ states: new Map(), answers: new Map() });
    await slow.promise;
    expect(kind(runner)).toBe('symptom');
  });

  it('does not leave a patch half applied out of sight', async () => {
    const slow = later<DoneOrNot>();
    const { runner } = await startWizard(4, { host: { apply: () => slow.promise } });
    await toDiff(runner);
    runner.dispatch({ kind: 'apply' });
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('working');
    expect(runner.session().notice?.good).toBe(false);
    slow.resolve({ ok: true, message: 'Changed.' });
    await to(runner, 'proof');
  });

  it('from a proof that is being made says that the facts are of before', async () => {
    const never = later<never>();
    let runs = 0;
    const { runner: whole } = await startWizard(4);
    await toVerdict(whole);
    const { sheet } = whole.session();
    const { runner } = await startWizard(4, { host: { gather: () => (runs++ === 0 ? Promise.resolve(sheet) : never.promise) } });
    await toDiff(runner);
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'gathering');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('verdict');
    expect(textOf(runner.session())).toContain('changed after these facts were gathered');
  });

  it('from a bundle leads to where it was asked for', async () => {
    const { runner } = await startWizard(4);
    await toDiff(runner);
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    runner.dispatch({ kind: 'bundle' });
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('proof');
    runner.dispatch({ kind: 'back' });
    expect(kind(runner)).toBe('verdict');
  });
});

describe('leaving', () => {
  it.each([
    ['quit', 4, true, 1],
    ['quit', 4, false, 1],
    ['interrupt', 4, true, 130],
  ] as const)('by %s with the boiler at %i bar, conclusive %s, gives %i', async (event, bar, conclusive, code) => {
    const { runner, world } = await startWizard(bar);
    world.conclusive = conclusive;
    await toVerdict(runner);
    runner.dispatch({ kind: event });
    expect(await runner.finished).toBe(code);
  });

  it('gives 0 before anything was looked at', async () => {
    const { runner } = await startWizard();
    runner.dispatch({ kind: 'quit' });
    expect(await runner.finished).toBe(0);
  });

  it.each([
    [true, 0],
    [false, 3],
  ])('gives, once the fault is repaired and what was seen conclusive is %s, %i', async (conclusive, code) => {
    const { runner, world } = await startWizard(4);
    await toDiff(runner);
    world.conclusive = conclusive;
    runner.dispatch({ kind: 'apply' });
    await to(runner, 'proof');
    runner.dispatch({ kind: 'quit' });
    expect(await runner.finished).toBe(code);
  });

  it('says what stood in the way where nothing could be told', async () => {
    const { runner, world } = await startWizard(1);
    world.conclusive = false;
    await gathering(runner);
    await to(runner, 'question');
    runner.dispatch({ kind: 'skip-question' });
    await to(runner, 'verdict');
    expect(textOf(runner.session())).toContain('No verdict: too little could be seen\nThe boiler was not reached.');
  });

  it('ends with an error where the world broke', async () => {
    const { runner } = await startWizard(4, { host: { gather: () => Promise.reject(new Error('broken')) } });
    await gathering(runner);
    await expect(runner.finished).rejects.toThrow('broken');
  });
});

describe('before the program is loaded', () => {
  it('starts with what needs nothing of it', () => {
    expect(start(loadedSession(), undefined).effects).toEqual([{ kind: 'describe-project' }]);
    expect(start(loadedSession(), 'x').effects).toEqual([{ kind: 'describe-project' }, { kind: 'recognise', text: 'x' }]);
  });
});
