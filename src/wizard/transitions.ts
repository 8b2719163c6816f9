/** Ways from one stage to another that several stages share. Pure. */
import type { Effect } from './events.ts';
import type { Session, Stage } from './session.ts';

export interface Updated {
  readonly session: Session;
  readonly effects: readonly Effect[];
}

export function only(session: Session, ...effects: Effect[]): Updated {
  return { session, effects };
}

/** Goes to a stage, so that Esc leads back to where it was left. */
export function goTo(session: Session, stage: Stage, ...effects: Effect[]): Updated {
  return only({ ...session, stage, past: [session.stage, ...session.past].slice(0, 50), scroll: 0 }, ...effects);
}

/** Puts another stage in the place of the present one: Esc passes over it. */
export function replace(session: Session, stage: Stage, ...effects: Effect[]): Updated {
  return only({ ...session, stage, scroll: 0 }, ...effects);
}

/** Gathers everything afresh; answers stay. */
export function gather(session: Session): Updated {
  const generation = session.generation + 1;
  const why =
    session.focus.length === 0 ? 'everything that applies' : 'what your symptom points to, and everything else that applies';
  const next = { ...session, generation, sheet: { states: new Map(), answers: session.sheet.answers } };
  const effect = { kind: 'gather', answers: session.sheet.answers, generation } as const;
  // Coming from a stage that only waited, Esc leads to the one before it.
  return session.stage.kind === 'question'
    ? replace(next, { kind: 'gathering', why }, effect)
    : goTo(next, { kind: 'gathering', why }, effect);
}

export function openBundle(session: Session): Updated {
  return goTo(
    session,
    { kind: 'bundle', preview: undefined, selected: 0, dropped: [], said: '' },
    { kind: 'preview-bundle', sheet: session.sheet },
  );
}

export function moved(selected: number, by: number, count: number): number {
  return count === 0 ? 0 : Math.min(Math.max(0, selected + by), count - 1);
}
