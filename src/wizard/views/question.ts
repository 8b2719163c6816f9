/** A question with its reason and its default, and the answers given so far. Pure. */
import { answerChoices } from '../choices.ts';
import type { Session, Stage } from '../session.ts';
import { blank, type Line, line, option, type Screen } from './line.ts';

type QuestionStage = Extract<Stage, { readonly kind: 'question' }>;

export function questionScreen(stage: QuestionStage): Screen {
  const { question, problem } = stage;
  return {
    title: 'One question',
    lines: [
      line(question.title, 'bold'),
      line(`Why: ${question.reason}`, 'dim', 5),
      blank,
      ...answerLines(stage),
      ...(problem === '' ? [] : [blank, line(problem, 'bad')]),
    ],
  };
}

function answerLines({ question: { answer }, selected, text }: QuestionStage): Line[] {
  if (answer.kind === 'choice') {
    return answer.choices.map(({ label, value }, index) =>
      option(`${label}${value === answer.default ? ' (default)' : ''}`, index === selected),
    );
  }
  const field = answer.secret ? '•'.repeat([...text].length) : text;
  const hints = [
    ...(answer.placeholder === '' ? [] : [`For example: ${answer.placeholder}`]),
    ...(answer.default === '' ? [] : [`Enter alone takes the default: ${answer.default}`]),
    ...(answer.secret ? ['It is neither shown nor kept.'] : []),
  ];
  return [line(`❯ ${field}▏`, 'accent', 2), ...hints.map((hint) => line(hint, 'dim', 2))];
}

export function answersScreen(session: Session, stage: Extract<Stage, { readonly kind: 'answers' }>): Screen {
  return {
    title: 'Your answers',
    lines: [
      line('Choose the one to change; the others stay.', 'dim'),
      blank,
      ...answerChoices(session).flatMap(({ question, given }, index) => [
        option(question.title, index === stage.selected),
        line(`    ${given}`, 'dim', 4),
      ]),
    ],
  };
}
