/** The journal: what every patch replaced, on disk before the first file is touched. Reads it back as data that anybody may have written. */
import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';
import { errorCode, readBytes } from '../project/read-bytes.ts';
import { sha256 } from '../project/source-file.ts';
import { type PatchFs, removeIfThere } from './fs.ts';
import { JOURNAL_VERSION, type JournalEntry, type JournalState, parseEntry } from './journal-entry.ts';
import type { PlannedFile } from './plan.ts';
import type { Store } from './store.ts';
import type { Content } from './target.ts';

export type { JournalChange, JournalEntry, JournalFile, JournalState, PatchProof, ProofState } from './journal-entry.ts';

const KEPT_ENTRIES = 30;
const MAX_BLOB_BYTES = 16 * 1024 * 1024;

/** Oldest first. What is no entry is passed over. */
export function readJournal(store: Store): JournalEntry[] {
  return entryNames(store).flatMap((name) => readEntry(store, name) ?? []);
}

/** Everything about the patch, on disk, before anything else happens. */
export function beginEntry(
  store: Store,
  fs: PatchFs,
  patch: {
    readonly summary: string;
    readonly at: Date;
    readonly files: readonly PlannedFile[];
    readonly finding?: string | undefined;
  },
): JournalEntry {
  const at = patch.at.toISOString();
  const id = nextId(store, at);
  const folder = path.join(store.journal, id);
  const entry: JournalEntry = {
    id,
    at,
    summary: patch.summary,
    state: 'applying',
    ...(patch.finding === undefined ? {} : { proof: { finding: patch.finding, state: 'due' as const } }),
    files: patch.files.map(({ file, target, after }) => ({
      file,
      real: relative(store, target.real),
      before: target.kind === 'existing' ? target.hash : undefined,
      after: after.hash,
      newFolders: target.kind === 'new' ? target.newFolders.map((one) => relative(store, one)) : [],
    })),
  };
  fs.makeFolder(folder, 0o700);
  try {
    for (const [index, { target, after }] of patch.files.entries()) {
      if (target.kind === 'existing') fs.writeNew(path.join(folder, `${index}.before`), target.bytes, { mode: 0o600 });
      fs.writeNew(path.join(folder, `${index}.after`), after.bytes, { mode: 0o600 });
    }
    setState(store, fs, entry, entry.state);
    fs.syncFolder(store.journal);
  } catch (error) {
    // Nothing has been touched yet, so nothing is left to remember.
    forgetBlobs(store, fs, id, false);
    throw error;
  }
  return entry;
}

export function nextId(store: Store, at: string): string {
  const number = Number.parseInt(entryNames(store).at(-1) ?? '0', 10) + 1;
  return `${String(number).padStart(6, '0')}-${at.replace(/[-:.]/g, '')}`;
}

export function setState(store: Store, fs: PatchFs, entry: JournalEntry, state: JournalState): void {
  prepareState(store, fs, entry, state)();
}

/** Writes a state aside, while there is space and nothing has been touched; what it gives puts it in place, which needs no space. */
export function prepareState(store: Store, fs: PatchFs, entry: JournalEntry, state: JournalState): () => void {
  const folder = path.join(store.journal, entry.id);
  const written = path.join(folder, `entry.json.${state}`);
  // Left by a run that was killed right here.
  removeIfThere(written, fs);
  const text = `${JSON.stringify({ version: JOURNAL_VERSION, ...entry, state }, undefined, 2)}\n`;
  fs.writeNew(written, Buffer.from(text), { mode: 0o600 });
  return () => {
    fs.replace(written, path.join(folder, 'entry.json'));
    fs.syncFolder(folder);
  };
}

/** What will go back into files that were edited elsewhere since, on disk before they are touched; the entry that knows of it. */
export function keepMerged(
  store: Store,
  fs: PatchFs,
  entry: JournalEntry,
  merged: ReadonlyMap<number, { readonly now: Content; readonly back: Content }>,
): JournalEntry {
  if (merged.size === 0) return entry;
  for (const [index, { back }] of merged) {
    const blob = path.join(store.journal, entry.id, `${index}.back`);
    removeIfThere(blob, fs);
    fs.writeNew(blob, back.bytes, { mode: 0o600 });
  }
  const files = entry.files.map((file, index) => {
    const own = merged.get(index);
    return own ? { ...file, merged: { now: own.now.hash, back: own.back.hash } } : file;
  });
  return { ...entry, files };
}

/** The content on one side of a patch. @throws when the journal was damaged. */
export function blobOf(store: Store, entry: JournalEntry, index: number, side: 'before' | 'after' | 'back'): Content {
  const file = entry.files[index];
  const expected = side === 'before' ? file?.before : side === 'after' ? file?.after : file?.merged?.back;
  const read = readBytes(path.join(store.journal, entry.id, `${index}.${side}`), `${index}.${side}`, MAX_BLOB_BYTES);
  if (read.kind === 'unreadable' || sha256(read.bytes) !== expected) {
    throw new Error(`The journal of the patch is damaged: it no longer holds ${file?.file ?? 'the file'} as it was.`);
  }
  return { bytes: read.bytes, hash: expected };
}

/** Takes the copies away, which may hold secrets; `keepRecord` leaves the line that the patch was there. */
export function forgetBlobs(store: Store, fs: PatchFs, id: string, keepRecord: boolean): void {
  const folder = path.join(store.journal, id);
  for (const name of namesIn(folder)) {
    // Anybody may have put something else there; it is not ours to take away.
    if (!ownName.test(name) || (keepRecord && name === 'entry.json')) continue;
    fs.remove(path.join(folder, name));
  }
  if (keepRecord) return;
  try {
    fs.removeFolder(folder);
  } catch (error) {
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error;
  }
}

const ownName = /^(?:\d+\.(?:before|after|back)|entry\.json(?:\.[a-z]+)?)$/;

/** Takes away what runs that were killed left here, copies of what was undone, and the oldest entries. Only under the lock. */
export function tidyJournal(store: Store, fs: PatchFs): void {
  const names = entryNames(store);
  for (const [index, name] of names.entries()) {
    const state = readEntry(store, name)?.state;
    const isOld = index < names.length - KEPT_ENTRIES;
    const held = namesIn(path.join(store.journal, name));
    if (state === undefined && !held.includes('entry.json')) forgetBlobs(store, fs, name, false);
    else if (isOld && (state === 'applied' || state === 'undone' || state === 'sending')) forgetBlobs(store, fs, name, false);
    else if (state === 'undone' && held.length > 1) forgetBlobs(store, fs, name, true);
  }
}

/** Folders only: a link would lead whoever tidies up to files of somebody else. */
function entryNames(store: Store): string[] {
  return entriesIn(store.journal)
    .filter((entry) => entry.isDirectory() && /^\d{6,15}-\w+$/.test(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

const namesIn = (folder: string): string[] => entriesIn(folder).map(({ name }) => name);

function readEntry(store: Store, id: string): JournalEntry | undefined {
  const read = readBytes(path.join(store.journal, id, 'entry.json'), 'entry.json');
  if (read.kind === 'unreadable') return undefined;
  try {
    return parseEntry(store, id, JSON.parse(read.bytes.toString('utf8')));
  } catch {
    return undefined;
  }
}

function relative(store: Store, absolute: string): string {
  return path.relative(store.root, absolute).split(path.sep).join('/');
}
