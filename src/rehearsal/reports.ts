/** What a run says of itself beside what its acts saw. Pure. */
import { type Act, START } from './acts/index.ts';
import type { ActReport, Outcome } from './events.ts';
import type { Recorder } from './recorder.ts';
import type { StageFacts } from './stage/facts.ts';

/** An app with a login of which no login went through was not seen to be sound, whatever else was. */
export function wasReached(reports: readonly ActReport[], { doors }: StageFacts): boolean {
  const judged = reports.filter(({ id, outcome }) => id !== START.id && outcome !== 'not-judged');
  const hasLogin = doors.login.length + doors.callback.length > 0;
  return judged.length > 0 && (!hasLogin || judged.some(({ id }) => id === 'login'));
}

export function leftOverNotes({ leftOver }: { readonly leftOver: readonly number[] }): string[] {
  return leftOver.length > 0 ? [`Processes that would not end: ${leftOver.join(', ')}.`] : [];
}

export function reportOf({ id, title }: Act, { outcome, grade, why, wrong, shown = [] }: Outcome, recorder: Recorder): ActReport {
  const findings = [...new Set(shown.filter(({ kind }) => kind === 'confirmed').map((one) => one.id))];
  return {
    id,
    title,
    outcome,
    ...(grade === undefined ? {} : { grade }),
    why,
    exchanges: recorder.of(id),
    ...(wrong === undefined ? {} : { wrong }),
    ...(findings.length > 0 ? { findings } : {}),
  };
}
