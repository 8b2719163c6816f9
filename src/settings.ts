/** What is remembered between runs: the last unfinished diagnosis of a folder, and how its app is started. Never a secret. */
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
  /** The words of the command that was named for this folder, by which its app was started before. */
  readonly command: (folder: string) => readonly string[] | undefined;
  /** Who calls has seen to it that there is no secret in it. */
  readonly rememberCommand: (folder: string, words: readonly string[]) => void;
  readonly forgetCommand: (folder: string) => void;
}

const none: Settings = {
  unfinished: () => undefined,
  rememberUnfinished: () => {},
  forgetUnfinished: () => {},
  command: () => undefined,
  rememberCommand: () => {},
  forgetCommand: () => {},
};

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
      command: (folder) => quietly(() => readCommand(store.get(keyOf(folder, 'command')))),
      rememberCommand: (folder, words) => quietly(() => store.set(keyOf(folder, 'command'), readCommand(words) ?? [])),
      forgetCommand: (folder) => quietly(() => store.delete(keyOf(folder, 'command'))),
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
function keyOf(folder: string, what: 'unfinished' | 'command' = 'unfinished'): string {
  return `${what}-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
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

const MOST_WORDS = 40;
const LONGEST_COMMAND = 1_000;

function readCommand(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_WORDS) return undefined;
  const words: readonly unknown[] = value;
  const isCommand =
    words.every((word) => typeof word === 'string' && !/\p{Cc}/u.test(word)) && words.join(' ').length <= LONGEST_COMMAND;
  return isCommand ? (words as readonly string[]) : undefined;
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
