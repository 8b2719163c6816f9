/** Reads an answer's body without trusting it: bounded before and after decompression, then decoded to text. */
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';

export type Body =
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-encoding' };

export interface BodyHeaders {
  readonly 'content-length'?: string | undefined;
  readonly 'content-encoding'?: string | undefined;
  readonly 'content-type'?: string | undefined;
}

/** Rejects only where `chunks` rejects: when the connection breaks or the deadline passes. */
export async function readBody(chunks: AsyncIterable<Uint8Array>, headers: BodyHeaders, maxBytes: number): Promise<Body> {
  if (Number(headers['content-length']) > maxBytes) return { kind: 'too-large' };
  const parts: Uint8Array[] = [];
  let received = 0;
  for await (const chunk of chunks) {
    received += chunk.length;
    if (received > maxBytes) return { kind: 'too-large' };
    parts.push(chunk);
  }
  const unpacked = await decompressed(Buffer.concat(parts), headers['content-encoding'] ?? '', maxBytes);
  if (!(unpacked instanceof Uint8Array)) return { kind: unpacked };
  const text = decoded(unpacked, headers['content-type'] ?? '');
  return text === undefined ? { kind: 'bad-encoding' } : { kind: 'text', text, bytes: unpacked.length };
}

type Decompress = (data: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const DECOMPRESSORS: Readonly<Record<string, Decompress>> = {
  gzip: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  'x-gzip': promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(gunzip),
  deflate: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflate),
  br: promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(brotliDecompress),
};

/** Only identity is asked for; a server that compresses all the same is understood, two layers deep at most. */
async function decompressed(
  data: Uint8Array,
  encoding: string,
  maxBytes: number,
): Promise<Uint8Array | 'too-large' | 'bad-encoding'> {
  const layers = encoding
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity');
  if (layers.length > 2) return 'bad-encoding';
  let current = data;
  for (const layer of layers.reverse()) {
    const decompress = Object.hasOwn(DECOMPRESSORS, layer) ? DECOMPRESSORS[layer] : undefined;
    if (!decompress) return 'bad-encoding';
    try {
      current = await decompress(current, { maxOutputLength: maxBytes });
    } catch (error) {
      return isTooLarge(error) ? 'too-large' : 'bad-encoding';
    }
  }
  return current;
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/** JSON must be UTF-8 to the last byte; a web page, which is only looked at, may be in whatever it says or broken. */
function decoded(bytes: Uint8Array, contentType: string): string | undefined {
  const charset = /charset="?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? 'utf-8';
  const isPage =
    /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
  try {
    return new TextDecoder(charset, { fatal: !isPage }).decode(bytes);
  } catch {
    return isPage ? new TextDecoder('utf-8').decode(bytes) : undefined;
  }
}
