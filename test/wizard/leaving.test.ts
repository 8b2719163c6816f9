/** What leaving comes to, by where the session is left: its exit code and its last word. */
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/diagnosis/cause.ts';
import type { FactSheet } from '../../src/diagnosis/fact-sheet.ts';
import { gather } from '../../src/diagnosis/gather.ts';
import { type Outcome, unknown } from '../../src/diagnosis/outcome.ts';
import { leavingCode, stoppedLook } from '../../src/wizard/leaving.ts';
import type { Session } from '../../src/wizard/session.ts';
import { update } from '../../src/wizard/update.ts';
import { lastWordScreen } from '../../src/wizard/views/last-word.ts';
import { graph, loadedSession, registry, startWizard, until } from './fixture-host.ts';
import { verdictSession } from './stages.ts';

const facts = async (bar: number): Promise<FactSheet> => (await verdictSession(bar)).sheet;

/** A look under way that has seen so much; `before` is the session it was begun in. */
function looking(sheet: FactSheet, before: Session): Session {
  return { ...before, stage: { kind: 'gathering', why: 'everything', sheet, proving: undefined, leadsTo: 'verdict' } };
}
const nothingYet: FactSheet = { states: new Map(), answers: new Map() };
const codes = (session: Session) => [leavingCode(session, 'quit'), leavingCode(session, 'interrupt')];
const said = (session: Session): string => {
  const { title, lines } = lastWordScreen(session);
  return [title, ...lines.map(({ text }) => text)].join('\n');
};

describe('while a look is running', () => {
  it('what it confirmed is told and is exit 1, also where the look before it was healthy', async () => {
    const session = looking(await facts(4), await verdictSession(2));
    expect(codes(session)).toEqual([1, 1]);
    expect(said(session)).toContain(
      `Stopped early, ${graph.probes.length} of ${graph.probes.length} looked at: 1 cause confirmed so far`,
    );
    expect(said(session)).not.toContain('Nothing wrong was found');
  });

  it('nothing confirmed yet is an interrupt, never healthy and never the finding of the look before', async () => {
    for (const before of [await verdictSession(2), await verdictSession(4), loadedSession()]) {
      const session = looking(nothingYet, before);
      expect(codes(session)).toEqual([130, 130]);
      expect(said(session)).toMatch(/^Stopped early, 0 of \d+ looked at: nothing confirmed so far\n/);
      expect(said(session)).not.toContain('The pressure is too high');
    }
  });

  it('a warning alone is told and is no exit 1', async () => {
    const mild: Problem<never>[] = registry.map((problem) => ({
      ...problem,
      causes: problem.causes.map((cause) => ({ ...cause, severity: 'warning' as const })),
    }));
    const session = { ...looking(await facts(4), loadedSession()), registry: mild };
    expect(codes(session)).toEqual([130, 130]);
    expect(said(session)).toContain('1 cause confirmed so far');
  });

  it('Esc keeps what was seen for the last word, unless it leads back to a whole verdict', async () => {
    const sheet = await facts(4);
    const onFirst: Session = { ...looking(sheet, loadedSession()), past: [{ kind: 'project' }] };
    const back = update(onFirst, { kind: 'back' }).session;
    expect(stoppedLook(back)?.sheet).toBe(sheet);
    expect(codes(back)).toEqual([1, 1]);
    const whole = await verdictSession(2);
    const again: Session = { ...looking(nothingYet, whole), past: [whole.stage] };
    expect(codes(update(again, { kind: 'back' }).session)).toEqual([0, 130]);
    const changed: Session = { ...again, outdated: true };
    expect(codes(update(changed, { kind: 'back' }).session)).toEqual([130, 130]);
  });
});

describe('after a look, and before one', () => {
  it('the verdict is told; Ctrl-C is an interrupt', async () => {
    expect(codes(await verdictSession(4))).toEqual([1, 130]);
    expect(codes(await verdictSession(2))).toEqual([0, 130]);
  });

  it('before anything was looked at, leaving is no failure and one line', () => {
    expect(codes(loadedSession())).toEqual([0, 130]);
    expect(said(loadedSession()).split('\n')).toHaveLength(1);
  });
});

it('a signal leaves the session as its own key does, and what the world answers afterwards is not told', async () => {
  const end = new AbortController();
  const { runner } = await startWizard(4, {
    signal: end.signal,
    host: {
      // Called off, every probe that was still running comes to nothing.
      gather: ({ answers, onChange, signal }) =>
        gather({
          probes: graph.probes,
          tools: {
            pressure: () =>
              new Promise<Outcome<number>>((resolve) => signal.addEventListener('abort', () => resolve(unknown('cut off', '')))),
            log: [],
          },
          clock: { now: () => 0, after: () => () => {} },
          answers,
          offline: false,
          signal,
          scrub: (value) => value,
          onChange,
        }),
    },
  });
  runner.dispatch({ kind: 'continue' });
  runner.dispatch({ kind: 'continue' });
  await until(runner, ({ kind }) => kind === 'gathering');
  end.abort();
  expect(await runner.finished).toBe(130);
  await new Promise((resolve) => setImmediate(resolve));
  expect(lastWordScreen(runner.session()).title).toMatch(/^Stopped early, 0 of/);
});
