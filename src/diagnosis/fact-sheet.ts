/** What is known at one moment: the state of every fact. Immutable values, so that screens may keep old ones for before/after. */
import type { AnyFact, Probe, Question } from './fact.ts';
import type { Outcome } from './outcome.ts';
import { unknown } from './outcome.ts';

export type FactState =
  | { readonly phase: 'waiting' }
  | { readonly phase: 'running'; readonly startedAt: number }
  | { readonly phase: 'settled'; readonly outcome: Outcome<unknown>; readonly durationMs: number };

export type FactStates = ReadonlyMap<string, FactState>;
/** Values of answered questions by question id, already read by the question. */
export type Answers = ReadonlyMap<string, unknown>;

export interface FactSheet {
  readonly states: FactStates;
  readonly answers: Answers;
}

export const emptySheet: FactSheet = { states: new Map(), answers: new Map() };

/** The outcome of a fact, or undefined while it is still to come. */
export function outcomeOf(fact: AnyFact<never>, sheet: FactSheet): Outcome<unknown> | undefined {
  if (fact.kind === 'question') return answerOutcome(fact, sheet.answers);
  const state = sheet.states.get(fact.id);
  return state?.phase === 'settled' ? state.outcome : undefined;
}

function answerOutcome(question: Question<unknown>, answers: Answers): Outcome<unknown> {
  if (answers.has(question.id)) return { status: 'ok', value: answers.get(question.id), evidence: [] };
  return unknown(`Nobody has answered “${question.title}” yet.`, 'Answer it in the wizard: run scalekit-fix in a terminal.');
}

export function isComplete(probes: readonly Probe<unknown, never>[], sheet: FactSheet): boolean {
  return probes.every((probe) => sheet.states.get(probe.id)?.phase === 'settled');
}
