/** What the session's facts come to: judgements in the order in which they are told, and the exit code that follows. Pure. */

import type { Question } from '../diagnosis/fact.ts';
import { type FindingId, isInFocus, isSettled, type Judgement, judgeAll, remediesOf } from '../diagnosis/judge.ts';
import { nextQuestion } from '../diagnosis/questions.ts';
import { rank } from '../diagnosis/rank.ts';
import type { Remedy } from '../diagnosis/remedy.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import type { Session } from './session.ts';

const known = new WeakMap<object, readonly Judgement<never>[]>();

/** Ranked; judged once for each fact sheet, however often it is drawn. */
export function judgements(session: Session): readonly Judgement<never>[] {
  const cached = known.get(session.sheet);
  if (cached) return cached;
  const ranked = rank(judgeAll(session.registry, session.sheet), session.focus);
  known.set(session.sheet, ranked);
  return ranked;
}

/** The rows of the verdict that can be opened: confirmed, likely, and (in the symptom's problems) possible. */
export function openFindings(session: Session): readonly Judgement<never>[] {
  return judgements(session).filter(
    (judgement) =>
      (isSettled(judgement) && isFinding(judgement.verdict)) ||
      (judgement.verdict.kind === 'possible' && isInFocus(judgement, session.focus)),
  );
}

export function findingOf(session: Session, id: FindingId): Judgement<never> | undefined {
  return judgements(session).find((judgement) => judgement.id === id);
}

export function remediesFor(session: Session, id: FindingId): readonly Remedy[] {
  const judgement = findingOf(session, id);
  return judgement ? remediesOf(judgement, session.sheet) : [];
}

export function questionFor(session: Session): Question<unknown> | undefined {
  const { graph, sheet, focus, declined } = session;
  return nextQuestion(graph.questions, judgements(session), sheet, { focus, declined });
}

/** 3 before anything was gathered, 1 while a finding is left, else 0. */
export function exitCodeOf(session: Session): number {
  if (session.sheet.states.size === 0) return 3;
  const settled = judgements(session).filter(isSettled);
  if (settled.some(({ verdict }) => isFinding(verdict))) return 1;
  return [...session.sheet.states.values()].every((state) => state.phase === 'settled') ? 0 : 3;
}
