/** An app of the fixtures as a running program, and a browser in front of it: cookies are kept, redirects are followed to the app's own port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect } from 'vitest';
import { diagnose, type HealthyApp, startApp, type TestApp } from './app.ts';
import type { CauseFixture } from './cause-fixture.ts';
import { frameworkFaults } from './framework-faults/index.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const apps: TestApp[] = [];
const servers: ChildProcess[] = [];
/** Ends what was started; for `afterEach`. */
export async function endAll(): Promise<void> {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
  await Promise.all(apps.splice(0).map((app) => app.close()));
}

export interface Browser {
  /** Of the app itself. */
  readonly url: string;
  /** Status of the last answer of the app. */
  readonly open: (path: string) => Promise<{ readonly status: number; readonly location: string }>;
  /** From /login to wherever the callback leads. */
  readonly login: () => Promise<number>;
}

export async function serve(app: TestApp): Promise<Browser> {
  const port = await freePort();
  const server = spawn(process.execPath, ['src/server.js'], {
    cwd: app.folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    // Others write there before: dotenv says what it loaded.
    server.stdout.on('data', (chunk: Buffer) => {
      if (/listening/i.test(chunk.toString('utf8'))) resolve();
    });
    server.once('exit', () => reject(new Error('The app did not start.')));
  });
  const jar = new Map<string, string>();
  const open = async (path: string): Promise<{ status: number; location: string }> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual', headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') ?? '' };
  };
  return {
    url: `http://127.0.0.1:${port}`,
    open,
    login: async () => {
      const { location } = await open('/login');
      const answer = await fetch(location, { redirect: 'manual' });
      const back = answer.headers.get('location');
      if (back === null) return answer.status;
      const target = new URL(back);
      return (await open(target.pathname + target.search)).status;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

export async function broken(cause: string): Promise<TestApp> {
  const { fixture } = (await import(path.join(fixtures, `${cause}.ts`))) as { fixture: CauseFixture };
  const app = await startApp(fixture);
  apps.push(app);
  fixture.breakFiles?.(app);
  return app;
}

export async function mend(app: TestApp, cause: string): Promise<void> {
  const diagnosed = await diagnose(app.folder);
  const [remedy] = diagnosed.remedies(cause);
  if (!remedy) throw new Error(`${cause} offers no remedy.`);
  expect(await diagnosed.carryOut(remedy)).toBeUndefined();
}

/** The app of another framework with one of its faults. */
export async function brokenIn(name: HealthyApp, finding: string): Promise<TestApp> {
  const fault = frameworkFaults.find((candidate) => candidate.app === name && candidate.finding === finding);
  if (!fault) throw new Error(`${name} has no fault ${finding}.`);
  const app = await startApp({}, name);
  apps.push(app);
  for (const [from, to] of fault.replace) app.edit(fault.file, (text) => text.replace(from, to));
  // The browser waits for a word.
  if (name === 'node-http')
    app.edit('src/server.js', (text) => `${text}\nserver.on('listening', () => console.log('listening'));\n`);
  return app;
}

/** Status with which the app answers one signed delivery of the sandbox. */
export async function deliverTo({ url }: Browser, { sandbox }: TestApp): Promise<number> {
  const response = await fetch(`${sandbox.line.controlUrl}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${url}/webhooks/scalekit`, type: 'organization.directory.user_created' }),
  });
  const answer = (await response.json()) as { status?: number };
  return answer.status ?? 0;
}
