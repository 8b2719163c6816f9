/** The bundle's file is there already: another name for it, or over it. Pure. */
import type { UserEvent } from '../events.ts';
import type { TakenName, WrittenOrNot } from '../host.ts';
import type { Session, Stage } from '../session.ts';
import { goTo, only, replace, type Updated } from '../transitions.ts';

type BundleNameStage = Extract<Stage, { readonly kind: 'bundle-name' }>;

/** Under a new name first; writing over a file is never what Enter alone does. */
export const waysToWrite = ['as', 'over'] as const;

export function askForName(session: Session, taken: TakenName): Updated {
  const dropped = session.stage.kind === 'bundle' || session.stage.kind === 'bundle-name' ? session.stage.dropped : [];
  const stage: Stage = { kind: 'bundle-name', taken, dropped, text: taken.free, selected: 0 };
  return session.stage.kind === 'bundle-name' ? replace(session, stage) : goTo(session, stage);
}

export function onBundleName(session: Session, stage: BundleNameStage, event: UserEvent): Updated | undefined {
  const set = (change: Partial<BundleNameStage>): Updated => only({ ...session, stage: { ...stage, ...change } });
  switch (event.kind) {
    case 'type':
    case 'paste':
      return set({ text: stage.text + event.text.replace(/\p{Cc}+/gu, ''), selected: 0 });
    case 'erase':
      return set({ text: [...stage.text].slice(0, -1).join(''), selected: 0 });
    case 'move':
      return set({ selected: Math.min(1, Math.max(0, stage.selected + event.by)) });
    case 'answer':
      return write(session, stage, event.given);
    case 'continue':
      return write(session, stage, waysToWrite[stage.selected] === 'over' ? '' : stage.text);
    case 'choose':
      return write(session, stage, waysToWrite[event.index] === 'over' ? '' : stage.text);
    default:
      return undefined;
  }
}

/** @param name empty: over the file that is there. */
function write(session: Session, { taken, dropped }: BundleNameStage, name: string): Updated {
  const own = name.trim();
  return only(session, {
    kind: 'write-bundle',
    dropped,
    as: own === '' ? { name: taken.name, over: true } : { name: own, over: false },
  });
}

export function written(session: Session, result: WrittenOrNot): Updated {
  if (!result.ok && result.taken) return askForName(session, result.taken);
  const notice: Session['notice'] = result.ok ? { text: result.message, good: true } : { text: result.reason, good: false };
  const [before, ...past] = session.past;
  if (session.stage.kind !== 'bundle-name' || !result.ok || !before) return only({ ...session, notice });
  return replace({ ...session, past, notice }, before);
}
