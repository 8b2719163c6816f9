/** Text as bytes and as a string of one character per byte, so that expressions and byte loops share offsets whatever the encoding is. Pure. */

export interface Subject {
  /** Always a Buffer: loops that see one kind of array only are twice as fast. */
  readonly bytes: Buffer;
  /** `latin1` of the bytes. */
  readonly text: string;
  /** What begins from here on is left to the next piece; what begins before may end behind it. Absent: there is no next piece. */
  readonly until?: number;
}

export function subjectOf(bytes: Uint8Array, until = bytes.length): Subject {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return { bytes: buffer, text: buffer.toString('latin1'), until };
}

export function binaryText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

export function utf8(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}

/** The text that a binary string stands for. */
export function fromBinary(text: string): string {
  return isPlain(text) ? text : Buffer.from(text, 'latin1').toString('utf8');
}

/** The same text with memory of its own: a part of a text keeps all of that text in memory. One character a byte. */
export function ownCopy(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

export function isPlain(text: string): boolean {
  return !/[^\u0000-\u007f]/.test(text);
}

export const DIGIT = 1;
export const LOWER = 2;
export const UPPER = 4;
/** `_` and `-`. */
export const JOINER = 8;
/** `+`, `/` and `=`: the rest of base64. */
export const BASE64 = 16;

/** What each byte can be part of. */
export const byteClass = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte >= 0x30 && byte <= 0x39) return DIGIT;
  if (byte >= 0x61 && byte <= 0x7a) return LOWER;
  if (byte >= 0x41 && byte <= 0x5a) return UPPER;
  if (byte === 0x5f || byte === 0x2d) return JOINER;
  return byte === 0x2b || byte === 0x2f || byte === 0x3d ? BASE64 : 0;
});
export const ALPHANUMERIC = DIGIT | LOWER | UPPER;
export const NAME = ALPHANUMERIC | JOINER;

export function isAlphanumeric(byte: number | undefined): boolean {
  return byte !== undefined && ((byteClass[byte] as number) & ALPHANUMERIC) !== 0;
}
