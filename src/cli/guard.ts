/** Nothing leaves this program as a stack trace, and it ends when it is told to: crashes, signals and closed streams, in one place. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import type { Writable } from 'node:stream';
import { isatty } from 'node:tty';
import { COULD_NOT_RUN, FAULT_LEFT, INTERRUPTED } from '../exit-codes.ts';

/** What a command gets to tidy up after Ctrl-C; a second Ctrl-C does not wait. */
const GRACE_MS = 3_000;
/** A reader that went away is no fault of ours: `scalekit-fix check | head`. */
const READER_GONE = new Set(['EPIPE', 'EOF', 'EIO', 'ECONNRESET', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END']);

/** Left in the middle of a look, these say what they had found. */
const tellsWhatItFound: ReadonlySet<string> = new Set(['wizard', 'demo']);

/** Environment variables whose value is not for the screen. */
const SECRET_NAME = /secret|token|key|password|credential/i;

type Environment = Readonly<Record<string, string | undefined>>;

export interface ProcessGuard {
  readonly signal: AbortSignal;
  /** The exit code where the command came to this one: an interrupt outranks it, but for what a wizard had found by then. */
  readonly codeFor: (code: number) => number;
  /** From here on the ending fits the command. */
  readonly commandIs: (command: string) => void;
  /** Ends the process once everything written has gone out. */
  readonly exit: (code: number) => Promise<never>;
}

export function guardProcess(): ProcessGuard {
  const controller = new AbortController();
  let command = '';
  let interrupted = false;

  const crash = (error: unknown): void => {
    void reportCrash(error, process.env).then(() => process.exit(COULD_NOT_RUN));
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
  // Node's warnings are for who works on this program; in the middle of a screen they tear it.
  if (!process.env['SCALEKIT_FIX_DEBUG']) process.removeAllListeners('warning');

  // On the way out Node puts the terminal back, and aborts where that is gone.
  const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));
  process.once('exit', () => letGoOf(terminals.filter((descriptor) => !isatty(descriptor))));

  const stop = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(INTERRUPTED);
    // A sandbox serves until it is ended: SIGTERM is its regular end.
    interrupted = !(command === 'sandbox' && name === 'SIGTERM');
    controller.abort();
    setTimeout(() => process.exit(INTERRUPTED), GRACE_MS).unref();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);

  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (!READER_GONE.has(error.code ?? '')) {
      say(`Standard output cannot be written (${error.code ?? 'unknown error'}).`);
      process.exit(COULD_NOT_RUN);
    }
    // The exit code of other commands still tells something; this one is only its output, and its input may never end.
    if (command === 'redact') process.exit(0);
  });
  process.stderr.on('error', () => {});

  return {
    signal: controller.signal,
    codeFor: (code) => (interrupted && !(code === FAULT_LEFT && tellsWhatItFound.has(command)) ? INTERRUPTED : code),
    commandIs: (name) => {
      command = name;
    },
    exit: async (code) => {
      await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
      process.exit(code);
    },
  };
}

/**
 * Writes the sentence. What was thrown may quote a secret that nobody has recognised as one: so only its kind is named, and the rest, redacted
 * as well as may be, for who asks for it. Returns it without the hints.
 */
export async function reportCrash(error: unknown, env: Environment): Promise<string> {
  const kind = error instanceof Error ? (codeOf(error) ?? error.name) : typeof error;
  const more = env['SCALEKIT_FIX_DEBUG'] ? await details(error, env) : '';
  const hint = more ? '' : ' It is not your set-up; SCALEKIT_FIX_DEBUG=1 shows more.';
  const sentence = `scalekit-fix stopped because of an unexpected error (${kind.replace(/[^\w.-]/g, '').slice(0, 60)}).`;
  say(`${sentence}${hint}${more}`);
  return sentence;
}

async function details(error: unknown, env: Environment): Promise<string> {
  try {
    const [{ createRedactor }, { plainText }] = await Promise.all([
      import('../redaction/redactor.ts'),
      import('../redaction/plain-text.ts'),
    ]);
    const redactor = createRedactor({
      known: Object.keys(env)
        .filter((name) => SECRET_NAME.test(name))
        .flatMap((name) => env[name] ?? []),
    });
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `\n${plainText(redactor.redact(text), { maxLength: 8_000, keepNewlines: true })}`;
  } catch {
    return '';
  }
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** To standard error at once, whatever state the streams are in. */
export function say(sentence: string): void {
  try {
    writeSync(2, `${sentence}\n`);
  } catch {
    // Nobody is listening.
  }
}

/** Each gets another file behind it, so that nobody takes it for the terminal. */
function letGoOf(descriptors: readonly number[]): void {
  for (const descriptor of descriptors) {
    try {
      closeSync(descriptor);
      openSync(devNull, 'r+');
    } catch {
      // Already closed.
    }
  }
}

function flushed(stream: Writable): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableEnded) resolve();
    else stream.write('', () => resolve());
  });
}
