/** Looking at remedies and choosing one. A change in Scalekit is confirmed by itself. Pure. */
import type { FindingId } from '../../diagnosis/judge.ts';
import type { Remedy } from '../../diagnosis/remedy.ts';
import type { Effect, UserEvent } from '../events.ts';
import { findingOf, remediesFor } from '../judged.ts';
import type { Repair, Session, Stage } from '../session.ts';
import { gather, goTo, only, openBundle, replace, sinceVerdict, type Updated } from '../transitions.ts';

export function openRemedy(session: Session, finding: FindingId): Updated {
  const stage: Stage = { kind: 'remedy', finding, choice: 0, planned: undefined, copied: 0 };
  return goTo(session, stage, ...planning(session, finding, 0));
}

/** The diff is made when the remedy is looked at: the files may have changed meanwhile. */
function planning(session: Session, finding: FindingId, choice: number): Effect[] {
  const remedy = remediesFor(session, finding)[choice];
  return remedy?.kind === 'edits' ? [{ kind: 'plan', remedy }] : [];
}

type RemedyStage = Extract<Stage, { readonly kind: 'remedy' }>;
type ConfirmStage = Extract<Stage, { readonly kind: 'confirm-change' }>;

export function onConfirm(session: Session, stage: ConfirmStage, event: UserEvent): Updated | undefined {
  const remedy = remediesFor(session, stage.finding)[stage.choice];
  return event.kind === 'apply' && remedy?.kind === 'change' ? carryOut(session, stage.finding, remedy) : undefined;
}

export function onRemedy(session: Session, stage: RemedyStage, event: UserEvent): Updated | undefined {
  const remedies = remediesFor(session, stage.finding);
  const remedy = remedies[stage.choice];
  switch (event.kind) {
    case 'next-remedy': {
      if (remedies.length < 2) return undefined;
      const choice = (stage.choice + 1) % remedies.length;
      return replace(session, { ...stage, choice, planned: undefined, copied: 0 }, ...planning(session, stage.finding, choice));
    }
    case 'apply':
      if (remedy?.kind === 'change')
        return goTo(session, { kind: 'confirm-change', finding: stage.finding, choice: stage.choice });
      return remedy?.kind === 'edits' && stage.planned?.kind === 'diff' ? carryOut(session, stage.finding, remedy) : undefined;
    case 'copy': {
      const texts = textsToCopy(remedy);
      const text = texts[stage.copied % Math.max(1, texts.length)];
      if (text === undefined) return undefined;
      return only({ ...session, stage: { ...stage, copied: stage.copied + 1 } }, { kind: 'copy', text });
    }
    case 'docs': {
      const judgement = findingOf(session, stage.finding);
      return judgement
        ? only(session, { kind: 'open', target: { kind: 'url', url: judgement.cause.docs ?? judgement.problem.docs } })
        : undefined;
    }
    case 'again':
      return proveByHand(session, stage.finding);
    case 'bundle':
      return openBundle(session);
    default:
      return undefined;
  }
}

function carryOut(session: Session, finding: FindingId, remedy: Exclude<Remedy, { readonly kind: 'steps' }>): Updated {
  const repair = repairOf(session, finding, remedy.kind);
  if (!repair) return only(session);
  return replace(
    session,
    { kind: 'working', task: { kind: 'repair', repair } },
    remedy.kind === 'edits' ? { kind: 'apply', remedy, finding } : { kind: 'apply-change', change: remedy.change, finding },
  );
}

/** Steps are done outside: what became of the fault is proved all the same. */
function proveByHand(session: Session, finding: FindingId): Updated {
  const repair = repairOf(session, finding, 'by-hand');
  if (!repair) return gather(session);
  return gather(sinceVerdict(session), { ...repair, done: 'Done by hand.' });
}

function repairOf(session: Session, finding: FindingId, how: Repair['how']): Repair | undefined {
  const judgement = findingOf(session, finding);
  if (!judgement) return undefined;
  const before = 'because' in judgement.verdict ? judgement.verdict.because : '';
  return { finding, title: judgement.cause.title, before, how };
}

/** The values to paste, in the order of the steps. */
export function textsToCopy(remedy: Remedy | undefined): string[] {
  const steps = remedy === undefined ? [] : remedy.kind === 'edits' ? (remedy.afterwards ?? []) : remedy.steps;
  return steps.flatMap(({ copy }) => copy ?? []);
}
