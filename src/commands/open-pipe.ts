/** Reads a named pipe without the one thing Node.js cannot be woken from: an open() that waits for somebody to write. */
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 20;
const READ_AT_ONCE = 64 * 1024;

/** Ends when the last writer has gone; before the first one comes it waits, until `signal` is aborted. */
export function openPipe(file: string, signal: AbortSignal): Readable {
  return Readable.from(chunksOf(file, signal));
}

async function* chunksOf(file: string, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  const buffer = Buffer.alloc(READ_AT_ONCE);
  let hasBegun = false;
  try {
    while (!signal.aborted) {
      const count = readNow(descriptor, buffer);
      if (count === 0 && hasBegun) return;
      if (count !== 0) hasBegun = true;
      if (count !== undefined && count > 0) yield Uint8Array.prototype.slice.call(buffer, 0, count);
      else await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Undefined where somebody holds the other end and has written nothing; 0 where nobody does. */
function readNow(descriptor: number, buffer: Buffer): number | undefined {
  try {
    return readSync(descriptor, buffer);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return undefined;
    throw error;
  }
}
