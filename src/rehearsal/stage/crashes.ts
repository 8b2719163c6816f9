/** Panics that an app in Go has written: the project's own frames. net/http, Gin, chi and Echo each write them in their way. Other people's output. */
import path from 'node:path';
import type { Location } from '../../diagnosis/evidence.ts';
import { javaTracesIn } from './java-traces.ts';
import type { Note, Notes } from './notes.ts';

const PANIC = /\bpanic(?:: | serving | recovered)|PANIC RECOVER/g;
const FRAME = /((?:[A-Z]:)?[/\\][\w./\\@+-]*\.go):(\d+)/g;
/** What the runtime itself says; what an app says may hold anything. */
const SAID =
  /runtime error: [\w .,\-[\]:]{3,100}|assignment to entry in nil map|interface conversion: [\w .,{}*]{3,100}|close of (?:nil|closed) channel/;
const MOST_CHARACTERS = 8_000;
const MOST_FRAMES = 8;

/** Fiber writes no stack and answers with what the runtime said. */
export function runtimeError(body: string): string | undefined {
  return SAID.exec(body)?.[0].trim();
}

export interface Panic {
  readonly said: string;
  readonly frames: readonly Location[];
  /** The end of the connection at which it was being answered. */
  readonly port?: number;
}

export function panicsIn(output: string, root: string): Panic[] {
  const starts = [...output.matchAll(PANIC)].map(({ index }) => index);
  return starts.flatMap((start, place) => {
    const end = Math.min(starts[place + 1] ?? output.length, start + MOST_CHARACTERS);
    // Some write the whole of it as one string of JSON.
    const text = output.slice(start, end).replace(/\\[nt]/g, '\n');
    const frames = new Map<string, Location>();
    for (const [, file = '', line = ''] of text.matchAll(FRAME)) {
      const relative = path.relative(root, file);
      if (relative.startsWith('..') || path.isAbsolute(relative) || /(?:^|\/)vendor\//.test(relative)) continue;
      const at = { file: relative.split(path.sep).join('/'), line: Number(line), column: 1 };
      frames.set(`${at.file}:${at.line}`, at);
    }
    if (frames.size === 0) return [];
    const port = /^panic serving \S*:(\d+):/.exec(text)?.[1];
    return [
      {
        said:
          SAID.exec(text)?.[0]
            .replace(/ goroutine \d.*$/, '')
            .trim() ?? 'panic',
        frames: [...frames.values()].slice(0, MOST_FRAMES),
        ...(port === undefined ? {} : { port: Number(port) }),
      },
    ];
  });
}

/** The notes with what the app itself has written of its crashes. @param files of the project, in languages whose stack traces name packages. */
export function withCrashes(notes: Notes, output: () => string, root: string, files: readonly string[]): Notes {
  const found: Note[] = [];
  const seen = new Map<string, number>();
  let length = -1;
  let before = 0;
  const all: Note[] = [];
  return {
    ...notes,
    all: () => {
      const text = output();
      if (text.length !== length) {
        length = text.length;
        const times = new Map<string, number>();
        for (const { said, frames, port } of [...panicsIn(text, root), ...javaTracesIn(text, files)]) {
          const key = `${port ?? ''} ${said} ${frames.map(({ file, line }) => `${file}:${line}`).join(' ')}`;
          const time = (times.get(key) ?? 0) + 1;
          times.set(key, time);
          if (time <= (seen.get(key) ?? 0)) continue;
          seen.set(key, time);
          found.push({
            kind: 'crash',
            at: Date.now(),
            pid: 0,
            frames,
            error: { name: said },
            ...(port === undefined ? {} : { port }),
          });
        }
      }
      const own = notes.all();
      all.push(...own.slice(before), ...found.splice(0));
      before = own.length;
      return all;
    },
  };
}
