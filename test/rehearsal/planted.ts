/** Apps that are run: a sound one is sound in every act, and each fault planted into it is seen by its act alone. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { StartChoice } from '../../src/rehearsal/stage/facts.ts';
import { playAll } from './playing.ts';
import { type RehearsalApp, rehearsalApp } from './rehearsal-app.ts';

export interface Planted {
  /** Id of the finding. */
  readonly shows: string;
  readonly act: string;
  /** Literal texts of the app's main file, or of the file that is named first. Each must be there. */
  readonly change: readonly (readonly [from: string, to: string] | readonly [file: string, from: string, to: string])[];
  /** In the lines that are named. */
  readonly at?: string;
  readonly severity?: 'warning' | 'info';
}

export interface FixtureApp {
  readonly name: string;
  /** Below test/fixtures. */
  readonly source: string;
  readonly callback?: string;
  /** The file that faults are planted in where no other is named. */
  readonly main: string;
  /** Puts in place what the app runs on: modules, an interpreter. */
  readonly prepare?: (app: RehearsalApp) => void;
  /** After faults were planted, before the start: compiles. */
  readonly build?: (app: RehearsalApp) => void;
  /** In place of the command that the files tell. */
  readonly start?: StartChoice;
  /** Variables beside PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Acts that do not apply to this app. */
  readonly notJudged?: readonly string[];
  /** Milliseconds that a start may take. */
  readonly startMs?: number;
}

const START_MS = 20_000;

/** Each fault in an app of its own; those of a group together, where a start costs much: each is seen by its own act all the same. */
export function rehearsed(app: FixtureApp, planted: readonly Planted[], groups: readonly (readonly Planted[])[] = []): void {
  const { name, env = {}, notJudged: left = [], startMs = START_MS } = app;
  describe(name, { timeout: startMs + 60_000 }, () => {
    it('is sound in every act where it is', async () => {
      const made = await inPlace(app);
      app.build?.(made);
      const { faults, notJudged, acts } = await playAll(made.folder, { env, startMs, start: app.start });
      expect(faults).toEqual([]);
      // Whether an app is started twice goes by the time that the first start took, and that by what else this machine does.
      const isDue = (line: string): boolean => !/^restart: The app took \d/.test(line);
      const missing = notJudged.filter(isDue).map((line) => line.split(':')[0]);
      expect(missing).toEqual(left);
      expect(acts.filter(({ outcome }) => outcome === 'sound')).toHaveLength(acts.length - notJudged.length);
    });

    it.each(planted.map((one) => [one.shows, one.act, one.change[0]?.at(-1)?.slice(0, 50) || 'left out', one] as const))(
      '%s is seen by %s: %s',
      async (_shows, _act, _what, fault) => seen(app, [fault]),
    );

    it.each(groups.map((group) => [group.map(({ shows }) => shows).join(', '), group] as const))(
      'each of %s is seen by its act',
      async (_ids, group) => seen(app, group),
    );
  });
}

export async function inPlace({ source, callback, prepare }: FixtureApp): Promise<RehearsalApp> {
  const made = await rehearsalApp(source, callback);
  prepare?.(made);
  return made;
}

export async function seen(app: FixtureApp, planted: readonly Planted[]): Promise<void> {
  const { main, build, start, env = {}, startMs = START_MS } = app;
  const made = await inPlace(app);
  const { folder, edit } = made;
  for (const { change } of planted)
    for (const one of change) {
      const [file, from, to] = one.length === 3 ? one : [main, ...one];
      edit(file, (text) => {
        if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
        return text.replace(from, () => to);
      });
    }
  build?.(made);
  const { faults, notJudged } = await playAll(folder, { env, startMs, start, only: [...new Set(planted.map(({ act }) => act))] });
  const told = (list: readonly (readonly [string, string])[]): string[] => list.map((pair) => pair.join(' ')).sort();
  expect(told(faults.map(({ id, severity }) => [id, severity])), notJudged.join('\n')).toEqual(
    told(planted.map(({ shows, severity = 'error' }) => [shows, severity])),
  );
  for (const { shows, at } of planted) {
    const locations = faults.find(({ id }) => id === shows)?.locations ?? [];
    if (at !== undefined) expect(locations.map(({ file, line }) => lineOf(folder, file, line)).join('\n')).toContain(at);
  }
}

function lineOf(folder: string, file: string, line: number): string {
  return readFileSync(path.join(folder, file), 'utf8').split('\n')[line - 1] ?? '';
}
