/** What the preload noted inside the app: read as it grows. Other people's output: every line is checked before it counts. */
import { readFileSync, statSync } from 'node:fs';
import type { Location } from '../../diagnosis/evidence.ts';
import type { PlaceMapper } from './source-maps.ts';

export interface TargetValue {
  readonly type: string;
  readonly length?: number;
  /** The first 16 digits of the SHA-256. */
  readonly hash?: string;
}

export interface Note {
  /** `raised`: an exception that the framework answers for the app, as it always does. */
  readonly kind: 'answer' | 'request' | 'blocked' | 'sdk' | 'crash' | 'raised';
  readonly at: number;
  readonly pid: number;
  readonly frames: readonly Location[];
  readonly port?: number;
  readonly status?: number;
  readonly headers?: readonly { readonly header: string; readonly cookie?: string; readonly frames: readonly Location[] }[];
  readonly host?: string;
  readonly path?: string;
  readonly method?: string;
  readonly args?: readonly TargetValue[];
  readonly outcome?: 'ok' | 'false' | 'threw' | 'rejected';
  /** Why an answer is a refusal, where a framework says so. */
  readonly reason?: 'csrf';
  readonly error?: { readonly name: string; readonly message?: string };
}

export interface Notes {
  /** All that has been noted until now. */
  readonly all: () => readonly Note[];
  /** Of requests of the tool's own, by which the app tells which of them it was working on. */
  readonly ownPorts: Set<number>;
}

/** What was noted in this request; and where no request of ours is told, as behind a proxy of the app's own, what was noted meanwhile. */
export function notesOf({ all, ownPorts }: Notes, since: number, port: number | undefined): Note[] {
  return all()
    .slice(since)
    .filter((note) => note.port === undefined || note.port === port || !ownPorts.has(note.port));
}

const MOST_BYTES = 16 * 1024 * 1024;
const KINDS = new Set(['answer', 'request', 'blocked', 'sdk', 'crash', 'raised']);

export function readNotes(file: string, { toSource }: PlaceMapper): Notes {
  const notes: Note[] = [];
  let read = 0;
  let rest = '';
  const more = (): void => {
    let size = 0;
    try {
      ({ size } = statSync(file));
    } catch {
      return;
    }
    if (size <= read || read > MOST_BYTES) return;
    const bytes = readFileSync(file);
    const lines = (rest + bytes.subarray(read).toString('utf8')).split('\n');
    read = bytes.length;
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const note = noteOf(line, toSource);
      if (note) notes.push(note);
    }
  };
  return {
    ownPorts: new Set(),
    all: () => {
      more();
      return notes;
    },
  };
}

function noteOf(line: string, toSource: PlaceMapper['toSource']): Note | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('kind' in value) || !KINDS.has(String(value.kind))) return undefined;
    const note = value as Note;
    return {
      ...note,
      frames: framesOf(note.frames, toSource),
      headers: (note.headers ?? []).map((header) => ({ ...header, frames: framesOf(header.frames, toSource) })),
    };
  } catch {
    return undefined;
  }
}

function framesOf(value: unknown, toSource: PlaceMapper['toSource']): Location[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((frame: unknown): Location[] => {
    if (typeof frame !== 'object' || frame === null) return [];
    const { file, line, column } = frame as Record<string, unknown>;
    if (typeof file !== 'string' || file === '' || file.length > 400 || !Number.isInteger(line) || Number(line) < 1) return [];
    const place = { file, line: Number(line), column: Number.isInteger(column) && Number(column) > 0 ? Number(column) : 1 };
    const source = toSource(place);
    return source ? [source] : [];
  });
}
