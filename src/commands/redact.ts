/** `redact`: any text, of any size, from a file or standard input to standard output, with its secrets taken out. Needs nothing else of the program. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { COULD_NOT_RUN, DONE, INTERRUPTED } from '../exit-codes.ts';
import { parseEnvFile } from '../project/env-file.ts';
import { isEnvFileName, isTemplateName, secretsIn } from '../project/env-names.ts';
import { readBytes } from '../project/read-bytes.ts';
import { sourceFile } from '../project/source-file.ts';
import { plainText } from '../redaction/plain-text.ts';
import { createRedactor } from '../redaction/redactor.ts';
import { createRedactionStream } from '../redaction/stream.ts';
import { createUtf16Reader } from '../redaction/utf16.ts';
import { openPipe } from './open-pipe.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { piecesOf } from './pieces-of-file.ts';
import { UsageError } from './usage-error.ts';

const READ_AT_ONCE = 64 * 1024;

export async function run(options: OptionsOf<'redact'>, io: CommandIo): Promise<number> {
  const redactor = createRedactor();
  learnKnownSecrets(options, io.env, redactor.learn);
  const { input, name } = openInput(options, io);
  const stream = createRedactionStream(redactor);
  const encoding = createUtf16Reader();
  const asShown = io.isTerminal.stdout ? forTheScreen() : (bytes: Uint8Array): Uint8Array => bytes;
  try {
    for await (const chunk of input) {
      if (io.signal.aborted) return INTERRUPTED;
      await write(asShown(encoding.encode(stream.push(encoding.decode(bytesOf(chunk))))), io);
    }
    await write(asShown(encoding.encode(Buffer.concat([stream.push(encoding.rest()), stream.end()]))), io);
    return DONE;
  } catch (error) {
    if (io.signal.aborted) return INTERRUPTED;
    if (options.file === undefined || options.file === '-') {
      io.stderr.write(`Standard input could not be read to its end (${codeOf(error)}).\n`);
      return COULD_NOT_RUN;
    }
    throw new UsageError(unreadable(name, error));
  }
}

/** What the environment and the env files of the folder hold under the names of secrets. */
export function learnKnownSecrets(
  options: Pick<OptionsOf<'redact'>, 'cwd' | 'dotenv'>,
  env: CommandIo['env'],
  learn: (value: string) => void,
): void {
  for (const [name, value] of Object.entries(env)) for (const secret of secretsIn(name, value ?? '')) learn(secret);
  for (const name of options.dotenv) {
    const read = readBytes(path.resolve(options.cwd, name), plainText(name, { maxLength: 200 }));
    if (read.kind === 'unreadable') throw new UsageError(`--dotenv: ${read.reason}`);
    const source = sourceFile(name, read.bytes);
    if (source.kind === 'unreadable') throw new UsageError(`--dotenv: ${source.reason}`);
    parseEnvFile(source, learn);
  }
  for (const name of namesIn(options.cwd)) {
    if (!isEnvFileName(name) || isTemplateName(name)) continue;
    const read = readBytes(path.join(options.cwd, name), name);
    const source = read.kind === 'unreadable' ? read : sourceFile(name, read.bytes);
    if (source.kind !== 'unreadable') parseEnvFile(source, learn);
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).slice(0, 100_000);
  } catch {
    return [];
  }
}

function openInput(
  options: OptionsOf<'redact'>,
  io: CommandIo,
): { readonly input: AsyncIterable<unknown>; readonly name: string } {
  if (options.file === undefined || options.file === '-') return { input: io.stdin, name: 'standard input' };
  const file = path.resolve(options.cwd, options.file);
  const name = plainText(options.file, { maxLength: 200 });
  try {
    const status = statSync(file);
    if (status.isDirectory()) throw new UsageError(`redact: ${name} is a folder, not a file.`);
    if (status.isFIFO()) return { input: openPipe(file, io.signal), name };
    if (status.isFile()) return { input: piecesOf(file), name };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(unreadable(name, error));
  }
  return { input: createReadStream(file, { highWaterMark: READ_AT_ONCE, signal: io.signal }), name };
}

function unreadable(name: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return `redact: ${name} does not exist.`;
  if (code === 'EACCES' || code === 'EPERM') return `redact: ${name} may not be read by this user.`;
  if (code === 'EISDIR') return `redact: ${name} is a folder, not a file.`;
  return `redact: ${name} could not be read (${code}).`;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
}

const bytesOf = (chunk: unknown): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array));

/** Into a file or a pipe goes every byte as it is; a terminal would obey what stands in somebody else's log. */
function forTheScreen(): (bytes: Uint8Array) => Uint8Array {
  const decoder = new TextDecoder();
  const options = { maxLength: Number.POSITIVE_INFINITY, keepNewlines: true };
  return (bytes) => Buffer.from(plainText(decoder.decode(bytes, { stream: true }), options));
}

/** Waits where the reader is slower. */
async function write(bytes: Uint8Array, io: CommandIo): Promise<void> {
  if (bytes.length === 0 || io.stdout.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) io.stdout.off(event, done);
      io.signal.removeEventListener('abort', done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) io.stdout.once(event, done);
    io.signal.addEventListener('abort', done, { once: true });
  });
}
