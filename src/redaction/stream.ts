/** Redacts a text of any length piece by piece: memory stays flat, and a secret that lies across two pieces is still seen whole. */

import { binaryText } from './bytes.ts';
import { type Redactor, replaced, type SecretPlace } from './redactor.ts';

/** So much is worked on at once. */
const STEP = 512 * 1024;
/** What stands behind the place up to which text is given out: the end of a secret may lie there. */
const AHEAD = 32 * 1024;
/** What was given out already but tells what follows: the name of a field, the beginning of a block. */
const BEHIND = 4 * 1024;
/** A secret that is longer than this is hidden in parts. */
const MOST = 1024 * 1024;

export interface RedactionStream {
  /** What can be given out now. */
  push(chunk: Uint8Array): Buffer;
  end(): Buffer;
}

export function createRedactionStream(redactor: Redactor): RedactionStream {
  let chunks: Uint8Array[] = [];
  let size = 0;
  /** Of the pending bytes, these were given out. */
  let given = 0;
  let isOpen = false;
  let wanted = STEP + AHEAD;

  const advance = (isLast: boolean): Buffer => {
    let pending: Buffer = chunks.length === 1 ? Buffer.from(chunks[0] as Uint8Array) : Buffer.concat(chunks, size);
    if (isOpen) {
      given = endOfToken(pending, given);
      isOpen = given === pending.length;
    }
    const places = redactor.places(pending);
    let cut = isLast ? pending.length : cutIn(pending, given);
    const across = places.find((place) => place.start < cut && place.end > cut);
    if (across !== undefined) {
      if (across.start > given) cut = across.start;
      else if (!isLast && pending.length < MOST) {
        chunks = [pending];
        wanted = pending.length + STEP;
        return Buffer.alloc(0);
      } else {
        cut = across.end;
        isOpen = cut === pending.length;
      }
    }
    const out = between(pending, given, cut, places);
    const keepFrom = isLast ? pending.length : lineStart(pending, Math.max(0, cut - BEHIND), cut);
    pending = Buffer.from(pending.subarray(keepFrom));
    chunks = [pending];
    size = pending.length;
    given = cut - keepFrom;
    wanted = STEP + AHEAD;
    return out;
  };

  return {
    push: (chunk) => {
      chunks.push(chunk);
      size += chunk.length;
      const parts: Buffer[] = [];
      while (size - given >= wanted) {
        const before = size - given;
        parts.push(advance(false));
        if (size - given === before) break;
      }
      return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
    },
    end: () => (size === 0 ? Buffer.alloc(0) : advance(true)),
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
  const inside = places
    .filter((place) => place.end > from && place.start < to)
    .map((place) => ({ ...place, start: Math.max(place.start, from) - from, end: Math.min(place.end, to) - from }));
  if (inside.length === 0) return Buffer.from(pending.subarray(from, to));
  return Buffer.from(replaced(binaryText(pending, from, to), inside), 'latin1');
}
