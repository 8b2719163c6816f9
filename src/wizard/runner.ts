/** Runs a session: takes events, keeps the newest session, turns effects into calls of the host and their answers into events. */
import type { Effect, WizardEvent } from './events.ts';
import type { WizardHost } from './host.ts';
import { newSession, type Session, type Unfinished } from './session.ts';
import type { Updated } from './transitions.ts';
import { start, update } from './update.ts';

export interface Runner {
  readonly session: () => Session;
  readonly dispatch: (event: WizardEvent) => void;
  /** Called after every change; returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Resolves to the exit code; rejects where the world could not be loaded or broke: then there is nothing to show. */
  readonly finished: Promise<number>;
}

/** The world, and what an earlier run left unfinished in it. */
export interface LoadedWorld {
  readonly host: WizardHost;
  readonly unfinished: Unfinished | undefined;
}

export interface RunnerOptions {
  /** Awaited by whatever needs it: the session starts without. */
  readonly world: Promise<LoadedWorld>;
  readonly symptom?: string | undefined;
  /** Ctrl-C where the terminal makes a signal of it, SIGTERM, a terminal that was closed: the session is left as by its own key. */
  readonly signal?: AbortSignal;
  /** Keeps what is looked into, for the next run. */
  readonly remember: (unfinished: Unfinished) => void;
}

const LONGEST_END_MS = 5_000;

export function startRunner({ world, symptom, signal, remember }: RunnerOptions): Runner {
  const listeners = new Set<() => void>();
  const run = new AbortController();
  let gathering = new AbortController();
  let rehearsal = new AbortController();
  let rehearsing: Promise<unknown> = Promise.resolve();
  let session = newSession();
  let finish: (code: number) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const finished = new Promise<number>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });

  const take = ({ session: next, effects }: Updated): void => {
    session = next;
    for (const listener of listeners) listener();
    // The number of the stage that asks, not of the one that is there when the answer comes.
    for (const effect of effects) carryOut(effect, next.generation).catch(fail);
  };
  // What is called off on leaving still answers, and would be told as if it had been seen.
  const dispatch = (event: WizardEvent): void => {
    if (!run.signal.aborted) take(update(session, event));
  };

  const carryOut = async (effect: Effect, generation: number): Promise<void> => {
    // These wait for nothing.
    switch (effect.kind) {
      case 'exit':
        run.abort();
        // The app that runs is ended first; what even that takes too long for, the end of the program does.
        await Promise.race([rehearsing, new Promise((resolve) => setTimeout(resolve, LONGEST_END_MS).unref())]);
        return finish(effect.code);
      case 'remember':
        return remember(effect.unfinished);
      case 'call-off':
        rehearsal.abort();
        return gathering.abort();
    }
    const { host } = await world;
    switch (effect.kind) {
      case 'describe-project':
        return dispatch({ kind: 'project', lines: await host.describeProject(run.signal) });
      case 'recognise':
        return dispatch({ kind: 'recognised', recognised: await host.recognise(effect.text, effect.hints), generation });
      case 'list-failed-logins':
        return dispatch({ kind: 'failed-logins', listed: await host.failedLogins(run.signal), generation });
      case 'list-help':
        return dispatch({ kind: 'help-topics', topics: await host.help(effect.problem, run.signal), generation });
      case 'gather': {
        gathering.abort();
        gathering = new AbortController();
        const sheet = await host.gather({
          answers: effect.answers,
          onChange: (changed) => dispatch({ kind: 'facts', sheet: changed, generation }),
          signal: AbortSignal.any([gathering.signal, run.signal]),
        });
        return dispatch({ kind: 'gathered', sheet, standing: host.standing(sheet, session.symptom), generation });
      }
      case 'plan':
        return dispatch({ kind: 'planned', planned: await host.plan(effect.remedy), generation });
      case 'apply':
        return dispatch({ kind: 'carried-out', result: await host.apply(effect.finding, effect.remedy), generation });
      case 'apply-change':
        return dispatch({ kind: 'carried-out', result: await host.applyChange(effect.finding, effect.change), generation });
      case 'undo':
        return dispatch({ kind: 'carried-out', result: await host.undo(effect.patch), generation });
      case 'list-patches':
        return dispatch({ kind: 'patches-listed', listed: await host.patches(), generation });
      case 'settle-proof':
        return host.settleProof(effect.patch, effect.proof);
      case 'preview-bundle':
        return dispatch({
          kind: 'bundle-preview',
          result: await host.previewBundle(effect.sheet, effect.choices, session.symptom),
          generation,
        });
      case 'write-bundle':
        return dispatch({ kind: 'bundle-written', result: await host.writeBundle(effect.dropped, effect.as), generation });
      case 'propose-rehearsal':
        return dispatch({ kind: 'rehearsal-proposed', proposed: await host.proposeRehearsal(effect.command), generation });
      case 'rehearse': {
        // One that was stopped has to be at its end.
        await rehearsing;
        rehearsal = new AbortController();
        const played = host.rehearse(AbortSignal.any([rehearsal.signal, run.signal]), (sentence) =>
          dispatch({ kind: 'rehearsal-said', sentence, generation }),
        );
        rehearsing = played.catch(() => undefined);
        return dispatch({ kind: 'rehearsed', result: await played, generation });
      }
      case 'copy':
        return dispatch({ kind: 'said', result: await host.copy(effect.text) });
      case 'open':
        return dispatch({ kind: 'said', result: await host.open(effect.target) });
    }
  };

  world
    .then(({ host, unfinished }) =>
      dispatch({ kind: 'ready', registry: host.registry, graph: host.graph, unfinished, left: host.left }),
    )
    .catch(fail);
  take(start(session, symptom));
  const interrupt = (): void => dispatch({ kind: 'interrupt' });
  if (signal?.aborted) interrupt();
  signal?.addEventListener('abort', interrupt, { once: true });
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
