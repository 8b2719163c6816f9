/** The support bundle: looking at every entry, dropping some, writing it, opening the mail program. Pure. */
import type { WizardEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { goTo, moved, only, type Updated } from '../transitions.ts';

export function onBundle(
  session: Session,
  stage: Extract<Stage, { readonly kind: 'bundle' | 'entry' }>,
  event: WizardEvent,
): Updated | undefined {
  if (stage.kind === 'entry') return undefined;
  const entries = stage.preview?.entries ?? [];
  const entry = entries[stage.selected];
  switch (event.kind) {
    case 'move':
      return only({ ...session, stage: { ...stage, selected: moved(stage.selected, event.by, entries.length) } });
    case 'continue':
      return entry ? goTo(session, { kind: 'entry', name: entry.name, text: entry.text }) : undefined;
    case 'drop': {
      if (!entry) return undefined;
      const dropped = stage.dropped.includes(entry.name)
        ? stage.dropped.filter((name) => name !== entry.name)
        : [...stage.dropped, entry.name];
      return only({ ...session, stage: { ...stage, dropped } });
    }
    case 'write-bundle':
      return stage.preview ? only(session, { kind: 'write-bundle', dropped: stage.dropped }) : undefined;
    case 'copy':
      return stage.preview
        ? only(session, { kind: 'copy', text: `${stage.preview.subject}\n\n${stage.preview.body}` })
        : undefined;
    case 'mail':
      return stage.preview ? only(session, { kind: 'open', target: { kind: 'mail', mailto: stage.preview.mailto } }) : undefined;
    default:
      return undefined;
  }
}
