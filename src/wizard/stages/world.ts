/** What the world's answers do to the session. Pure. */

import { judgeAll } from '../../diagnosis/judge.ts';
import { proofOf } from '../../diagnosis/proof.ts';
import type { WizardEvent } from '../events.ts';
import { findingOf, questionFor } from '../judged.ts';
import type { Session } from '../session.ts';
import { only, replace, type Updated } from '../transitions.ts';

export function onWorld(session: Session, event: WizardEvent): Updated | undefined {
  const { stage } = session;
  switch (event.kind) {
    case 'ready': {
      const { registry, graph, unfinished } = event;
      return only({ ...session, registry, graph, unfinished: unfinished && unfinished.length > 0 ? unfinished : undefined });
    }
    case 'project':
      return only({ ...session, projectLines: event.lines });
    case 'recognised':
      return stage.kind === 'understood'
        ? only({ ...session, stage: { ...stage, recognised: event.recognised } })
        : only(session);
    case 'facts':
      return event.generation === session.generation ? only({ ...session, sheet: event.sheet }) : only(session);
    case 'gathered':
      return event.generation === session.generation ? afterGathering({ ...session, sheet: event.sheet }) : only(session);
    case 'planned':
      return stage.kind === 'remedy' && stage.finding === event.finding && stage.choice === event.choice
        ? only({ ...session, stage: { ...stage, planned: event.planned } })
        : only(session);
    case 'not-applied':
      return replace(session, { kind: 'message', title: 'Not applied', lines: [event.reason, 'Nothing was changed.'] });
    case 'proved':
      return proved(session, event);
    case 'undone':
      return replace(session, {
        kind: 'message',
        title: event.result.ok ? 'Undone' : 'Not undone',
        lines: [event.result.ok ? event.result.message : event.result.reason],
      });
    case 'said':
      return said(session, event.result.ok ? event.result.message : event.result.reason);
    case 'bundle-preview':
      if (stage.kind !== 'bundle') return only(session);
      return event.result.ok
        ? only({ ...session, stage: { ...stage, preview: event.result.preview } })
        : replace(session, { kind: 'message', title: 'No bundle', lines: [event.result.reason] });
    default:
      return undefined;
  }
}

/** A question where one is left that tells causes apart, else the verdict. */
function afterGathering(session: Session): Updated {
  const question = questionFor(session);
  if (!question) return replace(session, { kind: 'verdict', selected: 0 }, { kind: 'remember', focus: session.focus });
  const choices = question.answer.kind === 'choice' ? question.answer.choices : [];
  const selected = Math.max(
    0,
    choices.findIndex((choice) => choice.value === question.answer.default),
  );
  return replace(session, { kind: 'question', question, selected, text: '', problem: '' });
}

function proved(session: Session, event: Extract<WizardEvent, { readonly kind: 'proved' }>): Updated {
  const title = findingOf(session, event.finding)?.cause.title ?? event.finding;
  const proof = proofOf(event.finding, judgeAll(session.registry, event.sheet));
  const repaired = proof.kind === 'gone' ? [...session.repaired, `${title}: ${event.done}`] : session.repaired;
  const { finding, done, before, undoable } = event;
  return replace({ ...session, sheet: event.sheet, repaired }, { kind: 'proof', finding, done, proof, before, undoable });
}

function said(session: Session, sentence: string): Updated {
  const { stage } = session;
  return stage.kind === 'remedy' || stage.kind === 'bundle'
    ? only({ ...session, stage: { ...stage, said: sentence } })
    : only(session);
}
