/** Order in which judgements are told: what is certain first, then what the user came for, then what hides the rest, then what is grave. Pure. */
import type { Severity } from './cause.ts';
import type { Judgement } from './judge.ts';
import type { VerdictKind } from './verdict.ts';

const verdictOrder: Readonly<Record<VerdictKind | 'pending', number>> = {
  confirmed: 0,
  likely: 1,
  possible: 2,
  unknown: 3,
  pending: 4,
  'ruled-out': 5,
  'not-applicable': 6,
};
const severityOrder: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** @param focus ids of the problems that the user's symptom points to, best first. */
export function rank<J extends Judgement<never>>(judgements: readonly J[], focus: readonly string[] = []): J[] {
  const place = (judgement: J): number => {
    const places = judgement.explains.map((problem) => focus.indexOf(problem)).filter((at) => at !== -1);
    const hidesTheRest = judgement.problem.comesFirst === true && judgement.cause.severity === 'error';
    return Math.min(focus.length + (hidesTheRest ? 0 : 1), ...places);
  };
  return [...judgements].sort(
    (a, b) =>
      verdictOrder[a.verdict.kind] - verdictOrder[b.verdict.kind] ||
      place(a) - place(b) ||
      severityOrder[a.cause.severity] - severityOrder[b.cause.severity],
  );
}
