/** Redacts a text of any length piece by piece: memory stays flat, and a secret that lies across two pieces is still seen whole. */

import type { Redactor, SecretPlace } from './redactor.ts';

/** So much is worked on at once. With what stands around it, it stays below the 128 kB from which on V8 gives each string pages of its own. */
const STEP = 80 * 1024;
/** What stands behind the place up to which text is given out: the end of a secret may lie there. */
const AHEAD = 32 * 1024;
/** Of that, so much is looked through for what tells of the text before it: a name that stands behind its value. */
const MARGIN = 2 * 1024;
/** What was given out already but tells what follows: the name of a field, the beginning of a block. */
const BEHIND = 4 * 1024;
/** A secret that is longer than this is hidden in parts. */
const MOST = 1024 * 1024;
const LEAST_GROWTH = 512 * 1024;

export interface RedactionStream {
  /** What can be given out now. */
  push(chunk: Uint8Array): Buffer;
  end(): Buffer;
}

export function createRedactionStream(redactor: Redactor): RedactionStream {
  /** The same memory for every piece: fresh memory costs more time than all that is done with it. */
  let memory = Buffer.allocUnsafeSlow(BEHIND + STEP + AHEAD + 1);
  let size = 0;
  /** Of the pending bytes, these were given out. */
  let given = 0;
  let isOpen = false;
  let wanted = STEP + AHEAD;

  const take = (chunk: Uint8Array, from: number, to: number): void => {
    if (size + to - from > memory.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(size + to - from, memory.length * 2));
      larger.set(memory.subarray(0, size));
      memory = larger;
    }
    memory.set(chunk.subarray(from, to), size);
    size += to - from;
  };

  /** False when more of the text is needed to give out anything. */
  const advance = (isLast: boolean, parts: Buffer[]): boolean => {
    const pending = memory.subarray(0, size);
    if (isOpen) {
      given = endOfToken(pending, given);
      isOpen = given === size;
    }
    let cut = isLast ? size : cutIn(pending, given);
    const places = redactor.places(pending, isLast ? size : Math.min(size, cut + MARGIN));
    const across = places.find((place) => place.start < cut && place.end > cut);
    if (across !== undefined) {
      if (across.start > given) cut = across.start;
      else if (!isLast && size < MOST) {
        wanted = size - given + LEAST_GROWTH;
        return false;
      } else {
        cut = across.end;
        isOpen = cut === size;
      }
    }
    parts.push(between(pending, given, cut, places));
    const keepFrom = isLast ? size : lineStart(pending, Math.max(0, cut - BEHIND), cut);
    memory.copyWithin(0, keepFrom, size);
    size -= keepFrom;
    given = cut - keepFrom;
    wanted = STEP + AHEAD;
    return true;
  };

  const joined = (parts: readonly Buffer[]): Buffer => (parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts));
  return {
    push: (chunk) => {
      const parts: Buffer[] = [];
      for (let at = 0; at < chunk.length; ) {
        const to = Math.min(chunk.length, at + Math.max(1, wanted - (size - given)));
        take(chunk, at, to);
        at = to;
        while (size - given >= wanted && advance(false, parts));
      }
      return joined(parts);
    },
    end: () => {
      const parts: Buffer[] = [];
      if (size > 0) advance(true, parts);
      return joined(parts);
    },
  };
}

/** Behind the last line break that leaves enough ahead. */
function cutIn(pending: Buffer, given: number): number {
  const furthest = Math.max(given, pending.length - AHEAD);
  const line = pending.lastIndexOf(0x0a, furthest);
  return line >= given ? line + 1 : wordStart(pending, furthest, given);
}

function wordStart(pending: Buffer, at: number, least: number): number {
  let start = at;
  while (start > least && at - start < 4_096 && isToken(pending[start - 1])) start--;
  return start > least ? start : at;
}

function lineStart(pending: Buffer, from: number, to: number): number {
  if (from === 0) return 0;
  const line = pending.indexOf(0x0a, from);
  return line < 0 || line >= to ? from : line + 1;
}

function endOfToken(pending: Buffer, from: number): number {
  let at = from;
  while (at < pending.length && isToken(pending[at])) at++;
  return at;
}

function isToken(byte: number | undefined): boolean {
  return (
    byte !== undefined &&
    byte > 0x20 &&
    byte !== 0x22 &&
    byte !== 0x27 &&
    byte !== 0x3c &&
    byte !== 0x3e &&
    byte !== 0x26 &&
    byte !== 0x2c
  );
}

function between(pending: Buffer, from: number, to: number, places: readonly SecretPlace[]): Buffer {
  const inside = places.filter((place) => place.end > from && place.start < to);
  const parts: Uint8Array[] = [];
  let at = from;
  for (const { start, end, pseudonym } of inside) {
    parts.push(pending.subarray(at, Math.max(start, at)), Buffer.from(pseudonym, 'latin1'));
    at = Math.min(end, to);
  }
  // A copy in any case: the memory is used again.
  return Buffer.concat([...parts, pending.subarray(at, to)]);
}
