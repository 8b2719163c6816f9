/** The app as a child: its own process group, its output kept in bounds, ended for good whatever it does. */
import type { ResultPromise } from 'execa';
import { canSeeProcesses, endProcesses, killNow, type Listening, listenersOf, MARKER, processesOf } from './processes.ts';
import { rememberRun } from './run-file.ts';

export interface ChildPlan {
  /** A program with its arguments, or one line for the shell. */
  readonly command: { readonly file: string; readonly args: readonly string[] } | { readonly shell: string };
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly marker: string;
  /** The run's own temporary folder. */
  readonly temporary: string;
}

export interface AppChild {
  readonly pid: number | undefined;
  /** Sockets that the app's own processes listen on. */
  readonly listeners: () => readonly Listening[];
  readonly isRunning: () => boolean;
  /** How it ended by itself. */
  readonly ending: () =>
    | { readonly code: number | undefined; readonly signal: string | undefined; readonly failed?: string }
    | undefined;
  /** The last of what it wrote. May hold secrets: not for showing as it is. */
  readonly output: () => string;
  /** Answers the ids of processes that would not end. */
  readonly end: () => Promise<readonly number[]>;
  /** Ends it and starts it once more. False: it would not end. Absent: somebody else starts it. */
  readonly restart?: () => Promise<boolean>;
}

const KEPT_BYTES = 128 * 1024;
/** An app that tidies up gets as long. */
const GRACE_MS = 1_200;

export async function startChild({ command, folder, env, marker, temporary }: ChildPlan): Promise<AppChild> {
  const { execa } = await import('execa');
  const forget = rememberRun(marker, temporary);
  const options = {
    cwd: folder,
    env: { ...env, [MARKER]: marker },
    extendEnv: false,
    detached: true,
    stdin: 'ignore',
    stdout: 'pipe',
    stderr: 'pipe',
    reject: false,
    buffer: false,
    cleanup: false,
    windowsHide: true,
  } as const;
  const child: ResultPromise<typeof options> =
    'shell' in command
      ? (execa(command.shell, { ...options, shell: true }) as unknown as ResultPromise<typeof options>)
      : execa(command.file, [...command.args], options);
  const { pid } = child;
  let kept = Buffer.alloc(0);
  const keep = (chunk: Buffer): void => {
    kept = Buffer.concat([kept, chunk]);
    if (kept.length > 2 * KEPT_BYTES) kept = kept.subarray(kept.length - KEPT_BYTES);
  };
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', keep);
    stream?.on('error', () => {});
  }
  let ending: ReturnType<AppChild['ending']>;
  void child.then(
    (result) => {
      ending = {
        code: result.exitCode,
        signal: result.signal,
        ...(result.code === undefined ? {} : { failed: String(result.code) }),
      };
    },
    (error: unknown) => {
      ending = { code: undefined, signal: undefined, failed: error instanceof Error ? error.name : 'error' };
    },
  );
  // Whatever ends this program, the app does not outlive it; what even this misses, the next start sweeps.
  const atExit = (): void => killNow(marker, pid);
  process.once('exit', atExit);
  return {
    pid,
    listeners: () => (canSeeProcesses ? listenersOf(processesOf(marker)) : []),
    isRunning: () => (canSeeProcesses ? processesOf(marker).length > 0 : ending === undefined),
    ending: () => ending,
    output: () => kept.toString('utf8'),
    end: async () => {
      const left = await endProcesses(marker, pid, GRACE_MS);
      process.off('exit', atExit);
      forget();
      for (const stream of [child.stdout, child.stderr]) stream?.destroy();
      return left;
    },
  };
}
