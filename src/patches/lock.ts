/** One run at a time changes a project: a lock file that names its process, and is taken over when that process is gone. */
import { randomUUID } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { errorCode, readBytes } from '../project/read-bytes.ts';
import { type PatchFs, removeIfThere } from './fs.ts';
import { type Refusal, refused } from './refusal.ts';
import type { Store } from './store.ts';

/** The process that holds a lock. */
export interface LockOwner {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as the system counts it: tells a process from a later one with its number. */
  readonly began: string | undefined;
}

export interface Lock {
  readonly kind: 'lock';
  /** @throws when somebody else took the lock over. To be asked before every step that cannot be taken back. */
  assertHeld(): void;
  release(): void;
}

/** A patch takes milliseconds; a lock of another machine (or container) that is older than this is left over. */
const FOREIGN_LOCK_MS = 10 * 60_000;
const LOCK_NAME = 'lock';

export function thisProcess(): LockOwner {
  return { pid: process.pid, host: hostname(), began: beginningOf(process.pid) };
}

export function takeLock(store: Store, fs: PatchFs, owner: LockOwner = thisProcess()): Lock | Refusal {
  const file = path.join(store.folder, LOCK_NAME);
  const token = randomUUID();
  const content = JSON.stringify({ ...owner, token });
  // Written aside and put in place in one step, so that nobody ever reads half a lock.
  const aside = path.join(store.folder, `${LOCK_NAME}-${randomUUID()}`);
  fs.writeNew(aside, Buffer.from(content), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 3; attempt++) {
      try {
        fs.place(aside, file);
        heldHere.add(token);
        return held(file, content, token, fs);
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      const found = readLock(file);
      if (found !== undefined && isAlive(file, found)) break;
      if (found !== undefined) breakLock(store, file, found, fs);
    }
    return refused('Another run of scalekit-fix is changing this project right now. Wait for it to end.');
  } finally {
    removeIfThere(aside, fs);
  }
}

/** Locks that this very process holds: one of its own that is not among them could not be released when it should have been. */
const heldHere = new Set<string>();

function held(file: string, content: string, token: string, fs: PatchFs): Lock {
  return {
    kind: 'lock',
    assertHeld: () => {
      if (readLock(file) !== content) throw new Error('Another run of scalekit-fix took over.');
    },
    release: () => {
      heldHere.delete(token);
      try {
        if (readLock(file) === content) fs.remove(file);
      } catch {
        // The work is done; whoever comes next takes over what is left of the lock.
      }
    },
  };
}

/** Moves a lock that nobody holds out of the way; gives it back when it turns out to be another one, taken in between. */
function breakLock(store: Store, file: string, expected: string, fs: PatchFs): void {
  const away = path.join(store.folder, `${LOCK_NAME}-${randomUUID()}`);
  try {
    fs.replace(file, away);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (readLock(away) !== expected) fs.place(away, file);
  } finally {
    removeIfThere(away, fs);
  }
}

function isAlive(file: string, content: string): boolean {
  const owner = parseOwner(content);
  if (!owner) return false;
  if (owner.pid === process.pid && owner.host === hostname()) return heldHere.has(owner.token);
  if (owner.host !== hostname()) return ageOf(file) < FOREIGN_LOCK_MS;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return owner.began === undefined || beginningOf(owner.pid) === owner.began;
}

function parseOwner(content: string): (LockOwner & { readonly token: string }) | undefined {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed !== 'object' || parsed === null) return undefined;
    const { pid, host, began, token } = parsed as Record<string, unknown>;
    if (typeof pid !== 'number' || !Number.isInteger(pid) || pid <= 0 || typeof host !== 'string' || typeof token !== 'string')
      return undefined;
    return { pid, host, token, began: typeof began === 'string' ? began : undefined };
  } catch {
    return undefined;
  }
}

/** Only Linux tells; elsewhere a number that was given again counts as the same process. */
function beginningOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows it is columns.
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function readLock(file: string): string | undefined {
  const read = readBytes(file, LOCK_NAME, 4096);
  return read.kind === 'bytes' ? read.bytes.toString('utf8') : undefined;
}

function ageOf(file: string): number {
  try {
    return Date.now() - lstatSync(file).mtimeMs;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
