/** A text with its escapes undone and its separators left out, each byte knowing where it came from: in it a disguised value lies open. Pure. */
import { isAlphanumeric } from '../bytes.ts';
import { type Escape, readEscape } from './escapes.ts';

export interface View {
  readonly bytes: Uint8Array;
  readonly length: number;
  /** Where each byte stands in the text that this is a view of; absent: it is a text. */
  readonly from?: Uint32Array;
  readonly source?: View;
  /** Undoing an escape gave what may be the beginning of another. */
  readonly nested: boolean;
}

/** What stays: `letters` and digits, everything `visible`, or `all`. */
export type Keep = 'letters' | 'visible' | 'all';

export interface ViewOptions {
  readonly keep: Keep;
  /** `closed`: escapes stay as they are written. */
  readonly escapes?: 'closed' | 'open' | 'quoted-printable';
  /** Memory that is used again: views of one slot follow each other. */
  readonly slot: number;
}

const KEPT = 0;
const DROPPED = 1;
const SPECIAL = 2;

const keeps: Readonly<Record<Keep, (byte: number) => boolean>> = {
  letters: isAlphanumeric,
  visible: (byte) => byte > 0x20 && byte < 0x7f,
  all: (byte) => byte >= 0x20 && byte < 0x7f,
};

const tables = new Map<string, Uint8Array>();

function tableFor(keep: Keep, escapes: NonNullable<ViewOptions['escapes']>): Uint8Array {
  const key = `${keep} ${escapes}`;
  const known = tables.get(key);
  if (known) return known;
  const table = Uint8Array.from({ length: 256 }, (_, byte) => {
    if (byte === 0x1b || byte >= 0x80) return SPECIAL;
    if (byte === 0x3d && escapes === 'quoted-printable') return SPECIAL;
    if ((byte === 0x25 || byte === 0x5c || byte === 0x26) && escapes !== 'closed') return SPECIAL;
    return keeps[keep](byte) ? KEPT : DROPPED;
  });
  tables.set(key, table);
  return table;
}

const found: Escape = { code: 0, end: 0, isByte: false };

export function viewOf(source: View, options: ViewOptions): View {
  const { keep, escapes = 'open' } = options;
  const table = tableFor(keep, escapes);
  const { bytes, length } = source;
  const { out, from } = scratch(options.slot, length + 4);
  let size = 0;
  let nested = false;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] as number;
    const kind = table[byte] as number;
    if (kind === KEPT) {
      out[size] = byte;
      from[size++] = at;
    } else if (kind === SPECIAL) {
      readEscape(bytes, at, length, found);
      const code = found.code === -2 ? byte : found.code;
      const before = size;
      if (code >= 0x80) {
        size = writeCharacter(out, size, code, found.isByte);
        nested ||= found.isByte && byte < 0x80;
      } else if (code >= 0 && keeps[keep](code)) out[size++] = code;
      nested ||= (code === 0x25 || code === 0x5c || code === 0x26) && found.code >= 0 && bytes[found.end - 1] !== 0x5c;
      for (let index = before; index < size; index++) from[index] = at;
      at = found.end - 1;
    }
  }
  return { bytes: out, length: size, from, source, nested };
}

export function wholeText(bytes: Uint8Array): View {
  return { bytes, length: bytes.length, nested: false };
}

/** Where the byte `at` of a view begins in the text. */
export function startOf(view: View, at: number): number {
  return view.from && view.source ? startOf(view.source, view.from[at] as number) : at;
}

/** Where the byte before `end` ends in the text. */
export function endOf(view: View, end: number): number {
  const { from, source } = view;
  if (!from || !source) return end;
  const at = from[end - 1] as number;
  const byte = source.bytes[at] as number;
  const isEscape = byte >= 0x80 || byte === 0x25 || byte === 0x5c || byte === 0x26 || byte === 0x1b;
  if (!isEscape) return endOf(source, at + 1);
  readEscape(source.bytes, at, source.length, found);
  return endOf(source, found.code === -2 ? at + 1 : found.end);
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

interface Scratch {
  readonly out: Uint8Array;
  readonly from: Uint32Array;
}

const slots: Scratch[] = [];
const LARGEST_KEPT = 2 * 1024 * 1024;

function scratch(slot: number, size: number): Scratch {
  const kept = slots[slot];
  if (kept && kept.out.length >= size) return kept;
  const length = Math.max(4_096, 2 ** Math.ceil(Math.log2(size)));
  const fresh = { out: new Uint8Array(length), from: new Uint32Array(length) };
  if (length <= LARGEST_KEPT) slots[slot] = fresh;
  return fresh;
}
