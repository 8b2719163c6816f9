/** The first screens: the project, the symptom, what was understood. Pure. */
import { type Session, type Stage, symptomChoices } from '../session.ts';
import { blank, type Line, line, type Screen } from './line.ts';

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

export function symptomScreen(session: Session, stage: Extract<Stage, { readonly kind: 'symptom' }>): Screen {
  const field = stage.pasted === '' ? stage.query : `${(stage.pasted + stage.query).length} characters pasted`;
  const lines: Line[] = [
    line('Type to search, or paste an error, a log, a URL, a token. Choose with the arrows.', 'dim'),
    line(`❯ ${field}▏`, 'accent', 2),
    blank,
  ];
  for (const [index, choice] of symptomChoices(session).entries()) {
    const selected = index === stage.selected;
    const mark = selected ? '❯ ' : '  ';
    const row = (text: string, below: string): void => {
      lines.push({ ...line(`${mark}${text}`, selected ? 'bold' : 'plain', 4), selected });
      if (below !== '') lines.push(line(`    ${below}`, 'dim', 4));
    };
    switch (choice.kind) {
      case 'pasted':
        row('Look into what you pasted', 'Secrets in it are masked as soon as it is read.');
        break;
      case 'text':
        row(`Look into “${choice.text}”`, '');
        break;
      case 'resume':
        row('Go on where you left off', choice.focus.join(', '));
        break;
      case 'problem':
        row(choice.problem.title, choice.problem.looksLike);
        break;
      case 'unknown':
        row('Something is wrong, I do not know what', 'Looks at everything that applies and ranks it.');
        break;
    }
  }
  return { title: 'What do you see?', lines };
}

export function understoodScreen(stage: Extract<Stage, { readonly kind: 'understood' }>, session: Session): Screen {
  const { recognised } = stage;
  if (!recognised) return { title: 'Reading it …', lines: [] };
  const titles = recognised.focus.map((id) => session.registry.find((problem) => problem.id === id)?.title ?? id);
  return {
    title: recognised.nothingOfOurs === undefined ? 'I understood' : 'None of ours, as far as I can tell',
    lines: [
      ...recognised.lines.map((text) => line(text, 'plain', 2)),
      blank,
      ...(recognised.nothingOfOurs === undefined ? [] : [line(recognised.nothingOfOurs, 'warn'), blank]),
      ...(titles.length > 0
        ? [line('It points to:'), ...titles.map((title) => line(`  • ${title}`, 'bold', 4))]
        : [line('I can still look at everything that applies.')]),
    ],
  };
}
