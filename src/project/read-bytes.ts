/** Reads a file's bytes without ever hanging on a pipe, filling memory or following a link out of a folder. Writes nothing. */
import { closeSync, constants, fstatSync, openSync, readSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { type Unreadable, unreadable } from './source-file.ts';

/** More than this is not source that somebody wrote by hand. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

export type Bytes = { readonly kind: 'bytes'; readonly bytes: Buffer };

/** `shown` is how the file is called in sentences. */
export function readBytes(absolute: string, shown: string, limit = MAX_FILE_BYTES): Bytes | Unreadable {
  let descriptor: number | undefined;
  try {
    // Without O_NONBLOCK opening a pipe that nobody writes to would hang.
    descriptor = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0));
    const status = fstatSync(descriptor);
    if (status.isDirectory()) return unreadable(shown, 'directory', `${shown} is a folder, not a file.`);
    if (!status.isFile()) return unreadable(shown, 'special', `${shown} is not a regular file (a pipe, socket or device).`);
    if (status.size > limit) return tooLarge(shown, limit);
    const bytes = readUpTo(descriptor, status.size, limit);
    return bytes ? { kind: 'bytes', bytes } : tooLarge(shown, limit);
  } catch (error) {
    return failure(shown, error);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The real path of something inside `root`, or why there is none. `root` must be a real path itself. */
export function realPathInside(root: string, relative: string): string | Unreadable {
  const absolute = path.resolve(root, relative);
  if (!isInside(root, absolute)) {
    return unreadable(relative, 'outside', `${relative} lies outside the project folder.`);
  }
  try {
    const real = realpathSync(absolute);
    if (isInside(root, real)) return real;
    return unreadable(relative, 'outside', `${relative} is a link that leads out of the project folder.`);
  } catch (error) {
    return failure(relative, error);
  }
}

export function isInside(root: string, absolute: string): boolean {
  const relative = path.relative(root, absolute);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function readUpTo(descriptor: number, expected: number, limit: number): Buffer | undefined {
  let buffer = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > limit) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}

function tooLarge(shown: string, limit: number): Unreadable {
  return unreadable(shown, 'too-large', `${shown} is larger than ${Math.round(limit / (1024 * 1024))} MB and was not read.`);
}

function failure(shown: string, error: unknown): Unreadable {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ERR_INVALID_ARG_VALUE':
    case 'ENAMETOOLONG':
      return unreadable(shown, 'missing', `${shown} does not exist.`);
    case 'ELOOP':
      return unreadable(shown, 'link-loop', `${shown} is a link that leads back to itself.`);
    case 'EACCES':
    case 'EPERM':
      return unreadable(shown, 'denied', `${shown} may not be read by this user.`);
    case 'EISDIR':
      return unreadable(shown, 'directory', `${shown} is a folder, not a file.`);
    case 'ENXIO':
    case 'ENODEV':
    case 'EOPNOTSUPP':
      return unreadable(shown, 'special', `${shown} is not a regular file (a pipe, socket or device).`);
    default:
      return unreadable(shown, 'failed', `${shown} could not be read (${errorCode(error) || 'unknown error'}).`);
  }
}
