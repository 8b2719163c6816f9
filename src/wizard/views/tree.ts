/** The decision tree, which is written nowhere: category → problem → cause, what is ruled in or out, and by which facts. Pure. */
import type { Problem } from '../../diagnosis/cause.ts';
import type { AnyFact } from '../../diagnosis/fact.ts';
import { type FactSheet, outcomeOf } from '../../diagnosis/fact-sheet.ts';
import { dependenciesOf } from '../../diagnosis/graph.ts';
import type { Judgement } from '../../diagnosis/judge.ts';
import { categoryWords, statusMarks, verdictMarks, verdictWords } from '../../report/words.ts';
import { judgements } from '../judged.ts';
import { type Session, sheetShown } from '../session.ts';
import { type Line, line, type Screen, type Tone } from './line.ts';

export function treeScreen(session: Session): Screen {
  const all = judgements(session);
  const sheet = sheetShown(session);
  const categories = [...new Set(session.registry.map(({ category }) => category))];
  const lines = categories.flatMap((category) => [
    line(categoryWords[category], 'accent'),
    ...session.registry
      .filter((problem) => problem.category === category)
      .flatMap((problem) => problemLines(problem, all, session.symptom.problems, sheet)),
  ]);
  return { title: 'Decision tree', lines };
}

type VerdictKind = keyof typeof verdictMarks;

const tones: Readonly<Record<VerdictKind, Tone>> = {
  confirmed: 'bad',
  likely: 'warn',
  possible: 'warn',
  unknown: 'plain',
  pending: 'dim',
  'ruled-out': 'good',
  'not-applicable': 'dim',
};

/** What a problem comes to is the worst of its causes. */
const worstFirst: readonly VerdictKind[] = [
  'confirmed',
  'likely',
  'possible',
  'pending',
  'unknown',
  'ruled-out',
  'not-applicable',
];

function problemLines(
  problem: Problem<never>,
  all: readonly Judgement<never>[],
  focus: readonly string[],
  sheet: FactSheet,
): Line[] {
  // In the order of the tree, which stays while the ranking moves.
  const own = problem.causes.flatMap(({ id }) => all.find((judgement) => judgement.id === `${problem.id}/${id}`) ?? []);
  const worst = worstFirst.find((kind) => own.some(({ verdict }) => verdict.kind === kind)) ?? 'pending';
  const isLooking = sheet.states.size > 0;
  const symptom = focus.includes(problem.id) ? '  ← your symptom' : '';
  return [
    line(`└ ${worst === 'pending' && !isLooking ? '·' : verdictMarks[worst]} ${problem.title}${symptom}`, 'bold', 4),
    ...own.flatMap((judgement) => causeLines(judgement, sheet)),
  ];
}

function causeLines({ cause, verdict }: Judgement<never>, sheet: FactSheet): Line[] {
  const because = 'because' in verdict ? `: ${verdict.because}` : '';
  // Before anything runs, nothing is being looked at.
  const word =
    verdict.kind === 'pending' && sheet.states.size === 0
      ? '· not looked at yet'
      : `${verdictMarks[verdict.kind]} ${verdictWords[verdict.kind]}`;
  return [line(`  └ ${word}  ${cause.title}${because}`, tones[verdict.kind], 6), ...factLines(dependenciesOf(cause), sheet)];
}

function factLines(facts: readonly AnyFact<never>[], sheet: FactSheet): Line[] {
  const titles = [...new Set(facts)].map((fact) => `${statusMarks[statusOf(fact, sheet)]} ${fact.title}`);
  return [line(`      by ${titles.join(' · ') || 'nothing that was seen'}`, 'dim', 9)];
}

function statusOf(fact: AnyFact<never>, sheet: FactSheet): keyof typeof statusMarks {
  const outcome = outcomeOf(fact, sheet);
  if (outcome) return outcome.status;
  return sheet.states.get(fact.id)?.phase === 'running' ? 'running' : 'waiting';
}
