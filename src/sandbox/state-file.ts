/** The state on disk: read whole, checked, and written so that a reader never sees half of it. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { fillState, type PartialState, type SandboxState } from './state.ts';

export class UnreadableState extends Error {
  override readonly name = 'UnreadableState';
}

/** @throws UnreadableState with a sentence. */
export function loadState(path: string, otherwise: PartialState | undefined): SandboxState {
  if (!existsSync(path)) return fillState(otherwise);
  // Opening a pipe that nobody writes to would wait for ever, deaf even to signals.
  if (!isFile(path)) throw new UnreadableState(`${path} cannot be used as state: it is not a regular file.`);
  try {
    return fillState(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'it is not JSON' : 'it is not the state of a sandbox, or cannot be read';
    throw new UnreadableState(`${path} cannot be used as state: ${why}.`);
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** @throws UnreadableState with a sentence. */
export function saveState(path: string, state: SandboxState): void {
  const half = `${path}.${process.pid}.part`;
  try {
    writeFileSync(half, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UnreadableState(`${path} cannot be written (${code}).`);
  }
}
