/** What the journal says of one patch, and reading it back as data that anybody may have written. */
import path from 'node:path';
import { isInside } from '../project/read-bytes.ts';
import type { Store } from './store.ts';

export const JOURNAL_VERSION = 1;

/**
 * `applying` and `undoing` are what a run that was killed leaves: the files may be in either state, and going back is always possible.
 * `sending` is a change in Scalekit whose answer is not known.
 */
export type JournalState = 'applying' | 'applied' | 'undoing' | 'undone' | 'sending';

export interface JournalFile {
  /** As the patch called it, relative with `/`. */
  readonly file: string;
  /** What was really written, relative to the project folder with `/`. */
  readonly real: string;
  /** Hash of the content before; undefined when the patch created the file. */
  readonly before: string | undefined;
  readonly after: string;
  /** Folders made for it, outermost first, relative. */
  readonly newFolders: readonly string[];
  /** The file was edited elsewhere since, and only the patch's own lines go back: the hash of what was found and of what takes its place. */
  readonly merged?: { readonly now: string; readonly back: string } | undefined;
}

/** `due`: nobody has looked yet whether the patch did what it was for. */
export type ProofState = 'due' | 'gone' | 'changed' | 'still-there' | 'cannot-tell';

export interface PatchProof {
  /** The finding that the patch is for. */
  readonly finding: string;
  readonly state: ProofState;
}

/** One change in a Scalekit environment, with what stood there before. Never a secret. */
export interface JournalChange {
  /** Scheme, host and port. */
  readonly environment: string;
  readonly tier: 'production' | 'development';
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** For people, as it was shown. */
  readonly before: string;
  readonly after: string;
  /** The fields that were sent, as they were before; undefined where they could not be read. */
  readonly was?: Readonly<Record<string, unknown>> | undefined;
}

export interface JournalEntry {
  readonly id: string;
  readonly at: string;
  /** What the patch was for. */
  readonly summary: string;
  readonly state: JournalState;
  readonly files: readonly JournalFile[];
  readonly proof?: PatchProof | undefined;
  /** Then there are no files. */
  readonly change?: JournalChange | undefined;
}

export function parseEntry(store: Store, id: string, value: unknown): JournalEntry | undefined {
  if (!isRecord(value) || value['version'] !== JOURNAL_VERSION || value['id'] !== id) return undefined;
  const { at, summary, state, files, proof, change } = value;
  if (typeof at !== 'string' || typeof summary !== 'string' || !isState(state) || !Array.isArray(files)) return undefined;
  const parsed = files.map((file) => parseFile(store, file));
  if (!parsed.every((file) => file !== undefined)) return undefined;
  if (change !== undefined && (!isChange(change) || files.length > 0)) return undefined;
  return {
    id,
    at,
    summary,
    state,
    files: parsed,
    ...(isProof(proof) ? { proof } : {}),
    ...(change === undefined ? {} : { change }),
  };
}

function isProof(value: unknown): value is PatchProof {
  if (!isRecord(value)) return false;
  const states: readonly unknown[] = ['due', 'gone', 'changed', 'still-there', 'cannot-tell'];
  return (
    typeof value['finding'] === 'string' && /^[\w-]{1,80}\/[\w-]{1,80}$/.test(value['finding']) && states.includes(value['state'])
  );
}

function isChange(value: unknown): value is JournalChange {
  if (!isRecord(value)) return false;
  const texts = ['environment', 'what', 'method', 'path', 'before', 'after'];
  return (
    texts.every((name) => typeof value[name] === 'string') &&
    (value['tier'] === 'production' || value['tier'] === 'development') &&
    isRecord(value['body']) &&
    (value['was'] === undefined || isRecord(value['was']))
  );
}

function parseFile(store: Store, value: unknown): JournalFile | undefined {
  if (!isRecord(value)) return undefined;
  const { file, real, before, after, newFolders = [], merged } = value;
  if (typeof file !== 'string' || !isOwn(store, real) || !isHash(after)) return undefined;
  if (before !== undefined && !isHash(before)) return undefined;
  if (!Array.isArray(newFolders) || !newFolders.every((folder) => isOwn(store, folder))) return undefined;
  if (merged !== undefined && !(isRecord(merged) && isHash(merged['now']) && isHash(merged['back']))) return undefined;
  const own = merged === undefined ? {} : { merged: { now: String(merged['now']), back: String(merged['back']) } };
  return { file, real, before, after, newFolders, ...own };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isState(value: unknown): value is JournalState {
  return typeof value === 'string' && ['applying', 'applied', 'undoing', 'undone', 'sending'].includes(value);
}

function isHash(value: unknown): value is string {
  return typeof value === 'string' && /^[\da-f]{64}$/.test(value);
}

function isOwn(store: Store, value: unknown): value is string {
  if (typeof value !== 'string' || value === '' || value.includes('\0')) return false;
  return isInside(store.root, path.resolve(store.root, value)) && !/(^|\/)\.git(\/|$)/i.test(value);
}
