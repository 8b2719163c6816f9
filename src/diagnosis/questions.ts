/**
 * Chooses the next question: only one whose answer would tell causes apart that are still open, best first. Pure.
 * It tries every answer in thought and looks which judgements would differ.
 */
import type { AnyFact, Question } from './fact.ts';
import { type FactSheet, outcomeOf } from './fact-sheet.ts';
import { dependenciesOf } from './graph.ts';
import { isInFocus, type Judgement, judgeCause } from './judge.ts';
import { hasValue } from './outcome.ts';

export function nextQuestion<Tools>(
  questions: readonly Question<unknown>[],
  judgements: readonly Judgement<Tools>[],
  sheet: FactSheet,
  options: { readonly focus: readonly string[]; readonly declined: ReadonlySet<string> },
): Question<unknown> | undefined {
  const inFocus = judgements.filter((judgement) => options.focus.length === 0 || isInFocus(judgement, options.focus));
  if (inFocus.some(({ verdict }) => verdict.kind === 'confirmed')) return undefined;
  // What the user came for may only seem not to apply, because nobody but him knows of it. Another problem that can lie behind it has time
  // until the causes of its own are settled: seen, and not at work.
  const isOwn = ({ problem }: Judgement<Tools>): boolean => options.focus.includes(problem.id);
  const own = inFocus.filter(isOwn);
  const isSettled = own.some(({ verdict }) => verdict.kind === 'ruled-out') && !own.some(isOpen);
  const mayApply = (judgement: Judgement<Tools>): boolean =>
    options.focus.length > 0 && judgement.verdict.kind === 'not-applicable' && (isOwn(judgement) || isSettled);
  const open = inFocus.filter((judgement) => isOpen(judgement) || mayApply(judgement));
  let best: { question: Question<unknown>; gain: number } | undefined;
  for (const question of questions) {
    if (sheet.answers.has(question.id) || options.declined.has(question.id)) continue;
    const gain = separates(question, open, sheet);
    if (gain > (best?.gain ?? 0)) best = { question, gain };
  }
  return best?.question;
}

function isOpen<Tools>(judgement: Judgement<Tools>): boolean {
  const { kind } = judgement.verdict;
  return kind === 'unknown' || kind === 'possible' || kind === 'likely';
}

/** How many open causes an answer would move. A free-text answer or one that feeds a probe cannot be tried in thought: it counts by its reach. */
function separates<Tools>(question: Question<unknown>, open: readonly Judgement<Tools>[], sheet: FactSheet): number {
  const leads = leadsTo(question, sheet);
  let gain = 0;
  for (const { cause } of open) {
    if (!leads(cause)) continue;
    const direct = dependenciesOf(cause).some((fact) => fact.id === question.id);
    if (!direct || question.answer.kind === 'text') {
      gain += 1;
      continue;
    }
    const kinds = new Set(
      question.answer.choices.map((choice) => {
        const read = question.read(choice.value);
        const answers = new Map(sheet.answers).set(question.id, read.ok ? read.value : undefined);
        return judgeCause(cause, { states: sheet.states, answers }).kind;
      }),
    );
    if (kinds.size > 1) gain += 1;
  }
  return gain;
}

/**
 * Does the answer lead anywhere? Not where something that it does not touch is missing, too: a token that was refused, say. Then asking would
 * only cost the user's time.
 */
function leadsTo(
  question: Question<unknown>,
  sheet: FactSheet,
): <Tools>(node: Parameters<typeof dependenciesOf<Tools>>[0]) => boolean {
  // Many facts stand on the same ones.
  const known = new Map<string, boolean>();
  const isMissing = (fact: AnyFact<never>): boolean => {
    const outcome = outcomeOf(fact, sheet);
    return outcome !== undefined && !hasValue(outcome);
  };
  const carries = <Tools>(fact: AnyFact<Tools>): boolean => {
    if (fact.kind === 'question') return fact.id === question.id;
    const before = known.get(fact.id);
    if (before !== undefined) return before;
    const found = leads(fact);
    known.set(fact.id, found);
    return found;
  };
  const leads = <Tools>(node: Parameters<typeof dependenciesOf<Tools>>[0]): boolean =>
    dependenciesOf(node).some((fact) => carries(fact)) &&
    Object.values(node.needs).every((fact) => !isMissing(fact) || carries(fact));
  return leads;
}
