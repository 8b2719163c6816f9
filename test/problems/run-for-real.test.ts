/**
 * Code remedies, proved by running the app: it fails with the official SDK against the sandbox as the finding says, and works after the
 * patch. What a browser does is done here: cookies are kept, redirects are followed to the app's own port.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { importPKCS8, SignJWT } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import { diagnose, startApp, type TestApp } from './app.ts';
import type { CauseFixture } from './cause-fixture.ts';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');
const apps: TestApp[] = [];
const servers: ChildProcess[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) server.kill('SIGKILL');
  await Promise.all(apps.splice(0).map((app) => app.close()));
});

interface Browser {
  /** Of the app itself. */
  readonly url: string;
  /** Status of the last answer of the app. */
  readonly open: (path: string) => Promise<{ readonly status: number; readonly location: string }>;
  /** From /login to wherever the callback leads. */
  readonly login: () => Promise<number>;
}

async function serve(app: TestApp): Promise<Browser> {
  const port = await freePort();
  const server = spawn(process.execPath, ['src/server.js'], {
    cwd: app.folder,
    env: { PATH: process.env['PATH'] ?? '', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.stdout.once('data', () => resolve());
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

async function broken(cause: string): Promise<TestApp> {
  const { fixture } = (await import(path.join(fixtures, `${cause}.ts`))) as { fixture: CauseFixture };
  const app = await startApp(fixture);
  apps.push(app);
  fixture.breakFiles?.(app);
  return app;
}

async function mend(app: TestApp, cause: string): Promise<void> {
  const diagnosed = await diagnose(app.folder);
  const [remedy] = diagnosed.remedies(cause);
  if (!remedy) throw new Error(`${cause} offers no remedy.`);
  expect(await diagnosed.carryOut(remedy)).toBeUndefined();
}

/** The access token is let expire by the sandbox's own clock: three visits, each with an expired token. */
async function threeVisits(app: TestApp): Promise<number[]> {
  const browser = await serve(app);
  app.sandbox.state.client.accessTokenLifetime = 0;
  await browser.login();
  const statuses: number[] = [];
  for (let visit = 0; visit < 3; visit++) statuses.push((await browser.open('/me')).status);
  return statuses;
}

describe('the patched app', () => {
  it('logs in where the two calls disagreed', async () => {
    const app = await broken('redirect-uri-mismatch/calls-disagree');
    expect(await (await serve(app)).login()).toBe(400);
    await mend(app, 'redirect-uri-mismatch/calls-disagree');
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('reads its settings where the env file was never loaded', async () => {
    const app = await broken('invalid-client/env-not-loaded');
    await expect(serve(app)).rejects.toThrow('did not start');
    await mend(app, 'invalid-client/env-not-loaded');
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('refreshes where no refresh token was asked for', async () => {
    const app = await broken('token-expired/no-offline-access');
    expect(await threeVisits(app)).toEqual([500, 500, 500]);
    await mend(app, 'token-expired/no-offline-access');
    expect(await threeVisits(app)).toEqual([200, 200, 200]);
  });

  it('refreshes a second time where the rotated token was dropped', async () => {
    const app = await broken('token-expired/rotated-token-dropped');
    expect(await threeVisits(app)).toEqual([200, 500, 500]);
    await mend(app, 'token-expired/rotated-token-dropped');
    expect(await threeVisits(app)).toEqual([200, 200, 200]);
  });

  it.each(['redirect-uri-mismatch/not-registered', 'invalid-client/value-mangled', 'invalid-client/variable-misnamed'])(
    'logs in after the env file was mended: %s',
    async (cause) => {
      const app = await broken(cause);
      const before = await serve(app).then(
        (browser) => browser.login(),
        () => 'did not start',
      );
      expect(before).not.toBe(302);
      await mend(app, cause);
      expect(await (await serve(app)).login()).toBe(302);
    },
  );

  it.each([
    'signature-verification/parsed-body',
    'signature-verification/unknown-function',
    'signature-verification/wrong-arguments',
  ])('verifies a signed delivery: %s', async (cause) => {
    const app = await broken(cause);
    // JSON.stringify happens to write the sandbox's compact bodies as they were.
    if (!cause.endsWith('parsed-body')) expect(await deliverTo(await serve(app), app)).not.toBe(200);
    await mend(app, cause);
    expect(await deliverTo(await serve(app), app)).toBe(200);
  });

  it('takes a login that the identity provider starts', async () => {
    const app = await broken('idp-initiated-login/assertion-ignored');
    await mend(app, 'idp-initiated-login/assertion-ignored');
    const browser = await serve(app);
    const assertion = await idpInitiated(app);
    const { status, location } = await browser.open(`/login?idp_initiated_login=${assertion}`);
    expect(status).toBe(302);
    expect(new URL(location).searchParams.get('connection_id')).toBe(app.sandbox.line.connectionId);
  });
});

/** Status with which the app answers one signed delivery of the sandbox. */
async function deliverTo({ url }: Browser, { sandbox }: TestApp): Promise<number> {
  const response = await fetch(`${sandbox.line.controlUrl}/webhooks`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: `${url}/webhooks/scalekit`, type: 'organization.directory.user_created' }),
  });
  const answer = (await response.json()) as { status?: number };
  return answer.status ?? 0;
}

/** The assertion that Scalekit hands to the initiate-login URL, signed by the environment. */
async function idpInitiated({ sandbox }: TestApp): Promise<string> {
  const { keys } = (await (await fetch(`${sandbox.url}/keys`)).json()) as { keys: { kid: string }[] };
  return new SignJWT({
    connection_id: sandbox.line.connectionId,
    organization_id: sandbox.line.organizationId,
    login_hint: 'ada@acme.example',
  })
    .setProtectedHeader({ alg: 'RS256', kid: keys[0]?.kid ?? '' })
    .setIssuer(sandbox.url)
    .setAudience(sandbox.line.clientId)
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(await importPKCS8(sandbox.state.signingKey, 'RS256'));
}
