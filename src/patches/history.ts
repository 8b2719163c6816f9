/** The patches that stand in a project, with what each changed: read from the journal's own copies. Changes nothing. */
import { blobOf, type JournalEntry, readJournal } from './journal.ts';
import { isRefusal } from './refusal.ts';
import { findStore, type Store } from './store.ts';

export interface StandingPatch {
  readonly summary: string;
  /** ISO 8601. */
  readonly at: string;
  readonly changes: readonly { readonly file: string; readonly before?: string; readonly after: string }[];
}

/** Oldest first. `root` is the real path of the project folder; a journal that is damaged or not ours tells nothing. */
export function standingPatches(root: string, most: number): readonly StandingPatch[] {
  const store = findStore(root);
  if (store === undefined || isRefusal(store)) return [];
  return readJournal(store)
    .filter(({ state, files }) => state === 'applied' && files.length > 0)
    .slice(-most)
    .flatMap((entry) => patchOf(store, entry) ?? []);
}

function patchOf(store: Store, entry: JournalEntry): StandingPatch | undefined {
  const side = (index: number, which: 'before' | 'after'): string => blobOf(store, entry, index, which).bytes.toString('utf8');
  try {
    const changes = entry.files.map(({ file, before }, index) => ({
      file,
      ...(before === undefined ? {} : { before: side(index, 'before') }),
      after: side(index, 'after'),
    }));
    return { summary: entry.summary, at: entry.at, changes };
  } catch {
    return undefined;
  }
}
