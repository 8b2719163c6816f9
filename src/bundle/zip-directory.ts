/**
 * What a zip archive says it holds (APPNOTE 6.3, §4.3), read by somebody who believes none of it: every entry must agree with its own local header,
 * lie in bytes of its own and unpack to the size and checksum that it names. Pure.
 */
import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  /** Unpacked, as the archive claims it. */
  readonly size: number;
  /** A link, device or pipe: anything but a file or a folder. */
  readonly isSpecial: boolean;
  readonly isStored: boolean;
  readonly checksum: number;
  /** Where its bytes lie in the archive. */
  readonly start: number;
  readonly end: number;
}

export type ZipDirectory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  /** Half a sentence: "it is damaged". */
  | { readonly ok: false; readonly why: string };

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const IN_64_BITS = 0xffff_ffff;
const MADE_ON_UNIX = 3;
const FILE_KINDS = 0o170000;
const ORDINARY = new Set([0, 0o100000, 0o040000]);
const ENCRYPTED = 0x2041;

export function readDirectory(archive: Uint8Array, mostEntries: number): ZipDirectory {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  if (bytes.length < END_LENGTH || bytes[0] !== 0x50 || bytes[1] !== 0x4b) return damaged('it is not a zip archive');
  const end = endOfDirectory(bytes);
  if (end === undefined) return damaged('its table of contents is missing');
  const count = bytes.readUInt16LE(end + 10);
  const length = bytes.readUInt32LE(end + 12);
  const start = bytes.readUInt32LE(end + 16);
  if (bytes.readUInt32LE(end + 4) !== 0 || bytes.readUInt16LE(end + 8) !== count) return damaged('it is one part of several');
  if (count > mostEntries) return damaged('it unpacks to more than a bundle holds');
  if (start + length !== end) return damaged('its sizes contradict each other');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    const read = readEntry(bytes, at, start, end);
    if (typeof read === 'string') return damaged(read);
    entries.push(read.entry);
    at = read.next;
  }
  if (at !== end) return damaged('its sizes contradict each other');
  return overlap(entries) ? damaged('two files in it share their bytes') : { ok: true, entries };
}

/** Undefined where it is not what the archive says, or more. */
export function contentOf(archive: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  const packed = archive.subarray(entry.start, entry.end);
  try {
    const bytes = entry.isStored ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
    return bytes.length === entry.size && crc32(bytes) === entry.checksum ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing may follow it: what does is not in the table. */
function endOfDirectory(bytes: Buffer): number | undefined {
  const earliest = Math.max(0, bytes.length - END_LENGTH - 0xffff);
  for (let at = bytes.length - END_LENGTH; at >= earliest; at--) {
    if (bytes.readUInt32LE(at) === END) return at + END_LENGTH + bytes.readUInt16LE(at + 20) === bytes.length ? at : undefined;
  }
  return undefined;
}

function readEntry(
  bytes: Buffer,
  at: number,
  filesEnd: number,
  end: number,
): string | { readonly entry: ZipEntry; readonly next: number } {
  if (at + ENTRY_LENGTH > end || bytes.readUInt32LE(at) !== ENTRY) return 'its table of contents is damaged';
  const flags = bytes.readUInt16LE(at + 8);
  const method = bytes.readUInt16LE(at + 10);
  const packedSize = bytes.readUInt32LE(at + 20);
  const size = bytes.readUInt32LE(at + 24);
  const nameEnd = at + ENTRY_LENGTH + bytes.readUInt16LE(at + 28);
  const local = bytes.readUInt32LE(at + 42);
  if (nameEnd > end) return 'its table of contents is damaged';
  const name = nameOf(bytes.subarray(at + ENTRY_LENGTH, nameEnd));
  if (name === undefined) return 'a name in it is no text';
  if ((flags & ENCRYPTED) !== 0) return 'it is encrypted';
  if (method !== 0 && method !== 8) return 'it is packed in a way that bundles are not';
  if ([packedSize, size, local].includes(IN_64_BITS)) return 'it is larger than any bundle';
  if (local + LOCAL_LENGTH > filesEnd || bytes.readUInt32LE(local) !== LOCAL) return 'its sizes contradict each other';
  const localName = bytes.subarray(local + LOCAL_LENGTH, local + LOCAL_LENGTH + bytes.readUInt16LE(local + 26));
  if (!localName.equals(bytes.subarray(at + ENTRY_LENGTH, nameEnd))) return 'a file in it has two names';
  if (bytes.readUInt16LE(local + 8) !== method) return 'its sizes contradict each other';
  const start = local + LOCAL_LENGTH + localName.length + bytes.readUInt16LE(local + 28);
  if (start + packedSize > filesEnd || (method === 0 && packedSize !== size)) return 'its sizes contradict each other';
  const kind = bytes.readUInt8(at + 5) === MADE_ON_UNIX ? (bytes.readUInt32LE(at + 38) >>> 16) & FILE_KINDS : 0;
  return {
    entry: {
      name,
      size,
      isSpecial: !ORDINARY.has(kind),
      isStored: method === 0,
      checksum: bytes.readUInt32LE(at + 16),
      start,
      end: start + packedSize,
    },
    next: nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32),
  };
}

/** Bombs are packed by letting many entries point at the same bytes. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = [...entries].sort((a, b) => a.start - b.start || a.end - b.end);
  return ordered.some((entry, index) => entry.start < (ordered[index - 1]?.end ?? 0));
}

function nameOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const damaged = (why: string): ZipDirectory => ({ ok: false, why });
