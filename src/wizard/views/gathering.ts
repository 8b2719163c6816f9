/** The live checklist: every probe with its state and time, and how the verdicts move. Pure: the time is handed in. */
import type { Probe } from '../../diagnosis/fact.ts';
import type { FactState } from '../../diagnosis/fact-sheet.ts';
import { statusMarks } from '../../report/words.ts';
import { judgements } from '../judged.ts';
import type { Session, Stage } from '../session.ts';
import { blank, type Line, line, type Screen, type Tone } from './line.ts';

/** Milliseconds after which a running probe is called slow. */
const SLOW_MS = 3_000;

export function gatheringScreen(session: Session, stage: Extract<Stage, { readonly kind: 'gathering' }>, now: number): Screen {
  const { probes } = session.graph;
  const states = probes.map((probe) => ({ probe, state: stage.sheet.states.get(probe.id) ?? ({ phase: 'waiting' } as const) }));
  const done = states.filter(({ state }) => state.phase === 'settled').length;
  const shown = [...states].sort((a, b) => order(a.state) - order(b.state));
  return {
    title: `Looking at ${stage.why}: ${done} of ${probes.length}`,
    lines: [...verdictLines(session), blank, ...shown.map(({ probe, state }) => probeLine(probe, state, now))],
  };
}

/** What needs an eye first: faults, then what runs, then the rest; what does not apply comes last. */
function order(state: FactState): number {
  if (state.phase === 'running') return 1;
  if (state.phase === 'waiting') return 4;
  const { status } = state.outcome;
  return status === 'fault' || status === 'crashed' ? 0 : status === 'unknown' ? 2 : status === 'ok' ? 3 : 5;
}

function probeLine(probe: Probe<unknown, never>, state: FactState, now: number): Line {
  if (state.phase === 'waiting') return line(`${statusMarks.waiting} waiting  ${probe.title}`, 'dim', 11);
  if (state.phase === 'running') {
    const slow = now - state.startedAt > SLOW_MS ? ` — slow, ${Math.round((now - state.startedAt) / 1000)} s` : '';
    return line(`${statusMarks.running} running  ${probe.title}${slow}`, slow === '' ? 'accent' : 'warn', 11);
  }
  const { outcome, durationMs } = state;
  const tones: Readonly<Record<typeof outcome.status, Tone>> = {
    ok: 'good',
    fault: 'bad',
    unknown: 'warn',
    skipped: 'dim',
    crashed: 'bad',
  };
  const reason = 'reason' in outcome && outcome.status !== 'skipped' ? `: ${outcome.reason}` : '';
  return line(
    `${statusMarks[outcome.status]} ${outcome.status.padEnd(7)}  ${probe.title}${reason}  ${Math.round(durationMs)} ms`,
    tones[outcome.status],
    11,
  );
}

function verdictLines(session: Session): Line[] {
  const found = judgements(session).filter(({ verdict }) => verdict.kind === 'confirmed' || verdict.kind === 'likely');
  if (found.length === 0) return [line('No verdict yet.', 'dim')];
  return found
    .slice(0, 5)
    .map(({ verdict, cause }) =>
      line(
        `${verdict.kind === 'confirmed' ? '✖ confirmed' : '▲ likely'}  ${cause.title}`,
        verdict.kind === 'confirmed' ? 'bad' : 'warn',
        4,
      ),
    );
}
