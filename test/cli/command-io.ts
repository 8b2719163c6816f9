/** What a command is handed, with nothing of this machine in it: streams that the test reads, no terminal, no environment. */
import { PassThrough } from 'node:stream';
import type { CommandIo, CommonOptions } from '../../src/commands/options.ts';

export interface TestIo {
  readonly io: CommandIo;
  /** What was written since it was last asked for. */
  readonly out: () => string;
  readonly err: () => string;
}

export function testIo(more: Partial<Pick<CommandIo, 'stdin' | 'env'>> = {}): TestIo {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const io: CommandIo = {
    stdin: new PassThrough().end(),
    stdout,
    stderr,
    env: {},
    isTerminal: { stdin: false, stdout: false, stderr: false },
    terminal: () => undefined,
    signal: new AbortController().signal,
    ...more,
  };
  return { io, out: () => String(stdout.read() ?? ''), err: () => String(stderr.read() ?? '') };
}

/** As typed without any flag. */
export function commonOptions(cwd: string, more: Partial<CommonOptions> = {}): CommonOptions {
  return {
    cwd,
    dotenv: [],
    json: false,
    plain: false,
    yes: false,
    allowRemote: false,
    offline: false,
    timeoutMs: 12_000,
    color: false,
    verbose: false,
    ...more,
  };
}
