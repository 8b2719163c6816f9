/** Text that Windows wrote as UTF-16: turned into UTF-8 on the way in and back on the way out. Anything else passes through as it is. Pure. */
import { TextDecoder } from 'node:util';

export interface Utf16Reader {
  decode(chunk: Uint8Array): Uint8Array;
  encode(chunk: Uint8Array): Uint8Array;
  /** What was too short to tell. */
  rest(): Uint8Array;
}

/** Knows by the byte order mark of the first chunk. */
export function createUtf16Reader(): Utf16Reader {
  let order: 'little' | 'big' | 'none' | undefined;
  let reader: TextDecoder | undefined;
  let writer: TextDecoder | undefined;
  let pending: Uint8Array = new Uint8Array(0);
  return {
    decode: (chunk) => {
      if (order === undefined) {
        pending = Buffer.concat([pending, chunk]);
        if (pending.length < 2) return new Uint8Array(0);
        order = orderOf(pending);
        if (order !== 'none') {
          reader = new TextDecoder(order === 'little' ? 'utf-16le' : 'utf-16be', { ignoreBOM: true });
          writer = new TextDecoder('utf-8', { ignoreBOM: true });
        }
        const first = pending;
        pending = new Uint8Array(0);
        return reader ? Buffer.from(reader.decode(first, { stream: true }), 'utf8') : first;
      }
      return reader ? Buffer.from(reader.decode(chunk, { stream: true }), 'utf8') : chunk;
    },
    rest: () => pending,
    encode: (chunk) => {
      if (writer === undefined) return chunk;
      const bytes = Buffer.from(writer.decode(chunk, { stream: true }), 'utf16le');
      return order === 'big' ? bytes.swap16() : bytes;
    },
  };
}

function orderOf(bytes: Uint8Array): 'little' | 'big' | 'none' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'little';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'big' : 'none';
}
