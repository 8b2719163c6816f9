/** A text with its escapes undone and its separators left out, each byte knowing where it came from: in it a disguised value lies open. Pure. */
import { type Escape, readEscape } from './escapes.ts';

export interface View {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Where each byte begins and ends in the text; absent: it is the text. */
  readonly starts?: Uint32Array;
  readonly ends?: Uint32Array;
  /** Undoing an escape gave what may be the beginning of another. */
  readonly nested: boolean;
}

/** What stays: `letters` and digits, everything `visible`, or `all`. */
export type Keep = 'letters' | 'visible' | 'all';

const KEPT = 0;
const DROPPED = 1;
const SPECIAL = 2;

const classes: Readonly<Record<Keep, Uint8Array>> = {
  letters: classTable((byte) => isAlphanumeric(byte)),
  visible: classTable((byte) => byte > 0x20 && byte < 0x7f),
  all: classTable((byte) => byte >= 0x20 && byte < 0x7f),
};

function classTable(isKept: (byte: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte === 0x25 || byte === 0x5c || byte === 0x26 || byte === 0x1b || byte >= 0x80) return SPECIAL;
    return isKept(byte) ? KEPT : DROPPED;
  });
}

const quotedPrintableClasses: Readonly<Record<Keep, Uint8Array>> = {
  letters: withEquals(classes.letters),
  visible: withEquals(classes.visible),
  all: withEquals(classes.all),
};

const closedClasses: Readonly<Record<Keep, Uint8Array>> = {
  letters: withoutEscapes(classes.letters, DROPPED),
  visible: withoutEscapes(classes.visible, KEPT),
  all: withoutEscapes(classes.all, KEPT),
};

function withoutEscapes(table: Uint8Array, kind: number): Uint8Array {
  const copy = table.slice();
  for (const byte of [0x25, 0x5c, 0x26]) copy[byte] = kind;
  return copy;
}

function withEquals(table: Uint8Array): Uint8Array {
  const copy = table.slice();
  copy[0x3d] = SPECIAL;
  return copy;
}

const found: Escape = { code: 0, end: 0, isByte: false };

export interface ViewOptions {
  readonly keep: Keep;
  readonly quotedPrintable?: boolean;
  /** Escapes stay as they are written. */
  readonly closed?: boolean;
  /** Memory that is used again: views of one slot follow each other. */
  readonly slot: number;
}

export function viewOf(source: View, options: ViewOptions): View {
  const table = (options.closed ? closedClasses : options.quotedPrintable ? quotedPrintableClasses : classes)[options.keep];
  const keeps = classes[options.keep];
  const { bytes, length, starts: from, ends: to } = source;
  const { out, starts, ends } = scratch(options.slot, length + 4);
  let size = 0;
  let nested = false;
  for (let at = 0; at < length; ) {
    const byte = bytes[at] as number;
    const kind = table[byte] as number;
    if (kind === KEPT) {
      out[size] = byte;
      starts[size] = from ? (from[at] as number) : at;
      ends[size] = to ? (to[at] as number) : at + 1;
      size++;
      at++;
    } else if (kind === DROPPED) at++;
    else {
      readEscape(bytes, at, length, found);
      const start = from ? (from[at] as number) : at;
      const end = to ? (to[found.end - 1] as number) : found.end;
      const code = found.code === -2 ? byte : found.code;
      const before = size;
      if (code >= 0x80) {
        size = writeCharacter(out, size, code, found.isByte);
        nested ||= found.isByte && byte < 0x80;
      } else if (code >= 0 && (keeps[code] === KEPT || (keeps[code] === SPECIAL && options.keep !== 'letters'))) {
        out[size++] = code;
      }
      if ((code === 0x25 || code === 0x5c || code === 0x26) && found.code >= 0 && bytes[found.end - 1] !== 0x5c) nested = true;
      for (let index = before; index < size; index++) {
        starts[index] = start;
        ends[index] = end;
      }
      at = found.end;
    }
  }
  return { bytes: out, length: size, starts, ends, nested };
}

export function wholeText(bytes: Uint8Array): View {
  return { bytes, length: bytes.length, nested: false };
}

/** As UTF-8; `isByte`: as it is. An escape never grows: there is room for it. */
function writeCharacter(out: Uint8Array, at: number, code: number, isByte: boolean): number {
  if (isByte) {
    out[at] = code;
    return at + 1;
  }
  let size = at;
  if (code < 0x800) out[size++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) out[size++] = 0xe0 | (code >> 12);
    else {
      out[size++] = 0xf0 | (code >> 18);
      out[size++] = 0x80 | ((code >> 12) & 0x3f);
    }
    out[size++] = 0x80 | ((code >> 6) & 0x3f);
  }
  out[size++] = 0x80 | (code & 0x3f);
  return size;
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

interface Scratch {
  readonly out: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

const slots: Scratch[] = [];
const LARGEST_KEPT = 2 * 1024 * 1024;

function scratch(slot: number, size: number): Scratch {
  const kept = slots[slot];
  if (kept && kept.out.length >= size) return kept;
  const length = Math.max(4_096, 2 ** Math.ceil(Math.log2(size)));
  const fresh = { out: new Uint8Array(length), starts: new Uint32Array(length), ends: new Uint32Array(length) };
  if (length <= LARGEST_KEPT) slots[slot] = fresh;
  return fresh;
}
