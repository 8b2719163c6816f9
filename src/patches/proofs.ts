/** Patches of which nobody has looked yet whether they did what they were for: a run that was left between the two. */
import { underLock } from './apply.ts';
import { diskFs } from './fs.ts';
import { type ProofState, readJournal, setState } from './journal.ts';
import { isRefusal, type Refusal, refused } from './refusal.ts';
import { findStore } from './store.ts';

export interface UnprovedPatch {
  readonly id: string;
  /** What it was to repair. */
  readonly finding: string;
  readonly summary: string;
  readonly files: readonly string[];
}

/** Oldest first. `root` is the real path of the project folder. */
export function unprovedPatches(root: string): readonly UnprovedPatch[] {
  const store = findStore(root);
  if (store === undefined || isRefusal(store)) return [];
  return readJournal(store).flatMap(({ id, summary, state, files, proof }) =>
    state === 'applied' && proof?.state === 'due' && files.length > 0
      ? [{ id, summary, finding: proof.finding, files: files.map(({ file }) => file) }]
      : [],
  );
}

/** Undefined where it is written down; a patch that was taken back meanwhile needs no proof. */
export function settleProof(root: string, id: string, state: Exclude<ProofState, 'due'>): Refusal | undefined {
  const result = underLock<{ readonly kind: 'done' }>(root, diskFs, undefined, (store) => {
    const entry = readJournal(store).find((candidate) => candidate.id === id);
    if (!entry?.proof) return refused('The journal knows no such patch.');
    if (entry.state === 'applied') setState(store, diskFs, { ...entry, proof: { ...entry.proof, state } }, 'applied');
    return { kind: 'done' };
  });
  return isRefusal(result) ? result : undefined;
}
