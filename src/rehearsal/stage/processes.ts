/** Which processes belong to the app that was started, which ports they hold, and ending them. By a random marker in their environment. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** In the environment of everything that the app starts. */
export const MARKER = 'SCALEKIT_FIX_REHEARSAL';

export interface Listening {
  readonly pid: number;
  readonly port: number;
  readonly family: 4 | 6;
  /** Any address, loopback or another one. */
  readonly any: boolean;
}

/** Whether processes can be told apart here (Linux). Elsewhere the process group alone has to do. */
export const canSeeProcesses = process.platform === 'linux';

/** Every process that has the marker in its environment, whoever its parent is now. */
export function processesOf(marker: string): number[] {
  const wanted = `${MARKER}=${marker}`;
  return pids().filter((pid) => {
    if (pid === process.pid) return false;
    try {
      return readFileSync(`/proc/${pid}/environ`, 'latin1').split('\0').includes(wanted) && !isZombie(pid);
    } catch {
      return false;
    }
  });
}

/** Sockets that these processes listen on. */
export function listenersOf(processes: readonly number[]): Listening[] {
  const sockets = listeningSockets();
  return processes.flatMap((pid) =>
    inodesOf(pid).flatMap((inode): Listening[] => {
      const socket = sockets.get(inode);
      return socket ? [{ pid, ...socket }] : [];
    }),
  );
}

/** Who holds this port, as far as it may be seen: a process of somebody else has no name here. */
export function holderOf(port: number): { readonly held: boolean; readonly pid?: number; readonly name?: string } {
  const inodes = [...listeningSockets()].filter(([, socket]) => socket.port === port).map(([inode]) => inode);
  if (inodes.length === 0) return { held: false };
  for (const pid of pids())
    if (inodesOf(pid).some((inode) => inodes.includes(inode))) return { held: true, pid, name: nameOf(pid) };
  return { held: true };
}

/** Ends all of it: asks first, then insists, until nothing is left. Answers what could not be ended. */
export async function endProcesses(marker: string, group: number | undefined, graceMs: number): Promise<number[]> {
  signalGroup(group, 'SIGTERM');
  for (const pid of processesOf(marker)) signalOne(pid, 'SIGTERM');
  if (await gone(marker, group, graceMs)) return [];
  for (let round = 0; round < 20; round++) {
    killNow(marker, group);
    if (await gone(marker, group, 150)) return [];
  }
  return processesOf(marker);
}

/** At once and without waiting: for a program that is about to end. */
export function killNow(marker: string, group: number | undefined): void {
  signalGroup(group, 'SIGKILL');
  if (canSeeProcesses) for (const pid of processesOf(marker)) signalOne(pid, 'SIGKILL');
}

async function gone(marker: string, group: number | undefined, withinMs: number): Promise<boolean> {
  for (const end = Date.now() + withinMs; ; ) {
    if (!isAlive(group) && (!canSeeProcesses || processesOf(marker).length === 0)) return true;
    if (Date.now() >= end) return false;
    await pause(25);
  }
}

function isAlive(group: number | undefined): boolean {
  if (group === undefined) return false;
  try {
    process.kill(-group, 0);
    return !canSeeProcesses || groupHasLiving(group);
  } catch {
    return false;
  }
}

/** A group of which only the dead are left, whom nobody has asked for yet, is over. */
function groupHasLiving(group: number): boolean {
  return pids().some((pid) => {
    const fields = statOf(pid);
    return fields !== undefined && Number(fields[2]) === group && fields[0] !== 'Z';
  });
}

function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group !== undefined && group > 1) signalOne(-group, signal);
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function pids(): number[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
  } catch {
    return [];
  }
}

/** State, parent, group … as /proc/PID/stat has them behind the name. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** It has ended, and its parent has not asked for it yet. */
export function isZombie(pid: number): boolean {
  return statOf(pid)?.[0] === 'Z';
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

function inodesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      try {
        return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
      } catch {
        return [];
      }
    });
  } catch {
    return [];
  }
}

function listeningSockets(): Map<string, Omit<Listening, 'pid'>> {
  const found = new Map<string, Omit<Listening, 'pid'>>();
  for (const [file, family] of [
    ['/proc/net/tcp', 4],
    ['/proc/net/tcp6', 6],
  ] as const) {
    let text = '';
    try {
      text = readFileSync(file, 'latin1');
    } catch {
      continue;
    }
    for (const line of text.split('\n').slice(1)) {
      const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
      const [address = '', port = ''] = local.split(':');
      if (state === '0A') found.set(inode, { port: Number.parseInt(port, 16), family, any: /^0+$/.test(address) });
    }
  }
  return found;
}
