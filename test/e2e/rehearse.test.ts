/** `rehearse` as a user runs it: three faults of an app are seen by running it, patched by `fix`, and seen to be gone. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it, onTestFinished } from 'vitest';
import { processesIn } from '../rehearsal/left-over.ts';
import { rehearsalApp } from '../rehearsal/rehearsal-app.ts';
import { run, start, temporaryFolder } from './program.ts';

const schema = resolve(import.meta.dirname, '../../assets/report.schema.json');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(schema, 'utf8')));

interface Report {
  readonly findings: readonly {
    readonly id: string;
    readonly verdict: string;
    readonly severity: string;
    readonly locations: readonly { readonly file: string; readonly line: number }[];
  }[];
  readonly notes: readonly string[];
  readonly rehearsal?: {
    readonly port: number;
    readonly seenToWork?: readonly { readonly finding: string }[];
    readonly acts: readonly { readonly id: string; readonly outcome: string; readonly why: string }[];
  };
}

/** Its own: other runs of this machine must not push its record out. */
const caches = new Map<string, string>();
function cacheOf(folder: string): string {
  const cache = caches.get(folder) ?? temporaryFolder();
  caches.set(folder, cache);
  return cache;
}

async function rehearsed(
  folder: string,
  ...args: string[]
): Promise<{ readonly code: number | null; readonly report: Report; readonly text: string }> {
  const { code, stdout } = await run(['rehearse', '--json', ...args], { cwd: folder, env: { XDG_CACHE_HOME: cacheOf(folder) } });
  const report = JSON.parse(stdout) as Report;
  expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  return { code, report, text: stdout };
}

const errorsOf = ({ findings }: Report): string[] =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ id }) => id)
    .sort();

describe('an app with three faults', { timeout: 120_000 }, () => {
  it('is run, seen to fail with file and line, patched, and seen to work', async () => {
    const app = await rehearsalApp();
    await app.breakBy('state-missing/not-compared', 'token-expired/rotated-token-dropped', 'signature-verification/parsed-body');
    const before = await rehearsed(app.folder, '--yes');
    expect(before.code).toBe(1);
    expect(errorsOf(before.report)).toEqual([
      'signature-verification/parsed-body',
      'state-missing/not-compared',
      'token-expired/rotated-token-dropped',
    ]);
    const places = Object.fromEntries(before.report.findings.map(({ id, locations }) => [id, locations[0]?.file]));
    expect(places).toMatchObject({
      'signature-verification/parsed-body': 'src/webhooks.js',
      'state-missing/not-compared': 'src/server.js',
      'token-expired/rotated-token-dropped': 'src/session.js',
    });
    for (const secret of app.secrets) expect(before.text).not.toContain(secret);

    const fixed = await run(['fix', '--apply', '--yes', '--offline', '--json'], { cwd: app.folder });
    const { fixes } = JSON.parse(fixed.stdout) as { fixes: { finding: string; provedBy?: string; message: string }[] };
    const unseen = 'changed; not yet seen to work: scalekit-fix rehearse';
    expect(
      fixes
        .filter(({ provedBy, message }) => provedBy === unseen && message.includes(unseen))
        .map(({ finding }) => finding)
        .sort(),
    ).toEqual(errorsOf(before.report));
    const after = await rehearsed(app.folder, '--yes');
    expect(errorsOf(after.report)).toEqual([]);
    expect(after.code).toBe(0);
    expect(
      after.report.rehearsal?.acts.filter(({ outcome }) => outcome === 'not-judged').map(({ id, why }) => `${id}: ${why}`),
    ).toEqual([]);
    expect(after.report.rehearsal?.seenToWork?.map(({ finding }) => finding).sort()).toEqual(errorsOf(before.report));
    expect(processesIn(app.folder)).toEqual([]);
  });
});

describe('Ctrl-C', { timeout: 30_000 }, () => {
  it('ends the app and exits 130', async () => {
    const app = await rehearsalApp('rehearsal/express');
    const child = start(['rehearse', '--yes'], { cwd: app.folder, stdio: 'ignore' });
    const ended = once(child, 'exit');
    while (processesIn(app.folder).filter((line) => line.includes('server.js')).length === 0)
      await new Promise((done) => setTimeout(done, 30));
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(processesIn(app.folder)).toEqual([]);
  });
});

