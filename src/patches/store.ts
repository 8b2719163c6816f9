/** The folder `.scalekit-fix/` in which the journal and the lock lie. Git never sees it, and it is never a link to somewhere else. */
import { lstatSync, type Stats } from 'node:fs';
import path from 'node:path';
import { errorCode } from '../project/read-bytes.ts';
import type { PatchFs } from './fs.ts';
import { type Refusal, refused } from './refusal.ts';

export const STORE_FOLDER = '.scalekit-fix';

export interface Store {
  readonly kind: 'store';
  /** Real path of the project folder. */
  readonly root: string;
  readonly folder: string;
  readonly journal: string;
}

/** Undefined when nothing was ever written here. */
export function findStore(root: string): Store | Refusal | undefined {
  const store = storeAt(root);
  for (const folder of [store.folder, store.journal]) {
    const status = statusOf(folder);
    if (!status) return undefined;
    const problem = problemOf(status, path.relative(root, folder));
    if (problem) return refused(problem);
  }
  return store;
}

export function openStore(root: string, fs: PatchFs): Store | Refusal {
  const store = storeAt(root);
  for (const folder of [store.folder, store.journal]) {
    const status = statusOf(folder);
    const problem = status && problemOf(status, path.relative(root, folder));
    if (problem) return refused(problem);
    if (!status) makeFolder(folder, fs);
  }
  const ignore = path.join(store.folder, '.gitignore');
  if (!statusOf(ignore)) {
    try {
      fs.writeNew(ignore, Buffer.from('*\n'), {});
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    fs.syncFolder(store.folder);
  }
  return store;
}

function storeAt(root: string): Store {
  const folder = path.join(root, STORE_FOLDER);
  return { kind: 'store', root, folder, journal: path.join(folder, 'journal') };
}

/** Two runs may make it at the same moment. */
function makeFolder(folder: string, fs: PatchFs): void {
  try {
    fs.makeFolder(folder, 0o700);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  fs.syncFolder(path.dirname(folder));
}

function problemOf(status: Stats, shown: string): string | undefined {
  if (status.isSymbolicLink()) return `${shown} is a link to another place; remove it, then run this again.`;
  return status.isDirectory() ? undefined : `${shown} is not a folder; remove it, then run this again.`;
}

function statusOf(file: string): Stats | undefined {
  try {
    return lstatSync(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
