/** The session machine: session and event → next session and what to ask the world for. Pure; `stages/` holds what each stage does. */
import type { Effect, UserEvent, WizardEvent, WorldEvent } from './events.ts';
import { leavingCode } from './leaving.ts';
import type { Overlay, Session, Stage } from './session.ts';
import { emptySymptom } from './stages/symptom.ts';
import { onUser } from './stages/user.ts';
import { onWorld } from './stages/world.ts';
import { only, scrolled, type Updated } from './transitions.ts';

export function start(session: Session, symptom: string | undefined): Updated {
  const effects: Effect[] = [{ kind: 'describe-project' }];
  if (symptom === undefined) return { session, effects };
  const understood: Stage = { kind: 'understood', recognised: undefined, selected: 0 };
  return {
    session: { ...session, stage: understood, past: [emptySymptom, { kind: 'project' }] },
    effects: [...effects, { kind: 'recognise', text: symptom }],
  };
}

export function update(session: Session, event: WizardEvent): Updated {
  // A notice is there until the next key.
  return isOfWorld(event) ? onWorld(session, event) : userUpdate({ ...session, notice: undefined }, event);
}

const worldKinds: Readonly<Record<WorldEvent['kind'], true>> = {
  ready: true,
  project: true,
  recognised: true,
  'failed-logins': true,
  'help-topics': true,
  facts: true,
  gathered: true,
  planned: true,
  'patches-listed': true,
  'carried-out': true,
  said: true,
  'bundle-preview': true,
  'bundle-written': true,
  'rehearsal-proposed': true,
  'rehearsal-said': true,
  rehearsed: true,
};

function isOfWorld(event: WizardEvent): event is WorldEvent {
  return event.kind in worldKinds;
}

function userUpdate(session: Session, event: UserEvent): Updated {
  switch (event.kind) {
    case 'interrupt':
      return only(session, { kind: 'call-off' }, { kind: 'exit', code: leavingCode(session, 'interrupt') });
    case 'quit':
      return only(session, { kind: 'call-off' }, { kind: 'exit', code: leavingCode(session, 'quit') });
    case 'back':
      return session.overlays.length > 0 ? only(withoutOverlay(session)) : back(session);
    case 'overlay':
      return session.overlays.at(-1)?.kind === event.overlay
        ? only(withoutOverlay(session))
        : only(withOverlay(session, { kind: event.overlay, scroll: 0, letter: event.letter }));
    case 'scroll':
      return only(scroll(session, event.by, event.most));
    default:
      return session.overlays.length > 0 ? overOverlay(session, event) : (onUser(session, event) ?? only(session));
  }
}

/** Only a letter typed on reaches what is under an overlay: then the first one was meant for the search box, too. */
function overOverlay(session: Session, event: UserEvent): Updated {
  const letter = session.overlays.at(-1)?.letter;
  if (letter === undefined || (event.kind !== 'type' && event.kind !== 'paste')) return only(session);
  const under: Session = { ...session, overlays: [] };
  return onUser(under, { ...event, text: letter + event.text }) ?? only(under);
}

function withOverlay(session: Session, overlay: Overlay): Session {
  return { ...session, overlays: [...session.overlays, overlay] };
}

function withoutOverlay(session: Session): Session {
  return { ...session, overlays: session.overlays.slice(0, -1) };
}

/** Each layer keeps its own place. */
function scroll(session: Session, by: number, most: number | undefined): Session {
  const top = session.overlays.at(-1);
  if (!top) return { ...session, scroll: scrolled(session.scroll, by, most) };
  return withOverlay(withoutOverlay(session), { ...top, scroll: scrolled(top.scroll, by, most) });
}

/** Stages that only wait, or only ask about the one before, are passed over on the way back. */
const passing: ReadonlySet<Stage['kind']> = new Set([
  'gathering',
  'working',
  'understood',
  'confirm-change',
  'confirm-undo',
  'message',
  'rehearsing',
]);

const beforeALook: ReadonlySet<Stage['kind']> = new Set(['project', 'symptom', 'failed-logins', 'help', 'understood']);

function back(session: Session): Updated {
  if (session.stage.kind === 'working') {
    return only({ ...session, notice: { text: 'This cannot be stopped halfway; it takes but a moment.', good: false } });
  }
  const at = session.past.findIndex((stage) => !passing.has(stage.kind));
  const stage = session.past[at];
  if (!stage) return only(withOverlay(session, { kind: 'quit', scroll: 0, letter: undefined }));
  // Back in what a whole look led to, that one is told; else what was seen so far must not be lost.
  const isBackInWhole = session.sheet.states.size > 0 && !session.outdated && !beforeALook.has(stage.kind);
  const calledOff = session.stage.kind === 'gathering' && !isBackInWhole ? session.stage.sheet : session.calledOff;
  return only(
    { ...session, calledOff, stage, past: session.past.slice(at + 1), scroll: 0, generation: session.generation + 1 },
    { kind: 'call-off' },
  );
}
