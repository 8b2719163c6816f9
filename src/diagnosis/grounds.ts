/** What was observed of the facts that a judge asked for: only that can speak against a cause. Pure. */
import type { Evidence } from './evidence.ts';
import type { AnyFact } from './fact.ts';
import { type FactSheet, outcomeOf } from './fact-sheet.ts';
import { dependenciesOf } from './graph.ts';
import { hasValue } from './outcome.ts';
import { explainMissing } from './resolve.ts';

export type Against =
  | { readonly kind: 'seen'; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'unseen'; readonly because: string; readonly howToFindOut: string };

interface Asking {
  readonly needs: Readonly<Record<string, AnyFact<never>>>;
  readonly wants: Readonly<Record<string, AnyFact<never>>>;
}

/** So many observations say what was looked at; more would only be longer. */
const MOST = 4;

export function againstIt({ needs, wants }: Asking, asked: ReadonlySet<string>, sheet: FactSheet): Against {
  const wanted = Object.entries(wants).flatMap(([name, fact]) => (asked.has(name) ? [fact] : []));
  const facts = [...Object.values(needs), ...wanted];
  const missing = wanted.find((fact) => isUnseen(fact, sheet)) ?? [...below(facts)].find((fact) => isUnreadFile(fact, sheet));
  const outcome = missing ? outcomeOf(missing, sheet) : undefined;
  if (outcome && !hasValue(outcome)) return { kind: 'unseen', ...explainMissing(outcome) };
  return { kind: 'seen', evidence: facts.flatMap((fact) => observationsOf(fact, sheet)).slice(0, MOST) };
}

/** It could be seen, and was not. What does not apply here is missed by nobody. */
function isUnseen(fact: AnyFact<never>, sheet: FactSheet): boolean {
  const outcome = outcomeOf(fact, sheet);
  if (outcome === undefined || hasValue(outcome)) return false;
  // A question that nobody was asked changes nothing of what was seen.
  return fact.kind === 'probe' && !(outcome.status === 'skipped' && outcome.howToFindOut === undefined);
}

/** Files that could not be looked at hide what is in them, whoever has to say so. */
function isUnreadFile(fact: AnyFact<never>, sheet: FactSheet): boolean {
  return fact.kind === 'probe' && fact.reach === 'files' && isUnseen(fact, sheet);
}

function below(facts: readonly AnyFact<never>[]): Set<AnyFact<never>> {
  const found = new Set<AnyFact<never>>();
  const add = (fact: AnyFact<never>): void => {
    if (found.has(fact)) return;
    found.add(fact);
    if (fact.kind === 'probe') for (const one of dependenciesOf<never>(fact)) add(one);
  };
  for (const fact of facts) add(fact);
  return found;
}

/** What the fact's own probe saw; where it kept no evidence, that it looked. */
function observationsOf(fact: AnyFact<never>, sheet: FactSheet): Evidence[] {
  const outcome = outcomeOf(fact, sheet);
  if (!hasValue(outcome)) return [];
  const [first] = outcome.evidence;
  if (first) return [first];
  return [{ label: fact.title, actual: fact.kind === 'question' ? 'answered' : 'looked at' }];
}
