/**
 * Runs a program in a real pseudo-terminal behind a terminal emulator: what a user sees and presses. Knows nothing of our program.
 * Waits are for content, never for time; one that is in vain fails with the screen as it was.
 */
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';

const WAIT_MS = 15_000;

const KEYS = {
  enter: '\r',
  escape: '\u001B',
  tab: '\t',
  backspace: '\u007F',
  up: '\u001B[A',
  down: '\u001B[B',
  right: '\u001B[C',
  left: '\u001B[D',
  pageUp: '\u001B[5~',
  pageDown: '\u001B[6~',
  home: '\u001B[H',
  end: '\u001B[F',
  ctrlC: '\u0003',
  ctrlD: '\u0004',
} as const;
export type Key = keyof typeof KEYS;

export interface TerminalOptions {
  readonly command: string;
  readonly args?: readonly string[];
  readonly cols?: number;
  readonly rows?: number;
  /** The whole environment but for PATH, TERM and LANG: that the tests run in CI must not be seen. */
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Told how to end the program; without it, it ends with the test. */
  readonly atLast?: (end: () => void) => void;
}

export interface TestTerminal {
  /** Resolves as soon as the screen shows it. */
  waitFor(what: string | RegExp, withinMs?: number): Promise<void>;
  /** Keys by name: `press('down', 'enter')`. */
  press(...keys: Key[]): void;
  /** Text as if typed, or any bytes. */
  type(text: string): void;
  /** What is visible now, without spaces at the ends of lines and empty lines at the end. */
  screen(): string;
  /** The same with everything that has scrolled away. */
  everything(): string;
  /** The bytes as they came, control codes and all. */
  raw(): string;
  resize(cols: number, rows: number): void;
  kill(signal?: NodeJS.Signals): void;
  /** Resolves when the program has ended and its last output is on the screen. */
  readonly exitCode: Promise<number>;
  readonly pid: number;
}

export function openTerminal(options: TerminalOptions): TestTerminal {
  const { cols = 80, rows = 24 } = options;
  const emulator = new xterm.Terminal({ cols, rows, scrollback: 10_000, allowProposedApi: true });
  const program: IPty = spawn(options.command, [...(options.args ?? [])], {
    name: 'xterm-256color',
    cols,
    rows,
    cwd: options.cwd ?? process.cwd(),
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm-256color', LANG: 'C.UTF-8', ...options.env },
  });
  const changes = new Set<() => void>();
  const changed = (): void => {
    for (const listener of changes) listener();
  };
  let raw = '';
  let code: number | undefined;
  program.onData((data) => {
    raw += data;
    emulator.write(data, changed);
  });
  // Answers to what programs ask a terminal: where the cursor is, what it can do.
  emulator.onData((answer) => {
    if (code === undefined) program.write(answer);
  });
  const exitCode = new Promise<number>((resolve) => {
    program.onExit((ended) => {
      code = ended.signal ? 128 + ended.signal : ended.exitCode;
      emulator.write('', () => {
        changed();
        resolve(code ?? 0);
      });
    });
  });
  const kill = (signal: NodeJS.Signals = 'SIGKILL'): void => {
    if (code === undefined) program.kill(signal);
  };
  (options.atLast ?? onTestFinished)(() => kill());

  const lines = (from: number, to: number): string => {
    const buffer = emulator.buffer.active;
    const rendered = Array.from({ length: to - from }, (_, index) => buffer.getLine(from + index)?.translateToString(true) ?? '');
    return rendered.join('\n').trimEnd();
  };
  const screen = (): string => lines(emulator.buffer.active.viewportY, emulator.buffer.active.viewportY + emulator.rows);
  const everything = (): string => lines(0, emulator.buffer.active.length);

  return {
    waitFor: (what, withinMs = WAIT_MS) =>
      new Promise((resolve, reject) => {
        const shows = (): boolean => (typeof what === 'string' ? screen().includes(what) : what.test(screen()));
        const end = (problem?: string): void => {
          clearTimeout(timer);
          changes.delete(look);
          if (problem === undefined) resolve();
          else reject(new Error(`${problem} while waiting for ${String(what)}. The screen:\n${screen()}`));
        };
        const look = (): void => {
          if (shows()) end();
          else if (code !== undefined) end(`The program ended with ${code}`);
        };
        const timer = setTimeout(() => end(`${withinMs} ms went by`), withinMs);
        changes.add(look);
        look();
      }),
    press: (...keys) => {
      for (const key of keys) program.write(KEYS[key]);
    },
    type: (text) => program.write(text),
    screen,
    everything,
    raw: () => raw,
    resize: (newCols, newRows) => {
      program.resize(newCols, newRows);
      emulator.resize(newCols, newRows);
    },
    kill,
    exitCode,
    pid: program.pid,
  };
}
