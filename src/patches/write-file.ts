/**
 * Puts a content in the place of a file, or the other way round: a temporary file beside it with the original's owner and mode, brought to
 * disk, checked once more, renamed over it.
 */
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../project/read-bytes.ts';
import type { FileAttributes } from './fs.ts';
import type { JournalEntry } from './journal.ts';
import type { Store } from './store.ts';
import { contentAt } from './target.ts';

/**
 * The temporary file of one file of a patch, on its way there or back: its name is known from the journal, so that whoever tidies up
 * finds it.
 */
export function temporaryFor(store: Store, entry: JournalEntry, index: number, way: 'there' | 'back' = 'there'): string {
  const real = path.resolve(store.root, entry.files[index]?.real ?? '');
  return path.join(path.dirname(real), `.scalekit-fix-${entry.id}-${index}${way === 'back' ? '-back' : ''}.tmp`);
}

export function attributesOf(real: string): FileAttributes {
  const { mode, uid, gid } = statSync(real);
  return { mode: mode & 0o7777, owner: uid, group: gid };
}

/** The same file has another name: who replaces one parts the two. */
export function isHardLinked(real: string): boolean {
  return statSync(real).nlink > 1;
}

/** @throws when the file is not what it was: somebody else wrote to it in the meantime. */
export function assertContent(real: string, hash: string | undefined, shown: string): void {
  if (contentAt(real)?.hash !== hash) throw new ChangedMeanwhile(shown);
}

export class ChangedMeanwhile extends Error {
  override readonly name = 'ChangedMeanwhile';
  readonly file: string;

  constructor(file: string) {
    super(`${file} was changed by another program at the same moment.`);
    this.file = file;
  }
}

/** The folder of a file must still be the one that it was: no link has taken its place. */
export function isWhereItWas(real: string): boolean {
  try {
    return realpathSync(path.dirname(real)) === path.dirname(real);
  } catch (error) {
    return errorCode(error) === 'ENOENT';
  }
}
