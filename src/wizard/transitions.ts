/** Ways from one stage to another that several stages share. Pure. */
import type { Effect } from './events.ts';
import type { Repaired, Session, Stage } from './session.ts';

export interface Updated {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

/** How many stages Esc can lead back over. */
const LONGEST_PAST = 50;

/** Only the session changes; the stage stays the same one, and waits for the same answers. */
export function only(session: Session, ...effects: Effect[]): Updated {
  return { session, effects };
}

/** Goes to a stage, so that Esc leads back to where it was left. */
export function goTo(session: Session, stage: Stage, ...effects: Effect[]): Updated {
  return replace({ ...session, past: [session.stage, ...session.past].slice(0, LONGEST_PAST) }, stage, ...effects);
}

/** Puts another stage in the place of the present one: Esc passes over it. */
export function replace(session: Session, stage: Stage, ...effects: Effect[]): Updated {
  return only({ ...session, stage, scroll: 0, generation: session.generation + 1 }, ...effects);
}

/** Puts another stage in the place of everything since the last verdict: what led from there is over. */
export function replaceSinceVerdict(session: Session, stage: Stage, ...effects: Effect[]): Updated {
  return replace(sinceVerdict(session), stage, ...effects);
}

/** Esc leads back no further than to the last verdict. */
export function sinceVerdict(session: Session): Session {
  const at = session.past.findIndex(({ kind }) => kind === 'verdict');
  return { ...session, past: session.past.slice(Math.max(0, at)) };
}

/** Gathers everything afresh; answers stay. */
export function gather(session: Session, proving?: Repaired, leadsTo: 'verdict' | 'bundle' = 'verdict'): Updated {
  const { answers, symptom } = session;
  const why = proving
    ? 'everything afresh, for the proof'
    : symptom.problems.length === 0
      ? 'everything that applies'
      : 'what your symptom points to, and everything else that applies';
  const stage: Stage = { kind: 'gathering', why, sheet: { states: new Map(), answers }, proving, leadsTo };
  const fresh: Session = { ...session, calledOff: undefined };
  const effects: Effect[] = [{ kind: 'gather', answers }, ...(proving ? [] : [remembering(session)])];
  return proving ? replace(fresh, stage, ...effects) : goTo(fresh, stage, ...effects);
}

/** For the next run: only what was chosen from lists. Words of the user's own may hold anything. */
export function remembering({ symptom, given, graph }: Session): Effect {
  const chosen = graph.questions.flatMap(({ id, answer }) => {
    const value = given.get(id);
    return answer.kind === 'choice' && value !== undefined ? [[id, value] as const] : [];
  });
  return { kind: 'remember', unfinished: { focus: symptom.problems, answers: Object.fromEntries(chosen) } };
}

export function openBundle(session: Session): Updated {
  return goTo(
    session,
    { kind: 'bundle', preview: undefined, selected: 0, dropped: [], keepsPeople: false },
    { kind: 'preview-bundle', sheet: session.sheet, choices: { dropped: [], keepsPeople: false } },
  );
}

export function moved(selected: number, by: number, count: number): number {
  return count === 0 ? 0 : Math.min(Math.max(0, selected + by), count - 1);
}

export function scrolled(scroll: number, by: number, most = Number.POSITIVE_INFINITY): number {
  return Math.max(0, Math.min(Math.min(scroll, most) + by, most));
}
