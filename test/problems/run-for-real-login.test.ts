/** Patches of login, session and webhooks, proved by running the app with the official SDK against the sandbox: what failed before works, what was let through is refused. */
import { afterEach, describe, expect, it } from 'vitest';
import type { TestApp } from './app.ts';
import { type Browser, broken, brokenIn, deliverTo, endAll, mend, serve } from './running-app.ts';

afterEach(endAll);

type Break = (finding: string) => Promise<TestApp>;
const frameworks: readonly (readonly [name: string, start: Break])[] = [
  ['Express', broken],
  ['a plain Node server', (finding) => brokenIn('node-http', finding)],
];

/** Someone else's code, brought to this browser without a login of its own. */
async function foreignCallback(browser: Browser, app: TestApp): Promise<number> {
  const other = await serve(app);
  const { location } = await other.open('/login');
  const answer = await fetch(location, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? 'http://localhost/');
  return (await browser.open(back.pathname + back.search)).status;
}

describe.each(frameworks)('%s, patched', { timeout: 60_000 }, (name, start) => {
  it('refuses a login that another browser started', async () => {
    const app = await start('state-missing/not-compared');
    expect(await foreignCallback(await serve(app), app)).toBe(302);
    await mend(app, 'state-missing/not-compared');
    expect(await foreignCallback(await serve(app), app)).toBe(400);
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('says why a login was refused', async () => {
    const app = await start('callback-error-unread/error-ignored');
    const refused = '/auth/callback?error=access_denied&error_description=No';
    await mend(app, 'callback-error-unread/error-ignored');
    expect((await (await serve(app)).open(refused)).status).toBe(400);
    expect(await (await serve(app)).login()).toBe(302);
  });

  it('leaves the session at Scalekit, too', async () => {
    const app = await start('logout-incomplete/local-only');
    const leave = async (): Promise<string> => {
      const browser = await serve(app);
      await browser.login();
      return (await browser.open('/logout')).location;
    };
    expect(await leave()).not.toContain('/oidc/logout');
    await mend(app, 'logout-incomplete/local-only');
    const location = await leave();
    expect(location).toContain(`${app.sandbox.url}/oidc/logout`);
    expect((await fetch(location, { redirect: 'manual' })).status).toBe(302);
  });

  it('refreshes once where three requests come at once', async () => {
    const app = await start('expires-too-quickly/refresh-raced');
    const page = name === 'Express' ? '/me' : '/';
    const atOnce = async (): Promise<number[]> => {
      app.sandbox.state.client.accessTokenLifetime = 300;
      const browser = await serve(app);
      app.sandbox.state.client.accessTokenLifetime = 0;
      await browser.login();
      const answers = await Promise.all([browser.open(page), browser.open(page), browser.open(page)]);
      return answers.map(({ status }) => status);
    };
    expect(await atOnce()).toContain(500);
    await mend(app, 'expires-too-quickly/refresh-raced');
    expect(await atOnce()).toEqual([200, 200, 200]);
  });

  it('takes signed deliveries only', async () => {
    const app = await start('signature-verification/not-verified');
    const forge = async ({ url }: Browser): Promise<number> => {
      const body = JSON.stringify({ id: 'evt_1', type: 'organization.directory.user_created', data: { id: 'diruser_1' } });
      const answer = await fetch(`${url}/webhooks/scalekit`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return answer.status;
    };
    expect(await forge(await serve(app))).toBe(200);
    await mend(app, 'signature-verification/not-verified');
    const browser = await serve(app);
    expect(await forge(browser)).toBe(400);
    expect(await deliverTo(browser, app)).toBe(200);
  });
});

describe('Express, patched', { timeout: 60_000 }, () => {
  it('renews a token that has expired where nothing did', async () => {
    const app = await broken('token-expired/refresh-never-called');
    const visit = async (): Promise<number> => {
      const browser = await serve(app);
      app.sandbox.state.client.accessTokenLifetime = 0;
      await browser.login();
      return (await browser.open('/me')).status;
    };
    expect(await visit()).toBe(302);
    await mend(app, 'token-expired/refresh-never-called');
    expect(await visit()).toBe(200);
  });
});
