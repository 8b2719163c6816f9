/** The rehearsal in the built wizard, in a real pseudo-terminal: shown, started on the user's word, told, and ended in every case. */
import { describe, expect, it } from 'vitest';
import { processesIn } from '../rehearsal/left-over.ts';
import { rehearsalApp } from '../rehearsal/rehearsal-app.ts';
import { cleanEnvironment, PROGRAM } from './program.ts';
import { openTerminal, type TestTerminal } from './terminal.ts';

const sizes = [
  [80, 24, {}],
  [60, 20, { NO_COLOR: '1' }],
] as const;

function openWizard(cwd: string, cols = 80, rows = 24, env: Readonly<Record<string, string>> = {}): TestTerminal {
  const args = [PROGRAM, '--offline', '--', 'state is not compared'];
  return openTerminal({ command: process.execPath, args, cols, rows, env: { ...cleanEnvironment(), ...env }, cwd });
}

/** To the proposal, over whatever questions there are. */
async function toProposal(terminal: TestTerminal): Promise<void> {
  await terminal.waitFor(/I understood|None of ours/);
  terminal.press('enter');
  await terminal.waitFor(/One question|w run it/);
  for (let asked = 0; asked < 6 && /One question/.test(terminal.screen()); asked++) {
    const before = terminal.screen();
    terminal.press('tab');
    await terminal.waitFor(/\? keys/);
    await changed(terminal, before);
    await terminal.waitFor(/One question|w run it/);
  }
  terminal.type('w');
  await terminal.waitFor('Start the app and watch it log in?');
}

async function changed(terminal: TestTerminal, before: string): Promise<void> {
  while (terminal.screen() === before) await new Promise((done) => setImmediate(done));
}

const isWhole = (terminal: TestTerminal): boolean =>
  terminal.raw().lastIndexOf('\u001b[?25h') > terminal.raw().lastIndexOf('\u001b[?25l');

describe.each(sizes)('at %i×%i', { timeout: 60_000 }, (cols, rows, env) => {
  it('is shown, started, told act by act, and its fault opened and listed', async () => {
    const app = await rehearsalApp('rehearsal/express');
    app.edit('server.js', (text) => text.replace('state !== request.cookies.login', 'false'));
    const terminal = openWizard(app.folder, cols, rows, env);
    await toProposal(terminal);
    expect(terminal.screen()).toContain('node server.js');
    terminal.type('y');
    await terminal.waitFor(/acts went wrong/, 40_000);
    for (const line of terminal.screen().split('\n')) expect(line.length).toBeLessThanOrEqual(cols);
    terminal.type('x');
    await terminal.waitFor(/exchange-\d+ {2}browser → app/);
    terminal.press('escape');
    await terminal.waitFor(/acts went wrong/);
    terminal.press('escape');
    await terminal.waitFor(/cause[s]? confirmed|confirmed/);
    expect(processesIn(app.folder).filter((line) => !line.includes(PROGRAM))).toEqual([]);
    terminal.press('ctrlC');
    expect(await terminal.exitCode).toBe(130);
    expect(isWhole(terminal)).toBe(true);
    for (const secret of app.secrets) expect(terminal.raw()).not.toContain(secret);
  });
});

describe.each([
  ['Ctrl-C', 'ctrlC', 130],
  ['Esc', 'escape', undefined],
  ['A terminal that is closed', 'hang-up', 130],
] as const)('%s while the app runs', { timeout: 60_000 }, (_name, key, code) => {
  it('ends the app', async () => {
    const app = await rehearsalApp('rehearsal/express');
    const terminal = openWizard(app.folder);
    await toProposal(terminal);
    terminal.type('y');
    await terminal.waitFor(/Honest login …/, 20_000);
    if (key === 'hang-up') terminal.kill('SIGHUP');
    else terminal.press(key);
    if (code === undefined) await terminal.waitFor('w run it');
    else expect(await terminal.exitCode).toBe(code);
    while (processesIn(app.folder).filter((line) => line.includes('server.js')).length > 0)
      await new Promise((done) => setTimeout(done, 30));
    expect(isWhole(terminal) || key !== 'ctrlC').toBe(true);
  });
});
