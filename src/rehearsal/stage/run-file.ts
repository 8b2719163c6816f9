/** Remembers that a run is under way, so that the next start can end what one left behind that was killed. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { canSeeProcesses, isZombie, killNow } from './processes.ts';

interface Run {
  readonly marker: string;
  readonly pid: number;
  /** When the process with this id began: ids are used again. */
  readonly began: string;
  readonly folder: string;
}

/** One folder for each user: another one's files are not read. */
function runsFolder(): string {
  const user = process.platform === 'win32' ? 'user' : String(userInfo().uid);
  return path.join(tmpdir(), `scalekit-fix-runs-${user}`);
}

/** @param folder the run's own temporary folder, which goes with it. */
export function rememberRun(marker: string, folder: string): () => void {
  const runs = runsFolder();
  const file = path.join(runs, `${marker}.json`);
  const run: Run = { marker, pid: process.pid, began: beginOf(process.pid), folder };
  try {
    mkdirSync(runs, { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(run), { mode: 0o600, flag: 'wx' });
  } catch {
    // The run is possible without: only a sweep after a crash is not.
  }
  return () => rmSync(file, { force: true });
}

/** Ends what runs whose program is no longer there have left behind. Answers how many there were. */
export function sweepEarlierRuns(): number {
  const runs = runsFolder();
  let count = 0;
  for (const name of listed(runs)) {
    const file = path.join(runs, name);
    const run = readRun(file);
    if (run && isStillThere(run)) continue;
    if (run) {
      count++;
      if (canSeeProcesses) killNow(run.marker, undefined);
      if (isOwnFolder(run.folder)) rmSync(run.folder, { recursive: true, force: true });
    }
    rmSync(file, { force: true });
  }
  return count;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^[0-9a-f]{32}\.json$/.test(name));
  } catch {
    return [];
  }
}

function readRun(file: string): Run | undefined {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Run>;
    if (typeof value.marker !== 'string' || !/^[0-9a-f]{32}$/.test(value.marker) || !Number.isInteger(value.pid))
      return undefined;
    return { marker: value.marker, pid: Number(value.pid), began: String(value.began), folder: String(value.folder) };
  } catch {
    return undefined;
  }
}

function isStillThere({ pid, began }: Run): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return beginOf(pid) === began && !isZombie(pid);
}

/** Only a folder of the kind that a run makes for itself. */
function isOwnFolder(folder: string): boolean {
  return path.dirname(folder) === tmpdir() && path.basename(folder).startsWith('scalekit-fix-rehearsal-');
}

function beginOf(pid: number): string {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
