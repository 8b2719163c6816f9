/** However and whenever the wizard is interrupted, the shell behind it gets 130 and its terminal as it was: lines, echo, cursor, pastes. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hang } from '../hostile/behaviours.ts';
import { layProject } from '../hostile/observe.ts';
import { startHostile } from '../hostile/server.ts';
import { cleanEnvironment, PROGRAM, temporaryFolder } from './program.ts';
import { openTerminal, type TestTerminal } from './terminal.ts';

type Interrupt = (terminal: TestTerminal, pid: number) => void;
const key: Interrupt = (terminal) => terminal.press('ctrlC');
const signal =
  (name: NodeJS.Signals): Interrupt =>
  (_terminal, pid) =>
    void process.kill(pid, name);

const moments: readonly (readonly [
  name: string,
  until: readonly (readonly [shown: string | RegExp, keys: string])[],
  Interrupt,
])[] = [
  ['Ctrl-C behind the first line', [['scalekit-fix', '']], key],
  ['SIGTERM on the first screen', [['Enter go on', '']], signal('SIGTERM')],
  ['Ctrl-C in one go with the key before it', [['Enter go on', '\r\u0003']], () => undefined],
  [
    'SIGHUP in a list',
    [
      ['Enter go on', '\r'],
      ['What do you see', ''],
    ],
    signal('SIGHUP'),
  ],
  [
    'SIGINT while probes run',
    [
      ['Enter go on', '\r'],
      ['What do you see', '\r'],
      ['Looking at', ''],
    ],
    signal('SIGINT'),
  ],
];

it.each(moments)('%s', { timeout: 60_000 }, async (_name, until, interrupt) => {
  const server = await startHostile(hang);
  onTestFinished(() => server.close());
  const cwd = temporaryFolder();
  layProject(cwd, server.origin);
  const preload = join(temporaryFolder(), 'pid.cjs');
  const pidFile = join(temporaryFolder(), 'pid');
  writeFileSync(preload, "require('node:fs').writeFileSync(process.env.PID_FILE, String(process.pid));");
  const program = `NODE_OPTIONS=--require=${preload} "$NODE" "$PROGRAM" --timeout 60`;
  const terminal = openTerminal({
    command: 'sh',
    // The shell gets Ctrl-C too, where the terminal still makes a signal of it.
    args: ['-c', `trap : INT; ${program}; echo "ended with $?"; stty -a; echo over`],
    cwd,
    env: { ...cleanEnvironment(), NODE: process.execPath, PROGRAM, PID_FILE: pidFile },
  });
  for (const [shown, keys] of until) {
    await terminal.waitFor(shown, 30_000);
    if (keys !== '') terminal.type(keys);
  }
  interrupt(terminal, Number(readFileSync(pidFile, 'utf8')));
  expect(await terminal.exitCode).toBe(0);
  const [before = '', after = ''] = terminal.raw().split('ended with ');
  expect(after).toMatch(/^130\b/);
  expect(after).toMatch(/ icanon\b[\s\S]* echo\b/);
  for (const [on, off] of [
    ['\u001b[?25h', '\u001b[?25l'],
    ['\u001b[?2004l', '\u001b[?2004h'],
  ] as const)
    expect(before.lastIndexOf(on)).toBeGreaterThanOrEqual(before.lastIndexOf(off));
});

/** A look that never ends, over a fault that the files alone show. */
async function lookingAtAFault(): Promise<{ readonly cwd: string }> {
  const server = await startHostile(hang);
  onTestFinished(() => server.close());
  const cwd = temporaryFolder();
  layProject(cwd, server.origin);
  const env = join(cwd, '.env');
  writeFileSync(env, readFileSync(env, 'utf8').replace(/^(SCALEKIT_CLIENT_SECRET)=(.*)$/m, '$1="$2 "'));
  return { cwd };
}

it.each([
  ['q', (terminal: TestTerminal) => terminal.type('q')],
  ['Ctrl-C', (terminal: TestTerminal) => terminal.press('ctrlC')],
  ['SIGTERM', (terminal: TestTerminal) => void process.kill(terminal.pid, 'SIGTERM')],
  ['SIGHUP', (terminal: TestTerminal) => void process.kill(terminal.pid, 'SIGHUP')],
])('%s in the middle of a look tells what was confirmed by then, with exit 1', { timeout: 60_000 }, async (_name, leave) => {
  const { cwd } = await lookingAtAFault();
  const args = [PROGRAM, '--timeout', '60'];
  const terminal = openTerminal({ command: process.execPath, args, cwd, env: cleanEnvironment(), cols: 60, rows: 20 });
  await terminal.waitFor('Enter go on', 30_000);
  terminal.press('enter');
  await terminal.waitFor('What do you see');
  terminal.press('enter');
  await terminal.waitFor(/Looking at[\s\S]*confirmed/, 30_000);
  leave(terminal);
  expect(await terminal.exitCode).toBe(1);
  expect(terminal.screen()).toMatch(/Stopped early, \d+ of \d+ looked at: 1 cause confirmed so far/);
});
