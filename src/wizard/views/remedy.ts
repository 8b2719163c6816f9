/** A remedy before it is carried out: the diff, the change in Scalekit, or the steps. Pure. */
import type { Remedy } from '../../diagnosis/remedy.ts';
import type { PlannedRemedy } from '../host.ts';
import { findingOf, remediesFor } from '../judged.ts';
import type { Session, Stage } from '../session.ts';
import { blank, type Line, line, type Screen } from './line.ts';

export function remedyScreen(session: Session, stage: Extract<Stage, { readonly kind: 'remedy' }>): Screen {
  const remedies = remediesFor(session, stage.finding);
  const remedy = remedies[stage.choice];
  const judgement = findingOf(session, stage.finding);
  const heading = judgement ? [line(judgement.cause.title, 'bad')] : [];
  if (!remedy)
    return {
      title: 'No remedy',
      lines: [...heading, line('I know no remedy for this one. The support bundle (b) tells support all that was seen.')],
    };
  return {
    title: remedies.length > 1 ? `Remedy ${stage.choice + 1} of ${remedies.length}` : 'Remedy',
    lines: [...heading, line(remedy.summary, 'bold'), blank, ...body(remedy, stage.planned)],
  };
}

function body(remedy: Remedy, planned: PlannedRemedy | undefined): Line[] {
  switch (remedy.kind) {
    case 'edits':
      return [
        ...editLines(planned),
        ...(remedy.sure ? [] : [blank, line('This is a proposal: look at it before you apply it.', 'warn')]),
        ...after(remedy.afterwards ?? []),
      ];
    case 'change':
      return [
        line('This changes something in Scalekit, not in your files.', 'warn'),
        ...changeLines(remedy),
        blank,
        line('Or do it by hand:', 'bold'),
        ...after(remedy.steps),
      ];
    case 'steps':
      return stepLines(remedy.steps);
  }
}

function changeLines({ change }: Extract<Remedy, { readonly kind: 'change' }>): Line[] {
  return [
    line(change.what, 'bold'),
    line(`${change.method} ${change.path}`, 'dim'),
    ...change.before.split('\n').map((text) => line(`- ${text}`, 'remove', 2)),
    ...change.after.split('\n').map((text) => line(`+ ${text}`, 'add', 2)),
  ];
}

export function confirmChangeScreen(session: Session, stage: Extract<Stage, { readonly kind: 'confirm-change' }>): Screen {
  const remedy = remediesFor(session, stage.finding)[stage.choice];
  return {
    title: 'Change this in Scalekit?',
    lines: [
      ...(session.standing?.environment === undefined ? [] : [line(`Environment: ${session.standing.environment}`, 'bold')]),
      ...(remedy?.kind === 'change' ? changeLines(remedy) : []),
      blank,
      line(
        `y sends exactly this, once, to ${session.standing?.environment ?? 'Scalekit'}. Esc leaves everything as it is.`,
        'warn',
      ),
    ],
  };
}

function editLines(planned: PlannedRemedy | undefined): Line[] {
  if (!planned) return [line('Making the patch …', 'dim')];
  if (planned.kind === 'refused') return [line(planned.reason, 'bad')];
  return [
    ...planned.diff
      .trimEnd()
      .split('\n')
      .map((text): Line => ({ ...line(text, toneOf(text)), verbatim: true })),
    ...planned.warnings.flatMap((text) => [blank, line(text, 'warn')]),
  ];
}

function toneOf(text: string): Line['tone'] {
  if (/^(?:\+\+\+|---|@@)/.test(text)) return 'dim';
  return text.startsWith('+') ? 'add' : text.startsWith('-') ? 'remove' : 'plain';
}

type Steps = Extract<Remedy, { readonly kind: 'steps' }>['steps'];

/** Steps below something else. */
function after(steps: Steps): Line[] {
  return steps.length === 0 ? [] : [blank, ...stepLines(steps)];
}

function stepLines(steps: Steps): Line[] {
  return steps.flatMap((step, index) => [
    line(`${index + 1}. ${step.text}`, 'plain', 3),
    ...(step.copy === undefined ? [] : [line(`   ${step.copy}`, 'accent', 3)]),
    ...(step.link === undefined ? [] : [line(`   ${step.link}`, 'dim', 3)]),
  ]);
}
