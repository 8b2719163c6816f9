/** Answering a question, or passing it over. Pure. */
import type { WizardEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { gather, moved, only, type Updated } from '../transitions.ts';

type QuestionStage = Extract<Stage, { readonly kind: 'question' }>;

export function onQuestion(session: Session, stage: QuestionStage, event: WizardEvent): Updated | undefined {
  const { question } = stage;
  const choices = question.answer.kind === 'choice' ? question.answer.choices : [];
  const set = (change: Partial<typeof stage>): Updated => only({ ...session, stage: { ...stage, ...change } });
  switch (event.kind) {
    case 'move':
      return set({ selected: moved(stage.selected, event.by, choices.length) });
    case 'type':
    case 'paste':
      return question.answer.kind === 'text' ? set({ text: stage.text + event.text, problem: '' }) : undefined;
    case 'erase':
      return set({ text: [...stage.text].slice(0, -1).join(''), problem: '' });
    case 'skip-question':
      return gather({ ...session, declined: new Set([...session.declined, question.id]) });
    case 'answer':
      return answered(session, stage, event.given);
    case 'continue': {
      const given = question.answer.kind === 'choice' ? choices[stage.selected]?.value : stage.text;
      return answered(session, stage, given === undefined || given === '' ? question.answer.default : given);
    }
    default:
      return undefined;
  }
}

function answered(session: Session, stage: QuestionStage, given: string): Updated {
  const read = stage.question.read(given);
  if (!read.ok) return only({ ...session, stage: { ...stage, problem: read.problem } });
  const answers = new Map(session.sheet.answers).set(stage.question.id, read.value);
  return gather({ ...session, sheet: { ...session.sheet, answers } });
}
