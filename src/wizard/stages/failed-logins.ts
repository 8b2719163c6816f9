/** Picking one of the logins that failed: it is then read like a paste. Pure. */
import type { UserEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { moved, only, type Updated } from '../transitions.ts';
import { read } from './symptom.ts';

type FailedLoginsStage = Extract<Stage, { readonly kind: 'failed-logins' }>;

export function onFailedLogins(session: Session, stage: FailedLoginsStage, event: UserEvent): Updated | undefined {
  const logins = stage.listed?.ok ? stage.listed.logins : [];
  switch (event.kind) {
    case 'move':
      return only({ ...session, scroll: 0, stage: { ...stage, selected: moved(stage.selected, event.by, logins.length) } });
    case 'continue':
    case 'choose': {
      const login = logins[event.kind === 'choose' ? event.index : stage.selected];
      return login ? read(session, login.text, login.hints) : undefined;
    }
    default:
      return undefined;
  }
}
