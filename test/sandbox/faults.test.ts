/** Faults: each breaks what it says, ordinary calls repair it, and switching it off leaves nothing behind. */
import { afterEach, describe, expect, it } from 'vitest';
import { problems as registry } from '../../src/problems/index.ts';
import { codeOnlyFaults, knownFaults, serverFaults } from '../../src/sandbox/faults/index.ts';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { authorize, logIn, requestToken, rest, start } from './helper.ts';

let sandbox: RunningSandbox | undefined;
afterEach(() => sandbox?.close());

async function broken(fault: string): Promise<RunningSandbox> {
  sandbox = await start({ faults: [fault] });
  return sandbox;
}

const clientToken = async (own: RunningSandbox) => {
  const { status, body } = await requestToken(own, { grant_type: 'client_credentials' });
  return [status, body['error'], body['error_description']];
};

describe('switched on', () => {
  it('redirect-uri-mismatch/not-registered refuses the app’s own callback', async () => {
    const response = await authorize(await broken('redirect-uri-mismatch/not-registered'));
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('invalid_redirect_uri')]);
  });

  it.each([
    ['wrong-secret', [401, 'invalid_client', 'invalid client secret']],
    ['wrong-id', [401, 'invalid_client', 'client not found']],
    ['secret-expired', [401, 'invalid_client', 'client secret has expired']],
    ['secret-inactive', [401, 'invalid_client', 'client secret is inactive']],
    ['application-inactive', [403, 'application_not_active', 'the application is not active']],
  ])('invalid-client/%s refuses the credentials of the JSON line', async (cause, answer) => {
    expect(await clientToken(await broken(`invalid-client/${cause}`))).toEqual(answer);
  });

  it('invalid-client/api-access-disallowed gives a token that opens nothing', async () => {
    const own = await broken('invalid-client/api-access-disallowed');
    expect((await clientToken(own))[0]).toBe(200);
    expect((await rest(own, 'GET', '/api/v1/organizations')).status).toBe(403);
  });

  it('token-expired/local-clock-wrong puts the server’s clock an hour behind, tokens and Date header alike', async () => {
    const own = await broken('token-expired/local-clock-wrong');
    const response = await fetch(`${own.url}/keys`);
    const behind = Date.now() - Date.parse(response.headers.get('date') ?? '');
    expect(Math.round(behind / 60_000)).toBe(60);
    const { access_token = '' } = await logIn(own);
    const { exp } = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
    expect(exp * 1000).toBeLessThan(Date.now());
  });

  it('expires-too-quickly/access-token-short lets access tokens live for seconds', async () => {
    expect(Number((await logIn(await broken('expires-too-quickly/access-token-short')))['expires_in'])).toBe(10);
  });

  it.each(codeOnlyFaults)('%s is accepted and breaks nothing here', async (fault) => {
    const own = await broken(fault);
    expect((await clientToken(own))[0]).toBe(200);
    expect((await authorize(own)).status).toBe(302);
  });
});

describe('switched off', () => {
  it.each(serverFaults.map(({ id }) => id))('%s leaves the state as it was', async (fault) => {
    sandbox = await start();
    const before = structuredClone(sandbox.state);
    sandbox.setFaults([fault]);
    expect(sandbox.state).not.toEqual(before);
    sandbox.setFaults([]);
    expect(sandbox.state).toEqual(before);
  });

  it('all of them at once leave the state as it was', async () => {
    sandbox = await start();
    const before = structuredClone(sandbox.state);
    sandbox.setFaults(knownFaults);
    sandbox.setFaults([]);
    expect(sandbox.state).toEqual(before);
  });
});

describe('repaired by an ordinary call', () => {
  it('a callback that is registered works, and stays when the fault is switched off', async () => {
    const own = await broken('redirect-uri-mismatch/not-registered');
    const { post_login_uris: uris } = (await rest(own, 'GET', `/api/v1/clients/${own.line.clientId}`)).body.client;
    expect(uris).not.toContain('http://localhost:3000/auth/callback');
    const post_login_uris = [...uris, 'http://localhost:3000/auth/callback'];
    await rest(own, 'PATCH', `/api/v1/clients/${own.line.clientId}`, { post_login_uris });
    expect((await authorize(own)).status).toBe(302);
    const told = (await (await fetch(own.line.controlUrl)).json()) as { faults: string[] };
    expect(told.faults).toEqual([]);
    own.setFaults([]);
    expect(own.state.client.redirectUris).toEqual(post_login_uris);
  });
});

it('knows every finding of the registry by its id', () => {
  const findings = registry.flatMap(({ id, causes }) => causes.map((cause) => `${id}/${cause.id}`));
  expect(findings.filter((id) => !knownFaults.includes(id))).toEqual([]);
});

it('the JSON line names the values from before the faults, as an app has them', async () => {
  sandbox = await start({ faults: serverFaults.map(({ id }) => id), state: { client: { id: 'skc_42' } } });
  expect(sandbox.line).toMatchObject({ clientId: 'skc_42', redirectUris: ['http://localhost:3000/auth/callback'] });
  expect(sandbox.state.client.secrets.map(({ value }) => value)).not.toContain(sandbox.line.clientSecret);
});
