/** Keeps the beginning of what is answered, for who watches. Changes nothing of it. */
import type { ServerResponse } from 'node:http';

const KEPT_BYTES = 8 * 1024;

/** What has been written so far. */
export function keepBody(response: ServerResponse): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  for (const name of ['write', 'end'] as const) {
    const original = response[name].bind(response) as (...args: unknown[]) => never;
    const keeping = (...args: unknown[]): never => {
      const [chunk] = args;
      if ((typeof chunk === 'string' || chunk instanceof Uint8Array) && size < KEPT_BYTES) {
        const bytes = Buffer.from(chunk as Uint8Array).subarray(0, KEPT_BYTES - size);
        chunks.push(bytes);
        size += bytes.length;
      }
      return original(...args);
    };
    response[name] = keeping;
  }
  return () => Buffer.concat(chunks).toString('utf8');
}
