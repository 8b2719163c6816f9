/** Answering a question, passing it over, and changing an answer given before. Pure. */

import type { Question } from '../../diagnosis/fact.ts';
import { chosenSymptom } from '../../diagnosis/symptom.ts';
import { answerChoices } from '../choices.ts';
import type { UserEvent } from '../events.ts';
import type { Session, Stage, Unfinished } from '../session.ts';
import { gather, goTo, moved, only, type Updated } from '../transitions.ts';

type QuestionStage = Extract<Stage, { readonly kind: 'question' }>;

/** With the answer given before, if any, else the default. */
export function questionStage(question: Question<unknown>, given: Session['given']): QuestionStage {
  const { answer } = question;
  const before = given.get(question.id);
  const wanted = before ?? answer.default;
  const at = answer.kind === 'choice' ? answer.choices.findIndex(({ value }) => value === wanted) : 0;
  return {
    kind: 'question',
    question,
    selected: Math.max(0, at),
    text: answer.kind === 'text' ? (before ?? '') : '',
    problem: '',
  };
}

export function onQuestion(session: Session, stage: QuestionStage, event: UserEvent): Updated | undefined {
  const { question } = stage;
  const { answer } = question;
  const choices = answer.kind === 'choice' ? answer.choices : [];
  const set = (change: Partial<QuestionStage>): Updated => only({ ...session, stage: { ...stage, ...change } });
  switch (event.kind) {
    case 'move':
      return set({ selected: moved(stage.selected, event.by, choices.length) });
    case 'type':
    case 'paste':
      // One line: what is pasted with its line break is no less an answer.
      return answer.kind === 'text' ? set({ text: stage.text + event.text.replace(/[\r\n]+/g, ' '), problem: '' }) : undefined;
    case 'erase':
      return set({ text: [...stage.text].slice(0, -1).join(''), problem: '' });
    case 'skip-question': {
      const { [question.id]: _passed, ...answers } = Object.fromEntries(session.answers);
      const declined = new Set([...session.declined, question.id]);
      return gather({ ...session, answers: new Map(Object.entries(answers)), declined });
    }
    case 'answer':
      return answered(session, stage, event.given);
    case 'continue': {
      const given = answer.kind === 'choice' ? choices[stage.selected]?.value : stage.text.trim();
      return answered(session, stage, given === undefined || given === '' ? answer.default : given);
    }
    default:
      return undefined;
  }
}

function answered(session: Session, stage: QuestionStage, given: string): Updated {
  const { question } = stage;
  const read = question.read(given);
  if (!read.ok) return only({ ...session, stage: { ...stage, problem: read.problem } });
  const isSecret = question.answer.kind === 'text' && question.answer.secret;
  // Coming back, one finds the answer; a secret one is not kept where it could be drawn.
  const kept: QuestionStage = isSecret ? { ...stage, text: '', problem: '' } : { ...stage, problem: '' };
  return gather({
    ...session,
    stage: kept,
    answers: new Map(session.answers).set(question.id, read.value),
    given: isSecret ? session.given : new Map(session.given).set(question.id, given),
    declined: new Set([...session.declined].filter((id) => id !== question.id)),
  });
}

export function onAnswers(
  session: Session,
  stage: Extract<Stage, { readonly kind: 'answers' }>,
  event: UserEvent,
): Updated | undefined {
  const rows = answerChoices(session);
  switch (event.kind) {
    case 'move':
      return only({ ...session, stage: { ...stage, selected: moved(stage.selected, event.by, rows.length) } });
    case 'continue':
    case 'choose': {
      const row = rows[event.kind === 'choose' ? event.index : stage.selected];
      return row ? goTo(session, questionStage(row.question, session.given)) : undefined;
    }
    default:
      return undefined;
  }
}

/** The answers of an earlier run, as far as the questions still take them. */
export function resumed(session: Session, { focus, answers }: Unfinished): Session {
  const given = new Map<string, string>();
  const values = new Map<string, unknown>();
  for (const question of session.graph.questions) {
    const raw = answers[question.id];
    const read = raw === undefined ? undefined : question.read(raw);
    if (raw === undefined || !read?.ok) continue;
    given.set(question.id, raw);
    values.set(question.id, read.value);
  }
  return { ...session, symptom: chosenSymptom(focus), given, answers: values };
}
