/** The first screens: the project, the symptom, what was understood. Pure. */
import { categoryWords } from '../../report/words.ts';
import { type SymptomChoice, symptomChoices, type UnderstoodChoice, understoodChoices } from '../choices.ts';
import type { Session, Stage } from '../session.ts';
import { blank, type Line, line, option, type Screen } from './line.ts';

export function projectScreen({ projectLines }: Session): Screen {
  if (!projectLines) return { title: 'Looking at the project folder …', lines: [line('This takes a moment.', 'dim')] };
  return {
    title: 'This is what lies in the folder',
    lines: [
      ...projectLines.map((text) => line(text, 'plain', 13)),
      blank,
      line(
        'Going on asks the environment named above, with the client id and secret found here. Nothing is changed, and nothing is sent anywhere else.',
        'dim',
      ),
    ],
  };
}

type SymptomStage = Extract<Stage, { readonly kind: 'symptom' }>;

export function symptomScreen(session: Session, stage: SymptomStage): Screen {
  const field = stage.pasted === '' ? stage.query : `${stage.pasted.length} characters pasted`;
  const isList = stage.pasted === '' && stage.query.trim() === '';
  let category = '';
  const rows = symptomChoices(session).flatMap((choice, index): Line[] => {
    const own = [
      option(titleOfSymptom(choice), index === stage.selected),
      ...below(choice, session).map((text) => line(`    ${text}`, 'dim', 4)),
    ];
    const heading = headingOf(choice);
    if (!isList || heading === category) return own;
    category = heading;
    return heading === '' ? own : [line(heading, 'accent'), ...own];
  });
  return {
    title: 'What do you see?',
    lines: [
      line('Type to search, or paste an error, a log, a URL, a token. Choose with the arrows.', 'dim'),
      line(`❯ ${field}▏`, 'accent', 2),
      blank,
      ...rows,
    ],
  };
}

function headingOf(choice: SymptomChoice): string {
  switch (choice.kind) {
    case 'problem':
      return categoryWords[choice.problem.category];
    case 'help':
      return categoryWords.help;
    case 'failed-logins':
    case 'unknown':
      return 'None of these, or not sure';
    default:
      return '';
  }
}

export function titleOfSymptom(choice: SymptomChoice): string {
  switch (choice.kind) {
    case 'pasted':
      return 'Look into what you pasted';
    case 'text':
      return `Look into “${choice.text.trim()}”`;
    case 'resume':
      return 'Go on where you left off';
    case 'problem':
      return choice.problem.title;
    case 'unknown':
      return 'Something is wrong, I do not know what';
    case 'failed-logins':
      return 'One of the last logins that failed';
    case 'prove':
      return `Prove the patch of ${choice.patch.files.join(', ')}`;
    case 'patches':
      return 'Take a patch back';
    case 'help':
      return 'Documentation, code samples, ways to test, support';
  }
}

function below(choice: SymptomChoice, session: Session): string[] {
  switch (choice.kind) {
    case 'pasted':
      return ['It stays on this machine, and secrets in it are masked as soon as it is read.'];
    case 'text':
      return [];
    case 'resume': {
      const { focus, answers } = choice.unfinished;
      const titles = focus.map((id) => session.registry.find((problem) => problem.id === id)?.title ?? id);
      const count = Object.keys(answers).length;
      const kept = count === 0 ? '' : `, with ${count === 1 ? 'one answer' : `${count} answers`}`;
      return [`${titles.join(', ') || 'Everything that applies'}${kept}`];
    }
    case 'problem':
      return [choice.problem.looksLike];
    case 'unknown':
      return ['Looks at everything that applies and ranks it.'];
    case 'failed-logins':
      return ['Reads them from Scalekit’s own record, to pick one.'];
    case 'prove':
      return ['An earlier run was left before it had looked whether the patch helped.'];
    case 'patches':
      return ['Patches and changes in Scalekit that this program made, to pick one.'];
    case 'help':
      return ['Samples fit your framework; the support bundle is made from here, too.'];
  }
}

export function understoodScreen(stage: Extract<Stage, { readonly kind: 'understood' }>, session: Session): Screen {
  const { recognised } = stage;
  if (!recognised) return { title: 'Reading it …', lines: [] };
  const choices = understoodChoices(session);
  return {
    title: recognised.nothingOfOurs === undefined ? 'I understood' : 'None of ours, as far as I can tell',
    lines: [
      ...recognised.lines.map((text) => line(text, 'plain', 2)),
      ...(recognised.nothingOfOurs === undefined ? [] : [line(recognised.nothingOfOurs, 'warn')]),
      blank,
      line(choices.some(({ kind }) => kind === 'problem') ? 'It points to:' : 'I can still look at everything that applies.'),
      ...choices.map((choice, index) => option(titleOfUnderstood(choice), index === stage.selected)),
    ],
  };
}

export function titleOfUnderstood(choice: UnderstoodChoice): string {
  switch (choice.kind) {
    case 'all':
      return `All of these ${choice.symptom.problems.length}`;
    case 'problem':
      return choice.problem.title;
    case 'everything':
      return 'Look at everything';
    case 'other':
      return 'That is not it: let me say it in another way';
  }
}
