/** One rehearsal on the user's word: plays it, holds it against the run before, and leaves the redacted record for bundle and next run. */
import type { Rehearsed } from '../../rehearsal/events.ts';
import { keepLastRun, lastRunOf } from '../../rehearsal/last-run.ts';
import { type RehearsalRequest, type RehearsalResult, rehearse } from '../../rehearsal/run.ts';
import { compareRuns, type SeenToWork } from '../../rehearsal/seen-to-work.ts';
import type { RehearsalReport } from '../../report/rehearsal.ts';
import type { DiagnosisContext } from '../diagnosis.ts';

export interface Performed {
  readonly result: RehearsalResult;
  /** Redacted. */
  readonly report: RehearsalReport;
}

export async function perform(
  request: Omit<RehearsalRequest, 'learn'>,
  context: Pick<DiagnosisContext, 'redactor' | 'scrub'>,
  { keeps = true }: { readonly keeps?: boolean } = {},
): Promise<Performed> {
  const result = await rehearse({ ...request, learn: (secret) => context.redactor.learn(secret) });
  const { rehearsed } = result;
  if (result.kind === 'not-started') return { result, report: context.scrub(reportOf(rehearsed, [])) };
  if (!keeps) return { result, report: context.scrub(reportOf(rehearsed, [])) };
  const { root } = request.facts;
  const at = new Date().toISOString();
  const { works, failing } = compareRuns(lastRunOf(root, request.env)?.failing ?? [], { at, ...rehearsed });
  const report = context.scrub(reportOf(rehearsed, works));
  keepLastRun(root, request.env, {
    at,
    command: report.command,
    port: report.port,
    acts: report.acts as Rehearsed['acts'],
    failing,
  });
  return { result, report };
}

function reportOf({ command, port, acts }: Rehearsed, seenToWork: readonly SeenToWork[]): RehearsalReport {
  return { command, port, acts, ...(seenToWork.length > 0 ? { seenToWork } : {}) };
}
