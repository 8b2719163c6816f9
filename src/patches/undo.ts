/** Takes applied patches back: byte for byte, or by their own lines where a file was edited elsewhere since; refuses where neither fits. */
import { describeFailure, finishUndone, underLock } from './apply.ts';
import { diskFs, type PatchFs } from './fs.ts';
import { type JournalEntry, keepMerged, prepareState, readJournal, setState } from './journal.ts';
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
  /** Files that were edited elsewhere since: only the patch's own lines went back. */
  readonly kept: readonly string[];
}

/** Nothing was touched: in these files stands neither what was before the patch nor what it wrote. */
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
  return undo(root, lastStanding, options);
}

/** One patch out of the list, whatever was applied after it. */
export function undoPatch(root: string, id: string, options: UndoOptions = {}): UndoResult {
  return undo(root, (entries) => entries.find((entry) => entry.id === id && isStanding(entry)), options);
}

function undo(
  root: string,
  pick: (entries: readonly JournalEntry[]) => JournalEntry | undefined,
  options: UndoOptions,
): UndoResult {
  const store = findStore(root);
  if (store === undefined) return { kind: 'nothing' };
  if (isRefusal(store)) return store;
  if (!pick(readJournal(store))) return { kind: 'nothing' };
  const fs = options.fs ?? diskFs;
  return underLock<UndoResult>(root, fs, options.owner, (opened, lock) => {
    const entries = readJournal(opened);
    const picked = pick(entries);
    if (!picked) return { kind: 'nothing' };
    if (options.expecting !== undefined && picked.id !== options.expecting) {
      return refused('Nothing was undone: another patch was applied meanwhile.');
    }
    const cutShort = entries.find((entry) => isUnfinished(entry) && entry.id !== picked.id);
    if (cutShort) {
      const files = cutShort.files.map(({ file }) => file).join(', ');
      return refused(
        `An earlier run was cut short in the middle of a patch (${files}): \`scalekit-fix undo\` takes that back first.`,
      );
    }
    const found = standingOf(opened, picked);
    if (found.kind === 'conflicts') return { kind: 'conflicts', entry: picked, conflicts: found.conflicts };
    let entry = picked;
    try {
      entry = keepMerged(opened, fs, picked, found.merged);
    } catch (error) {
      return refused(`Nothing was undone: ${describeFailure(error)} Run scalekit-fix undo again when that is put right.`);
    }
    const ready = prepareUndo(opened, entry, found.standing, fs);
    if (isRefusal(ready)) return ready;
    try {
      takeBack(opened, entry, found.standing, fs, lock);
      finishUndone(opened, entry, fs, ready.markUndone);
    } catch (error) {
      return refused(`The patch could not be taken back completely: ${describeFailure(error)} Run scalekit-fix undo again.`);
    }
    const kept = entry.files.filter((file) => file.merged !== undefined).map(({ file }) => file);
    return { kind: 'undone', entry: picked, wasUnfinished: picked.state !== 'applied', kept };
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
  return isRefusal(entries) ? undefined : entries.find(isUnfinished);
}

/** Files are as the patch left them, or somewhere between. Changes in Scalekit are taken back elsewhere. */
export function isStanding({ state, change }: JournalEntry): boolean {
  return state !== 'undone' && change === undefined;
}

const isUnfinished = ({ state }: JournalEntry): boolean => state === 'applying' || state === 'undoing';

/** An unfinished one always comes first: nothing newer can have been applied over it. */
function lastStanding(entries: readonly JournalEntry[]): JournalEntry | undefined {
  return entries.findLast(isStanding);
}
