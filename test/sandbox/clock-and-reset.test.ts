/** Letting time pass, and going back to the start: the two things a test of an app wants and a real environment cannot do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { answerToApp, authorize, bearer, logIn, redirectUri, requestToken, rest, sdkFor, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await start();
});
afterEach(() => sandbox.close());

const post = async (action: string, body: unknown = {}) => {
  const response = await fetch(`${sandbox.line.controlUrl}/${action}`, { method: 'POST', body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const refresh = (token = '') => requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: token });
const serverTime = async () => Date.parse((await fetch(`${sandbox.url}/keys`)).headers.get('date') ?? '');

describe('advance', () => {
  it('moves the clock, and back again', async () => {
    const before = await serverTime();
    expect(await post('advance', { seconds: 7_200 })).toMatchObject({ status: 200, body: { advancedSeconds: 7_200 } });
    expect((await serverTime()) - before).toBeGreaterThanOrEqual(7_200_000);
    expect((await post('advance', { seconds: -7_200 })).body).toMatchObject({ advancedSeconds: 0 });
    expect((await serverTime()) - before).toBeLessThan(60_000);
  });

  it('lets codes grow too old', async () => {
    const { code = '' } = await answerToApp(sandbox);
    await post('advance', { seconds: 601 });
    const { status, body } = await requestToken(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect({ status, body }).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('lets sessions end by their idle timeout, and access tokens before that', async () => {
    const tokens = await logIn(sandbox);
    await post('advance', { seconds: 301 });
    const userinfo = await fetch(`${sandbox.url}/userinfo`, { headers: { authorization: `Bearer ${tokens['access_token']}` } });
    expect(userinfo.status).toBe(401);
    const refreshed = await refresh(tokens['refresh_token']);
    expect(refreshed.status).toBe(200);
    await post('advance', { seconds: 10_081 * 60 });
    expect(await refresh(String(refreshed.body['refresh_token']))).toMatchObject({ body: { error: 'invalid_grant' } });
  });

  it('leaves a fault of the clock such that it can be taken back', async () => {
    const before = await serverTime();
    sandbox.setFaults(['token-expired/local-clock-wrong']);
    await post('advance', { seconds: 60 });
    sandbox.setFaults([]);
    expect(Math.abs((await serverTime()) - before - 60_000)).toBeLessThan(30_000);
  });

  it.each([[{}], [{ seconds: '60' }], [{ seconds: 1e12 }], [{ seconds: -1e12 }]])('refuses %j', async (body) => {
    expect((await post('advance', body)).status).toBe(400);
    expect(Math.abs((await serverTime()) - Date.now())).toBeLessThan(60_000);
  });
});

describe('reset', () => {
  it('puts back what was changed, and forgets what was issued', async () => {
    const tokens = await logIn(sandbox);
    const { code = '' } = await answerToApp(sandbox);
    await rest(sandbox, 'PATCH', `/api/v1/clients/${sandbox.line.clientId}`, { post_login_uris: ['http://localhost:9/other'] });
    await rest(sandbox, 'DELETE', `/api/v1/organizations/${sandbox.line.organizationId}`);
    await post('advance', { seconds: 600 });
    expect((await authorize(sandbox)).status).toBe(400);

    expect(await post('reset')).toEqual({ status: 200, body: { faults: [] } });
    expect((await authorize(sandbox)).status).toBe(302);
    expect((await rest(sandbox, 'GET', `/api/v1/organizations/${sandbox.line.organizationId}`)).status).toBe(200);
    expect(Math.abs((await serverTime()) - Date.now())).toBeLessThan(60_000);
    expect(await refresh(tokens['refresh_token'])).toMatchObject({ body: { error: 'invalid_grant' } });
    const exchanged = await requestToken(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(exchanged.body['error']).toBe('invalid_grant');
  });

  it('leaves a running client with the keys and the secret that it has', async () => {
    const sdk = sdkFor(sandbox);
    const before = await logIn(sandbox);
    expect(await sdk.validateAccessToken(before['access_token'] ?? '')).toBe(true);
    await post('reset');
    const after = await logIn(sandbox);
    expect(await sdk.validateAccessToken(after['access_token'] ?? '')).toBe(true);
    expect((await sdk.organization.listOrganization({ pageSize: 5 })).organizations).toHaveLength(1);
  });

  it('goes back to the faults of the start, as often as it is asked', async () => {
    await sandbox.close();
    sandbox = await start({ faults: ['redirect-uri-mismatch/not-registered'] });
    for (const _round of [1, 2]) {
      sandbox.setFaults(['invalid-client/secret-inactive']);
      expect((await authorize(sandbox)).status).toBe(302);
      expect(await post('reset')).toEqual({ status: 200, body: { faults: ['redirect-uri-mismatch/not-registered'] } });
      expect((await authorize(sandbox)).status).toBe(400);
      await expect(bearer(sandbox)).resolves.not.toEqual({ authorization: 'Bearer undefined' });
    }
  });
});

it('both are among the actions that the control API names, ready to be sent', async () => {
  const { actions } = (await (await fetch(sandbox.line.controlUrl)).json()) as {
    actions: Record<string, { method: string; url: string; body: unknown }>;
  };
  for (const name of ['advance', 'reset']) {
    const { method, url, body } = actions[name]!;
    expect((await fetch(url, { method, body: JSON.stringify(body) })).status).toBe(200);
  }
});
