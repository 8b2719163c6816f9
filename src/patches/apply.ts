/** Carries a plan out: all files or none, whatever happens in between. */
import path from 'node:path';
import { errorCode } from '../project/read-bytes.ts';
import { diskFs, type PatchFs } from './fs.ts';
import { beginEntry, forgetBlobs, type JournalEntry, prepareState, readJournal, setState, tidyJournal } from './journal.ts';
import { type Lock, type LockOwner, takeLock, thisProcess } from './lock.ts';
import { modeOfNewFile, type Plan, type PlannedFile } from './plan.ts';
import { isRefusal, type Refusal, refused } from './refusal.ts';
import { prepareBack, standingOf, takeBack } from './restore.ts';
import { openStore, type Store } from './store.ts';
import { assertContent, attributesOf, ChangedMeanwhile, isHardLinked, isWhereItWas, temporaryFor } from './write-file.ts';

export interface ApplyOptions {
  /** What the patch is for, one line: `undo --list` shows it. */
  readonly summary: string;
  /** The finding that it is for: until `settleProof` says what became of it, the journal calls its proof due. */
  readonly finding?: string | undefined;
  readonly now?: () => Date;
  readonly fs?: PatchFs;
  readonly owner?: LockOwner;
}

export interface Applied {
  readonly kind: 'applied';
  readonly id: string;
  readonly files: readonly string[];
  /** Summaries of earlier patches that were cut short and have been taken back first. */
  readonly recovered: readonly string[];
}

export function applyPlan(plan: Plan, options: ApplyOptions): Applied | Refusal {
  const fs = options.fs ?? diskFs;
  return underLock(plan.root, fs, options.owner, (store, lock) => {
    const recovered = recoverUnfinished(store, fs, lock);
    if (isRefusal(recovered)) return recovered;
    tidyJournal(store, fs);
    const changed = plan.files.find((file) => !isUnchanged(file));
    if (changed) return refused(`${changed.file} has changed since the patch was shown; look again.`, changed.file);
    const at = (options.now ?? (() => new Date()))();
    const entry = beginEntry(store, fs, { summary: options.summary, at, files: plan.files, finding: options.finding });
    const failure = attempt(() => writeAll(store, entry, plan.files, fs, lock));
    if (failure === undefined) return { kind: 'applied', id: entry.id, files: plan.files.map(({ file }) => file), recovered };
    return rollBack(store, entry, fs, lock, failure);
  });
}

/** Runs something as the only one who changes the project; every failure becomes a refusal. */
export function underLock<T extends object>(
  root: string,
  fs: PatchFs,
  owner: LockOwner | undefined,
  work: (store: Store, lock: Lock) => T | Refusal,
): T | Refusal {
  try {
    const store = openStore(root, fs);
    if (isRefusal(store)) return store;
    const lock = takeLock(store, fs, owner ?? thisProcess());
    if (isRefusal(lock)) return lock;
    try {
      return work(store, lock);
    } finally {
      lock.release();
    }
  } catch (error) {
    return refused(`Nothing could be written: ${describeFailure(error)}`);
  }
}

/** Patches whose run was killed are taken back before anything new begins. */
export function recoverUnfinished(store: Store, fs: PatchFs, lock: Lock): readonly string[] | Refusal {
  const recovered: string[] = [];
  for (const entry of readJournal(store).reverse()) {
    if (entry.state !== 'applying' && entry.state !== 'undoing') continue;
    const found = standingOf(store, entry);
    if (found.kind === 'conflicts') {
      const files = found.conflicts.map(({ file }) => file).join(', ');
      return refused(`An earlier patch was cut short, and ${files} changed since. Run scalekit-fix undo to see the difference.`);
    }
    prepareBack(store, entry, found.standing, fs);
    takeBack(store, entry, found.standing, fs, lock);
    finishUndone(store, entry, fs);
    recovered.push(entry.summary);
  }
  return recovered;
}

export function finishUndone(
  store: Store,
  entry: JournalEntry,
  fs: PatchFs,
  mark: () => void = () => setState(store, fs, entry, 'undone'),
): void {
  mark();
  // The copies have done their work, and may hold secrets.
  forgetBlobs(store, fs, entry.id, true);
}

/** A sentence for what a file system says, without the path it says it about. */
export function describeFailure(error: unknown): string {
  if (error instanceof ChangedMeanwhile) return error.message;
  switch (errorCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no space left on the disk.';
    case 'EFBIG':
      return 'a file would grow beyond what this user may write.';
    case 'EROFS':
      return 'the file system is read-only.';
    case 'EACCES':
    case 'EPERM':
      return 'this user may not write here.';
    case 'EIO':
      return 'the disk reports an error.';
    case '':
      return error instanceof Error ? error.message : 'an unknown error.';
    default:
      return `the system reports ${errorCode(error)}.`;
  }
}

function isUnchanged({ target, file }: PlannedFile): boolean {
  try {
    assertContent(target.real, target.kind === 'existing' ? target.hash : undefined, file);
    return isWhereItWas(target.real) && !(target.kind === 'existing' && isHardLinked(target.real));
  } catch {
    return false;
  }
}

function writeAll(store: Store, entry: JournalEntry, files: readonly PlannedFile[], fs: PatchFs, lock: Lock): void {
  // Everything that can run out of space comes before the first file is replaced.
  for (const [index, { target, after, file }] of files.entries()) {
    if (target.kind === 'new') for (const folder of target.newFolders) makeFolder(folder, fs);
    const mode = modeOfNewFile(file);
    const attributes = target.kind === 'existing' ? attributesOf(target.real) : mode === undefined ? {} : { mode };
    fs.writeNew(temporaryFor(store, entry, index), after.bytes, attributes);
  }
  const markApplied = prepareState(store, fs, entry, 'applied');
  // New files first: a new name may still need space, and giving it up needs none; a replacement needs none.
  const ordered = [...files.entries()].sort(
    ([, a], [, b]) => Number(a.target.kind === 'existing') - Number(b.target.kind === 'existing'),
  );
  for (const [index, { target, file }] of ordered) {
    lock.assertHeld();
    assertContent(target.real, target.kind === 'existing' ? target.hash : undefined, file);
    if (target.kind === 'existing') fs.replace(temporaryFor(store, entry, index), target.real);
    else fs.place(temporaryFor(store, entry, index), target.real);
    fs.syncFolder(path.dirname(target.real));
  }
  markApplied();
}

function makeFolder(folder: string, fs: PatchFs): void {
  try {
    fs.makeFolder(folder, 0o777);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  fs.syncFolder(path.dirname(folder));
}

function rollBack(store: Store, entry: JournalEntry, fs: PatchFs, lock: Lock, failure: { readonly error: unknown }): Refusal {
  const reason = describeFailure(failure.error);
  const again = attempt(() => {
    const found = standingOf(store, entry);
    if (found.kind === 'conflicts') throw new ChangedMeanwhile(found.conflicts[0]?.file ?? '');
    prepareBack(store, entry, found.standing, fs);
    takeBack(store, entry, found.standing, fs, lock);
    forgetBlobs(store, fs, entry.id, false);
  });
  if (again === undefined) return refused(`Nothing was changed: ${reason}`);
  return refused(`The patch failed half-way (${reason}) and could not be taken back yet. Run scalekit-fix undo.`);
}

function attempt(work: () => void): { readonly error: unknown } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return { error };
  }
}
