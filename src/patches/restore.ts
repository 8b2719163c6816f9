/** Takes the files of a journal entry back to what they were: for `undo`, after a failure, and after a run that was killed. */
import { existsSync, lstatSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../project/read-bytes.ts';
import { sha256 } from '../project/source-file.ts';
import { type PatchFs, removeIfThere } from './fs.ts';
import { blobOf, type JournalEntry } from './journal.ts';
import type { Lock } from './lock.ts';
import { reversed } from './reverse.ts';
import type { Store } from './store.ts';
import { type Content, contentAt } from './target.ts';
import { assertContent, attributesOf, isHardLinked, isWhereItWas, temporaryFor } from './write-file.ts';

/** A file that is neither as before nor as after the patch. */
export interface Conflict {
  readonly file: string;
  /** What the patch left; undefined when the journal no longer knows. */
  readonly left: Buffer | undefined;
  /** What is there now; undefined when it was deleted or cannot be read. */
  readonly now: Buffer | undefined;
  readonly reason: string;
}

export type Standing = 'before' | 'after';

/** A file as it was found, and the same without what the patch wrote. */
export interface Merged {
  readonly now: Content;
  readonly back: Content;
}

/** Where every file of the entry stands, or those that stand nowhere. */
export function standingOf(
  store: Store,
  entry: JournalEntry,
): /** `merged`: what goes back into files that were edited elsewhere since, by their place in the entry. */
  | { readonly kind: 'known'; readonly standing: readonly Standing[]; readonly merged: ReadonlyMap<number, Merged> }
  | { readonly kind: 'conflicts'; readonly conflicts: readonly Conflict[] } {
  const standing: Standing[] = [];
  const conflicts: Conflict[] = [];
  const merged = new Map<number, Merged>();
  for (const [index, file] of entry.files.entries()) {
    const real = path.resolve(store.root, file.real);
    if (!isWhereItWas(real)) {
      conflicts.push({
        file: file.file,
        left: undefined,
        now: undefined,
        reason: `The folder of ${file.file} is another one now.`,
      });
      continue;
    }
    const now = lookAt(real);
    // While its temporary file waits, the patch has not touched the file: whatever stands there is somebody else's.
    if (entry.state === 'applying' && existsSync(temporaryFor(store, entry, index))) {
      standing.push(now.kind === 'content' && now.content?.hash === file.after ? 'after' : 'before');
    } else if (now.kind === 'content' && isOneOf(now.content, file.before, file.merged?.back)) standing.push('before');
    else if (now.kind === 'content' && isOneOf(now.content, file.after, file.merged?.now)) {
      if (file.before === undefined || !isHardLinked(real)) standing.push('after');
      else conflicts.push(conflictOf(store, entry, index, hardLinked));
    } else {
      const own =
        now.kind === 'content' && now.content && !isHardLinked(real) ? mergedOf(store, entry, index, now.content) : undefined;
      if (own) {
        merged.set(index, own);
        standing.push('after');
      } else conflicts.push(conflictOf(store, entry, index, now));
    }
  }
  return conflicts.length > 0 ? { kind: 'conflicts', conflicts } : { kind: 'known', standing, merged };
}

const isOneOf = (content: Content | undefined, known: string | undefined, merged: string | undefined): boolean =>
  content?.hash === known || (content !== undefined && content.hash === merged);

/** Only of a patch that is whole: what was cut short goes back to exactly what was there. */
function mergedOf(store: Store, entry: JournalEntry, index: number, now: Content): Merged | undefined {
  if (entry.state !== 'applied' || entry.files[index]?.before === undefined) return undefined;
  try {
    const [before, after] = [blobOf(store, entry, index, 'before'), blobOf(store, entry, index, 'after')];
    const bytes = reversed(before.bytes, after.bytes, now.bytes);
    return bytes && { now, back: { bytes, hash: sha256(bytes) } };
  } catch {
    return undefined;
  }
}

/** What `takeBack` will put in place, written beside the files: everything that can run out of space comes before the first is touched. */
export function prepareBack(store: Store, entry: JournalEntry, standing: readonly Standing[], fs: PatchFs): void {
  try {
    for (const [index, file] of entry.files.entries()) {
      if (standing[index] !== 'after' || file.before === undefined) continue;
      const temporary = temporaryFor(store, entry, index, 'back');
      removeIfThere(temporary, fs);
      const attributes = attributesOf(path.resolve(store.root, file.real));
      fs.writeNew(temporary, blobOf(store, entry, index, file.merged ? 'back' : 'before').bytes, attributes);
    }
  } catch (error) {
    discard(store, entry, fs);
    throw error;
  }
}

/** Every file that stands `after` goes back. The journal says `undoing` or `applying` by now, so that this may be cut short anywhere. */
export function takeBack(store: Store, entry: JournalEntry, standing: readonly Standing[], fs: PatchFs, lock: Lock): void {
  try {
    for (const [index, file] of [...entry.files.entries()].reverse()) {
      const real = path.resolve(store.root, file.real);
      if (standing[index] === 'after') {
        lock.assertHeld();
        assertContent(real, file.merged?.now ?? file.after, file.file);
        if (file.before === undefined) fs.remove(real);
        else fs.replace(temporaryFor(store, entry, index, 'back'), real);
        fs.syncFolder(path.dirname(real));
      }
      for (const way of ['there', 'back'] as const) removeIfThere(temporaryFor(store, entry, index, way), fs);
      for (const folder of [...file.newFolders].reverse()) removeEmptyFolder(path.resolve(store.root, folder), fs);
    }
  } catch (error) {
    discard(store, entry, fs);
    throw error;
  }
}

/** They hold what the files held, which may be secrets. */
function discard(store: Store, entry: JournalEntry, fs: PatchFs): void {
  for (const index of entry.files.keys()) {
    try {
      removeIfThere(temporaryFor(store, entry, index, 'back'), fs);
    } catch {
      // Whoever takes the patch back the next time writes over it.
    }
  }
}

/** A second name that the file got since: taking the file back would part the two. */
const hardLinked: Look = { kind: 'odd', reason: 'it is hard-linked now, and the two names would be parted' };

type Look =
  | { readonly kind: 'content'; readonly content: Content | undefined }
  | { readonly kind: 'odd'; readonly reason: string };

function lookAt(real: string): Look {
  try {
    // A link that took the file's place would lead the write elsewhere.
    if (lstatSync(real).isSymbolicLink()) return { kind: 'odd', reason: 'a link stands in its place' };
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return { kind: 'content', content: undefined };
    return { kind: 'odd', reason: 'it cannot be looked at' };
  }
  try {
    return { kind: 'content', content: contentAt(real) };
  } catch {
    return { kind: 'odd', reason: 'it cannot be read' };
  }
}

function conflictOf(store: Store, entry: JournalEntry, index: number, now: Look): Conflict {
  const file = entry.files[index]?.file ?? '';
  const left = entry.state === 'undone' ? undefined : blobIfThere(store, entry, index);
  if (now.kind === 'odd') return { file, left, now: undefined, reason: `${file} was changed since: ${now.reason}.` };
  const what = now.content === undefined ? 'was deleted' : 'was changed';
  const where = now.content !== undefined && entry.state === 'applied' ? ', in lines that it wrote or right beside them' : '';
  return { file, left, now: now.content?.bytes, reason: `${file} ${what} since the patch was applied${where}.` };
}

function blobIfThere(store: Store, entry: JournalEntry, index: number): Buffer | undefined {
  try {
    return blobOf(store, entry, index, 'after').bytes;
  } catch {
    return undefined;
  }
}

/** Folders that the patch made go with it, unless something else lives there by now. */
function removeEmptyFolder(folder: string, fs: PatchFs): void {
  try {
    fs.removeFolder(folder);
    fs.syncFolder(path.dirname(folder));
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) throw error;
  }
}
