/** Changes in Scalekit in the journal: written down before they are sent, so that no change is made that nobody can name afterwards. */
import path from 'node:path';
import { underLock } from './apply.ts';
import { diskFs } from './fs.ts';
import { forgetBlobs, type JournalChange, type JournalEntry, nextId, readJournal, setState, tidyJournal } from './journal.ts';
import { isRefusal, type Refusal, refused } from './refusal.ts';

export interface ChangeToKeep {
  readonly summary: string;
  /** Never with a secret in it. */
  readonly change: JournalChange;
  readonly now?: () => Date;
}

/** Before it is sent. `root` is the real path of the project folder. */
export function beginChange(root: string, { summary, change, now = () => new Date() }: ChangeToKeep): JournalEntry | Refusal {
  return underLock<JournalEntry>(root, diskFs, undefined, (store) => {
    tidyJournal(store, diskFs);
    const at = now().toISOString();
    const entry: JournalEntry = { id: nextId(store, at), at, summary, state: 'sending', files: [], change };
    diskFs.makeFolder(path.join(store.journal, entry.id), 0o700);
    setState(store, diskFs, entry, 'sending');
    diskFs.syncFolder(store.journal);
    return entry;
  });
}

/** `refused`: Scalekit did not take it, so that there is nothing to remember. */
export function settleChange(root: string, id: string, outcome: 'applied' | 'undone' | 'refused'): Refusal | undefined {
  const result = underLock<{ readonly kind: 'done' }>(root, diskFs, undefined, (store) => {
    const entry = readJournal(store).find((candidate) => candidate.id === id);
    if (!entry?.change) return refused('The journal knows no such change.');
    if (outcome === 'refused') forgetBlobs(store, diskFs, id, false);
    else setState(store, diskFs, entry, outcome);
    return { kind: 'done' };
  });
  return isRefusal(result) ? result : undefined;
}
