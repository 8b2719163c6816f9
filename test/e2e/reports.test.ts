/** The built program's documents: each valid against assets/report.schema.json, nothing else on standard output, the right exit code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { appOn, sandboxLine } from './app-on-sandbox.ts';
import { NODES, run, start, temporaryFolder } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(join(root, 'assets/report.schema.json'), 'utf8')));

function documentOf(stdout: string): {
  findings: { id: string; verdict: string }[];
  summary: { exitCode: number };
  notes: string[];
  fixes?: { outcome: string }[];
} {
  const document = JSON.parse(stdout);
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  return document;
}

const healthyApp = async (): Promise<string> => appOn(await sandboxLine());

function breakEnv(folder: string, from: string | RegExp, to: string): void {
  const file = join(folder, '.env');
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
}

describe('check', () => {
  it('prints nothing but passes for a healthy app and exits 0', async () => {
    const { code, stdout, stderr } = await run(['check', '--json'], { cwd: await healthyApp() });
    const document = documentOf(stdout);
    expect({ code, stderr, findings: document.findings }).toEqual({ code: 0, stderr: '', findings: [] });
  });

  it('names the fault with its place and exits 1', async () => {
    const folder = await healthyApp();
    breakEnv(folder, '/auth/callback', '/callback');
    const { code, stdout } = await run(['check', '--json', '--cwd', folder]);
    const document = documentOf(stdout);
    expect(code).toBe(1);
    expect(document.findings).toMatchObject([
      { id: 'redirect-uri-mismatch/not-registered', verdict: 'confirmed', locations: [{ file: '.env', line: 11, column: 1 }] },
    ]);
  });

  it('exits 3 where nothing concerns Scalekit', async () => {
    const { code, stdout } = await run(['check', '--json']);
    const document = documentOf(stdout);
    expect({ code, findings: document.findings }).toEqual({ code: 3, findings: [] });
    expect(document.notes.join()).toContain('concerns Scalekit');
  });

  it('opens no socket with --offline', async () => {
    const folder = await healthyApp();
    const { stdout } = await run(['check', '--json', '--offline', '--cwd', folder], {
      env: { NODE_OPTIONS: `--require=${noSockets()}` },
    });
    expect(documentOf(stdout).summary.exitCode).toBe(0);
  });
});

function noSockets(): string {
  const file = join(temporaryFolder(), 'no-sockets.cjs');
  writeFileSync(
    file,
    "const net = require('node:net'); net.Socket.prototype.connect = () => { throw new Error('A socket was opened.'); };\n",
  );
  return file;
}

describe('fix', () => {
  it('prints a diff that git apply takes, then applies it, proves it and undoes it', { timeout: 60_000 }, async () => {
    const folder = await healthyApp();
    breakEnv(folder, '/auth/callback', '/callback');
    const broken = readFileSync(join(folder, '.env'), 'utf8');
    const shown = await run(['fix', '--cwd', folder]);
    expect(shown.code).toBe(1);
    expect(shown.stdout).toContain('+SCALEKIT_REDIRECT_URI=http://localhost:3000/auth/callback');
    const applied = await run(['fix', '--apply', '--yes', '--json', '--cwd', folder]);
    expect(applied.code).toBe(0);
    expect(documentOf(applied.stdout).fixes).toMatchObject([{ outcome: 'fixed' }]);
    expect((await run(['undo', '--cwd', folder])).code).toBe(0);
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(broken);
  });

  it('writes nothing without a terminal and without --yes', async () => {
    const folder = await healthyApp();
    breakEnv(folder, '/auth/callback', '/callback');
    const broken = readFileSync(join(folder, '.env'), 'utf8');
    for (const json of [[], ['--json']]) {
      expect(await run(['fix', '--apply', ...json, '--cwd', folder])).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]*--yes[^\n]*\n$/),
      });
    }
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(broken);
  });

  it.each([
    ['redirect-uri-mismach', 'redirect-uri-mismatch'],
    ['nope', 'Did you mean '],
  ])('refuses the problem %s, which it does not know, and names the nearest', async (only, near) => {
    expect(await run(['fix', '--only', only])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(near) });
  });
});

describe('explain', () => {
  it.each([
    ['redirect_uri_mismatch', 'redirect-uri-mismatch'],
    ['AxiosError: Request failed with status code 401 at ScalekitClient', 'invalid-client'],
    ['JWTExpired: "exp" claim timestamp check failed', 'token-expired'],
  ])('%s points to %s', async (text, problem) => {
    const { code, stdout } = await run(['explain', text, '--json']);
    expect(code).toBe(0);
    expect(documentOf(stdout).findings[0]).toMatchObject({ problem });
  });

  it('says when a text is none of ours', async () => {
    const { code, stdout } = await run(['explain', '-', '--json'], { input: 'npm ERR! code E404 left-pad not found' });
    const document = documentOf(stdout);
    expect({ code, findings: document.findings }).toEqual({ code: 0, findings: [] });
    expect(document.notes.join()).not.toBe('');
  });
});

describe('the demo', () => {
  it('starts its repaired app and says what was seen of it', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run(['demo']);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/Rehearsal: npm start[\s\S]*\d+ of \d+ acts are sound\./)]);
    expect(stdout).toMatch(/rotated-token-dropped: found, fixed and proved gone in .* s; seen to work in the running app/);
  });
});

describe.each(NODES)('the demo on Node.js $major', ({ path: node }) => {
  it('finds, fixes and proves every seeded fault without a terminal', { timeout: 60_000 }, async () => {
    const { code, stdout } = await run(['demo', '--json'], { node });
    const { faults, exitCode } = JSON.parse(stdout) as {
      faults: { problem: string; found: boolean; fixed: boolean; provedGone: boolean }[];
      exitCode: number;
    };
    expect({ code, exitCode }).toEqual({ code: 0, exitCode: 0 });
    expect(new Set(faults.map(({ problem }) => problem))).toEqual(
      new Set([
        'redirect-uri-mismatch',
        'invalid-client',
        'token-expired',
        'connection-not-found',
        'saml-validation-failed',
        'idp-initiated-login',
        'expires-too-quickly',
        'cannot-refresh',
        'users-not-provisioning',
        'group-sync',
        'not-received',
        'signature-verification',
      ]),
    );
    for (const fault of faults) expect(fault).toMatchObject({ found: true, fixed: true, provedGone: true });
  });
});

describe('the sandbox', () => {
  it('ends within a second of SIGTERM, open connections or not', async () => {
    const child = start(['sandbox'], { stdio: ['ignore', 'pipe', 'ignore'] });
    const { url } = JSON.parse(
      await new Promise<string>((done) => child.stdout?.once('data', (data: Buffer) => done(data.toString('utf8')))),
    ) as { url: string };
    const { connect } = await import('node:net');
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.on('error', () => {});
    await new Promise((done) => socket.once('connect', done));
    const closed = new Promise<number | null>((done) => child.on('close', done));
    const sent = performance.now();
    child.kill('SIGTERM');
    expect(await closed).toBe(0);
    expect(performance.now() - sent).toBeLessThan(2_000);
  });

  it('refuses a fault it does not know, and a state that is none', async () => {
    expect(await run(['sandbox', '--fault', 'invalid-client/nonsense'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--fault'),
    });
    const file = join(temporaryFolder(), 'state.json');
    writeFileSync(file, 'not json');
    expect(await run(['sandbox', '--state', file])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--state'),
    });
  });
});
