/** Plays acts in front of an app in a folder, in this process, with the facts that the command reads. */
import { openDiagnosis } from '../../src/commands/diagnosis.ts';
import { stageFacts } from '../../src/commands/rehearse/facts.ts';
import { reopen } from '../../src/commands/repair.ts';
import type { Shown } from '../../src/diagnosis/shown.ts';
import type { ActReport } from '../../src/rehearsal/events.ts';
import { rehearse } from '../../src/rehearsal/run.ts';
import { atPort, type StartChoice } from '../../src/rehearsal/stage/facts.ts';
import { writtenPortOf } from '../../src/rehearsal/stage/plan.ts';
import { optionsFor, quietIo } from '../problems/app.ts';

export interface Played {
  readonly acts: readonly ActReport[];
  readonly faults: readonly Shown[];
  /** `id: why` of what was not judged. */
  readonly notJudged: readonly string[];
}

/** @param only ids of acts; empty: all. */
export async function play(folder: string, ...only: string[]): Promise<Played> {
  return playAll(folder, { only });
}

export interface PlayOptions {
  readonly only?: readonly string[];
  /** Variables beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly startMs?: number;
  /** In place of the command that the files tell. */
  readonly start?: StartChoice | undefined;
}

export async function playAll(
  folder: string,
  { only = [], env = {}, startMs = 15_000, start: own }: PlayOptions,
): Promise<Played> {
  const quiet = quietIo();
  const io = { ...quiet, env: { ...quiet.env, ...env } };
  const options = optionsFor(folder);
  const context = openDiagnosis(options, io);
  const sheet = await context.gather({ pasted: undefined, answers: new Map(), signal: io.signal, only: 'files' });
  const facts = await stageFacts(sheet, await reopen(context, options, io));
  const found = own ?? facts.start;
  if (!found) throw new Error('Nothing says how the app is started.');
  const port = writtenPortOf(facts);
  const start = atPort(found, port);
  const request = { facts, start, port, writtenPort: port, env: io.env, given: {}, only, signal: io.signal };
  const result = await rehearse({ ...request, startTimeoutMs: startMs, learn: () => {} });
  if (result.kind === 'not-started') throw new Error(`${result.why}\n${result.output}`);
  const { acts, shown } = result.rehearsed;
  return {
    acts,
    faults: shown.filter(({ kind }) => kind === 'confirmed'),
    notJudged: acts.filter(({ outcome }) => outcome === 'not-judged').map(({ id, why }) => `${id}: ${why}`),
  };
}
