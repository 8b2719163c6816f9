/** What can be chosen on a screen that is a list: the symptoms, what a symptom may mean, the answers given. Pure. */
import type { Problem } from '../diagnosis/cause.ts';
import type { Question } from '../diagnosis/fact.ts';
import type { Symptom } from '../diagnosis/symptom.ts';
import type { DuePatch } from './host.ts';
import type { Session, Unfinished } from './session.ts';

/** `unknown` is “something is wrong, I do not know what”. */
export type SymptomChoice =
  | { readonly kind: 'pasted'; readonly length: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'resume'; readonly unfinished: Unfinished }
  | { readonly kind: 'problem'; readonly problem: Problem<never> }
  | { readonly kind: 'unknown' }
  /** “One of the last logins that failed”. */
  | { readonly kind: 'failed-logins' }
  | { readonly kind: 'help' }
  /** A patch of an earlier run that was left before it was proved. */
  | { readonly kind: 'prove'; readonly patch: DuePatch }
  | { readonly kind: 'patches' };

/** For an empty search: every symptom, by category; else what matches every word, best first. */
export function symptomChoices(session: Session): SymptomChoice[] {
  if (session.stage.kind !== 'symptom') return [];
  const { query, pasted } = session.stage;
  if (pasted !== '') return [{ kind: 'pasted', length: pasted.length }];
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) {
    return [
      ...session.due.map((patch) => ({ kind: 'prove' as const, patch })),
      ...(session.due.length > 0 ? [{ kind: 'patches' as const }] : []),
      ...(session.unfinished ? [{ kind: 'resume' as const, unfinished: session.unfinished }] : []),
      ...byCategory(session).map((problem) => ({ kind: 'problem' as const, problem })),
      { kind: 'help' },
      { kind: 'failed-logins' },
      { kind: 'unknown' },
      ...(session.hasPatches && session.due.length === 0 ? [{ kind: 'patches' as const }] : []),
    ];
  }
  return [
    ...matching(session, words).map((problem) => ({ kind: 'problem' as const, problem })),
    { kind: 'text', text: query },
    ...others.filter(([searched]) => words.every((word) => searched.includes(word))).map(([, choice]) => choice),
    { kind: 'unknown' },
  ];
}

const others: readonly (readonly [searched: string, choice: SymptomChoice])[] = [
  ['getting help documentation docs code samples examples testing tools support bundle', { kind: 'help' }],
  ['last recent failed logins failures record log', { kind: 'failed-logins' }],
];

function byCategory({ registry }: Session): Problem<never>[] {
  // Faults of the code are found, not felt: nobody looks for one by its name before it was shown to him.
  const categories = [...new Set(registry.map(({ category }) => category))].filter((category) => category !== 'code');
  return categories.flatMap((category) => registry.filter((problem) => problem.category === category));
}

/** Words in the title count first, then codes, then the rest. */
function matching({ registry }: Session, words: readonly string[]): Problem<never>[] {
  const place = ({ title, symptoms }: Problem<never>): number => {
    if (words.every((word) => title.toLowerCase().includes(word))) return 0;
    return words.every((word) => symptoms.codes.some((code) => code.includes(word))) ? 1 : 2;
  };
  return registry
    .filter((problem) => words.every((word) => searchText(problem).includes(word)))
    .sort((a, b) => place(a) - place(b));
}

function searchText({ title, looksLike, category, symptoms }: Problem<never>): string {
  return [title, looksLike, category, ...symptoms.codes, ...symptoms.phrases].join(' ').toLowerCase();
}

export type UnderstoodChoice =
  | { readonly kind: 'all'; readonly symptom: Symptom }
  | { readonly kind: 'problem'; readonly problem: Problem<never>; readonly symptom: Symptom }
  | { readonly kind: 'everything'; readonly symptom: Symptom }
  /** “That is not it”: back to the list. */
  | { readonly kind: 'other' };

export function understoodChoices({ stage, registry }: Session): UnderstoodChoice[] {
  if (stage.kind !== 'understood' || !stage.recognised) return [];
  const { symptom } = stage.recognised;
  const problems = symptom.problems.flatMap((id) => registry.find((problem) => problem.id === id) ?? []);
  return [
    ...(problems.length > 1 ? [{ kind: 'all' as const, symptom }] : []),
    ...problems.map((problem) => ({ kind: 'problem' as const, problem, symptom: narrowed(symptom, problem.id) })),
    ...(problems.length === 0 ? [{ kind: 'everything' as const, symptom }] : []),
    { kind: 'other' },
  ];
}

/** “That is it”: of all that the text points to, this one. */
function narrowed(symptom: Symptom, id: string): Symptom {
  const own = symptom.complaints.filter(({ problem }) => problem === id);
  return { ...symptom, problems: [id], complaints: own.length > 0 ? own : symptom.complaints };
}

export interface AnswerChoice {
  readonly question: Question<unknown>;
  /** In words; a secret one is not among them. */
  readonly given: string;
}

/** The questions that were put so far, with what was answered. */
export function answerChoices({ graph, answers, given, declined }: Session): AnswerChoice[] {
  return graph.questions
    .filter(({ id }) => answers.has(id) || declined.has(id))
    .map((question) => {
      const { id, answer } = question;
      if (!answers.has(id)) return { question, given: 'I do not know' };
      const raw = given.get(id);
      if (raw === undefined) return { question, given: 'answered, not shown' };
      const label = answer.kind === 'choice' ? answer.choices.find(({ value }) => value === raw)?.label : raw;
      return { question, given: label ?? raw };
    });
}
