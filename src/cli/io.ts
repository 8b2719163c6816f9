/** The process as commands see it: streams, environment, terminal and the signal that ends them. */
import { openSync } from 'node:fs';
import { isatty, ReadStream } from 'node:tty';
import type { CommandIo, Terminal } from '../commands/options.ts';
import { UsageError } from '../commands/usage-error.ts';

export function processIo(signal: AbortSignal): CommandIo {
  const isTerminal = { stdin: isatty(0), stdout: isatty(1), stderr: isatty(2) };
  let opened: { readonly terminal: Terminal | undefined } | undefined;
  return {
    // Getters: each of these streams takes a while to set up, and few commands need all three.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    env: process.env,
    isTerminal,
    terminal: () => {
      opened ??= { terminal: isTerminal.stdout ? openTerminal(isTerminal.stdin) : undefined };
      return opened.terminal;
    },
    signal,
  };
}

/** Keys come from standard input, or from the terminal device where a symptom is piped in. */
function openTerminal(stdinIsTerminal: boolean): Terminal | undefined {
  if (stdinIsTerminal) return { keys: process.stdin, screen: process.stdout };
  try {
    const device = process.platform === 'win32' ? '\\\\.\\CONIN$' : '/dev/tty';
    return { keys: new ReadStream(openSync(device, 'r')), screen: process.stdout };
  } catch {
    return undefined;
  }
}

/** The folder the program was started in, which may be gone by now. */
export function startFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageError('The folder you are in no longer exists: go to another one, or name one with --cwd.');
  }
}
