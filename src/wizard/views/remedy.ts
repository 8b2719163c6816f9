/** A remedy before it is carried out, and the proof afterwards. Pure. */

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
      lines: [
        ...heading,
        line('There is no remedy that this program knows. The support bundle (b) tells support all that was seen.'),
      ],
    };
  const count = remedies.length > 1 ? ` (${stage.choice + 1} of ${remedies.length})` : '';
  return {
    title: `Remedy${count}: ${remedy.summary}`,
    lines: [...heading, blank, ...body(remedy, stage.planned), ...(stage.said === '' ? [] : [blank, line(stage.said, 'good')])],
  };
}

function body(remedy: Remedy, planned: PlannedRemedy | undefined): Line[] {
  switch (remedy.kind) {
    case 'edits':
      return [
        ...editLines(planned),
        ...(remedy.sure ? [] : [blank, line('This is a proposal: look at it before you apply it.', 'warn')]),
        ...stepLines(remedy.afterwards ?? []),
      ];
    case 'change':
      return [
        line('This changes something in Scalekit, not in your files.', 'warn'),
        ...changeLines(remedy),
        blank,
        line('Or do it by hand:', 'bold'),
        ...stepLines(remedy.steps),
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
      ...(remedy?.kind === 'change' ? changeLines(remedy) : []),
      blank,
      line('y sends exactly this, once. Esc leaves everything as it is.', 'warn'),
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
      .map((text): Line => ({ ...line(text, toneOf(text)), cut: true })),
    ...planned.warnings.flatMap((text) => [blank, line(text, 'warn')]),
  ];
}

function toneOf(text: string): Line['tone'] {
  if (/^(?:\+\+\+|---|@@)/.test(text)) return 'dim';
  return text.startsWith('+') ? 'add' : text.startsWith('-') ? 'remove' : 'plain';
}

function stepLines(steps: readonly { readonly text: string; readonly copy?: string; readonly link?: string }[]): Line[] {
  return steps.flatMap((step, index) => [
    ...(index === 0 ? [blank] : []),
    line(`${index + 1}. ${step.text}`, 'plain', 3),
    ...(step.copy === undefined ? [] : [line(`   ${step.copy}`, 'accent', 3)]),
    ...(step.link === undefined ? [] : [line(`   ${step.link}`, 'dim', 3)]),
  ]);
}

export function proofScreen(session: Session, stage: Extract<Stage, { readonly kind: 'proof' }>): Screen {
  const { proof } = stage;
  const title = findingOf(session, stage.finding)?.cause.title ?? stage.finding;
  const isGone = proof.kind === 'gone';
  return {
    title: isGone ? 'Proved gone' : proof.kind === 'still-there' ? 'It is still there' : 'It could not be proved',
    lines: [
      line(title, 'bold'),
      line(stage.done, 'plain'),
      blank,
      line(`before  ${stage.before}`, 'bad', 8),
      line(`after   ${proof.because}`, isGone ? 'good' : 'warn', 8),
      ...(proof.kind === 'cannot-tell' ? [line(`        ${proof.howToFindOut}`, 'plain', 8)] : []),
      blank,
      line(
        isGone ? 'All facts were gathered afresh, and the same judgement now rules it out.' : 'All facts were gathered afresh.',
        'dim',
      ),
      ...(stage.undoable ? [line('u takes the patch back; so does `scalekit-fix undo`, also later.', 'dim')] : []),
    ],
  };
}
