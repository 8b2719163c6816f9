/** What is told of an app that could not be asked. */
import { START } from './acts/index.ts';
import type { Rehearsed } from './events.ts';
import { askedReal, realHosts, showsReal } from './real-environment.ts';
import type { RehearsalRequest, RehearsalResult } from './run.ts';
import type { AppChild } from './stage/child.ts';
import { reasonOf } from './stage/not-ready.ts';
import { readNotes } from './stage/notes.ts';
import type { StagePlan } from './stage/plan.ts';
import type { Ready } from './stage/ready.ts';
import { placeMapper } from './stage/source-maps.ts';

/** An app that cannot begin without the real environment was kept from it: that is why. */
export function notStarted(
  plan: StagePlan,
  child: AppChild,
  ready: Exclude<Ready, { kind: 'ready' }>,
  notesFile: string,
  { facts, env }: Pick<RehearsalRequest, 'facts' | 'env'>,
): RehearsalResult {
  const notes = readNotes(notesFile, placeMapper(facts.root)).all();
  const asked = askedReal(notes, new Set(), realHosts(facts, env));
  const shown = asked ? [showsReal(asked, facts.addresses)] : [];
  const why = [reasonOf(plan, child, ready), ...shown.map(({ because }) => because)].join(' ');
  const report = {
    ...START,
    outcome: 'not-judged' as const,
    why,
    exchanges: [],
    ...(asked ? { findings: shown.map(({ id }) => id) } : {}),
  };
  const rehearsed: Rehearsed = { command: plan.start.shown, port: plan.port, acts: [report], shown, notes: [] };
  return { kind: 'not-started', why, output: child.output(), rehearsed, leftOver: [] };
}
