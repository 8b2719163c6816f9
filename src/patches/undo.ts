/** Takes the last applied patch back, byte for byte, or refuses where a file has changed since. Lists what there is to take back. */
import { describeFailure, finishUndone, underLock } from './apply.ts';
import { diskFs, type PatchFs } from './fs.ts';
import { type JournalEntry, prepareState, readJournal, setState } from './journal.ts';
import type { LockOwner } from './lock.ts';
import { isRefusal, type Refusal, refused } from './refusal.ts';
import { type Conflict, prepareBack, type Standing, standingOf, takeBack } from './restore.ts';
import { findStore, type Store } from './store.ts';

export type { JournalEntry } from './journal.ts';
export type { Conflict } from './restore.ts';

export interface Undone {
  readonly kind: 'undone';
  readonly entry: JournalEntry;
  /** The patch had been cut short: what it had written is gone. */
  readonly wasUnfinished: boolean;
}

/** Nothing was touched: these files are neither as before nor as after the patch. */
export interface UndoConflicts {
  readonly kind: 'conflicts';
  readonly entry: JournalEntry;
  readonly conflicts: readonly Conflict[];
}

export type UndoResult = Undone | UndoConflicts | { readonly kind: 'nothing' } | Refusal;

export interface UndoOptions {
  /** Id of the patch that must be the last one; any other is left alone. */
  readonly expecting?: string;
  readonly fs?: PatchFs;
  readonly owner?: LockOwner;
}

/** `root` is the real path of the project folder. */
export function undoLast(root: string, options: UndoOptions = {}): UndoResult {
  const store = findStore(root);
  if (store === undefined) return { kind: 'nothing' };
  if (isRefusal(store)) return store;
  if (!lastStanding(readJournal(store))) return { kind: 'nothing' };
  const fs = options.fs ?? diskFs;
  return underLock<UndoResult>(root, fs, options.owner, (opened, lock) => {
    const entry = lastStanding(readJournal(opened));
    if (!entry) return { kind: 'nothing' };
    if (options.expecting !== undefined && entry.id !== options.expecting) {
      return refused('Nothing was undone: another patch was applied meanwhile.');
    }
    const found = standingOf(opened, entry);
    if (found.kind === 'conflicts') return { kind: 'conflicts', entry, conflicts: found.conflicts };
    const ready = prepareUndo(opened, entry, found.standing, fs);
    if (isRefusal(ready)) return ready;
    try {
      takeBack(opened, entry, found.standing, fs, lock);
      finishUndone(opened, entry, fs, ready.markUndone);
    } catch (error) {
      return refused(`The patch could not be taken back completely: ${describeFailure(error)} Run scalekit-fix undo again.`);
    }
    return { kind: 'undone', entry, wasUnfinished: entry.state !== 'applied' };
  });
}

/** Everything that can run out of space, before a file is touched; where it does, the patch stands as it did. */
function prepareUndo(
  store: Store,
  entry: JournalEntry,
  standing: readonly Standing[],
  fs: PatchFs,
): Refusal | { readonly kind: 'ready'; readonly markUndone: () => void } {
  let standAgain = (): void => {};
  try {
    const markUndone = prepareState(store, fs, entry, 'undone');
    if (entry.state === 'applied') {
      const markApplied = prepareState(store, fs, entry, 'applied');
      setState(store, fs, entry, 'undoing');
      standAgain = markApplied;
    }
    prepareBack(store, entry, standing, fs);
    return { kind: 'ready', markUndone };
  } catch (error) {
    try {
      standAgain();
    } catch {
      // It says `undoing` then, and the next undo begins again.
    }
    return refused(`Nothing was undone: ${describeFailure(error)} Run scalekit-fix undo again when that is put right.`);
  }
}

/** Newest first; `undone` ones are history. */
export function listJournal(root: string): readonly JournalEntry[] | Refusal {
  const store = findStore(root);
  if (store === undefined) return [];
  return isRefusal(store) ? store : readJournal(store).reverse();
}

/** The patch of a run that was killed, if there is one: the next `undo` or `fix --apply` takes it back. */
export function unfinishedPatch(root: string): JournalEntry | undefined {
  const entries = listJournal(root);
  return isRefusal(entries) ? undefined : entries.find(({ state }) => state === 'applying' || state === 'undoing');
}

/** An unfinished one always comes first: nothing newer can have been applied over it. */
function lastStanding(entries: readonly JournalEntry[]): JournalEntry | undefined {
  return entries.findLast(({ state }) => state !== 'undone');
}
