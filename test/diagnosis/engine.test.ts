import { describe, expect, it } from 'vitest';
import { causeWith, probeWith } from '../../src/diagnosis/define.ts';
import { emptySheet, type FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import { gather } from '../../src/diagnosis/gather.ts';
import { factGraph, standsOn } from '../../src/diagnosis/graph.ts';
import { judgeAll, remediesOf } from '../../src/diagnosis/judge.ts';
import { leftOut, type Outcome, ok, skipped, unknown } from '../../src/diagnosis/outcome.ts';
import { proofOf } from '../../src/diagnosis/proof.ts';
import { nextQuestion } from '../../src/diagnosis/questions.ts';
import { rank } from '../../src/diagnosis/rank.ts';
import { likely, ruledOut } from '../../src/diagnosis/verdict.ts';
import { type BoilerTools, boiler, handClock, pressure, smell, tooHigh, valve } from './fixtures.ts';

const registry = [boiler];
const graph = factGraph(registry);

async function run(
  bar: BoilerTools['pressure'],
  options: { offline?: boolean; answers?: [string, unknown][]; signal?: AbortSignal } = {},
) {
  const log: string[] = [];
  const sheet = await gather({
    probes: graph.probes,
    tools: { pressure: bar, log },
    clock: handClock(),
    answers: new Map(options.answers ?? []),
    offline: options.offline ?? false,
    signal: options.signal ?? new AbortController().signal,
    scrub: (value) => value,
  });
  return { sheet, log, judgements: judgeAll(registry, sheet) };
}

const verdictOf = (judgements: ReturnType<typeof judgeAll<BoilerTools>>, id: string) =>
  judgements.find((item) => item.id === `cold-water/${id}`)?.verdict;

describe('the graph', () => {
  it('holds every fact once, each after what it needs', () => {
    expect(graph.probes.map((item) => item.id)).toEqual(['pressure', 'valve']);
    expect(graph.questions.map((item) => item.id)).toEqual(['smell']);
    expect(standsOn(tooHigh)).toEqual(['pressure', 'valve']);
  });

  it('refuses two facts with one id', () => {
    const twin = probeWith<BoilerTools>()({ id: 'pressure', title: 'Twin', reach: 'files', observe: () => ok(1) });
    const odd = { ...boiler, id: 'odd', causes: [{ ...tooHigh, needs: { twin } }] };
    expect(() => factGraph([boiler, odd])).toThrow('Two facts share the id “pressure”');
  });
});

describe('gathering', () => {
  it('runs each probe once and hands on its value', async () => {
    const { log, judgements } = await run(() => ok(4));
    expect(log).toEqual(['pressure', 'valve']);
    expect(verdictOf(judgements, 'too-high')).toMatchObject({ kind: 'confirmed', because: '4 bar, valve open' });
  });

  it('keeps the id of a probe that throws and makes what needs it unknown', async () => {
    const { sheet, judgements } = await run(() => {
      throw new TypeError('gauge broke');
    });
    expect(sheet.states.get('pressure')).toMatchObject({ outcome: { status: 'crashed', reason: 'TypeError: gauge broke' } });
    expect(sheet.states.get('valve')).toMatchObject({ outcome: { status: 'unknown' } });
    expect(verdictOf(judgements, 'too-high')).toMatchObject({ kind: 'unknown', because: expect.stringContaining('gauge broke') });
  });

  it('carries the root reason through the graph, not a chain of consequences', async () => {
    const { judgements } = await run(() => unknown('The gauge is hidden.', 'Take the lid off.'));
    expect(verdictOf(judgements, 'too-high')).toMatchObject({
      kind: 'unknown',
      because: 'The gauge is hidden.',
      howToFindOut: 'Take the lid off.',
    });
  });

  it('does not show a cause whose facts do not apply', async () => {
    const { judgements } = await run(() => skipped('There is no boiler.'));
    expect(verdictOf(judgements, 'too-high')).toEqual({ kind: 'not-applicable', because: 'There is no boiler.' });
  });

  it('leaves a cause undecided whose facts were left out on purpose', async () => {
    const { judgements } = await run(() => leftOut('Not looked.', 'Look.'));
    expect(verdictOf(judgements, 'too-high')).toMatchObject({ kind: 'unknown', because: 'Not looked.' });
  });

  it('opens nothing on the network offline', async () => {
    const { log, sheet } = await run(() => ok(4), { offline: true });
    expect(log).toEqual([]);
    expect(sheet.states.get('pressure')).toMatchObject({ outcome: { status: 'skipped', howToFindOut: expect.any(String) } });
  });

  it('aborts a probe at its deadline and says so', async () => {
    const clock = handClock();
    let aborted = false;
    const hanging = probeWith<BoilerTools>()({
      id: 'hanging',
      title: 'Hanging',
      reach: 'network',
      deadlineMs: 500,
      observe: (_facts, _tools, signal) =>
        new Promise<Outcome<number>>(() => {
          signal.addEventListener('abort', () => {
            aborted = true;
          });
        }),
    });
    const done = gather({
      probes: [hanging],
      tools: { pressure: () => ok(1), log: [] },
      clock,
      answers: new Map(),
      offline: false,
      signal: new AbortController().signal,
      scrub: (value) => value,
    });
    clock.advance(500);
    const sheet = await done;
    expect(aborted).toBe(true);
    expect(sheet.states.get('hanging')).toMatchObject({
      outcome: { status: 'unknown', reason: expect.stringContaining('no answer') },
      durationMs: 500,
    });
  });

  it('ends with the run, leaving nothing waiting', async () => {
    const controller = new AbortController();
    const pending = run(() => new Promise<Outcome<number>>(() => {}), { signal: controller.signal });
    controller.abort();
    const { sheet } = await pending;
    expect([...sheet.states.values()].map((state) => state.phase === 'settled' && state.outcome.status)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('tells of every change as it happens', async () => {
    const seen: string[] = [];
    await gather({
      probes: [pressure, valve],
      tools: { pressure: async () => ok(2), log: [] },
      clock: handClock(),
      answers: new Map(),
      offline: false,
      signal: new AbortController().signal,
      scrub: (value) => value,
      onChange: (sheet: FactSheet) => seen.push([...sheet.states.values()].map((state) => state.phase).join(' ')),
    });
    expect(seen).toEqual(['running waiting', 'settled waiting', 'settled running', 'settled settled']);
  });

  it('scrubs evidence and reasons before anybody sees them', async () => {
    const sheet = await gather({
      probes: [pressure],
      tools: { pressure: () => unknown('key is hunter2', 'ask hunter2'), log: [] },
      clock: handClock(),
      answers: new Map(),
      offline: false,
      signal: new AbortController().signal,
      scrub: <T>(value: T): T => JSON.parse(JSON.stringify(value).replaceAll('hunter2', '***')),
    });
    expect(JSON.stringify([...sheet.states.values()])).not.toContain('hunter2');
  });
});

describe('questions', () => {
  it('asks only what would tell open causes apart', async () => {
    const { sheet, judgements } = await run(() => ok(1));
    const options = { focus: ['cold-water'], declined: new Set<string>() };
    expect(nextQuestion(graph.questions, judgements, sheet, options)).toBe(smell);
    expect(nextQuestion(graph.questions, judgements, sheet, { ...options, declined: new Set(['smell']) })).toBeUndefined();
    const answered = await run(() => ok(1), { answers: [['smell', 'yes']] });
    expect(nextQuestion(graph.questions, answered.judgements, answered.sheet, options)).toBeUndefined();
    expect(verdictOf(answered.judgements, 'leak')).toMatchObject({ kind: 'likely' });
    expect(verdictOf(answered.judgements, 'pipe')).toMatchObject({ kind: 'ruled-out' });
  });

  it('asks nothing whose answer would not help, because something else is missing too', async () => {
    const both = causeWith<BoilerTools>()({
      id: 'both',
      title: 'Gas and water',
      side: 'app',
      needs: { bar: pressure, smells: smell },
      judge: ({ bar, smells }) => (smells === 'yes' && bar > 3 ? likely('Both.') : ruledOut('Not both.')),
      remedy: () => [],
    });
    const own = [{ ...boiler, causes: [both] }];
    const asked = async (bar: Outcome<number>) => {
      const { sheet } = await run(() => bar);
      return nextQuestion([smell], judgeAll(own, sheet), sheet, { focus: ['cold-water'], declined: new Set() });
    };
    expect(await asked(ok(4))).toBe(smell);
    expect(await asked(unknown('The gauge is stuck.', 'Knock on it.'))).toBeUndefined();
  });

  it('asks about another problem that may lie behind it only once the own causes are settled', async () => {
    const hidden = causeWith<BoilerTools>()({
      id: 'hidden',
      title: 'Behind the wall',
      side: 'app',
      needs: {
        wall: probeWith<BoilerTools>()({
          id: 'wall',
          title: 'Wall',
          reach: 'derived',
          wants: { smells: smell },
          observe: () => skipped('None.'),
        }),
      },
      judge: () => ruledOut('Nothing there.'),
      remedy: () => [],
    });
    const registries = [
      { ...boiler, causes: [tooHigh], alsoCausedBy: ['wall/hidden'] as const },
      { ...boiler, id: 'wall', causes: [hidden] },
    ];
    const asked = async (bar: Outcome<number>) => {
      const sheet = await gather({
        probes: factGraph(registries).probes,
        tools: { pressure: () => bar, log: [] },
        clock: handClock(),
        answers: new Map(),
        offline: false,
        signal: new AbortController().signal,
        scrub: (value) => value,
      });
      return nextQuestion([smell], judgeAll(registries, sheet), sheet, { focus: ['cold-water'], declined: new Set() });
    };
    expect(await asked(ok(1))).toBe(smell);
    expect(await asked(unknown('The gauge is stuck.', 'Knock on it.'))).toBeUndefined();
  });

  it('asks nothing once a cause is confirmed', async () => {
    const { sheet, judgements } = await run(() => ok(4));
    expect(nextQuestion(graph.questions, judgements, sheet, { focus: ['cold-water'], declined: new Set() })).toBeUndefined();
  });

  it('says what is wrong with an answer it cannot read', () => {
    expect(smell.read('perhaps')).toEqual({ ok: false, problem: 'Choose one of: Yes, No.' });
  });
});

describe('judging, ranking and proof', () => {
  it('puts the confirmed first and the unknown after it', async () => {
    const { judgements } = await run(() => ok(4), { answers: [['smell', 'yes']] });
    expect(rank(judgements).map((item) => item.cause.id)).toEqual(['too-high', 'leak', 'pipe']);
  });

  it('puts what the user came for before what is grave, and what hides the rest right after it', async () => {
    const { judgements } = await run(() => ok(4));
    const [confirmedOne] = judgements.filter(({ verdict }) => verdict.kind === 'confirmed');
    if (!confirmedOne) throw new Error('Nothing is confirmed.');
    const as = (id: string, severity: 'error' | 'warning', comesFirst?: true) => ({
      ...confirmedOne,
      explains: [id],
      problem: { ...boiler, id, ...(comesFirst ? { comesFirst } : {}) },
      cause: { ...tooHigh, severity },
    });
    const all = [as('grave', 'error'), as('hiding', 'error', true), as('mild', 'warning', true), as('asked', 'warning')];
    const order = (focus: string[]) => rank(all, focus).map(({ problem }) => problem.id);
    expect(order(['asked'])).toEqual(['asked', 'hiding', 'grave', 'mild']);
    expect(order([])).toEqual(['hiding', 'grave', 'mild', 'asked']);
  });

  it('is pending before the facts are there', () => {
    expect(judgeAll(registry, { ...emptySheet, answers: new Map([['smell', 'no']]) })[0]?.verdict.kind).toBe('pending');
  });

  it('offers a remedy only for what it claims', async () => {
    const high = await run(() => ok(5));
    expect(remediesOf(high.judgements[0] as never, high.sheet)).toMatchObject([{ summary: 'Let off 2 bar' }]);
    const fine = await run(() => ok(1));
    expect(remediesOf(fine.judgements[0] as never, fine.sheet)).toEqual([]);
  });

  it('calls a fault gone only when the same judgement rules it out', async () => {
    const id = 'cold-water/too-high' as const;
    expect(proofOf(id, (await run(() => ok(1))).judgements)).toMatchObject({ kind: 'gone' });
    expect(proofOf(id, (await run(() => ok(9))).judgements)).toMatchObject({ kind: 'still-there' });
    expect(proofOf(id, (await run(() => unknown('dark', 'lamp'))).judgements)).toMatchObject({ kind: 'cannot-tell' });
  });
});
