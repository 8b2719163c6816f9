/** `sandbox`: prints one JSON line about itself, then serves until it is ended. */
import path from 'node:path';
import { nearest } from '../cli/nearest.ts';
import { plainText } from '../redaction/plain-text.ts';
import { knownFaults } from '../sandbox/faults/index.ts';
import type { CommandIo, OptionsOf } from './options.ts';
import { UsageError } from './usage-error.ts';

type SandboxOptions = Pick<OptionsOf<'sandbox'>, 'cwd' | 'port' | 'state' | 'faults'>;
type SandboxIo = Pick<CommandIo, 'stdout' | 'stderr' | 'signal'>;

export async function runSandbox(options: SandboxOptions, io: SandboxIo): Promise<number> {
  checkFaults(options.faults);
  const { startSandbox, UnreadableState } = await import('../sandbox/index.ts');
  try {
    const sandbox = await startSandbox({
      port: options.port,
      statePath: options.state === undefined ? undefined : path.resolve(options.cwd, options.state),
      faults: options.faults,
      warn: (sentence) => io.stderr.write(`${sentence}\n`),
    });
    io.stdout.write(`${JSON.stringify(sandbox.line)}\n`);
    io.stderr.write(`The sandbox listens on ${sandbox.url} until it is ended (Ctrl-C).\n`);
    await aborted(io.signal);
    await sandbox.close();
    return 0;
  } catch (error) {
    if (error instanceof UnreadableState) throw new UsageError(`--state: ${plainText(error.message, { maxLength: 300 })}`);
    io.stderr.write(`${sentenceFor(error, options.port)}\n`);
    return 3;
  }
}

function checkFaults(faults: readonly string[]): void {
  for (const fault of faults) {
    if (knownFaults.includes(fault)) continue;
    const near = nearFaults(fault.slice(0, 80));
    const hint =
      near.length > 0
        ? `Near it: ${near.join(', ')}.`
        : `Faults are named after findings; the nearest is ${nearest(fault.slice(0, 80), knownFaults) ?? knownFaults[0]}.`;
    throw new UsageError(`--fault ${plainText(fault, { maxLength: 80 })} is not known. ${hint}`);
  }
}

/** Mistyped ones first, then those that share the problem or the cause, as far as it can be read. */
function nearFaults(fault: string): string[] {
  const known = knownFaults.map((id) => ({ id, parts: id.split('/') }));
  const words = [...new Set(known.flatMap(({ parts }) => parts))];
  const meant = fault.split('/').flatMap((part) => nearest(part, words, 2) ?? []);
  const spelling = nearest(fault, knownFaults, 4);
  const related = known.filter(({ parts }) => parts.some((part) => meant.includes(part))).map(({ id }) => id);
  return [...new Set([...(spelling === undefined ? [] : [spelling]), ...related])].slice(0, 4);
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

function sentenceFor(error: unknown, port: number | undefined): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use by another program; choose another one with --port, or none for any that is free.`;
  if (code === 'EACCES') return `Port ${port} may not be used without more rights; choose one above 1023.`;
  return 'The sandbox could not be started.';
}
