/** What leaving the wizard comes to: the look that was stopped early, if there is one, and the exit code. Pure. */
import type { FactSheet } from '../diagnosis/fact-sheet.ts';
import { judgeAll } from '../diagnosis/judge.ts';
import { DONE, FAULT_LEFT, INTERRUPTED } from '../exit-codes.ts';
import { exitCodeOf } from './judged.ts';
import type { Session } from './session.ts';

/** A look that was not brought to its end, with what it had seen by then. */
export interface StoppedLook {
  readonly sheet: FactSheet;
  readonly settled: number;
  readonly of: number;
}

export function stoppedLook({ stage, calledOff, graph }: Session): StoppedLook | undefined {
  const sheet = stage.kind === 'gathering' ? stage.sheet : calledOff;
  if (!sheet) return undefined;
  const settled = graph.probes.filter(({ id }) => sheet.states.get(id)?.phase === 'settled').length;
  return { sheet, settled, of: graph.probes.length };
}

/** Nothing was looked at so far, and nothing is being looked at. */
export function isBeforeAnyLook(session: Session): boolean {
  return session.sheet.states.size === 0 && !stoppedLook(session);
}

/** @param how `interrupt`: Ctrl-C, a signal, a terminal that was closed. */
export function leavingCode(session: Session, how: 'quit' | 'interrupt'): number {
  const stopped = stoppedLook(session);
  // A look that was stopped early has found what it has found, but it is no check: without a finding it was interrupted.
  if (stopped) return confirmsError(session, stopped.sheet) ? FAULT_LEFT : INTERRUPTED;
  if (how === 'interrupt') return INTERRUPTED;
  return isBeforeAnyLook(session) ? DONE : exitCodeOf(session);
}

function confirmsError({ registry }: Session, sheet: FactSheet): boolean {
  return judgeAll(registry, sheet).some(({ verdict, cause }) => verdict.kind === 'confirmed' && cause.severity === 'error');
}
