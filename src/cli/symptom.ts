/** The text of a wizard or `explain`: from the arguments or from standard input, which may be large and may never end. */
import type { Readable } from 'node:stream';
import { MAX_TEXT_BYTES } from '../commands/options.ts';
import { createUtf16Reader } from '../redaction/utf16.ts';

export interface ReadText {
  readonly text: string;
  /** Sentences for standard error: what was left out, and why. */
  readonly notes: readonly string[];
}

/** `within` bounds the waiting; without it only the end of the input or the signal do. */
export async function readText(
  input: Readable,
  bounds: { readonly within?: number; readonly signal: AbortSignal },
): Promise<ReadText> {
  const chunks: Buffer[] = [];
  let size = 0;
  const ended = await new Promise<'end' | 'full' | 'late' | 'aborted'>((resolve) => {
    const timer = bounds.within === undefined ? undefined : setTimeout(() => resolve('late'), bounds.within);
    bounds.signal.addEventListener('abort', () => resolve('aborted'), { once: true });
    input.on('data', (chunk: Buffer | string) => {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      chunks.push(bytes);
      size += bytes.length;
      if (size > MAX_TEXT_BYTES) resolve('full');
    });
    // Standard input that cannot be read (closed by the caller, a folder) is the same as an empty one.
    for (const event of ['end', 'close', 'error']) input.on(event, () => resolve('end'));
    input.on('end', () => clearTimeout(timer));
    if (bounds.signal.aborted) resolve('aborted');
  });
  input.pause();
  if (ended !== 'end') input.destroy();
  const bytes = createUtf16Reader().decode(Buffer.concat(chunks).subarray(0, MAX_TEXT_BYTES));
  return { text: Buffer.from(bytes).toString('utf8'), notes: notesOf(ended, bounds.within) };
}

function notesOf(ended: 'end' | 'full' | 'late' | 'aborted', within = 0): readonly string[] {
  if (ended === 'full') return [`Standard input is longer than ${MAX_TEXT_BYTES / 1024 / 1024} MB: only the beginning was read.`];
  if (ended === 'late')
    return [`Standard input did not end within ${within / 1000} s (--timeout): went on with what had arrived.`];
  return [];
}
