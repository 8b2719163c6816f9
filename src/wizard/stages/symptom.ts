/** Saying what is wrong: picking, searching, pasting, and correcting what was understood of it. Pure. */
import { chosenSymptom, noSymptom } from '../../diagnosis/symptom.ts';
import { symptomChoices, type UnderstoodChoice, understoodChoices } from '../choices.ts';
import type { UserEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { gather, goTo, moved, only, type Updated } from '../transitions.ts';
import { openHelp } from './help.ts';
import { openPatches, prove } from './patches.ts';
import { resumed } from './question.ts';

type SymptomStage = Extract<Stage, { readonly kind: 'symptom' }>;
type UnderstoodStage = Extract<Stage, { readonly kind: 'understood' }>;

export const emptySymptom: SymptomStage = { kind: 'symptom', query: '', pasted: '', selected: 0 };

export function onProject(session: Session, event: UserEvent): Updated | undefined {
  if (event.kind === 'continue') return goTo(session, emptySymptom);
  if (event.kind === 'patches' && session.hasPatches) return openPatches(session);
  const [due] = session.due;
  if (event.kind === 'prove' && due) return prove(session, due);
  // Who pastes here has said already what is wrong.
  if (event.kind === 'paste') return goTo(session, { ...emptySymptom, pasted: event.text });
  return undefined;
}

export function onSymptom(session: Session, stage: SymptomStage, event: UserEvent): Updated | undefined {
  const set = (change: Partial<SymptomStage>): Updated =>
    only({ ...session, scroll: 0, stage: { ...stage, selected: 0, ...change } });
  switch (event.kind) {
    case 'type':
      // After a paste, typing goes on with it: half of it in sight would be neither.
      return stage.pasted === '' ? set({ query: stage.query + event.text }) : set({ pasted: stage.pasted + event.text });
    case 'paste':
      return set({ pasted: stage.pasted + stage.query + event.text, query: '' });
    case 'erase':
      return stage.pasted === '' ? set({ query: [...stage.query].slice(0, -1).join('') }) : set({ pasted: '' });
    case 'move':
      return set({ selected: moved(stage.selected, event.by, symptomChoices(session).length) });
    case 'symptom-text':
      return read(session, event.text);
    case 'continue':
      return choose(session, stage, stage.selected);
    case 'choose':
      return choose(session, stage, event.index);
    default:
      return undefined;
  }
}

function choose(session: Session, stage: SymptomStage, index: number): Updated | undefined {
  const choice = symptomChoices(session)[index];
  switch (choice?.kind) {
    case 'pasted':
      return read(session, stage.pasted);
    case 'text':
      return read(session, choice.text);
    case 'resume':
      return gather(resumed(session, choice.unfinished));
    case 'problem':
      return gather({ ...session, symptom: chosenSymptom([choice.problem.id]) });
    case 'unknown':
      return gather({ ...session, symptom: noSymptom });
    case 'failed-logins':
      return goTo(session, { kind: 'failed-logins', listed: undefined, selected: 0 }, { kind: 'list-failed-logins' });
    case 'prove':
      return prove(session, choice.patch);
    case 'patches':
      return openPatches(session);
    case 'help':
      return openHelp(session, undefined);
    case undefined:
      return undefined;
  }
}

export function read(session: Session, text: string, hints: readonly string[] = []): Updated {
  return goTo(session, { kind: 'understood', recognised: undefined, selected: 0 }, { kind: 'recognise', text, hints });
}

export function onUnderstood(session: Session, stage: UnderstoodStage, event: UserEvent): Updated | undefined {
  const choices = understoodChoices(session);
  switch (event.kind) {
    case 'move':
      return only({ ...session, scroll: 0, stage: { ...stage, selected: moved(stage.selected, event.by, choices.length) } });
    case 'continue':
      return follow(session, choices[stage.selected]);
    case 'choose':
      return follow(session, choices[event.index]);
    default:
      return undefined;
  }
}

function follow(session: Session, choice: UnderstoodChoice | undefined): Updated | undefined {
  switch (choice?.kind) {
    case 'all':
    case 'problem':
    case 'everything':
      return gather({ ...session, symptom: choice.symptom });
    case 'other':
      return goTo(session, emptySymptom);
    case undefined:
      return undefined;
  }
}
