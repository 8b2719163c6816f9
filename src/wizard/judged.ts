/** What the session's facts come to: judgements in the order in which they are told, and the exit code that follows. Pure. */
import type { Registry } from '../diagnosis/cause.ts';
import type { Location } from '../diagnosis/evidence.ts';
import type { Question } from '../diagnosis/fact.ts';
import { type FindingId, isInFocus, isSettled, type Judgement, judgeAll, remediesOf } from '../diagnosis/judge.ts';
import { nextQuestion } from '../diagnosis/questions.ts';
import { rank } from '../diagnosis/rank.ts';
import type { Remedy } from '../diagnosis/remedy.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import { type Session, sheetShown } from './session.ts';

interface Known {
  readonly registry: Registry<never>;
  readonly focus: readonly string[];
  readonly ranked: readonly Judgement<never>[];
}
const known = new WeakMap<object, Known>();

/** Ranked; judged once for each fact sheet, however often it is drawn. */
export function judgements(session: Session): readonly Judgement<never>[] {
  const sheet = sheetShown(session);
  const { registry, focus } = session;
  const cached = known.get(sheet);
  if (cached?.registry === registry && cached.focus === focus) return cached.ranked;
  const ranked = rank(judgeAll(registry, sheet), focus);
  known.set(sheet, { registry, focus, ranked });
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

/** Where in the code to look first. */
export function placeOf({ verdict }: Judgement<never>): Location | undefined {
  return 'locations' in verdict ? verdict.locations[0] : undefined;
}

export function findingOf(session: Session, id: FindingId): Judgement<never> | undefined {
  return judgements(session).find((judgement) => judgement.id === id);
}

export function remediesFor(session: Session, id: FindingId): readonly Remedy[] {
  const judgement = findingOf(session, id);
  return judgement ? remediesOf(judgement, sheetShown(session)) : [];
}

export function questionFor(session: Session): Question<unknown> | undefined {
  const { graph, sheet, focus, declined } = session;
  return nextQuestion(graph.questions, judgements(session), sheet, { focus, declined });
}

/** By the last facts that were gathered to the end: 1 while a finding is left, 0 when the check was a real one, else 3. */
export function exitCodeOf(session: Session): number {
  const { registry, sheet, standing, outdated } = session;
  if (sheet.states.size === 0) return 3;
  const left = judgeAll(registry, sheet).some(({ verdict }) => verdict.kind === 'confirmed' || verdict.kind === 'likely');
  if (left) return 1;
  return standing?.conclusive && !outdated ? 0 : 3;
}
