/**
 * Which folders the programs run in that listen on a port of this machine, as far as Linux tells (`/proc`). Something that answers on
 * localhost may be another project's: only its folder shows whose it is. Reads; asks nobody, starts nothing.
 */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

const LISTEN = '0A';
/** More processes than a developer's machine has. */
const MOST_PROCESSES = 20_000;

/** Undefined where it cannot be told: another system, another user's program, a container's port. */
export function foldersListening(port: number): readonly string[] | undefined {
  const sockets = new Set([...socketsIn('/proc/net/tcp', port), ...socketsIn('/proc/net/tcp6', port)]);
  if (sockets.size === 0) return undefined;
  const folders = new Set<string>();
  const owned = new Set<string>();
  for (const process of namesIn('/proc')
    .filter((name) => /^\d+$/.test(name))
    .slice(0, MOST_PROCESSES)) {
    const held = namesIn(`/proc/${process}/fd`)
      .map((descriptor) => linkAt(`/proc/${process}/fd/${descriptor}`))
      .filter((link) => link !== undefined && sockets.has(link));
    const folder = held.length > 0 ? linkAt(`/proc/${process}/cwd`) : undefined;
    if (folder === undefined) continue;
    folders.add(folder);
    for (const link of held) if (link !== undefined) owned.add(link);
  }
  return owned.size === sockets.size ? [...folders] : undefined;
}

/** `socket:[4711]` for each socket that listens on the port. */
function socketsIn(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return textOf(table)
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const fields = line.trim().split(/\s+/);
      const isIt = fields[3] === LISTEN && fields[1]?.endsWith(`:${wanted}`) === true;
      return isIt && fields[9] !== undefined ? [`socket:[${fields[9]}]`] : [];
    });
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function linkAt(file: string): string | undefined {
  try {
    return readlinkSync(file);
  } catch {
    return undefined;
  }
}