describe('an app that is hard-wired to the real environment', { timeout: 30_000 }, () => {
  it.each([
    ['with its logins', 'new Scalekit(SCALEKIT_ENVIRONMENT_URL', "new Scalekit('https://shop.rehearsal-fixture.example'"],
    [
      'with the exchange of the code',
      'await scalekit.authenticateWithCode(',
      "await new Scalekit('https://shop.rehearsal-fixture.example', SCALEKIT_CLIENT_ID, SCALEKIT_CLIENT_SECRET).authenticateWithCode(",
    ],
    [
      'before it listens',
      'const sessions = new Map();',
      "await fetch('https://shop.rehearsal-fixture.scalekit.dev/keys');\nconst sessions = new Map();",
    ],
  ])('%s is not judged, and the line is named', async (_how, from, to) => {
    const app = await rehearsalApp('rehearsal/express');
    app.edit('server.js', (text) => text.replace(from, to));
    const { code, report } = await rehearsed(app.folder, '--yes', '--act', 'login');
    expect([code, report.findings.map(({ id, severity }) => [id, severity])]).toEqual([
      3,
      [['login-fails/real-environment', 'warning']],
    ]);
    const { line = 0, file } = report.findings[0]?.locations[0] ?? {};
    expect(file).toBe('server.js');
    expect(readFileSync(resolve(app.folder, 'server.js'), 'utf8').split('\n')[line - 1]).toContain(
      'https://shop.rehearsal-fixture.',
    );
    expect(report.rehearsal?.acts.at(-1)?.why).toContain('shop.rehearsal-fixture.');
  });
});

describe('a command that was named', { timeout: 40_000 }, () => {
  it('is remembered for the project', async () => {
    const app = await rehearsalApp('rehearsal/express');
    const env = { HOME: temporaryFolder() };
    const named = await run(['rehearse', '--yes', '--act', 'authorize', '--', 'node', '--no-warnings', 'server.js'], {
      cwd: app.folder,
      env,
    });
    expect([named.code, named.stderr]).toEqual([0, expect.not.stringContaining('(remembered)')]);
    const { stderr } = await run(['rehearse'], { cwd: app.folder, env });
    expect(stderr).toContain('node --no-warnings server.js  (remembered)');
  });
});

describe('--attach', { timeout: 40_000 }, () => {
  it('prints the variables, and watches the app that is started with them', async () => {
    const app = await rehearsalApp('rehearsal/express');
    const child = start(['rehearse', '--attach', '--json', '--act', 'state'], { cwd: app.folder });
    let [out, told] = ['', ''];
    child.stdout?.on('data', (chunk: Buffer) => {
      out += chunk.toString('utf8');
    });
    await new Promise<void>((done) =>
      child.stderr?.on('data', (chunk: Buffer) => {
        told += chunk.toString('utf8');
        if (/^PORT=/m.test(told)) done();
      }),
    );
    const variables = Object.fromEntries(
      [...told.matchAll(/^([A-Z_]+)='?([^'\n]*)'?$/gm)].map(([, name, value]) => [name, value]),
    );
    const own = spawn(process.execPath, ['server.js'], {
      cwd: app.folder,
      env: { PATH: process.env['PATH'], ...variables },
      stdio: 'ignore',
    });
    onTestFinished(() => void own.kill('SIGKILL'));
    expect((await once(child, 'exit'))[0]).toBe(0);
    const report = JSON.parse(out) as Report;
    expect(report.rehearsal?.acts.map(({ id, outcome }) => `${id}: ${outcome}`)).toEqual([
      'start: sound',
      'login: sound',
      'state: sound',
    ]);
    expect(own.exitCode).toBe(null);
  });
});

describe('without a terminal', () => {
  it('starts nothing unless --yes is given', async () => {
    const app = await rehearsalApp();
    const { code, report } = await rehearsed(app.folder);
    expect(code).toBe(3);
    expect(report.notes.join()).toContain('--yes');
    expect(report.rehearsal).toBeUndefined();
  });

  it('says what the app wrote where it ends at once', async () => {
    const app = await rehearsalApp();
    const { code, report } = await rehearsed(
      app.folder,
      '--yes',
      '--',
      'node',
      '-e',
      'console.error("no database"); process.exit(7)',
    );
    expect(code).toBe(3);
    expect(report.notes.join('\n')).toMatch(/exit code 7[\s\S]*no database/);
  });
});
