/** A window that is made ever smaller, down to one column and one row, and large again: while probes run and when they have ended. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { drip } from '../hostile/behaviours.ts';
import { layProject } from '../hostile/observe.ts';
import { startHostile } from '../hostile/server.ts';
import { cleanEnvironment, PROGRAM, temporaryFolder } from './program.ts';
import { openTerminal } from './terminal.ts';

const SIZES: readonly (readonly [cols: number, rows: number])[] = [
  [40, 12],
  [10, 3],
  [2, 1],
  [1, 1],
  [1, 24],
  [80, 1],
  [300, 100],
  [1, 1],
  [80, 24],
];

it('stays whole', { timeout: 90_000 }, async () => {
  const server = await startHostile(drip(200));
  onTestFinished(() => server.close());
  const cwd = temporaryFolder();
  layProject(cwd, server.origin);
  const args = [PROGRAM, '--timeout', '6', 'invalid_client'];
  const terminal = openTerminal({ command: process.execPath, args, cwd, env: cleanEnvironment() });
  await terminal.waitFor('Enter look into it', 40_000);
  terminal.press('enter');
  await terminal.waitFor('Looking at', 20_000);
  for (const [cols, rows] of SIZES) {
    const before = terminal.raw().length;
    terminal.resize(cols, rows);
    // What turns beside the probes is drawn anew all the time.
    while (terminal.raw().length === before) await pause(5);
  }
  await terminal.waitFor('b support bundle', 40_000);
  const verdict = terminal.screen();
  expect(verdict).toContain('no cause found');
  expect(verdict.split('\n').at(-1)).toContain('q quit');
  for (const [cols, rows] of SIZES) terminal.resize(cols, rows);
  await expect.poll(() => terminal.screen(), { timeout: 10_000 }).toBe(verdict);
  terminal.type('q');
  // What was pasted is left unexplained.
  expect(await terminal.exitCode).toBe(1);
});
