/** What is remembered between runs: the last unfinished diagnosis of a folder. Never a secret, never a pasted text. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';

export interface Settings {
  /** Problems that were being looked into in this folder, when the last run ended with findings. */
  readonly unfinished: (folder: string) => readonly string[] | undefined;
  readonly rememberUnfinished: (folder: string, focus: readonly string[]) => void;
  readonly forgetUnfinished: (folder: string) => void;
}

const none: Settings = { unfinished: () => undefined, rememberUnfinished: () => {}, forgetUnfinished: () => {} };

/** A home that cannot be written, or settings that cannot be read, are lived with: then nothing is remembered. */
export async function openSettings(env: Readonly<Record<string, string | undefined>>): Promise<Settings> {
  try {
    const { default: Conf } = await import('conf');
    const store = new Conf<Record<string, unknown>>({
      projectName: 'scalekit-fix',
      cwd: folderFor(env),
      clearInvalidConfig: true,
      configFileMode: 0o600,
    });
    return {
      unfinished: (folder) => readFocus(store.get(keyOf(folder))),
      rememberUnfinished: (folder, focus) => quietly(() => store.set(keyOf(folder), [...focus])),
      forgetUnfinished: (folder) => quietly(() => store.delete(keyOf(folder))),
    };
  } catch {
    return none;
  }
}

function folderFor(env: Readonly<Record<string, string | undefined>>): string {
  const xdg = env['XDG_CONFIG_HOME'];
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(env['HOME'] ?? homedir(), '.config');
  return path.join(base, 'scalekit-fix');
}

/** The folder's name is nobody's business; a dot in a key would be a path for conf. */
function keyOf(folder: string): string {
  return `unfinished-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
}

function readFocus(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.every((item) => typeof item === 'string' && /^[a-z-]{1,60}$/.test(item))
    ? value
    : undefined;
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A full or read-only disk: the wizard goes on without a memory.
  }
}
