/** Waits until the app listens and answers: a socket of its own processes, and HTTP on it. What it prints is no more than a hint. */
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { send } from '../browser/request.ts';
import type { AppChild } from './child.ts';
import { canSeeProcesses, holderOf } from './processes.ts';

export type Ready =
  | { readonly kind: 'ready'; readonly port: number; readonly address: '127.0.0.1' | '::1'; readonly afterMs: number }
  | { readonly kind: 'ended' }
  | { readonly kind: 'never-listened'; readonly ports: readonly number[] }
  | { readonly kind: 'stranger'; readonly port: number; readonly pid?: number; readonly name?: string }
  | { readonly kind: 'no-http'; readonly ports: readonly number[] }
  | { readonly kind: 'interrupted' };

export interface Waiting {
  readonly child: AppChild;
  /** Where it is expected. */
  readonly port: number;
  /** Milliseconds that the expected one gets after another port has answered. */
  readonly graceMs?: number;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

const LOOK_EVERY_MS = 60;
const GRACE_MS = 700;

export async function waitUntilReady({ child, port, graceMs = GRACE_MS, withinMs, signal }: Waiting): Promise<Ready> {
  const began = Date.now();
  let ports: readonly number[] = [];
  let otherSince: number | undefined;
  while (Date.now() - began < withinMs) {
    if (signal.aborted) return { kind: 'interrupted' };
    const own = child.listeners();
    ports = [...new Set(own.map((socket) => socket.port))];
    // The expected one first; a debugger's or a hot reload's socket is not the app.
    const order = [...ports].sort((a, b) => Number(b === port) - Number(a === port) || a - b);
    const candidates = canSeeProcesses ? order : [port];
    for (const candidate of candidates) {
      const families = own.filter((socket) => socket.port === candidate);
      const address = families.length === 0 || families.some(({ family, any }) => family === 4 || any) ? '127.0.0.1' : '::1';
      const left = Math.max(1, withinMs - (Date.now() - began));
      if (await answersHttp(candidate, address, Math.min(left, candidate === port ? withinMs : 3_000), signal))
        if (candidate === port || Date.now() - (otherSince ?? Date.now()) >= graceMs)
          return { kind: 'ready', port: candidate, address, afterMs: Date.now() - began };
        else otherSince ??= Date.now();
    }
    if (!child.isRunning() && child.ending()) return { kind: 'ended' };
    await pause(LOOK_EVERY_MS);
  }
  if (ports.length > 0) return { kind: 'no-http', ports };
  const holder = canSeeProcesses ? holderOf(port) : { held: false };
  return holder.held ? { kind: 'stranger', port, ...holder } : { kind: 'never-listened', ports };
}

/** Where a server of the app's own processes listens: a page server beside the API counts as the app. */
export function ownAddress(child: AppChild, port: number): '127.0.0.1' | '::1' | undefined {
  const own = child.listeners().filter((socket) => socket.port === port);
  if (own.length === 0) return undefined;
  return own.some(({ family, any }) => family === 4 || any) ? '127.0.0.1' : '::1';
}

/** Somebody else starts it. What answers there already was started without the variables: it has to be gone first. */
export async function waitForAttached(
  port: number,
  withinMs: number,
  signal: AbortSignal,
): Promise<Extract<Ready, { kind: 'ready' }> | undefined> {
  const began = Date.now();
  let isOld = (await addressOf(port, signal)) !== undefined;
  while (Date.now() - began < withinMs && !signal.aborted) {
    const address = await addressOf(port, signal);
    if (address === undefined) isOld = false;
    else if (!isOld) return { kind: 'ready', port, address, afterMs: Date.now() - began };
    await pause(LOOK_EVERY_MS);
  }
  return undefined;
}

async function addressOf(port: number, signal: AbortSignal): Promise<'127.0.0.1' | '::1' | undefined> {
  for (const address of ['127.0.0.1', '::1'] as const) if (await answersHttp(port, address, 5_000, signal)) return address;
  return undefined;
}

async function answersHttp(port: number, address: string, timeoutMs: number, signal: AbortSignal): Promise<boolean> {
  if (!(await accepts(port, address))) return false;
  const answer = await send({
    url: new URL(`http://localhost:${port}/`),
    address,
    method: 'GET',
    headers: { accept: 'text/html', 'user-agent': 'scalekit-fix-rehearsal' },
    timeoutMs,
    signal,
  });
  return 'status' in answer;
}

function accepts(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1_000 });
    const end = (value: boolean) => (): void => {
      socket.destroy();
      resolve(value);
    };
    socket.once('connect', end(true));
    socket.once('error', end(false));
    socket.once('timeout', end(false));
  });
}
