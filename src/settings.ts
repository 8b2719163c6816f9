/** What is remembered between runs: the last unfinished diagnosis of a folder. Never a secret, never a text of the user's. */
import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import path from 'node:path';

/** Problems that were being looked into, and the answers that were chosen from lists, by question. */
export interface Remembered {
  readonly focus: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
}

export interface Settings {
  /** What was being looked into in this folder, when the last run ended with findings. */
  readonly unfinished: (folder: string) => Remembered | undefined;
  readonly rememberUnfinished: (folder: string, remembered: Remembered) => void;
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
      unfinished: (folder) => quietly(() => readRemembered(store.get(keyOf(folder)))),
      rememberUnfinished: (folder, remembered) => quietly(() => store.set(keyOf(folder), readRemembered(remembered))),
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

/** Ids of ours and values of lists look like this; nothing else is written, and nothing else is believed. */
const ID = /^[a-z0-9][a-z0-9._-]{0,60}$/;
const MOST_ENTRIES = 50;

function readRemembered(value: unknown): Remembered | undefined {
  if (typeof value !== 'object' || value === null || !('focus' in value) || !Array.isArray(value.focus)) return undefined;
  const focus: readonly unknown[] = value.focus;
  if (!focus.every(isId) || focus.length > MOST_ENTRIES) return undefined;
  const answers = 'answers' in value && typeof value.answers === 'object' && value.answers !== null ? value.answers : {};
  const kept = Object.entries(answers).filter((entry): entry is [string, string] => isId(entry[0]) && isId(entry[1]));
  return { focus, answers: Object.fromEntries(kept.slice(0, MOST_ENTRIES)) };
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** A full or read-only disk: the wizard goes on without a memory. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
