/** Finds the files that hold one of several byte strings: one reused buffer, no decoding. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { MAX_FILE_BYTES } from './read-bytes.ts';
import { looksBinaryByName } from './skipped-folders.ts';
import { timeSlice } from './time-slice.ts';

export interface Mention {
  readonly path: string;
  /** Which of the needles the file holds, by their place in the list. */
  readonly needles: readonly number[];
}

export async function scanFiles(
  root: string,
  files: readonly string[],
  needles: readonly (string | Uint8Array)[],
  signal?: AbortSignal,
): Promise<Mention[]> {
  const wanted = needles.map((needle) => (typeof needle === 'string' ? Buffer.from(needle, 'utf8') : Buffer.from(needle)));
  const buffer = Buffer.allocUnsafe(MAX_FILE_BYTES);
  const giveWay = timeSlice();
  const mentions: Mention[] = [];
  for (const file of files) {
    if (signal?.aborted) break;
    const pause = giveWay();
    if (pause) await pause;
    if (looksBinaryByName(file)) continue;
    const length = readInto(root + path.sep + file, buffer);
    if (length === 0) continue;
    const content = buffer.subarray(0, length);
    const held = wanted.flatMap((needle, index) => (content.includes(needle) ? [index] : []));
    if (held.length > 0) mentions.push({ path: file, needles: held });
  }
  return mentions;
}

/** Zero for what is no regular file, cannot be read or does not fit: none of that can be judged anyway. */
function readInto(file: string, buffer: Buffer): number {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    // Of a regular file less than was asked for is all there is; asking again would cost as much as the first time.
    const length = readSync(descriptor, buffer, 0, buffer.length, null);
    return length === buffer.length && fstatSync(descriptor).size > length ? 0 : length;
  } catch {
    return 0;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
