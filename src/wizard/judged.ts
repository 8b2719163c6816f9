/** What the session's facts come to: judgements in the order in which they are told, and the exit code that follows. Pure. */
import type { Registry } from '../diagnosis/cause.ts';
import type { Location } from '../diagnosis/evidence.ts';
import type { Question } from '../diagnosis/fact.ts';
import { emptySheet } from '../diagnosis/fact-sheet.ts';
import { type FindingId, isInFocus, isSettled, type Judgement, judgeAll, remediesOf } from '../diagnosis/judge.ts';
import { nextQuestion } from '../diagnosis/questions.ts';
import { rank } from '../diagnosis/rank.ts';
import { type Remedy, stepsInstead } from '../diagnosis/remedy.ts';
import { type Shown, withShown } from '../diagnosis/shown.ts';
import type { Symptom } from '../diagnosis/symptom.ts';
import { isFinding } from '../diagnosis/verdict.ts';
import { DONE, exitCodeOf as exitCodeFor } from '../exit-codes.ts';
import { isUnexplained, type SymptomAnswer } from '../report/answer.ts';
import { type Session, sheetShown } from './session.ts';

interface Known {
  readonly registry: Registry<never>;
  readonly symptom: Symptom;
  readonly shown: readonly Shown[];
  readonly ranked: readonly Judgement<never>[];
}
const known = new WeakMap<object, Known>();

/** Ranked; judged once for each fact sheet, however often it is drawn. */
export function judgements(session: Session): readonly Judgement<never>[] {
  const sheet = sheetShown(session);
  const { registry, symptom, shown } = session;
  const cached = known.get(sheet);
  if (cached?.registry === registry && cached.symptom === symptom && cached.shown === shown) return cached.ranked;
  const ranked = rank(withShown(judgeAll(registry, sheet), shown), symptom.problems);
  known.set(sheet, { registry, symptom, shown, ranked });
  return ranked;
}

/** The rows of the verdict that can be opened: confirmed, likely, and (in the symptom's problems) possible. */
export function openFindings(session: Session): readonly Judgement<never>[] {
  return judgements(session).filter(
    (judgement) =>
      (isSettled(judgement) && isFinding(judgement.verdict)) ||
      (judgement.verdict.kind === 'possible' && isInFocus(judgement, session.symptom.problems)),
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
  if (!judgement) return [];
  const remedies = remediesOf(judgement, sheetShown(session));
  return session.takenBack.includes(id) ? stepsInstead(remedies) : remedies;
}

export function questionFor(session: Session): Question<unknown> | undefined {
  const { graph, sheet, symptom, declined } = session;
  return nextQuestion(graph.questions, judgements(session), sheet, { focus: symptom.problems, declined });
}

/** What the user came for, answered. What was repaired and proved gone explained it, though it is found no more. */
export function answerOf({ standing, repaired, registry, symptom }: Session): SymptomAnswer | undefined {
  const answer = standing?.answer;
  if (answer === undefined || answer.answer === 'explained') return answer;
  const mended = judgeAll(registry, emptySheet).filter(
    (judgement) => isInFocus(judgement, symptom.problems) && repaired.some(({ finding }) => finding === judgement.id),
  );
  const [first] = mended;
  if (!first) return answer;
  const unseen = 'changed, and not yet seen to work';
  const own = repaired.filter(({ finding }) => finding === first.id);
  const said = own.flatMap((one) => one.said ?? [])[0] ?? unseen;
  const { next: _asked, ...rest } = answer;
  return {
    ...rest,
    answer: 'explained',
    findings: mended.map(({ id }) => id),
    sentence: `“${first.problem.title}”: ${first.cause.title}. That was ${own.some(({ seen }) => seen) && said === unseen ? 'repaired and proved gone' : said}.`,
  };
}

/** By the last facts that were gathered to the end, and by the rule that every command keeps. */
export function exitCodeOf(session: Session): number {
  const { registry, sheet, standing, outdated, shown } = session;
  // Nothing was looked at, so nothing is claimed.
  if (sheet.states.size === 0) return DONE;
  const found = withShown(judgeAll(registry, sheet), shown).filter(
    (judgement) => isSettled(judgement) && isFinding(judgement.verdict),
  );
  return exitCodeFor({
    errors: found.filter(({ cause }) => cause.severity === 'error').length,
    warnings: found.filter(({ cause }) => cause.severity === 'warning').length,
    unexplained: isUnexplained(answerOf(session)),
    checked: standing?.conclusive === true && !outdated,
    strict: false,
  });
}
