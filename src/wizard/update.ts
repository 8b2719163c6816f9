/** The session machine: session and event → next session and what to ask the world for. Pure; `stages/` holds what each stage does. */
import type { Effect, WizardEvent } from './events.ts';
import { exitCodeOf } from './judged.ts';
import type { Session, Stage } from './session.ts';
import { onUser } from './stages/user.ts';
import { onWorld } from './stages/world.ts';
import { only, type Updated } from './transitions.ts';

export function start(session: Session, symptom: string | undefined): Updated {
  const effects: Effect[] = [{ kind: 'describe-project' }];
  if (symptom === undefined) return { session, effects };
  const understood: Stage = { kind: 'understood', recognised: undefined };
  return {
    session: {
      ...session,
      stage: understood,
      past: [{ kind: 'symptom', query: '', pasted: '', selected: 0 }, { kind: 'project' }],
    },
    effects: [...effects, { kind: 'recognise', text: symptom }],
  };
}

export function update(session: Session, event: WizardEvent): Updated {
  switch (event.kind) {
    case 'interrupt':
      return { session, effects: [{ kind: 'call-off' }, { kind: 'exit', code: 130 }] };
    case 'quit':
      return { session, effects: [{ kind: 'call-off' }, { kind: 'exit', code: exitCodeOf(session) }] };
    case 'overlay': {
      const isOpen = session.overlays.at(-1) === event.overlay;
      return only({
        ...session,
        overlays: isOpen ? session.overlays.slice(0, -1) : [...session.overlays, event.overlay],
        scroll: 0,
      });
    }
    case 'scroll':
      return only({ ...session, scroll: Math.max(0, session.scroll + event.by) });
    case 'back':
      return back(session);
    default:
      return onWorld(session, event) ?? onUser(session, event) ?? only(session);
  }
}

/** Stages that only wait are passed over on the way back. */
const passing: ReadonlySet<Stage['kind']> = new Set(['gathering', 'working', 'understood', 'confirm-change', 'proof']);

function back(session: Session): Updated {
  if (session.overlays.length > 0) return only({ ...session, overlays: session.overlays.slice(0, -1), scroll: 0 });
  const at = session.past.findIndex((stage) => !passing.has(stage.kind));
  const stage = session.past[at];
  if (!stage) return only({ ...session, overlays: ['quit'], scroll: 0 });
  return only(
    { ...session, stage, past: session.past.slice(at + 1), scroll: 0, generation: session.generation + 1 },
    { kind: 'call-off' },
  );
}
