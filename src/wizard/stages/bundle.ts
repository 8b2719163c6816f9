/** The support bundle: looking at every entry, dropping some, writing it, opening the mail program. Pure. */
import type { UserEvent } from '../events.ts';
import type { Session, Stage } from '../session.ts';
import { goTo, moved, only, type Updated } from '../transitions.ts';

type BundleStage = Extract<Stage, { readonly kind: 'bundle' }>;

/** Only claims have values that name people; without any there is nothing to decide. */
export function hasClaims({ preview }: BundleStage): boolean {
  return preview?.entries.some(({ name }) => name.startsWith('claims/')) ?? false;
}

/** What is shown is always what would be written: lists of files and hashes change with each decision. */
function decided(session: Session, stage: BundleStage): Updated {
  const { dropped, keepsPeople } = stage;
  return only({ ...session, stage }, { kind: 'preview-bundle', sheet: session.sheet, choices: { dropped, keepsPeople } });
}

export function onBundle(session: Session, stage: BundleStage, event: UserEvent): Updated | undefined {
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
      if (entry.isFixed) return only({ ...session, notice: { text: `${entry.name} belongs to every bundle.`, good: false } });
      const without = dropped.filter((name) => name !== entry.name);
      return decided(session, { ...stage, dropped: without.length < dropped.length ? without : [...dropped, entry.name] });
    }
    case 'keep-people':
      return hasClaims(stage) ? decided(session, { ...stage, keepsPeople: !stage.keepsPeople }) : undefined;
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
