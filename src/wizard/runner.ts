/** Runs a session: takes events, keeps the newest session, turns effects into calls of the host and their answers into events. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import type { Effect, WizardEvent } from './events.ts';
import type { DoneOrNot, WizardHost } from './host.ts';
import { newSession, type Session } from './session.ts';
import { start, update } from './update.ts';

export interface Runner {
  readonly session: () => Session;
  readonly dispatch: (event: WizardEvent) => void;
  /** Called after every change; returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves to the exit code. */
  readonly finished: Promise<number>;
}

/** The world, and what an earlier run left unfinished in it. */
export interface LoadedWorld {
  readonly host: WizardHost;
  readonly unfinished: readonly string[] | undefined;
}

export interface RunnerOptions {
  /** Awaited by whatever needs it: the session starts without. */
  readonly world: Promise<LoadedWorld>;
  readonly symptom?: string | undefined;
  /** Keeps what was looked into, for the next run. */
  readonly remember: (focus: readonly string[]) => void;
}

export function startRunner({ world, symptom, remember }: RunnerOptions): Runner {
  const listeners = new Set<() => void>();
  let session = newSession();
  let under = new AbortController();
  let finish: (code: number) => void = () => {};
  const finished = new Promise<number>((resolve) => {
    finish = resolve;
  });

  const take = ({ session: next, effects }: { readonly session: Session; readonly effects: readonly Effect[] }): void => {
    session = next;
    for (const listener of listeners) listener();
    for (const effect of effects) void carryOut(effect);
  };
  const dispatch = (event: WizardEvent): void => take(update(session, event));

  const gatherAfresh = async (answers: FactSheet['answers']): Promise<FactSheet> =>
    (await world).host.gather({ answers, onChange: () => {}, signal: under.signal });
  const prove = async (
    result: DoneOrNot,
    effect: Extract<Effect, { readonly kind: 'apply' | 'apply-change' }>,
  ): Promise<void> => {
    if (!result.ok) {
      dispatch({ kind: 'not-applied', reason: result.reason });
      return;
    }
    const sheet = await gatherAfresh(effect.answers);
    const { finding, before } = effect;
    dispatch({ kind: 'proved', sheet, finding, done: result.message, before, undoable: effect.kind === 'apply' });
  };

  const carryOut = async (effect: Effect): Promise<void> => {
    // Leaving and remembering wait for nothing.
    if (effect.kind === 'exit') return finish(effect.code);
    if (effect.kind === 'remember') return remember(effect.focus);
    if (effect.kind === 'call-off') {
      under.abort();
      under = new AbortController();
      return;
    }
    const { host } = await world;
    switch (effect.kind) {
      case 'describe-project':
        return dispatch({ kind: 'project', lines: await host.describeProject(under.signal) });
      case 'recognise':
        return dispatch({ kind: 'recognised', recognised: await host.recognise(effect.text) });
      case 'gather': {
        const { answers, generation } = effect;
        under.abort();
        under = new AbortController();
        const sheet = await host.gather({
          answers,
          onChange: (changed) => dispatch({ kind: 'facts', sheet: changed, generation }),
          signal: under.signal,
        });
        return dispatch({ kind: 'gathered', sheet, generation });
      }
      case 'plan':
        return dispatch({
          kind: 'planned',
          planned: await host.plan(effect.remedy),
          finding: effect.finding,
          choice: effect.choice,
        });
      case 'apply':
        return prove(await host.apply(effect.finding, effect.remedy), effect);
      case 'apply-change':
        return prove(await host.applyChange(effect.finding, effect.change), effect);
      case 'undo':
        return dispatch({ kind: 'undone', result: await host.undo() });
      case 'preview-bundle':
        return dispatch({ kind: 'bundle-preview', result: await host.previewBundle(effect.sheet) });
      case 'write-bundle':
        return dispatch({ kind: 'said', result: await host.writeBundle(effect.dropped) });
      case 'copy':
        return dispatch({ kind: 'said', result: await host.copy(effect.text) });
      case 'open':
        return dispatch({ kind: 'said', result: await host.open(effect.target) });
    }
  };

  void world.then(({ host, unfinished }) => dispatch({ kind: 'ready', registry: host.registry, graph: host.graph, unfinished }));
  take(start(session, symptom));
  return {
    session: () => session,
    dispatch,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    finished,
  };
}
