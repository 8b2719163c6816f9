/**
 * Runs the probes of a graph side by side: each once, as soon as what it needs is there, with its own deadline and abort signal.
 * Does no I/O of its own: tools and clock are handed in.
 */
import type { Probe } from './fact.ts';
import type { Answers, FactSheet, FactState } from './fact-sheet.ts';
import { crashed, leftOut, type Outcome, unknown } from './outcome.ts';
import { explainMissing, type Resolution, resolveFacts } from './resolve.ts';

/** The part of time that the engine needs; tests hand in their own. */
export interface EngineClock {
  now(): number;
  /** Calls back after so many milliseconds unless the returned function is called first. */
  after(milliseconds: number, callback: () => void): () => void;
}

export interface GatherOptions<Tools> {
  readonly probes: readonly Probe<unknown, Tools>[];
  readonly tools: Tools;
  readonly clock: EngineClock;
  readonly answers: Answers;
  /** Probes whose settled state is kept instead of gathered again. */
  readonly keep?: ReadonlyMap<string, FactState>;
  readonly offline: boolean;
  /** Ends the whole run: what is not settled by then becomes unknown. */
  readonly signal: AbortSignal;
  /** Takes secrets and control codes out of everything that will be shown. */
  readonly scrub: <T>(value: T) => T;
  readonly onChange?: (sheet: FactSheet) => void;
}

export async function gather<Tools>(options: GatherOptions<Tools>): Promise<FactSheet> {
  const { probes, answers, clock } = options;
  const states = new Map<string, FactState>();
  for (const probe of probes) states.set(probe.id, options.keep?.get(probe.id) ?? { phase: 'waiting' });
  const sheet = (): FactSheet => ({ states: new Map(states), answers });
  const running = new Set<Promise<void>>();

  const settle = (probe: Probe<unknown, Tools>, outcome: Outcome<unknown>, durationMs: number): void => {
    states.set(probe.id, { phase: 'settled', outcome: scrubOutcome(outcome, options.scrub), durationMs });
    options.onChange?.(sheet());
  };

  const startReady = (): void => {
    // One pass is enough to start what is ready; settling without running may make more ready, so passes go on until one is quiet.
    for (let changed = true; changed; ) {
      changed = false;
      for (const probe of probes) {
        if (states.get(probe.id)?.phase !== 'waiting') continue;
        const early = settledWithoutRunning(probe, options);
        const resolution = early ? undefined : resolveFacts(probe.needs, probe.wants, { states, answers });
        if (early) settle(probe, early, 0);
        else if (resolution === undefined || resolution.kind === 'pending') continue;
        else if (resolution.kind === 'ready') start(probe, resolution.values);
        else settle(probe, carriedOver(resolution), 0);
        changed = true;
      }
    }
  };

  const start = (probe: Probe<unknown, Tools>, values: Record<string, unknown>): void => {
    const startedAt = clock.now();
    states.set(probe.id, { phase: 'running', startedAt });
    options.onChange?.(sheet());
    const task: Promise<void> = observe(probe, values, options).then((outcome) => {
      running.delete(task);
      settle(probe, outcome, clock.now() - startedAt);
    });
    running.add(task);
  };

  startReady();
  while (running.size > 0) {
    await Promise.race(running);
    startReady();
  }
  return sheet();
}

/** Why a probe that needs the network was not run; verdicts that wait for it carry the same sentence. */
export const OFFLINE_REASON = 'Not looked at: --offline was given.';

function settledWithoutRunning<Tools>(probe: Probe<unknown, Tools>, options: GatherOptions<Tools>): Outcome<never> | undefined {
  if (options.signal.aborted) return outOfTime;
  if (options.offline && probe.reach === 'network') {
    return leftOut(OFFLINE_REASON, 'Run the same command without --offline.');
  }
  return undefined;
}

const outOfTime = unknown(
  'The run ended before this could be looked at.',
  'Run again with a larger --timeout (seconds, up to 600).',
);

function carriedOver(resolution: Extract<Resolution, { readonly kind: 'missing' | 'not-applicable' }>): Outcome<never> {
  if (resolution.kind === 'not-applicable') return { status: 'skipped', reason: resolution.reason, evidence: [] };
  if (resolution.outcome.status === 'skipped') return resolution.outcome;
  const { because, howToFindOut } = explainMissing(resolution.outcome);
  return unknown(because, howToFindOut);
}

/** Never rejects: a probe that throws is crashed, one that overstays its deadline unknown; both keep their id. */
async function observe<Tools>(
  probe: Probe<unknown, Tools>,
  values: Record<string, unknown>,
  options: GatherOptions<Tools>,
): Promise<Outcome<unknown>> {
  const controller = new AbortController();
  let cancelTimer = (): void => {};
  let endOfRun = (): void => {};
  const cutShort = new Promise<Outcome<never>>((resolve) => {
    cancelTimer = options.clock.after(probe.deadlineMs, () => {
      resolve(
        unknown(
          `“${probe.title}” gave no answer within ${Math.round(probe.deadlineMs / 1000)} s.`,
          'Try again; if it stays, the host or the network in between is too slow or drops the connection.',
        ),
      );
    });
    endOfRun = () => resolve(outOfTime);
    options.signal.addEventListener('abort', endOfRun, { once: true });
  });
  try {
    const observed = Promise.resolve(probe.observe(values, options.tools, controller.signal)).catch(asCrash);
    return await Promise.race([observed, cutShort]);
  } catch (error) {
    return asCrash(error);
  } finally {
    cancelTimer();
    options.signal.removeEventListener('abort', endOfRun);
    controller.abort();
  }
}

function asCrash(error: unknown): Outcome<never> {
  return crashed(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
}

function scrubOutcome(outcome: Outcome<unknown>, scrub: GatherOptions<never>['scrub']): Outcome<unknown> {
  // The value stays as it is: it is for judges, and holds secrets only as `Secret`.
  return 'value' in outcome ? { ...outcome, evidence: scrub(outcome.evidence) } : scrub(outcome);
}
