/** What runs in a folder, so that a test can tell that nothing was left behind. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** Command lines of living processes whose working folder is this one. */
export function processesIn(folder: string): string[] {
  return readdirSync('/proc').flatMap((pid) => {
    if (!/^\d+$/.test(pid)) return [];
    try {
      const state = readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\)\s/s, '')[0];
      return readlinkSync(`/proc/${pid}/cwd`) === folder && state !== 'Z'
        ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()]
        : [];
    } catch {
      return [];
    }
  });
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^\S+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}
