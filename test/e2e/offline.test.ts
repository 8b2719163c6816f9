/** `--offline` opens no socket and asks no name server: seen from below, in every handle that Node.js itself makes, whichever library asks for it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hang } from '../hostile/behaviours.ts';
import { type HostileServer, startHostile } from '../hostile/server.ts';
import { cleanEnvironment, PROGRAM, run, temporaryFolder } from './program.ts';
import { openTerminal } from './terminal.ts';

/** Sockets of every kind, listeners, datagrams, local sockets and questions to name servers. Pipes to child processes (git) are none of them. */
const HANDLES =
  'TCPWRAP|TCPCONNECTWRAP|TCPSERVERWRAP|TLSWRAP|UDPWRAP|UDPSENDWRAP|GETADDRINFOREQWRAP|GETNAMEINFOREQWRAP|QUERYWRAP|PIPECONNECTWRAP|PIPESERVERWRAP|HTTP2SESSION|QUIC';

const WATCH = `
const { appendFileSync } = require('node:fs');
const kinds = /^(?:${HANDLES})/;
require('node:async_hooks').createHook({
  init(id, type) { if (kinds.test(type)) appendFileSync(process.env.HANDLES_FILE, type + '\\n'); },
}).enable();
`;

interface Scene {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
  readonly server: HostileServer;
  /** The kinds of handles that were made. */
  readonly handles: () => readonly string[];
}

/** A project with a fault that the files alone prove, pointed at a server that would hear everything. */
async function scene(): Promise<Scene> {
  const server = await startHostile(hang);
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  const file = join(temporaryFolder(), 'handles.txt');
  const preload = join(temporaryFolder(), 'watch.cjs');
  writeFileSync(preload, WATCH);
  writeFileSync(
    join(folder, '.env'),
    `SCALEKIT_ENVIRONMENT_URL=${server.origin}\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET="test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU "\n`,
  );
  return {
    folder,
    server,
    env: { NODE_OPTIONS: `--require=${preload}`, HANDLES_FILE: file },
    handles: () => (existsSync(file) ? [...new Set(readFileSync(file, 'utf8').trim().split('\n'))] : []),
  };
}

/** A token and a SAML response name hosts: nothing of what is pasted is followed up either. */
const PASTED =
  'ClientError: invalid_client at https://acme.scalekit.dev/oauth/token eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHA6Ly8xMjcuMC4wLjE6OS9rIn0.eyJpc3MiOiJodHRwOi8vMTI3LjAuMC4xOjkifQ.c2ln';

describe('--offline', () => {
  it.each<readonly [name: string, commands: readonly (readonly string[])[], input: string]>([
    [
      'check',
      [
        ['check', '--json'],
        ['check', '--verbose'],
      ],
      '',
    ],
    [
      'explain',
      [
        ['explain', PASTED],
        ['explain', '-'],
      ],
      PASTED,
    ],
    ['fix', [['fix'], ['fix', '--json']], ''],
    ['fix --apply, undo --list and undo', [['fix', '--apply', '--yes'], ['undo', '--list'], ['undo']], ''],
    [
      'bundle, written and read back',
      [
        ['bundle', '--output', 'b.zip'],
        ['bundle', '--inspect', 'b.zip'],
      ],
      '',
    ],
    ['redact', [['redact', '.env'], ['redact']], PASTED],
    ['a text without a terminal', [[PASTED]], ''],
  ])('%s', async (_name, commands, input) => {
    const { folder, env, server, handles } = await scene();
    for (const command of commands) {
      const { code } = await run([...command, '--offline'], { cwd: folder, env, input });
      expect([0, 1]).toContain(code);
    }
    expect(handles()).toEqual([]);
    expect(server.connections()).toBe(0);
  });

  it('the wizard, from a pasted text to its verdicts', async () => {
    const { folder, env, server, handles } = await scene();
    const terminal = openTerminal({
      command: process.execPath,
      args: [PROGRAM, '--offline', PASTED],
      env: { ...cleanEnvironment(), ...env },
      cwd: folder,
    });
    await terminal.waitFor('Enter look into it', 60_000);
    terminal.press('enter');
    await terminal.waitFor(/confirmed/, 60_000);
    terminal.press('ctrlC');
    expect(await terminal.exitCode).toBe(130);
    expect(handles()).toEqual([]);
    expect(server.connections()).toBe(0);
  });

  it('is what makes the difference: without it the server is asked, and seen to be', async () => {
    const { folder, env, server, handles } = await scene();
    await run(['check', '--json', '--timeout', '3'], { cwd: folder, env });
    expect(handles()).toEqual(expect.arrayContaining(['TCPCONNECTWRAP', 'TCPWRAP']));
    expect(server.connections()).toBeGreaterThan(0);
  });
});
