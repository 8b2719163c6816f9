/** The real environment is never reached: connections to it are refused in the app itself, named, and told with the place that asks. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addressesIn, askedReal, isReal, realHosts, showsReal } from '../../src/rehearsal/real-environment.ts';
import type { StageFacts } from '../../src/rehearsal/stage/facts.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Ran {
  readonly said: string;
  readonly arrived: readonly string[];
  readonly blocked: readonly {
    readonly host: string;
    readonly frames: readonly { readonly file: string; readonly line: number }[];
  }[];
}

/** The script asks a server of this machine under the name that counts as the real environment here. */
async function run(script: string, program = process.execPath, file = 'app.mjs'): Promise<Ran> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'scalekit-fix-real-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end('ok');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  writeFileSync(path.join(folder, file), script.replaceAll('PORT', String(port)));
  const { stdout } = await promisify(execFile)(program, [file], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      NODE_OPTIONS: `--require=${path.join(root, 'assets/rehearsal/preload.cjs')}`,
      PYTHONPATH: path.join(root, 'assets/rehearsal/python'),
      PYTHONDONTWRITEBYTECODE: '1',
      SCALEKIT_FIX_NOTES: path.join(folder, 'notes'),
      SCALEKIT_FIX_ROOT: folder,
      SCALEKIT_FIX_PROVIDER: 'http://127.0.0.1:9',
      SCALEKIT_FIX_REAL: 'localhost',
    },
  });
  const notes = readFileSync(path.join(folder, 'notes'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Ran['blocked'][number] & { readonly kind: string });
  return { said: stdout.trim(), arrived, blocked: notes.filter(({ kind }) => kind === 'blocked') };
}

const told = '.then(() => console.log("through"), (error) => console.log(error.code ?? error.cause?.code));';

describe('in Python', () => {
  it.each([
    ['urllib', "import urllib.request\nurllib.request.urlopen('http://localhost:PORT/real')"],
    ['http.client', "import http.client\nhttp.client.HTTPConnection('localhost', PORT).request('GET', '/real')"],
    ['a socket', "import socket\nsocket.socket().connect(('localhost', PORT))"],
    ['asyncio', "import asyncio\nasyncio.run(asyncio.open_connection('localhost', PORT))"],
  ])('%s is refused before anything has left, and what goes elsewhere is not', async (what, script) => {
    const body = script
      .split('\n')
      .map((line) => `  ${line}`)
      .join('\n');
    const { said, arrived, blocked } = await run(
      `try:\n${body}\n  print('through')\nexcept OSError as error:\n  print('refused' in repr(error).lower())\nimport urllib.request\nurllib.request.urlopen('http://127.0.0.1:PORT/elsewhere')`,
      'python3',
      'app.py',
    );
    expect(said).toBe('True');
    expect(arrived).toEqual(['/elsewhere']);
    // A thread of the event loop's own has lost who asked.
    const frames = what === 'asyncio' ? [] : [{ file: 'app.py' }];
    expect(blocked[0]).toMatchObject({ host: 'localhost', frames });
  });
});

describe('in Node', () => {
  it.each([
    ['fetch', `await fetch('http://localhost:PORT/real')${told}`],
    [
      'http',
      `import http from 'node:http';\nawait new Promise((done, fail) => http.get('http://localhost:PORT/real', done).on('error', fail))${told}`,
    ],
    [
      'https',
      `import https from 'node:https';\nawait new Promise((done, fail) => https.get('https://localhost:PORT/real', done).on('error', fail))${told}`,
    ],
    ['undici', `import { request } from 'undici';\nawait request('http://localhost:PORT/real')${told}`],
    ['axios', `import axios from 'axios';\nawait axios.get('http://localhost:PORT/real')${told}`],
    [
      'http2',
      `import http2 from 'node:http2';\nawait new Promise((done, fail) => http2.connect('http://localhost:PORT').on('connect', done).on('error', fail))${told}`,
    ],
    [
      'a socket',
      `import net from 'node:net';\nawait new Promise((done, fail) => net.connect(PORT, 'localhost', done).on('error', fail))${told}`,
    ],
  ])('%s is refused before anything has left, and what goes elsewhere is not', async (_what, script) => {
    const { said, arrived, blocked } = await run(`${script}\nawait fetch('http://127.0.0.1:PORT/elsewhere');`);
    expect(said).toBe('ECONNREFUSED');
    expect(arrived).toEqual(['/elsewhere']);
    expect([...new Set(blocked.map(({ host }) => host))]).toEqual(['localhost']);
  });

  it('a name that the app looks up by itself is not found', async () => {
    const { said } = await run(
      `import dns from 'node:dns';\nawait dns.promises.lookup('localhost')${told}\ndns.lookup('localhost', (error) => console.log(error.code));`,
    );
    expect(said).toBe('ENOTFOUND\nENOTFOUND');
  });

  it('the line that asks is told', async () => {
    const { blocked } = await run(
      `import http from 'node:http';\n\nawait new Promise((done) => http.get('http://localhost:PORT/').on('error', done));`,
    );
    expect(blocked[0]?.frames[0]).toMatchObject({ file: 'app.mjs', line: 3 });
  });
});

const facts: StageFacts = {
  root: '/srv/app',
  start: undefined,
  variables: [{ name: 'AUTH_URL', use: 'environment-url' }],
  fileValues: new Map([['AUTH_URL', 'https://auth.acme.example']]),
  unset: [],
  redirectUris: [],
  ports: [],
  fileWins: [],
  doors: {
    login: [],
    callback: [],
    logout: [],
    webhook: [],
    initiate: [],
    pages: [],
    maybeWebhook: [],
    selectors: [],
    posts: [],
  },
  addresses: addressesIn(
    new Map([['src/auth.js', "import x from 'x';\nconst scalekit = new Scalekit('https://login.acme.example', id, secret);\n"]]),
  ),
};
const hosts = realHosts(facts, {});

describe('the real environment', () => {
  it('is what the settings name, and what the code hands to a client', () => {
    expect(hosts).toEqual(['auth.acme.example', 'login.acme.example']);
    expect(realHosts({ ...facts, fileValues: new Map([['AUTH_URL', 'http://localhost:4000']]), addresses: [] }, {})).toEqual([]);
  });

  it.each([
    ['auth.acme.example', true],
    ['login.acme.example:443', true],
    ['shop-1.scalekit.dev', true],
    ['docs.scalekit.com', false],
    ['github.com', false],
    ['127.0.0.1:4000', false],
    ['scalekit.com.evil.example', false],
  ])('%s counts as it: %s', (host, wanted) => {
    expect(isReal(host, hosts)).toBe(wanted);
  });

  it('is named with the line where its address is written, else with the line that asks', () => {
    const note = { kind: 'blocked', at: 0, pid: 1, frames: [{ file: 'src/login.js', line: 7, column: 1 }] } as const;
    const asked = askedReal([{ ...note, host: 'login.acme.example' }], new Set(), hosts);
    expect(asked && showsReal(asked, facts.addresses).locations).toEqual([{ file: 'src/auth.js', line: 2, column: 32 }]);
    const other = askedReal([{ ...note, host: 'shop-1.scalekit.dev' }], new Set(), hosts);
    expect(other && showsReal(other, facts.addresses).locations).toEqual(note.frames);
    expect(askedReal([{ ...note, kind: 'request', host: 'github.com' }], new Set(['google.com']), hosts)).toBeUndefined();
    expect(askedReal([], new Set(['login.acme.example']), hosts)?.host).toBe('login.acme.example');
  });
});
