/** Constructors of the vocabulary: they only add defaults and types. */
import type { Cause, CauseDefinition, Problem } from './cause.ts';
import type { Choice, Facts, Given, Probe, Question, Reach } from './fact.ts';
import type { Outcome } from './outcome.ts';

export const DEFAULT_PROBE_DEADLINE_MS = 8_000;

export interface ProbeDefinition<T, Tools, N, W> {
  readonly id: string;
  readonly title: string;
  readonly reach: Reach;
  readonly needs?: N;
  readonly wants?: W;
  readonly deadlineMs?: number;
  readonly observe: (facts: Given<N, W>, tools: Tools, signal: AbortSignal) => Promise<Outcome<T>> | Outcome<T>;
}

/** `probe` for a set of tools; `probes/tools.ts` makes the one that the probes of this project use. */
export function probeWith<Tools>() {
  return function probe<
    T,
    const N extends Facts<Tools> = Record<never, never>,
    const W extends Facts<Tools> = Record<never, never>,
  >(definition: ProbeDefinition<T, Tools, N, W>): Probe<T, Tools> {
    return {
      kind: 'probe',
      id: definition.id,
      title: definition.title,
      reach: definition.reach,
      needs: definition.needs ?? {},
      wants: definition.wants ?? {},
      deadlineMs: definition.deadlineMs ?? DEFAULT_PROBE_DEADLINE_MS,
      observe: (facts, tools, signal) => definition.observe(facts as Given<N, W>, tools, signal),
    };
  };
}

/** A question with a handful of answers. */
export function choiceQuestion<const T extends string>(definition: {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly choices: readonly Choice<T>[];
  readonly default: NoInfer<T>;
}): Question<T> {
  return {
    kind: 'question',
    id: definition.id,
    title: definition.title,
    reason: definition.reason,
    answer: { kind: 'choice', choices: definition.choices, default: definition.default },
    read: (given) => {
      const choice = definition.choices.find((candidate) => candidate.value === given);
      if (choice) return { ok: true, value: choice.value };
      return { ok: false, problem: `Choose one of: ${definition.choices.map((candidate) => candidate.label).join(', ')}.` };
    },
  };
}

/** A question answered in the user's own words. `secret` answers are never echoed, stored or put in the bundle. */
export function textQuestion<T>(definition: {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly placeholder?: string;
  readonly default?: string;
  readonly secret?: boolean;
  readonly read: Question<T>['read'];
}): Question<T> {
  return {
    kind: 'question',
    id: definition.id,
    title: definition.title,
    reason: definition.reason,
    answer: {
      kind: 'text',
      placeholder: definition.placeholder ?? '',
      default: definition.default ?? '',
      secret: definition.secret ?? false,
    },
    read: definition.read,
  };
}

export function causeWith<Tools>() {
  return function cause<const N extends Facts<Tools> = Record<never, never>, const W extends Facts<Tools> = Record<never, never>>(
    definition: CauseDefinition<Tools, N, W>,
  ): Cause<Tools> {
    return {
      id: definition.id,
      title: definition.title,
      side: definition.side,
      severity: definition.severity ?? 'error',
      provedBy: definition.provedBy ?? (definition.side !== 'app' || isAsked(definition.needs ?? {}) ? 'asking' : 'running'),
      ...(definition.docs === undefined ? {} : { docs: definition.docs }),
      needs: definition.needs ?? {},
      wants: definition.wants ?? {},
      judge: (facts) => definition.judge(facts as Given<N, W>),
      remedy: (facts) => definition.remedy(facts as Given<N, W>),
    };
  };
}

/** A fact among them, or one that they need, comes from a host. */
function isAsked<Tools>(facts: Facts<Tools>): boolean {
  return Object.values(facts).some((fact) => fact.kind === 'probe' && (fact.reach === 'network' || isAsked(fact.needs)));
}

/** A problem is a named group of causes; its id and the causes' ids together are the findings' ids. */
export function problem<Tools>(definition: Problem<Tools>): Problem<Tools> {
  return definition;
}
