/** Reads a regular file piece by piece into the same memory: fresh memory for every piece costs more time than the reading. */
import { closeSync, openSync, readSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';

const READ_AT_ONCE = 64 * 1024;
/** After so many pieces signals get their turn. */
const WITHOUT_PAUSE = 8;

/** Each piece is gone when the next is asked for. */
export async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  const descriptor = openSync(file, 'r');
  const buffer = Buffer.alloc(READ_AT_ONCE);
  try {
    for (let pieces = 1; ; pieces++) {
      const count = readSync(descriptor, buffer);
      if (count === 0) return;
      yield buffer.subarray(0, count);
      if (pieces % WITHOUT_PAUSE === 0) await turn();
    }
  } finally {
    closeSync(descriptor);
  }
}
