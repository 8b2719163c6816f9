/** The support bundle: looking at every entry, dropping some, writing it, opening the mail program. Pure. */
import type { UserEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { goTo, moved, only, type Updated } from '../transitions.ts';

export function onBundle(
  session: Session,
  stage: Extract<Stage, { readonly kind: 'bundle' }>,
  event: UserEvent,
): Updated | undefined {
  const { preview, dropped } = stage;
  // Nothing can be done with a bundle that is still being collected.
  if (!preview) return undefined;
  const entry = preview.entries[stage.selected];
  switch (event.kind) {
    case 'move': {
      const selected = moved(stage.selected, event.by, preview.entries.length);
      return only({ ...session, scroll: 0, stage: { ...stage, selected } });
    }
    case 'continue':
      return entry ? goTo(session, { kind: 'entry', name: entry.name, text: entry.text }) : undefined;
    case 'choose': {
      const chosen = preview.entries[event.index];
      return chosen ? goTo(session, { kind: 'entry', name: chosen.name, text: chosen.text }) : undefined;
    }
    case 'drop': {
      if (!entry) return undefined;
      const without = dropped.filter((name) => name !== entry.name);
      return only({
        ...session,
        stage: { ...stage, dropped: without.length < dropped.length ? without : [...dropped, entry.name] },
      });
    }
    case 'write-bundle':
      return only(session, { kind: 'write-bundle', dropped });
    case 'copy':
      return only(session, { kind: 'copy', text: `${preview.subject}\n\n${preview.body}` });
    case 'mail':
      return only(session, { kind: 'open', target: { kind: 'mail', mailto: preview.mailto } });
    default:
      return undefined;
  }
}
