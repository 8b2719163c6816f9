/** Judges every cause of a registry over a fact sheet. Pure. */
import type { Cause, Problem, Registry } from './cause.ts';
import type { FactSheet } from './fact-sheet.ts';
import { againstIt } from './grounds.ts';
import type { Remedy } from './remedy.ts';
import { explainMissing, resolveFacts } from './resolve.ts';
import { notApplicable, undecided, type Verdict } from './verdict.ts';

export type FindingId = `${string}/${string}`;

export interface Judgement<Tools = never> {
  readonly id: FindingId;
  readonly problem: Problem<Tools>;
  readonly cause: Cause<Tools>;
  /** Ids of the problems it explains: its own, and those that name it in `alsoCausedBy`. */
  readonly explains: readonly string[];
  /** `pending` while facts are still coming in. */
  readonly verdict: Verdict | { readonly kind: 'pending' };
}

export type SettledJudgement<Tools = never> = Judgement<Tools> & { readonly verdict: Verdict };

export function judgeAll<Tools>(registry: Registry<Tools>, sheet: FactSheet): Judgement<Tools>[] {
  return registry.flatMap((problem) =>
    problem.causes.map((cause) => {
      const id = `${problem.id}/${cause.id}` as const;
      return { id, problem, cause, explains: explainedBy(registry, problem.id, id), verdict: judgeCause(cause, sheet) };
    }),
  );
}

function explainedBy<Tools>(registry: Registry<Tools>, own: string, id: FindingId): string[] {
  return [own, ...registry.filter(({ alsoCausedBy }) => alsoCausedBy?.includes(id)).map((problem) => problem.id)];
}

/** Does it explain what the user came for? Without a symptom, nothing is in focus more than the rest. */
export function isInFocus<Tools>({ explains }: Judgement<Tools>, focus: readonly string[]): boolean {
  return explains.some((problem) => focus.includes(problem));
}

export function judgeCause<Tools>(cause: Cause<Tools>, sheet: FactSheet): Verdict | { readonly kind: 'pending' } {
  const resolution = resolveFacts(cause.needs, cause.wants, sheet);
  switch (resolution.kind) {
    case 'pending':
      return { kind: 'pending' };
    case 'not-applicable':
      return notApplicable(resolution.reason);
    case 'missing': {
      const { because, howToFindOut } = explainMissing(resolution.outcome);
      return undecided(because, howToFindOut, ...resolution.outcome.evidence);
    }
    case 'ready': {
      const asked = new Set<string>();
      return grounded(judgeSafely(cause, noting(resolution.values, asked)), cause, asked, sheet);
    }
  }
}

/** The remedies of a cause that is at work, best first; none where the verdict claims nothing. */
export function remediesOf<Tools>(judgement: Judgement<Tools>, sheet: FactSheet): readonly Remedy[] {
  const { kind } = judgement.verdict;
  if (kind !== 'confirmed' && kind !== 'likely' && kind !== 'possible') return [];
  const resolution = resolveFacts(judgement.cause.needs, judgement.cause.wants, sheet);
  return resolution.kind === 'ready' ? judgement.cause.remedy(resolution.values) : [];
}

/** Which facts a judge asks for, by name. */
function noting(values: Record<string, unknown>, asked: Set<string>): Record<string, unknown> {
  return new Proxy(values, {
    get: (target, name) => {
      if (typeof name === 'string') asked.add(name);
      return Reflect.get(target, name);
    },
  });
}

/** Ruled out is what an observation speaks against: where the judge names none, it must have had every fact that it asked for. */
function grounded<Tools>(verdict: Verdict, cause: Cause<Tools>, asked: ReadonlySet<string>, sheet: FactSheet): Verdict {
  if (verdict.kind !== 'ruled-out' || verdict.evidence.length > 0) return verdict;
  const against = againstIt(cause, asked, sheet);
  return against.kind === 'seen' ? { ...verdict, evidence: against.evidence } : undecided(against.because, against.howToFindOut);
}

function judgeSafely<Tools>(cause: Cause<Tools>, values: Record<string, unknown>): Verdict {
  try {
    return cause.judge(values);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return undecided(
      `scalekit-fix could not judge “${cause.title}”: ${what}`,
      'This is a fault of the tool: please report it with the support bundle.',
    );
  }
}

export function isSettled<Tools>(judgement: Judgement<Tools>): judgement is SettledJudgement<Tools> {
  return judgement.verdict.kind !== 'pending';
}
