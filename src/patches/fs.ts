/** The writes that patches are made of. One small interface, so that tests can let any of them fail. Reads go past it. */
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { errorCode } from '../project/read-bytes.ts';

export interface FileAttributes {
  /** Permission bits. Undefined: as the process's umask has it. */
  readonly mode?: number;
  readonly owner?: number;
  readonly group?: number;
}

export interface PatchFs {
  /** Creates a file that must not exist, with these attributes, and brings it to disk. Leaves nothing behind where it fails. */
  writeNew(file: string, bytes: Uint8Array, attributes: FileAttributes): void;
  /** Puts `from` in the place of `to`, whatever is there. */
  replace(from: string, to: string): void;
  /** Gives `from` the name `to`, which must not exist. */
  place(from: string, to: string): void;
  remove(file: string): void;
  makeFolder(folder: string, mode: number): void;
  removeFolder(folder: string): void;
  /** Brings the names in a folder to disk. */
  syncFolder(folder: string): void;
}

export const diskFs: PatchFs = {
  writeNew,
  replace: renameSync,
  place(from, to) {
    try {
      linkSync(from, to);
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EXDEV'].includes(errorCode(error))) throw error;
      // No hard links on this file system: the name is taken first, so that nobody else's file is written over.
      closeSync(openSync(to, 'wx'));
      renameSync(from, to);
      return;
    }
    unlinkSync(from);
  },
  remove: unlinkSync,
  makeFolder: (folder, mode) => mkdirSync(folder, { mode }),
  removeFolder: rmdirSync,
  syncFolder,
};

export function removeIfThere(file: string, fs: PatchFs): void {
  try {
    fs.remove(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR') throw error;
  }
}

function writeNew(file: string, bytes: Uint8Array, attributes: FileAttributes): void {
  const descriptor = openSync(
    file,
    constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0),
    // Narrow until owner and mode are set: the content may be a secret.
    attributes.mode === undefined ? 0o666 : attributes.mode & 0o600,
  );
  try {
    giveAttributes(descriptor, attributes);
    for (let written = 0; written < bytes.length; ) written += writeSync(descriptor, bytes, written);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    unlinkSync(file);
    throw error;
  }
  closeSync(descriptor);
}

function giveAttributes(descriptor: number, { mode, owner, group }: FileAttributes): void {
  const now = fstatSync(descriptor);
  if (process.platform !== 'win32' && owner !== undefined && group !== undefined && (now.uid !== owner || now.gid !== group)) {
    fchownSync(descriptor, owner, group);
  }
  // After the change of owner, which takes some bits away.
  if (mode !== undefined) fchmodSync(descriptor, mode);
}

function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, constants.O_RDONLY);
  } catch (error) {
    // Windows does not open folders, and some are not ours to read.
    if (['EISDIR', 'EPERM', 'EACCES'].includes(errorCode(error))) return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if (!['EINVAL', 'EPERM', 'ENOTSUP', 'EBADF', 'EISDIR'].includes(errorCode(error))) throw error;
  } finally {
    closeSync(descriptor);
  }
}
