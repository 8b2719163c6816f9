/** The built program's command line, on every Node.js it promises to run on: what it answers, what it refuses, and how it ends. */
import { spawn } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanEnvironment, ended, NODES, PROGRAM, run, STACK_TRACE, start, temporaryFolder } from './program.ts';
import { openTerminal } from './terminal.ts';

const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
const COMMANDS = ['check', 'explain', 'fix', 'undo', 'bundle', 'redact', 'sandbox', 'demo'];

describe.each(NODES)('on Node.js $major', ({ path: node }) => {
  it('prints its version', async () => {
    expect(await run(['--version'], { node })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('prints its help, which names every command', async () => {
    const { code, stdout, stderr } = await run(['--help'], { node });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
  });

  it('refuses an unknown flag with the nearest one', async () => {
    const { code, stdout, stderr } = await run(['check', '--jsno'], { node });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('There is no flag "--jsno". Did you mean --json?\n');
  });

  it('opens the wizard with its header line first', async () => {
    const terminal = openTerminal({ command: node, args: [PROGRAM], cwd: temporaryFolder(), env: { HOME: temporaryFolder() } });
    await terminal.waitFor(`scalekit-fix ${version}`);
    expect(terminal.raw().startsWith(`scalekit-fix ${version}\r\n`)).toBe(true);
  });
});

describe('the header line', () => {
  const inTerminal = (command: string, ...args: string[]) =>
    openTerminal({ command, args, cwd: temporaryFolder(), env: { ...cleanEnvironment(), NODE: process.execPath, PROGRAM } });

  it('comes first too when the symptom is piped in and the keys come from the terminal device', async () => {
    const terminal = inTerminal('sh', '-c', 'echo invalid_client | "$NODE" "$PROGRAM"');
    await terminal.waitFor(`scalekit-fix ${version}`);
  });

  it.each([[['chekc']], [['--json']], [['check', '--timeout', '0']]])(
    'is not written for %j, which is wrong usage',
    async (args) => {
      const terminal = inTerminal(process.execPath, PROGRAM, ...args);
      expect(await terminal.exitCode).toBe(2);
      expect(terminal.everything()).not.toContain(version);
    },
  );
});

describe('help', () => {
  it.each(COMMANDS)('of %s is the same from the launcher and from the program behind it', async (command) => {
    const quick = await run([command, '--help']);
    // With one more flag the launcher leaves it to Commander.
    const slow = await run([command, '--verbose', '--help']);
    expect(quick.stdout).toContain(`Usage: scalekit-fix ${command}`);
    expect(slow).toEqual(quick);
    expect(await run(['help', command])).toEqual(quick);
  });

  it('of the program is the same either way', async () => {
    expect(await run(['--verbose', '-h'])).toEqual(await run(['--help']));
    expect(await run(['--verbose', '--version'])).toEqual(await run(['-V']));
  });
});

describe('wrong usage', () => {
  const table: readonly (readonly [args: readonly string[], says: string])[] = [
    [['chekc'], 'check'],
    [['Check'], 'check'],
    [['chekc', '--json'], 'check'],
    [['chekc', '--aply'], 'check'],
    [['reduct'], 'redact'],
    [['help', 'bundel'], 'bundle'],
    [['check', 'this'], '"this"'],
    [['check', '--apply'], '--apply goes with fix'],
    [['--frobnicate'], '--frobnicate'],
    [['--envfile', '.env.local'], '--dotenv'],
    [['check', '--timeout', 'abc'], '--timeout'],
    [['check', '--timeout', '0'], '--timeout'],
    [['check', '--timeout', '-1'], '--timeout'],
    [['check', '--timeout', '1e9'], '--timeout'],
    [['check', '--timeout', '601'], '--timeout'],
    [['check', '--timeout', 'Infinity'], '--timeout'],
    [['check', '--timeout='], '--timeout'],
    [['check', '--timeout'], '--timeout'],
    [['--timeout', '0', 'check'], '--timeout'],
    [['check', '--cwd', '/no/such/folder'], '--cwd'],
    [['check', '--cwd', PROGRAM], '--cwd'],
    [['check', '--cwd', `${PROGRAM}/x`], '--cwd'],
    [['check', '--cwd', ''], '--cwd'],
    [['check', '--cwd', 'x'.repeat(5000)], '--cwd'],
    [['check', '--dotenv', 'no-such.env'], '--dotenv'],
    [['check', '--dotenv', '/'], '--dotenv'],
    [['check', '--environment-url', 'nonsense'], '--environment-url'],
    [['check', '--environment-url', 'ftp://x.scalekit.com'], '--environment-url'],
    [['check', '--environment-url', 'https://user:pa55word@x.scalekit.com'], '--environment-url'],
    [['sandbox', '--port', '65536'], '--port'],
    [['sandbox', '--port', '-1'], '--port'],
    [['sandbox', '--port', 'http'], '--port'],
    [['fix', '--apply', '--dry-run'], '--dry-run'],
    [['fix', '--only'], '--only'],
    [['bundle'], '--output'],
    [['bundle', '--output', 'a', '--inspect', 'b'], '--inspect'],
    [['bundle', '--force', '--inspect', 'b'], '--force'],
    [['redact', 'a', 'b'], '"b"'],
    [['explain'], 'explain'],
    [['explain', ''], 'explain'],
    [['explain', ' \n '], 'explain'],
    [['explain', '-'], 'explain'],
    [[], 'scalekit-fix check'],
    [[''], '--help'],
    [['--json'], 'scalekit-fix check'],
  ];

  it.each(table)('%j is refused with a sentence that names it', async (args, says) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(STACK_TRACE);
    expect(stderr).not.toContain('pa55word');
    expect(stderr.length).toBeLessThan(300);
  });

  it('does not repeat control codes of the arguments', async () => {
    const { code, stderr } = await run(['check', '--\u001B]0;owned\u0007\u001B[31m']);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/[\u001B\u0007]/);
  });
});

describe('a Node.js that is too old', () => {
  it('is refused with one sentence', async () => {
    const pretend = join(temporaryFolder(), 'old.cjs');
    writeFileSync(pretend, "Object.defineProperty(process.versions, 'node', { value: '20.18.3' });");
    const { code, stdout, stderr } = await run(['--version'], { env: { NODE_OPTIONS: `--require=${pretend}` } });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(stderr).toBe('scalekit-fix needs Node.js 20.19 or newer; this is 20.18.3.\n');
  });
});

describe('streams that go away', () => {
  it('an empty, closed standard input is no symptom', async () => {
    const child = start([], { stdio: ['ignore', 'pipe', 'pipe'] });
    const { code, stderr } = await ended(child);
    expect(code).toBe(2);
    expect(stderr).toContain('scalekit-fix check');
  });

  it('standard input that never ends is bounded by --timeout', async () => {
    const child = start(['explain', '-', '--timeout', '1']);
    const { code, stderr } = await ended(child);
    expect(code).toBe(2);
    expect(stderr).toContain('--timeout');
  });

  it('a reader that closes standard output early is no error', async () => {
    const child = start(['check', '--verbose', '--help']);
    child.stdout?.destroy();
    const { stderr } = await ended(child);
    expect(stderr).toBe('');
  });

  it('a full device is named', async () => {
    const full = openSync('/dev/full', 'w');
    const child = start(['check', '--verbose', '--help'], { stdio: ['ignore', full, 'pipe'] });
    const { code, stderr } = await ended(child);
    closeSync(full);
    expect(code).toBe(3);
    expect(stderr).toBe('Standard output cannot be written (ENOSPC).\n');
  });
});

describe('a place that is not a home', () => {
  it('names a folder that was removed under it, and lives with it when another is named', async () => {
    const gone = join(temporaryFolder(), 'gone');
    mkdirSync(gone);
    const shell = (args: string) =>
      ended(
        spawn('sh', ['-c', `rmdir "$PWD" && exec "$NODE" "$PROGRAM" ${args}`], {
          cwd: gone,
          env: { ...cleanEnvironment(), NODE: process.execPath, PROGRAM },
          stdio: ['ignore', 'pipe', 'pipe'],
        }),
      );
    expect(await shell('check')).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^The folder you are in .*--cwd\.\n$/),
    });
    mkdirSync(gone);
    expect(await shell('check --cwd / --timeout 0')).toMatchObject({ code: 2, stderr: expect.stringContaining('--timeout') });
  });

  it('works without HOME and with a cache that cannot be written', async () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    const { code, stderr } = await run(['chekc'], { env: { HOME: '/nonexistent', XDG_CACHE_HOME: join(folder, 'no') } });
    expect(code).toBe(2);
    expect(stderr).toContain('check');
  });
});
