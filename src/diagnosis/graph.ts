/** The graph of facts behind a registry: which probes and questions its causes reach, each once. */
import type { Registry } from './cause.ts';
import type { AnyFact, Probe, Question } from './fact.ts';

export interface FactGraph<Tools> {
  /** In an order in which every probe comes after what it needs. */
  readonly probes: readonly Probe<unknown, Tools>[];
  readonly questions: readonly Question<unknown>[];
}

/** @throws Error when two facts share an id, or facts need each other in a circle: both are faults of the registry. */
export function factGraph<Tools>(registry: Registry<Tools>): FactGraph<Tools> {
  return graphOf(registry.flatMap(({ causes }) => causes.flatMap((cause) => dependenciesOf(cause))));
}

/** The same for facts that no cause asks for. */
export function graphOf<Tools>(facts: readonly AnyFact<Tools>[]): FactGraph<Tools> {
  const probes: Probe<unknown, Tools>[] = [];
  const questions: Question<unknown>[] = [];
  const seen = new Map<string, AnyFact<Tools>>();
  const open = new Set<string>();

  const visit = (fact: AnyFact<Tools>): void => {
    if (open.has(fact.id)) throw new Error(`The facts ${[...open, fact.id].join(' → ')} need each other in a circle.`);
    const known = seen.get(fact.id);
    if (known === fact) return;
    if (known) throw new Error(`Two facts share the id “${fact.id}”.`);
    seen.set(fact.id, fact);
    if (fact.kind === 'question') {
      questions.push(fact);
      return;
    }
    open.add(fact.id);
    for (const need of dependenciesOf(fact)) visit(need);
    open.delete(fact.id);
    probes.push(fact);
  };

  for (const fact of facts) visit(fact);
  return { probes, questions };
}

export function dependenciesOf<Tools>(node: {
  readonly needs: Readonly<Record<string, AnyFact<Tools>>>;
  readonly wants: Readonly<Record<string, AnyFact<Tools>>>;
}): AnyFact<Tools>[] {
  return [...Object.values(node.needs), ...Object.values(node.wants)];
}

/** Ids of all facts a cause or probe stands on, near ones first. */
export function standsOn<Tools>(node: Parameters<typeof dependenciesOf<Tools>>[0]): string[] {
  const ids: string[] = [];
  let level = dependenciesOf(node);
  while (level.length > 0) {
    const next: AnyFact<Tools>[] = [];
    for (const fact of level) {
      if (ids.includes(fact.id)) continue;
      ids.push(fact.id);
      if (fact.kind === 'probe') next.push(...dependenciesOf(fact));
    }
    level = next;
  }
  return ids;
}
