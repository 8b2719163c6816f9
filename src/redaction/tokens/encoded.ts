/** What a run of base64 or hex hides: decoded, unpacked where it is compressed, and looked at again. Pure; memory is bounded. */
import type { Subject } from '../bytes.ts';
import { binaryText } from '../bytes.ts';
import { openText } from '../known/open-text.ts';
import { type Hits, trigger } from '../triggers.ts';
import { withoutBreaks } from './wrapped.ts';

/** What was found inside: the surest of it. */
export interface Hidden {
  readonly kind: string;
  readonly rule: string;
  readonly value: string;
  readonly isKnown: boolean;
}

export type LookInside = (inner: Subject) => Hidden | undefined;

const LONGEST = 4 * 1024 * 1024;
const MOST_UNPACKED = 8 * 1024 * 1024;
const SHORTEST_HEX = 24;

export function hiddenIn(text: string, start: number, end: number, lookInside: LookInside): Hidden | undefined {
  if (end - start > LONGEST) return undefined;
  const isText = couldHide(text, start);
  const isHex = end - start >= SHORTEST_HEX && couldHideInHex(text, start);
  if (!isText && !isHex) return undefined;
  for (const bytes of decodings(text, start, end, { isText, isHex })) {
    const found = inside(bytes, lookInside);
    if (found) return found;
  }
  return undefined;
}

/** The first three bytes of what the run decodes to tell most runs apart already. */
function couldHide(text: string, start: number): boolean {
  const [a, b, c, d] = [sextet(text, start), sextet(text, start + 1), sextet(text, start + 2), sextet(text, start + 3)];
  if (a < 0 || b < 0 || c < 0 || d < 0) return true;
  const first = (a << 2) | (b >> 4);
  const second = ((b & 15) << 4) | (c >> 2);
  if (first === 0x1f || first === 0x78) return true;
  return isText(first) && isText(second) && isText(((c & 3) << 6) | d);
}

/** The first two bytes in hex: of text, or of compressed data. */
function couldHideInHex(text: string, start: number): boolean {
  const [a, b, c, d] = [nibble(text, start), nibble(text, start + 1), nibble(text, start + 2), nibble(text, start + 3)];
  if (a < 0 || b < 0 || c < 0 || d < 0) return false;
  const [first, second] = [(a << 4) | b, (c << 4) | d];
  return (isText(first) && isText(second)) || isCompression(first, second);
}

const isText = (byte: number): boolean => byte >= 0x80 || (byte >= 0x20 && byte < 0x7f) || (byte >= 0x09 && byte <= 0x0d);

function nibble(text: string, at: number): number {
  const code = text.charCodeAt(at) | 0x20;
  return code >= 0x30 && code <= 0x39 ? code - 0x30 : code >= 0x61 && code <= 0x66 ? code - 0x57 : -1;
}

function sextet(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 || code === 45 ? 62 : code === 47 || code === 95 ? 63 : -1;
}

function* decodings(
  text: string,
  start: number,
  end: number,
  { isText, isHex }: { readonly isText: boolean; readonly isHex: boolean },
): Generator<Buffer> {
  const run = withoutBreaks(text.slice(start, Math.min(end, start + 64)));
  if (isHex && isWorthALook(run, nibble, 4)) {
    const hex = /^[\da-fA-F]+/.exec(withoutBreaks(text.slice(start, end)))?.[0] ?? '';
    yield Buffer.from(hex.slice(0, hex.length & ~1), 'hex');
  }
  if (isText && isWorthALook(run, sextet, 6)) yield Buffer.from(withoutBreaks(text.slice(start, end)), 'base64');
}

const HEAD = 12;
const head = new Uint8Array(HEAD);

/** Text, or data that begins as compressed data does: nearly nothing that is neither base64 nor hex decodes to either. */
function isWorthALook(text: string, digit: (text: string, at: number) => number, bits: 4 | 6): boolean {
  const size = decodeHead(text, digit, bits);
  if (size < 2) return false;
  if (isCompression(head[0] as number, head[1] as number)) return true;
  if (size < 6) return false;
  let odd = 0;
  for (let at = 0; at < size; at++) {
    const byte = head[at] as number;
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20) || byte === 0x7f) return false;
    if (byte >= 0x80) odd++;
  }
  // A few bytes may belong to letters outside ASCII.
  if (odd === 0) return true;
  return odd <= size / 3 && !Buffer.from(head.subarray(0, size)).toString('utf8').slice(0, -1).includes('\ufffd');
}

/** Into `head`; tells how many bytes of it. For hex, another sign ends it. */
function decodeHead(text: string, digit: (text: string, at: number) => number, bits: 4 | 6): number {
  let size = 0;
  let held = 0;
  let count = 0;
  for (let at = 0; at < text.length && size < HEAD; at++) {
    const value = digit(text, at);
    if (value < 0) return bits === 4 ? 0 : size;
    held = ((held << bits) | value) & 0xffff;
    count += bits;
    if (count < 8) continue;
    count -= 8;
    head[size++] = (held >> count) & 0xff;
  }
  return size;
}

const escapes = trigger(['\\u', '\\x', '%', '&#', '&amp;#']);
const escaped = /(?:\\{1,8}(?:u\{?[\da-fA-F]{2,6}\}?|x[\da-fA-F]{2})|%(?:25)?[\da-fA-F]{2}|&(?:amp;)?#x?[\da-fA-F]{1,6};){8,}/y;

/** Text of which every letter is written as an escape: what it hides is looked at with the escapes undone. */
export function findEscaped(text: string, hits: Hits, visit: (start: number, end: number, inner: Subject) => void): void {
  let behind = 0;
  for (const at of hits.of(escapes)) {
    if (at < behind) continue;
    let start = at;
    while (start > behind && at - start < 7 && text[start - 1] === '\\') start--;
    escaped.lastIndex = start;
    const run = escaped.exec(text)?.[0];
    if (run === undefined) continue;
    behind = start + run.length;
    const bytes = Buffer.from(openText(run), 'latin1');
    visit(start, behind, { bytes, text: binaryText(bytes) });
  }
}

const isCompressed = ([first = 0, second = 0]: Buffer): boolean => isCompression(first, second);

const isCompression = (first: number, second: number): boolean =>
  (first === 0x1f && second === 0x8b) ||
  (first === 0x78 && (second === 0x01 || second === 0x5e || second === 0x9c || second === 0xda));

function inside(bytes: Buffer, lookInside: LookInside): Hidden | undefined {
  if (!isCompressed(bytes)) return lookInside({ bytes, text: binaryText(bytes) });
  const unpacked = unpack(bytes);
  if (unpacked === 'too-large')
    return { kind: 'unread_data', rule: 'encoded:too-large', value: binaryText(bytes), isKnown: false };
  return unpacked && lookInside({ bytes: unpacked, text: binaryText(unpacked) });
}

/** Loaded when it is needed: few texts hold compressed data. */
function unpack(bytes: Buffer): Buffer | 'too-large' | undefined {
  const zlib = process.getBuiltinModule('node:zlib');
  const options = { maxOutputLength: MOST_UNPACKED, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  try {
    return bytes[0] === 0x1f ? zlib.gunzipSync(bytes, options) : zlib.inflateSync(bytes, options);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : undefined;
  }
}
