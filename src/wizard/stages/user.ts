/** What the user's keys do on each stage. Pure. */
import type { WizardEvent } from '../events.ts';
import { openFindings } from '../judged.ts';
import { type Session, symptomChoices } from '../session.ts';
import { gather, goTo, moved, only, openBundle, replace, type Updated } from '../transitions.ts';
import { onBundle } from './bundle.ts';
import { onQuestion } from './question.ts';
import { onRemedy, openRemedy } from './remedy.ts';

export function onUser(session: Session, event: WizardEvent): Updated | undefined {
  switch (session.stage.kind) {
    case 'project':
      return event.kind === 'continue' ? goTo(session, { kind: 'symptom', query: '', pasted: '', selected: 0 }) : undefined;
    case 'symptom':
      return onSymptom(session, session.stage, event);
    case 'understood':
      return event.kind === 'continue' && session.stage.recognised
        ? gather({ ...session, focus: session.stage.recognised.focus })
        : undefined;
    case 'question':
      return onQuestion(session, session.stage, event);
    case 'verdict':
      return onVerdict(session, session.stage, event);
    case 'remedy':
    case 'confirm-change':
      return onRemedy(session, session.stage, event);
    case 'proof':
      return onProof(session, session.stage, event);
    case 'bundle':
    case 'entry':
      return onBundle(session, session.stage, event);
    case 'message':
      return event.kind === 'continue' ? gather(session) : event.kind === 'bundle' ? openBundle(session) : undefined;
    default:
      return undefined;
  }
}

function onSymptom(
  session: Session,
  stage: Extract<Session['stage'], { readonly kind: 'symptom' }>,
  event: WizardEvent,
): Updated | undefined {
  const set = (change: Partial<typeof stage>): Updated => only({ ...session, stage: { ...stage, ...change } });
  switch (event.kind) {
    case 'type':
      return set({ query: stage.query + event.text, selected: 0 });
    case 'paste':
      return set({ pasted: stage.pasted + event.text, selected: 0 });
    case 'erase':
      return stage.pasted !== ''
        ? set({ pasted: '', selected: 0 })
        : set({ query: [...stage.query].slice(0, -1).join(''), selected: 0 });
    case 'move':
      return set({ selected: moved(stage.selected, event.by, symptomChoices(session).length) });
    case 'symptom-text':
      return goTo(session, { kind: 'understood', recognised: undefined }, { kind: 'recognise', text: event.text });
    case 'continue':
    case 'symptom-choice': {
      const choice = symptomChoices(session)[event.kind === 'continue' ? stage.selected : event.index];
      if (!choice) return undefined;
      if (choice.kind === 'pasted') {
        return goTo(
          session,
          { kind: 'understood', recognised: undefined },
          { kind: 'recognise', text: stage.pasted + stage.query },
        );
      }
      if (choice.kind === 'text')
        return goTo(session, { kind: 'understood', recognised: undefined }, { kind: 'recognise', text: choice.text });
      const focus = choice.kind === 'problem' ? [choice.problem.id] : choice.kind === 'resume' ? choice.focus : [];
      return gather({ ...session, focus });
    }
    default:
      return undefined;
  }
}

function onVerdict(
  session: Session,
  stage: Extract<Session['stage'], { readonly kind: 'verdict' }>,
  event: WizardEvent,
): Updated | undefined {
  const rows = openFindings(session);
  switch (event.kind) {
    case 'move':
      return only({ ...session, stage: { ...stage, selected: moved(stage.selected, event.by, rows.length) } });
    case 'continue': {
      const row = rows[stage.selected];
      return row ? openRemedy(session, row.id) : undefined;
    }
    case 'again':
      return gather(session);
    case 'bundle':
      return openBundle(session);
    case 'change-answer':
      return gather({ ...session, declined: new Set(), sheet: { ...session.sheet, answers: new Map() } });
    case 'docs': {
      const row = rows[stage.selected];
      return row ? only(session, { kind: 'open', target: { kind: 'url', url: row.cause.docs ?? row.problem.docs } }) : undefined;
    }
    case 'editor': {
      const row = rows[stage.selected];
      const [place] = row && 'locations' in row.verdict ? row.verdict.locations : [];
      return place ? only(session, { kind: 'open', target: { kind: 'editor', file: place.file, line: place.line } }) : undefined;
    }
    default:
      return undefined;
  }
}

function onProof(
  session: Session,
  stage: Extract<Session['stage'], { readonly kind: 'proof' }>,
  event: WizardEvent,
): Updated | undefined {
  switch (event.kind) {
    case 'continue':
      return replace(session, { kind: 'verdict', selected: 0 });
    case 'undo':
      return stage.undoable ? replace(session, { kind: 'working', what: 'Taking the patch back' }, { kind: 'undo' }) : undefined;
    case 'bundle':
      return openBundle(session);
    default:
      return undefined;
  }
}
