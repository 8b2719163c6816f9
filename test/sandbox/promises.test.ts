/** What outside clients are promised to find in the sandbox, line by line, with nothing known beforehand but the JSON line. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { silentPort } from '../silent-port.ts';
import { authorize, rest, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

const json = async (url: string) => (await (await fetch(url)).json()) as Record<string, unknown>;

describe('the JSON line', () => {
  it('names the loopback address that is also the issuer, without a slash at its end', async () => {
    const { url } = sandbox.line;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await json(`${url}/.well-known/openid-configuration`))['issuer']).toBe(url);
  });

  it('lets the rest be looked up through the published API', async () => {
    const { clientId, organizationId, connectionId, directoryId } = sandbox.line;
    const { client } = (await rest(sandbox, 'GET', `/api/v1/clients/${clientId}`)).body;
    expect(client.post_login_uris).toEqual(sandbox.line.redirectUris);
    expect(client.post_logout_redirect_uris).toEqual(sandbox.line.postLogoutRedirectUris);
    const connection = await rest(sandbox, 'GET', `/api/v1/organizations/${organizationId}/connections/${connectionId}`);
    expect(connection.body.connection.id).toBe(connectionId);
    const path = `/api/v1/organizations/${organizationId}/directories/${directoryId}`;
    const { directory_endpoint } = (await rest(sandbox, 'GET', path)).body.directory;
    const { plain_secret } = (await rest(sandbox, 'POST', `${path}/secrets`, {})).body;
    const scim = await fetch(`${directory_endpoint}/Users`, { headers: { authorization: `Bearer ${plain_secret}` } });
    expect(scim.status).toBe(200);
  });
});

describe('logging in', () => {
  it('sends the seeded user back at once', async () => {
    const response = await authorize(sandbox, { state: 'st' });
    const back = new URL(response.headers.get('location') ?? '');
    expect([back.searchParams.get('state'), back.searchParams.get('code')]).toEqual(['st', expect.stringMatching(/./)]);
  });

  it('can be done by a program where it goes over pages: forms only, and no script', async () => {
    const own = await start({ state: { login: 'idp' } });
    let response = await authorize(own, { connection_id: own.line.connectionId ?? '', state: 'st' });
    for (let step = 0; step < 6; step += 1) {
      const location = response.headers.get('location');
      if (location?.startsWith('http://localhost:3000/')) break;
      response = await (location === null ? submit(await response.text()) : fetch(location, { redirect: 'manual' }));
    }
    await own.close();
    expect(new URL(response.headers.get('location') ?? '').searchParams.get('state')).toBe('st');
  });

  it.each([
    [{ redirect_uri: 'https://evil.example/' }, 'invalid_redirect_uri'],
    [{ client_id: 'skc_1' }, 'invalid_client'],
  ])('refuses on its own page what may not go back: %j', async (query, code) => {
    const response = await authorize(sandbox, query);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain(code);
  });
});

function submit(page: string): Promise<Response> {
  const text = (escaped = ''): string => escaped.replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
  const fields = [...page.matchAll(/<input [^>]*name="([^"]*)" value="([^"]*)"/g)];
  const body = new URLSearchParams(fields.map(([, name, value]) => [text(name), text(value)]));
  return fetch(text(/<form method="post" action="([^"]*)"/.exec(page)?.[1]), { method: 'POST', body, redirect: 'manual' });
}

describe('the control API', () => {
  it('describes itself, and each action that it names can be carried out as it is described', async () => {
    const own = await start();
    const told = await json(own.line.controlUrl);
    expect(told).toMatchObject({ state: { webhookSecret: own.line.webhookSecret }, faults: [] });
    const actions = Object.entries(told['actions'] as Record<string, { method: string; url: string; body: object }>);
    expect(actions.map(([name]) => name)).toContain('webhooks');
    const nobody = await silentPort();
    for (const [name, { method, url, body }] of actions) {
      // The example's receiver, on a port where no stranger answers.
      const sent = JSON.stringify(body).replace(':3000', `:${nobody.port}`);
      const response = await fetch(url, { method, body: sent });
      expect([name, response.status]).toEqual([name, name === 'webhooks' ? 502 : 200]);
    }
    await Promise.all([own.close(), nobody.close()]);
  });
});

it('has in it what it is said to have', async () => {
  const { organizationId: org, connectionId, directoryId, url } = sandbox.line;
  const get = async (path: string) => (await rest(sandbox, 'GET', `/api/v1/organizations/${org}${path}`)).body;
  const { connection } = await get(`/connections/${connectionId}`);
  expect(connection).toMatchObject({ enabled: true, status: 'COMPLETED', type: 'SAML' });
  const metadata = connection.saml_config.idp_metadata_url as string;
  expect(metadata.startsWith(`${url}/`)).toBe(true);
  expect(await (await fetch(metadata)).text()).toContain('IDPSSODescriptor');
  expect((await get('/domains')).domains).toMatchObject([{ verification_status: 'VERIFIED' }]);
  expect((await get(`/directories/${directoryId}`)).directory.secrets[0]).toMatchObject({ status: 'ACTIVE' });
  expect((await get(`/directories/${directoryId}/users`)).users).toHaveLength(2);
  expect((await get(`/directories/${directoryId}/groups`)).groups).toHaveLength(1);
  const { users } = await get('/users');
  expect(users).toMatchObject([{ email: sandbox.line.userEmail, memberships: [{ organization_id: org }] }]);
});
