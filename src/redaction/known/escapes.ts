/** Reads one escaped character out of bytes: percent, backslash, HTML entity, terminal sequence, UTF-8. Nested escapes of one kind count as one. Pure. */

/** What `readEscape` found; one object, used again, because it is asked for every escape of a large log. */
export interface Escape {
  /** Code point or byte; -1: nothing is left of it; -2: this is no escape. */
  code: number;
  /** Behind the escape. */
  end: number;
  /** `code` is one byte of a longer character. */
  isByte: boolean;
}

const NOTHING = -1;
const NO_ESCAPE = -2;
const ESC = 0x1b;

const hexValues = new Int8Array(256).fill(-1);
for (const [at, character] of [...'0123456789abcdef'].entries()) {
  hexValues[character.charCodeAt(0)] = at;
  hexValues[character.toUpperCase().charCodeAt(0)] = at;
}
export const hexValue = (byte: number | undefined): number => (byte === undefined ? -1 : (hexValues[byte] as number));

const entities: Readonly<Record<string, number>> = {
  quot: 0x22,
  apos: 0x27,
  lt: 0x3c,
  gt: 0x3e,
  nbsp: 0xa0,
  sol: 0x2f,
  bsol: 0x5c,
  plus: 0x2b,
  equals: 0x3d,
  percnt: 0x25,
  num: 0x23,
  dollar: 0x24,
  colon: 0x3a,
  semi: 0x3b,
  commat: 0x40,
  excl: 0x21,
  quest: 0x3f,
  ast: 0x2a,
  lowbar: 0x5f,
  hyphen: 0x2d,
  period: 0x2e,
  comma: 0x2c,
  lpar: 0x28,
  rpar: 0x29,
  lsqb: 0x5b,
  rsqb: 0x5d,
  lbrace: 0x7b,
  rbrace: 0x7d,
  lcub: 0x7b,
  rcub: 0x7d,
  verbar: 0x7c,
  vert: 0x7c,
  Hat: 0x5e,
  grave: 0x60,
  tilde: 0x7e,
  Tab: 9,
  NewLine: 10,
  ZeroWidthSpace: 0x200b,
  shy: 0xad,
  zwnj: 0x200c,
  zwj: 0x200d,
}; // prettier-ignore

/** `at` is at a `%`, `\`, `&`, ESC, `=` (quoted-printable) or a byte from 0x80 on. */
export function readEscape(bytes: Uint8Array, at: number, length: number, into: Escape): Escape {
  into.code = NO_ESCAPE;
  into.end = at + 1;
  into.isByte = false;
  const first = bytes[at] as number;
  if (first === 0x25) percent(bytes, at, into);
  else if (first === 0x5c) backslash(bytes, at, length, into);
  else if (first === 0x26) entity(bytes, at, length, into);
  else if (first === 0x3d) quotedPrintable(bytes, at, into);
  else if (first === ESC) into.code = ESC;
  else if (first >= 0x80) character(bytes, at, length, into);
  if (!into.isByte && (into.code === ESC || into.code === 0x9b)) terminalSequence(bytes, length, into);
  if (into.code >= 0 && !into.isByte && isInvisible(into.code)) into.code = NOTHING;
  return into;
}

function percent(bytes: Uint8Array, at: number, into: Escape): void {
  let digits = at + 1;
  while (isTwentyFive(bytes, digits) && hexPair(bytes, digits + 2) >= 0) digits += 2;
  const code = hexPair(bytes, digits);
  if (code < 0) return;
  into.code = code;
  into.end = digits + 2;
  into.isByte = code >= 0x80;
}

const isTwentyFive = (bytes: Uint8Array, at: number): boolean => bytes[at] === 0x32 && bytes[at + 1] === 0x35;

