/** Looks at a file that is to be changed and refuses everything that could not be put back exactly. Changes nothing. */
import { accessSync, constants, lstatSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { errorCode, isInside, readBytes, realPathInside } from '../project/read-bytes.ts';
import { sha256, sourceFile } from '../project/source-file.ts';
import { type Refusal, refused } from './refusal.ts';

export interface Content {
  readonly bytes: Buffer;
  readonly hash: string;
}

export interface ExistingTarget extends Content {
  readonly kind: 'existing';
  /** As the edit calls it. */
  readonly file: string;
  /** Absolute, links followed: what is really written. */
  readonly real: string;
  readonly isLink: boolean;
  /** The same for every name of the same file. */
  readonly identity: string;
  readonly mode: number;
  readonly owner: number;
  readonly group: number;
}

export interface NewTarget {
  readonly kind: 'new';
  readonly file: string;
  readonly real: string;
  readonly identity: string;
  /** Folders that have to be made first, outermost first, absolute. */
  readonly newFolders: readonly string[];
}

/** More than a file that is planned for can have grown to by a patch. */
const MAX_CONTENT_BYTES = 16 * 1024 * 1024;

/** Folders whose content is not the user's to patch. */
const foreign = /(^|\/)(\.git|\.scalekit-fix|node_modules)(\/|$)/i;

export function existingTarget(root: string, file: string): ExistingTarget | Refusal {
  if (foreign.test(file)) return refused(`${file} lies in a folder that is not patched.`, file);
  const real = realPathInside(root, file);
  if (typeof real !== 'string') return refused(real.reason, file);
  if (foreign.test(path.relative(root, real).split(path.sep).join('/'))) {
    return refused(`${file} is a link into a folder that is not patched.`, file);
  }
  let status: Stats;
  let isLink: boolean;
  try {
    status = statSync(real);
    isLink = lstatSync(path.resolve(root, file)).isSymbolicLink();
  } catch (error) {
    return refused(`${file} could not be looked at (${errorCode(error)}).`, file);
  }
  const problem = statusProblem(file, real, status);
  if (problem) return refused(problem, file);
  const content = readText(real, file);
  if ('kind' in content) return content;
  return {
    kind: 'existing',
    file,
    real,
    isLink,
    identity: `${status.dev}:${status.ino}`,
    mode: status.mode & 0o7777,
    owner: status.uid,
    group: status.gid,
    ...content,
  };
}

export function newTarget(root: string, file: string): NewTarget | Refusal {
  const absolute = path.resolve(root, file);
  if (foreign.test(file)) return refused(`${file} lies in a folder that is not patched.`, file);
  if (!isInside(root, absolute) || absolute === root) return refused(`${file} lies outside the project folder.`, file);
  if (exists(absolute)) return refused(`${file} exists already.`, file);
  const newFolders: string[] = [];
  let folder = path.dirname(absolute);
  while (!exists(folder)) {
    newFolders.unshift(folder);
    folder = path.dirname(folder);
  }
  try {
    const real = realpathSync(folder);
    if (!isInside(root, real)) return refused(`${file} would lie behind a link that leads out of the project folder.`, file);
    if (!statSync(real).isDirectory())
      return refused(`${file} cannot be created: a file stands where its folder should be.`, file);
    assertWritableFolder(real);
    const target = path.join(real, path.relative(folder, absolute));
    const within = newFolders.map((one) => path.join(real, path.relative(folder, one)));
    return { kind: 'new', file, real: target, identity: `new:${target}`, newFolders: within };
  } catch (error) {
    return refused(`${file} cannot be created: its folder may not be written (${errorCode(error)}).`, file);
  }
}

/** What is at a path now: its content, or that there is nothing. Throws for what cannot be read. */
export function contentAt(real: string): Content | undefined {
  if (!exists(real)) return undefined;
  const read = readBytes(real, path.basename(real), MAX_CONTENT_BYTES);
  if (read.kind === 'unreadable') throw new Error(read.reason);
  return { bytes: read.bytes, hash: sha256(read.bytes) };
}

function statusProblem(file: string, real: string, status: Stats): string | undefined {
  if (status.isDirectory()) return `${file} is a folder, not a file.`;
  if (!status.isFile()) return `${file} is not a regular file (a pipe, socket or device).`;
  if (status.nlink > 1) {
    return `${file} is hard-linked: the same file has ${status.nlink} names, and a patch would part them. Change it by hand.`;
  }
  if ((status.mode & 0o222) === 0) return `${file} is read-only.`;
  try {
    accessSync(real, constants.W_OK);
  } catch {
    return `${file} may not be written by this user.`;
  }
  try {
    assertWritableFolder(path.dirname(real));
  } catch {
    return `${file} cannot be replaced safely: its folder may not be written.`;
  }
  if (!canGiveBack(status)) return `${file} belongs to another user or group, which a new file could not be given.`;
  return undefined;
}

/** Root may write to a folder that somebody made read-only; it was made so for a reason all the same. */
function assertWritableFolder(folder: string): void {
  accessSync(folder, constants.W_OK | constants.X_OK);
  if ((statSync(folder).mode & 0o222) === 0) throw Object.assign(new Error('The folder is read-only.'), { code: 'EACCES' });
}

/** Whether a new file can be given this owner and group. */
function canGiveBack(status: Stats): boolean {
  const user = process.geteuid?.();
  if (user === undefined || user === 0) return true;
  const groups = [process.getegid?.(), ...(process.getgroups?.() ?? [])];
  return status.uid === user && groups.includes(status.gid);
}

function readText(real: string, file: string): Content | Refusal {
  const read = readBytes(real, file);
  if (read.kind === 'unreadable') return refused(read.reason, file);
  const source = sourceFile(file, read.bytes);
  if (source.kind === 'unreadable') return refused(source.reason, file);
  if (source.encoding !== 'utf-8') {
    return refused(`${file} is not valid UTF-8 (Latin-1?), so it is not written. Save it as UTF-8 first.`, file);
  }
  return { bytes: read.bytes, hash: source.hash };
}

function exists(absolute: string): boolean {
  try {
    lstatSync(absolute);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ENOENT' && errorCode(error) !== 'ENOTDIR';
  }
}
