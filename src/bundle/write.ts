/** Puts a bundle on the disk: readable by its owner only, whole or not at all, never over another file unless that is asked for. */
import { closeSync, constants, fsyncSync, linkSync, lstatSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';

export type Written =
  | { readonly kind: 'written'; readonly path: string; readonly size: number }
  /** `isTaken`: there is a file of that name, and nobody said that it may go. */
  | { readonly kind: 'refused'; readonly reason: string; readonly isTaken?: boolean };

export function writeBundle(file: string, bytes: Uint8Array, options: { readonly force: boolean }): Written {
  const existing = statusOf(file);
  if (existing?.isDirectory()) return refused(`${file} is a folder: name a file for the bundle.`);
  if (existing && !existing.isFile() && !existing.isSymbolicLink())
    return refused(`${file} is no regular file: name another one for the bundle.`);
  if (existing && !options.force) return taken(file);
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.${Date.now().toString(36)}.tmp`);
  try {
    writeWhole(temporary, bytes);
    if (options.force) renameSync(temporary, file);
    else putInPlace(temporary, file);
    return { kind: 'written', path: file, size: bytes.length };
  } catch (error) {
    remove(temporary);
    return codeOf(error) === 'EEXIST' ? taken(file) : refused(sentenceFor(file, codeOf(error)));
  }
}

function writeWhole(file: string, bytes: Uint8Array): void {
  const descriptor = openSync(
    file,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
    0o600,
  );
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link fails where a file came into being meanwhile; a rename would replace it. */
function putInPlace(temporary: string, file: string): void {
  try {
    linkSync(temporary, file);
  } catch (error) {
    if (!['EPERM', 'ENOSYS', 'EOPNOTSUPP', 'ENOTSUP', 'EMLINK', 'EXDEV'].includes(codeOf(error))) throw error;
    // File systems without links: the name is taken first, and what then stands there is ours.
    closeSync(openSync(file, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600));
    renameSync(temporary, file);
    return;
  }
  unlinkSync(temporary);
}

function statusOf(file: string): ReturnType<typeof lstatSync> {
  return lstatSync(file, { throwIfNoEntry: false });
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It was never there, or is in place already.
  }
}

const refused = (reason: string): Extract<Written, { readonly kind: 'refused' }> => ({ kind: 'refused', reason });
const taken = (file: string): Written => ({ ...refused(`${file} exists already; --force overwrites it.`), isTaken: true });

function sentenceFor(file: string, code: string): string {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return `The bundle was not written: the folder of ${file} does not exist.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The bundle was not written: this user may not write to the folder of ${file}.`;
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return `The bundle was not written: there is no space left for ${file}.`;
    default:
      return `The bundle was not written to ${file} (${code}).`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}