function hexPair(bytes: Uint8Array, at: number): number {
  const high = hexValue(bytes[at]);
  const low = hexValue(bytes[at + 1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

function backslash(bytes: Uint8Array, at: number, length: number, into: Escape): void {
  let next = at + 1;
  while (next < length && bytes[next] === 0x5c) next++;
  const letter = bytes[next];
  into.code = 0x5c;
  into.end = next;
  if (letter === 0x75) unicode(bytes, next + 1, length, into);
  else if (letter === 0x78) {
    const code = hexPair(bytes, next + 1);
    if (code >= 0) {
      into.code = code;
      into.end = next + 3;
      into.isByte = code >= 0x80;
    }
  } else if (letter === 0x30 && bytes[next + 1] === 0x33 && bytes[next + 2] === 0x33) {
    into.code = ESC;
    into.end = next + 3;
  } else if (letter === 0x65) {
    into.code = bytes[next + 1] === 0x5b ? ESC : 0x5c;
    into.end = bytes[next + 1] === 0x5b ? next + 1 : next;
  } else if (letter === 0x6e || letter === 0x72 || letter === 0x74 || letter === 0x62 || letter === 0x66 || letter === 0x76) {
    into.code = 0x20;
    into.end = next + 1;
  } else if (letter === 0x0a || letter === 0x0d) {
    into.code = NOTHING;
    into.end = next + 1;
  } else if (letter !== undefined && letter > 0x20 && letter < 0x7f && !isAlphanumeric(letter)) {
    // `\"` and `\/`: the character itself; one that begins another escape stays for the next look.
    if (letter === 0x25 || letter === 0x26) into.code = NOTHING;
    else {
      into.code = letter;
      into.end = next + 1;
    }
  }
}

function unicode(bytes: Uint8Array, at: number, length: number, into: Escape): void {
  let code = 0;
  let end = at;
  if (bytes[at] === 0x7b) {
    end = at + 1;
    while (end < length && end < at + 8 && hexValue(bytes[end]) >= 0) code = code * 16 + hexValue(bytes[end++]);
    if (end === at + 1 || bytes[end] !== 0x7d || code > 0x10ffff) return;
    end++;
  } else {
    code = hexPair(bytes, at) * 256 + hexPair(bytes, at + 2);
    if (hexPair(bytes, at) < 0 || hexPair(bytes, at + 2) < 0) return;
    end = at + 4;
    if (code >= 0xd800 && code < 0xdc00) {
      let low = end;
      while (low < length && bytes[low] === 0x5c) low++;
      const second = low > end && bytes[low] === 0x75 ? hexPair(bytes, low + 1) * 256 + hexPair(bytes, low + 3) : -1;
      if (second >= 0xdc00 && second < 0xe000) {
        code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
        end = low + 5;
      }
    }
  }
  into.code = code;
  into.end = end;
}

function entity(bytes: Uint8Array, at: number, length: number, into: Escape): void {
  let start = at + 1;
  while (bytes[start] === 0x61 && bytes[start + 1] === 0x6d && bytes[start + 2] === 0x70 && bytes[start + 3] === 0x3b) start += 4;
  if (start > at + 1) {
    into.code = 0x26;
    into.end = start;
  }
  let end = start;
  while (end < length && end < start + 16 && bytes[end] !== 0x3b) end++;
  if (bytes[end] !== 0x3b || end === start) return;
  let name = '';
  for (let index = start; index < end; index++) name += String.fromCharCode(bytes[index] as number);
  const code = /^#\d{1,7}$/.test(name)
    ? Number(name.slice(1))
    : /^#[xX][\da-fA-F]{1,6}$/.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : Object.hasOwn(entities, name)
        ? (entities[name] as number)
        : -1;
  if (code < 0 || code > 0x10ffff) return;
  into.code = code;
  into.end = end + 1;
}

function quotedPrintable(bytes: Uint8Array, at: number, into: Escape): void {
  const code = hexPair(bytes, at + 1);
  if (bytes[at + 1] === 0x0a || (bytes[at + 1] === 0x0d && bytes[at + 2] === 0x0a)) {
    into.code = NOTHING;
    into.end = bytes[at + 1] === 0x0a ? at + 2 : at + 3;
  } else if (code >= 0) {
    into.code = code;
    into.end = at + 3;
    into.isByte = code >= 0x80;
  }
}

function character(bytes: Uint8Array, at: number, length: number, into: Escape): void {
  const first = bytes[at] as number;
  const size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  into.code = first;
  into.isByte = true;
  if (size === 1 || at + size > length) return;
  let code = first & (0xff >> (size + 1));
  for (let index = at + 1; index < at + size; index++) {
    const byte = bytes[index] as number;
    if ((byte & 0xc0) !== 0x80) return;
    code = (code << 6) | (byte & 0x3f);
  }
  into.code = code;
  into.end = at + size;
  into.isByte = false;
}

/** CSI and OSC, however their first character was written. */
function terminalSequence(bytes: Uint8Array, length: number, into: Escape): void {
  let at = into.end;
  const isCsi = into.code === 0x9b || bytes[at] === 0x5b;
  if (into.code === ESC && bytes[at] === 0x5b) at++;
  if (isCsi) {
    while (at < length && (bytes[at] as number) >= 0x20 && (bytes[at] as number) < 0x40) at++;
    if (at < length) at++;
  } else if (bytes[at] === 0x5d) {
    const most = Math.min(length, at + 4_096);
    while (at < most && bytes[at] !== 0x07 && bytes[at] !== ESC && bytes[at] !== 0x0a) at++;
    if (bytes[at] === 0x07) at++;
    else if (bytes[at] === ESC && bytes[at + 1] === 0x5c) at += 2;
  }
  into.code = NOTHING;
  into.end = at;
}

/** Controls, marks of direction, joiners and fillers: what separates the letters of a word without being seen. */
function isInvisible(code: number): boolean {
  if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code === 0xad) return true;
  if (code < 0x34f) return false;
  return (
    code === 0x34f ||
    code === 0x61c ||
    code === 0x180e ||
    code === 0xfeff ||
    code === 0x3164 ||
    (code >= 0x115f && code <= 0x1160) ||
    (code >= 0x17b4 && code <= 0x17b5) ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfff9 && code <= 0xfffb) ||
    (code >= 0xe0000 && code <= 0xe0fff)
  ); // prettier-ignore
}

function isAlphanumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
