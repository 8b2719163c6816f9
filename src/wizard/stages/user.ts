/** What the user's keys do on each stage. Pure. */
import { answerChoices } from '../choices.ts';
import type { UserEvent } from '../events.ts';
import { openFindings, placeOf } from '../judged.ts';
import type { Session, Stage } from '../session.ts';
import { gather, goTo, moved, only, openBundle, replace, scrolled, type Updated } from '../transitions.ts';
import { onBundle } from './bundle.ts';
import { onBundleName } from './bundle-name.ts';
import { onFailedLogins } from './failed-logins.ts';
import { onHelp, openHelp } from './help.ts';
import { onConfirmUndo, onPatches, openPatches, takeBack } from './patches.ts';
import { onAnswers, onQuestion } from './question.ts';
import { exchangeOf, onRehearse, onRehearseCommand, onRehearsed, openExchange, openRehearsal } from './rehearsal.ts';
import { onConfirm, onRemedy, openRemedy } from './remedy.ts';
import { onProject, onSymptom, onUnderstood } from './symptom.ts';

/** Undefined where the event means nothing. */
export function onUser(session: Session, event: UserEvent): Updated | undefined {
  const { stage } = session;
  switch (stage.kind) {
    case 'project':
      return onProject(session, event);
    case 'symptom':
      return onSymptom(session, stage, event);
    case 'understood':
      return onUnderstood(session, stage, event);
    case 'failed-logins':
      return onFailedLogins(session, stage, event);
    case 'help':
      return onHelp(session, stage, event);
    case 'question':
      return onQuestion(session, stage, event);
    case 'answers':
      return onAnswers(session, stage, event);
    case 'verdict':
      return onVerdict(session, stage, event);
    case 'remedy':
      return onRemedy(session, stage, event);
    case 'confirm-change':
      return onConfirm(session, stage, event);
    case 'patches':
      return onPatches(session, stage, event);
    case 'confirm-undo':
      return onConfirmUndo(session, stage.patch, event);
    case 'proof':
      return onProof(session, stage, event);
    case 'bundle':
      return onBundle(session, stage, event);
    case 'bundle-name':
      return onBundleName(session, stage, event);
    case 'rehearse':
      return onRehearse(session, stage, event);
    case 'rehearse-command':
      return onRehearseCommand(session, stage, event);
    case 'rehearsed':
      return onRehearsed(session, stage, event);
    case 'message':
      return event.kind === 'continue' ? gather(session) : event.kind === 'bundle' ? openBundle(session) : undefined;
    case 'gathering':
    case 'working':
    case 'rehearsing':
    case 'entry':
      return undefined;
  }
}

function onVerdict(session: Session, stage: Extract<Stage, { readonly kind: 'verdict' }>, event: UserEvent): Updated | undefined {
  const rows = openFindings(session);
  const row = rows[stage.selected];
  switch (event.kind) {
    case 'move': {
      const selected = moved(stage.selected, event.by, rows.length);
      // Beyond the last finding lies what was ruled out and what could not be seen.
      return selected === stage.selected
        ? only({ ...session, scroll: scrolled(session.scroll, event.by, event.most) })
        : only({ ...session, scroll: 0, stage: { ...stage, selected } });
    }
    case 'continue':
      return row ? openRemedy(session, row.id) : undefined;
    case 'choose': {
      const chosen = rows[event.index];
      return chosen ? openRemedy({ ...session, stage: { ...stage, selected: event.index } }, chosen.id) : undefined;
    }
    case 'again':
      return gather(session);
    case 'rehearse':
      return openRehearsal(session);
    case 'open-exchange':
      return openExchange(session, exchangeOf(session, row?.id));
    case 'bundle':
      return openBundle(session);
    case 'help':
      return openHelp(session, row?.problem.id ?? session.symptom.problems[0]);
    case 'patches':
      return session.hasPatches ? openPatches(session) : undefined;
    case 'answers':
      return answerChoices(session).length > 0 ? goTo(session, { kind: 'answers', selected: 0 }) : undefined;
    case 'docs':
      return row ? only(session, { kind: 'open', target: { kind: 'url', url: row.cause.docs ?? row.problem.docs } }) : undefined;
    case 'editor': {
      const place = row && placeOf(row);
      return place ? only(session, { kind: 'open', target: { kind: 'editor', file: place.file, line: place.line } }) : undefined;
    }
    default:
      return undefined;
  }
}

function onProof(session: Session, stage: Extract<Stage, { readonly kind: 'proof' }>, event: UserEvent): Updated | undefined {
  const { patch, how } = stage.repaired;
  switch (event.kind) {
    case 'continue':
      return replace({ ...session, past: session.past.slice(1) }, { kind: 'verdict', selected: 0 });
    case 'undo':
      if (patch === undefined || stage.back?.ok) return undefined;
      // A change in Scalekit is asked about by itself.
      return how === 'edits' ? takeBack(session, patch) : openPatches(session);
    case 'again':
      return gather(session);
    case 'rehearse':
      return openRehearsal({ ...session, past: session.past.slice(1), stage: { kind: 'verdict', selected: 0 } });
    case 'bundle':
      return openBundle(session);
    default:
      return undefined;
  }
}
