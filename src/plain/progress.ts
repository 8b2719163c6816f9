/** Says what happens by itself: each probe as it is settled, each verdict as it is reached, and what an action came to. Nothing twice. */
import type { FactState } from '../diagnosis/fact-sheet.ts';
import { statusMarks, verdictWords } from '../report/words.ts';
import { judgements } from '../wizard/judged.ts';
import type { Runner } from '../wizard/runner.ts';
import type { Notice, Stage } from '../wizard/session.ts';
import { screenOf } from '../wizard/views/screen.ts';

/** @returns how to stop it. */
export function tellProgress(runner: Runner, say: (text: string) => void): () => void {
  const toldProbes = new Map<string, FactState>();
  const toldVerdicts = new Set<string>();
  let notice: Notice | undefined;
  let toldStep: string | undefined;
  let stageKind: Stage['kind'] | undefined;
  return runner.subscribe(() => {
    const session = runner.session();
    const { graph, stage } = session;
    if (session.notice && session.notice !== notice) say(session.notice.text);
    notice = session.notice;
    if (stage.kind !== stageKind) {
      stageKind = stage.kind;
      toldVerdicts.clear();
      if (stage.kind === 'working') say(screenOf(session, 0).title);
      if (stage.kind === 'gathering') say(`Looking at ${stage.why}.`);
    }
    if (stage.kind === 'rehearsing') {
      const now = stage.said.at(-1);
      if (now !== undefined && now !== toldStep) say(now);
      toldStep = now;
    }
    if (stage.kind !== 'gathering') return;
    for (const { id, title } of graph.probes) {
      const state = stage.sheet.states.get(id);
      if (state?.phase !== 'settled' || toldProbes.get(id) === state) continue;
      toldProbes.set(id, state);
      const { status } = state.outcome;
      if (status !== 'skipped') say(`${statusMarks[status]} ${status}: ${title}, ${Math.round(state.durationMs)} ms`);
    }
    for (const { id, verdict, cause } of judgements(session)) {
      if ((verdict.kind !== 'confirmed' && verdict.kind !== 'likely') || toldVerdicts.has(id + verdict.kind)) continue;
      toldVerdicts.add(id + verdict.kind);
      say(`${verdictWords[verdict.kind]}: ${cause.title}`);
    }
  });
}
