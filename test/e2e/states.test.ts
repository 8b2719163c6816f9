/** Odd states of files, folders and streams that the built program is started in: it lives with them, or says in a sentence what is in the way. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  canRunAsNobody,
  cleanEnvironment,
  ended,
  leftOut,
  NODES,
  PROGRAM,
  run,
  STACK_TRACE,
  start,
  temporaryFolder,
} from './program.ts';

const SECRET = 'test_c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhdmU';
const LINES = `SCALEKIT_ENVIRONMENT_URL=http://127.0.0.1:9\nSCALEKIT_CLIENT_ID=skc_87104652398129153\nSCALEKIT_CLIENT_SECRET=${SECRET}\n`;

function project(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, '.env'), LINES);
  writeFileSync(join(folder, 'package.json'), '{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}');
  return folder;
}

const fifo = (file: string): void => void execFileSync('mkfifo', [file]);
const check = ['check', '--json', '--offline'];

describe('an env file that is named', () => {
  const refused: readonly (readonly [name: string, make: (file: string) => void, says: RegExp])[] = [
    ['binary', (file) => writeFileSync(file, Buffer.from([1, 0, 2, 255])), /not a text file/],
    ['a folder', (file) => mkdirSync(file), /is a folder/],
    ['a pipe', fifo, /not a regular file \(a pipe/],
    ['in UTF-16', (file) => writeFileSync(file, Buffer.from(`\uFEFF${LINES}`, 'utf16le')), /UTF-16/],
    ['a link to itself', (file) => symlinkSync(file, file), /--dotenv/],
    ['larger than any', (file) => writeFileSync(file, 'x'.repeat(3_000_000)), /larger than/],
  ];
  it.each(refused)('%s is refused with a sentence that names the flag', async (_name, make, says) => {
    const folder = project();
    make(join(folder, 'odd.env'));
    const { code, stdout, stderr } = await run([...check, '--dotenv', 'odd.env'], { cwd: folder });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(says);
    expect(stderr).toContain('--dotenv');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  const livedWith: readonly (readonly [name: string, text: string | Buffer])[] = [
    ['a line of a megabyte', `${LINES}X=${'x'.repeat(1_500_000)}\n`],
    ['a quote that is not closed', `${LINES}X="y\nZ=1\n`],
    ['the same names twice', LINES + LINES],
    ['variables in values', `${LINES}X=\${Y}\nY=\${X}\n`],
    ['export', LINES.replace(/^/gm, 'export ').replace(/export $/, '')],
    ['a value of several lines', `${LINES}KEY="-----BEGIN\nabc\n-----END"\n`],
    ['CRLF and a byte-order mark', `\uFEFF${LINES.replaceAll('\n', '\r\n')}`],
    ['comments in Latin-1', Buffer.concat([Buffer.from('# k\u00e4se\n', 'latin1'), Buffer.from(LINES)])],
  ];
  it.each(livedWith)('with %s is lived with', async (_name, text) => {
    const folder = project();
    writeFileSync(join(folder, 'odd.env'), text);
    const { code, stdout, stderr } = await run([...check, '--dotenv', 'odd.env'], { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { environment, probes } = JSON.parse(stdout) as { environment: object; probes: { status: string }[] };
    expect(environment).toMatchObject({ url: 'http://127.0.0.1:9', clientId: 'skc_87104652398129153' });
    expect(probes.filter(({ status }) => status === 'crashed')).toEqual([]);
    expect(stdout).not.toContain(SECRET);
  });
});

describe('a folder with', () => {
  const states: readonly (readonly [name: string, make: (folder: string) => void])[] = [
    ['a broken package.json', (folder) => writeFileSync(join(folder, 'package.json'), '{ "dependencies": ')],
    [
      'links in circles',
      (folder) => {
        symlinkSync('.', join(folder, 'loop'));
        symlinkSync('self', join(folder, 'self'));
        symlinkSync('/', join(folder, 'root'));
      },
    ],
    [
      'a .git of rubbish',
      (folder) => {
        mkdirSync(join(folder, '.git'));
        writeFileSync(join(folder, '.git/HEAD'), 'rubbish');
      },
    ],
    ['a .git that leads nowhere', (folder) => writeFileSync(join(folder, '.git'), 'gitdir: /nowhere\n')],
    ['a .git that is a pipe', (folder) => fifo(join(folder, '.git'))],
    [
      'pipes in the place of sources and settings',
      (folder) => {
        for (const name of ['.env.local', 'a.js', 'tsconfig.json', 'package-lock.json', 'docker-compose.yml'])
          fifo(join(folder, name));
      },
    ],
    [
      'a source that is no code',
      (folder) => writeFileSync(join(folder, 'a.js'), "import '@scalekit-sdk/node'; const a = {{{ ;\n"),
    ],
    ['a folder for an env file', (folder) => mkdirSync(join(folder, '.env.local'))],
    [
      'names that are no UTF-8 or hold line breaks',
      (folder) => {
        const odd = [Buffer.from('new\nline.js'), Buffer.from([0x62, 0xff, 0xfe, 0x2e, 0x6a, 0x73])];
        for (const name of odd) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), "import '@scalekit-sdk/node';\n");
      },
    ],
  ];
  it.each(states)('%s is looked through all the same', async (_name, make) => {
    const folder = project();
    make(folder);
    const { code, stdout, stderr } = await run(check, { cwd: folder });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { probes } = JSON.parse(stdout) as { probes: { status: string }[] };
    expect(probes.filter(({ status }) => status === 'crashed')).toEqual([]);
  });
});

describe('a manifest', () => {
  it.each([
    ['with a byte-order mark', Buffer.from('\uFEFF{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}\r\n')],
    ['that asks a workspace for the version', Buffer.from('{"dependencies":{"@scalekit-sdk/node":"catalog:"}}')],
  ])('%s is read', async (_name, bytes) => {
    const folder = project();
    writeFileSync(join(folder, 'package.json'), bytes);
    const { code, stdout } = await run(check, { cwd: folder });
    const { project: seen } = JSON.parse(stdout) as { project: { sdks: { name: string }[] } };
    expect({ code, sdks: seen.sdks.map(({ name }) => name) }).toEqual({ code: 0, sdks: ['@scalekit-sdk/node'] });
  });
});

(canRunAsNobody() ? it : leftOut)('what its user may not read is left out', async () => {
  const folder = project();
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'shut'));
  writeFileSync(join(folder, 'shut/a.js'), "import '@scalekit-sdk/node';\n");
  writeFileSync(join(folder, 'closed.js'), "import '@scalekit-sdk/node';\n");
  for (const name of ['shut', 'closed.js']) chmodSync(join(folder, name), 0);
  const { code, stdout, stderr } = await run(check, { cwd: folder, user: 65_534 });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { probes } = JSON.parse(stdout) as { probes: { status: string }[] };
  expect(probes.filter(({ status }) => status === 'crashed')).toEqual([]);
});

describe('an env file of the project that nothing can read', () => {
  it.each([
    ['in UTF-16', (file: string) => writeFileSync(file, Buffer.from(`\uFEFF${LINES}`, 'utf16le')), '.env is written in UTF-16'],
    ['that is a folder', (file: string) => mkdirSync(file), '.env is a folder'],
  ])('%s is told of, and with it why the variables are missing', async (_name, make, says) => {
    const folder = temporaryFolder();
    make(join(folder, '.env'));
    writeFileSync(join(folder, 'package.json'), '{"dependencies":{"@scalekit-sdk/node":"2.11.0"}}');
    writeFileSync(
      join(folder, 'a.js'),
      "import { ScalekitClient } from '@scalekit-sdk/node';\nnew ScalekitClient(process.env.SCALEKIT_ENVIRONMENT_URL);\n",
    );
    const { code, stdout } = await run(check, { cwd: folder });
    const { findings, notes } = JSON.parse(stdout) as { findings: object[]; notes: string[] };
    expect(code).toBe(1);
    expect(notes).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
    expect(findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ id: 'invalid-client/variable-missing', verdict: 'likely' })]),
    );
  });
});

describe('pipes that nobody writes to', () => {
  it('are not waited for as the state of a sandbox', async () => {
    const file = join(temporaryFolder(), 'state');
    fifo(file);
    expect(await run(['sandbox', '--state', file])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/^--state: .*regular file/),
    });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('are waited for by redact until %s', async (signal) => {
    const file = join(temporaryFolder(), 'log');
    fifo(file);
    const child = start(['redact', file]);
    const end = ended(child);
    // Both ends open: then it is reading.
    const writer = spawn('sh', ['-c', `exec 3>'${file}'; echo open`], { stdio: ['ignore', 'pipe', 'ignore'] });
    if (signal === 'SIGINT') await once(writer.stdout, 'data');
    else {
      writer.kill('SIGKILL');
      await once(child, 'spawn');
    }
    child.kill(signal);
    const { code } = await end;
    expect([0, 130, null]).toContain(code);
  });

  it('are read by redact to the end of who writes', async () => {
    const file = join(temporaryFolder(), 'log');
    fifo(file);
    const end = ended(start(['redact', file]));
    const writer = spawn('sh', ['-c', `{ echo one; echo "client_secret=${SECRET}"; } > '${file}'`]);
    onTestFinished(() => void writer.kill('SIGKILL'));
    expect(await end).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^one\nclient_secret=\[secret-\w+ client_secret\]\n$/),
      stderr: '',
    });
  });
});

describe('surroundings', () => {
  const shell = (line: string, env: Record<string, string> = {}, cwd = project()) =>
    ended(
      spawn('sh', ['-c', line], {
        cwd,
        env: { ...cleanEnvironment(env), NODE: process.execPath, PROGRAM },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );

  it.each([
    ['standard input', '<&-'],
    ['standard output', '>&-'],
    ['standard error', '2>&-'],
    ['all three', '<&- >&- 2>&-'],
  ])('with %s closed it ends as ever', async (_name, how) => {
    const { code, stderr } = await shell(`"$NODE" "$PROGRAM" check --offline ${how}`);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('a reader that leaves after a line is no error', async () => {
    const { stdout, stderr } = await shell('"$NODE" "$PROGRAM" check --offline --verbose | head -n 1');
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });

  it.each([
    ['no home', 'unset HOME; unset XDG_CACHE_HOME; exec "$NODE" "$PROGRAM" check --offline', {}],
    ['a window of one column', 'exec "$NODE" "$PROGRAM" check --offline', { COLUMNS: '1', LINES: '1' }],
    ['the C locale', 'exec "$NODE" "$PROGRAM" check --offline', { LANG: 'C', LC_ALL: 'C' }],
    [
      'odd variables',
      'exec "$NODE" "$PROGRAM" check --offline',
      { __proto__x: '1', XDG_CONFIG_HOME: 'relative', TERM: '', TZ: 'Nowhere/None' },
    ],
  ])('%s is lived with', async (_name, line, env) => {
    const { code, stdout, stderr } = await shell(line, env);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('scalekit-fix');
  });

  // Each Node.js has its own way of keeping compiled code, and all of them wait for ever where a folder cannot be made under /proc.
  it.each(NODES)('a home and a cache that may not be written are lived with on Node.js $major', async ({ path: node }) => {
    const home = temporaryFolder();
    chmodSync(home, 0o500);
    const env = { HOME: home, XDG_CACHE_HOME: '/proc/nothing' };
    expect(await run(['check', '--offline'], { node, cwd: project(), env })).toMatchObject({ code: 0, stderr: '' });
  });

  it('a full device gets a sentence', async () => {
    const full = openSync('/dev/full', 'w');
    const child = start(check, { cwd: project(), stdio: ['ignore', full, 'pipe'] });
    const { code, stderr } = await ended(child);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^Standard output cannot be written \(ENOSPC\)\.\n$/);
    expect(stderr).not.toMatch(STACK_TRACE);
  });

  it('a port that is taken is named, with what to do', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, stderr } = await run(['sandbox', '--port', String(port)]);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: expect.stringMatching(new RegExp(`^Port ${port} is in use .*--port.*\n$`)),
    });
  });
});
