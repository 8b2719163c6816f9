/** Looking at remedies and choosing one. A change in Scalekit is confirmed by itself. Pure. */
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Remedy } from '../../diagnosis/remedy.ts';
import type { Effect, WizardEvent } from '../events.ts';
import { findingOf, remediesFor } from '../judged.ts';
import type { Session, Stage } from '../session.ts';
import { gather, goTo, only, openBundle, replace, type Updated } from '../transitions.ts';

export function openRemedy(session: Session, finding: FindingId): Updated {
  return goTo(session, { kind: 'remedy', finding, choice: 0, planned: undefined, said: '' }, ...planning(session, finding, 0));
}

/** The diff is made when the remedy is looked at: the files may have changed meanwhile. */
function planning(session: Session, finding: FindingId, choice: number): Effect[] {
  const remedy = remediesFor(session, finding)[choice];
  return remedy?.kind === 'edits' ? [{ kind: 'plan', remedy, finding, choice }] : [];
}

type RemedyStage = Extract<Stage, { readonly kind: 'remedy' | 'confirm-change' }>;

export function onRemedy(session: Session, stage: RemedyStage, event: WizardEvent): Updated | undefined {
  const remedies = remediesFor(session, stage.finding);
  const remedy = remedies[stage.choice];
  if (stage.kind === 'confirm-change')
    return event.kind === 'apply' && remedy ? carryOut(session, stage.finding, remedy) : undefined;
  switch (event.kind) {
    case 'next-remedy': {
      const choice = remedies.length === 0 ? 0 : (stage.choice + 1) % remedies.length;
      return replace(session, { ...stage, choice, planned: undefined, said: '' }, ...planning(session, stage.finding, choice));
    }
    case 'apply':
      if (remedy?.kind === 'change')
        return goTo(session, { kind: 'confirm-change', finding: stage.finding, choice: stage.choice });
      return remedy?.kind === 'edits' && stage.planned?.kind === 'diff' ? carryOut(session, stage.finding, remedy) : undefined;
    case 'copy': {
      const text = textToCopy(remedy);
      return text === undefined ? undefined : only(session, { kind: 'copy', text });
    }
    case 'docs': {
      const judgement = findingOf(session, stage.finding);
      return judgement
        ? only(session, { kind: 'open', target: { kind: 'url', url: judgement.cause.docs ?? judgement.problem.docs } })
        : undefined;
    }
    case 'again':
      return gather(session);
    case 'bundle':
      return openBundle(session);
    default:
      return undefined;
  }
}

function carryOut(session: Session, finding: FindingId, remedy: Remedy): Updated {
  const { verdict } = findingOf(session, finding) ?? { verdict: undefined };
  const before = verdict && 'because' in verdict ? verdict.because : '';
  const { answers } = session.sheet;
  const working: Stage = { kind: 'working', what: 'Applying, then gathering the facts afresh' };
  if (remedy.kind === 'edits') return replace(session, working, { kind: 'apply', remedy, finding, before, answers });
  if (remedy.kind === 'change')
    return replace(session, working, { kind: 'apply-change', change: remedy.change, finding, before, answers });
  return only(session);
}

export function textToCopy(remedy: Remedy | undefined): string | undefined {
  if (!remedy || remedy.kind === 'edits') return undefined;
  return remedy.steps.find((step) => step.copy !== undefined)?.copy;
}
