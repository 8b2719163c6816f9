/** Accounts of users at third parties, tools and the app's own login page, from the link to the proof. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { redirectUri, requestToken, rest, sdkFor, start } from './helper.ts';

let sandbox: RunningSandbox;
let clock = Date.now();
beforeAll(async () => {
  sandbox = await start({ now: () => clock });
});
afterAll(() => sandbox.close());

const visit = (url: string) => fetch(url, { redirect: 'manual' });
const actions = () => sdkFor(sandbox).actions;
const statusOf = async (identifier: string) =>
  (await actions().getConnectedAccount({ connectionName: 'gmail', identifier })).connectedAccount?.status;

describe('connecting an account', () => {
  it('waits until the app has said whose it is, when the app gave an address for that', async () => {
    const account = { connectionName: 'gmail', identifier: 'grace' };
    const { link } = await actions().getAuthorizationLink({
      ...account,
      state: 'st',
      userVerifyUrl: 'http://localhost:3000/done',
    });
    const back = new URL((await visit(link)).headers.get('location') ?? '');
    expect(back.origin + back.pathname).toBe('http://localhost:3000/done');
    expect(back.searchParams.get('state')).toBe('st');
    const authRequestId = back.searchParams.get('auth_request_id') ?? '';
    expect(await statusOf('grace')).toBe(4);
    await expect(actions().verifyConnectedAccountUser({ authRequestId, identifier: 'alan' })).rejects.toMatchObject({
      httpStatus: 403,
    });
    const { postUserVerifyRedirectUrl } = await actions().verifyConnectedAccountUser({ authRequestId, identifier: 'grace' });
    expect((await visit(postUserVerifyRedirectUrl)).status).toBe(200);
    expect(await statusOf('grace')).toBe(1);
    await expect(actions().verifyConnectedAccountUser({ authRequestId, identifier: 'grace' })).rejects.toThrow(
      'auth request not found',
    );
  });

  it('is done at once without such an address, and the link works once and for ten minutes', async () => {
    const { link } = await actions().getAuthorizationLink({ connectionName: 'gmail', identifier: 'alan' });
    expect(await statusOf('alan')).toBe(3);
    expect((await visit(link)).status).toBe(302);
    expect(await statusOf('alan')).toBe(1);
    expect((await visit(link)).status).toBe(404);
    const late = await actions().getAuthorizationLink({ connectionName: 'gmail', identifier: 'alan' });
    clock += 11 * 60_000;
    expect((await visit(late.link)).status).toBe(404);
  });

  it('needs a connection that is there', async () => {
    await expect(actions().getAuthorizationLink({ connectionName: 'fax', identifier: 'x' })).rejects.toMatchObject({
      httpStatus: 400,
    });
  });

  it('lists them by owner, and takes the same identifier once from each', async () => {
    const organizationId = sandbox.line.organizationId;
    const given = { connectionName: 'gmail', identifier: 'shared', authorizationDetails: undefined };
    await actions().createConnectedAccount({ ...given, organizationId });
    await actions().createConnectedAccount(given);
    await expect(actions().createConnectedAccount({ ...given, organizationId })).rejects.toMatchObject({ httpStatus: 409 });
    await expect(actions().createConnectedAccount(given)).rejects.toMatchObject({ httpStatus: 409 });
    expect((await actions().listConnectedAccounts({ organizationId })).connectedAccounts).toHaveLength(1);
  });
});

describe('tools', () => {
  it('are refused without what they require, and for an account that is not active', async () => {
    const tools = sdkFor(sandbox).tools;
    const account = { connector: 'gmail', identifier: 'default', toolName: 'gmail_send_email' };
    await expect(tools.executeTool({ ...account, params: {} })).rejects.toThrow('to is required');
    const { data } = await tools.executeTool({ ...account, params: { to: 'a@b.example' } });
    expect(data).toMatchObject({ tool: 'gmail_send_email', input: { to: 'a@b.example' } });
    await expect(tools.executeTool({ ...account, connector: 'freshdesk', params: { to: '' } })).rejects.toThrow('not one of');
    const { body } = await rest(sandbox, 'GET', '/api/v1/connected_accounts/details?connector=gmail&identifier=default');
    expect(body.connected_account).toMatchObject({ status: 'ACTIVE', authorization_type: 'OAUTH' });
    expect(body.connected_account).not.toHaveProperty('authorization_details');
    const { id } = body.connected_account;
    await rest(sandbox, 'POST', `/api/v1/connected_accounts/${id}:disconnect`, {});
    await expect(tools.executeTool({ ...account, params: { to: 'a@b.example' } })).rejects.toThrow('DISCONNECTED');
    await rest(sandbox, 'PUT', '/api/v1/connected_accounts', {
      id,
      connected_account: { authorization_details: { oauth_token: { access_token: 'new' } } },
    });
    expect((await tools.executeTool({ ...account, params: { to: 'a@b.example' } })).executionId).toMatch(/^exec_/);
    clock += 2 * 3_600_000;
    await expect(tools.executeTool({ ...account, params: { to: 'a@b.example' } })).rejects.toThrow('EXPIRED');
  });

  it('are made, changed and taken away', async () => {
    const definition = { name: 'fax_send', schema_version: '1', tool_version: '1' };
    const { status, body } = await rest(sandbox, 'POST', '/api/v1/tools', { definition });
    expect(status).toBe(201);
    expect((await rest(sandbox, 'POST', '/api/v1/tools', { definition })).status).toBe(409);
    const changed = await rest(sandbox, 'PUT', '/api/v1/tools', { id: body.tool.id, tags: ['fax'], definition });
    expect(changed.body.tool.tags).toEqual(['fax']);
    expect((await rest(sandbox, 'DELETE', `/api/v1/tools/${body.tool.id}`)).status).toBe(200);
    expect((await rest(sandbox, 'DELETE', `/api/v1/tools/${body.tool.id}`)).status).toBe(404);
  });

  it.each([
    [{}, 401],
    [{ authorization: 'Bearer x' }, 401],
  ])('the proxy takes no stranger: %j', async (headers, status) => {
    expect((await fetch(`${sandbox.url}/proxy/x`, { headers })).status).toBe(status);
  });
});

describe('a login on the app’s own page', () => {
  it('ends at the app with whom the app named', async () => {
    const made = await rest(sandbox, 'POST', '/api/v1/connections', { type: 'BASIC', provider: 'CUSTOM', provider_key: 'OWN' });
    const { id } = made.body.connection;
    const static_config = { static_config: { login_url: 'http://localhost:3000/own' } };
    await rest(sandbox, 'PATCH', `/api/v1/connections/${id}`, { type: 'BASIC', provider: 'CUSTOM', static_config });
    await rest(sandbox, 'PATCH', `/api/v1/connections/${id}:enable`);
    const query = { response_type: 'code', client_id: sandbox.line.clientId, redirect_uri: redirectUri, connection_id: id };
    const begin = async () =>
      new URL((await visit(`${sandbox.url}/oauth/authorize?${new URLSearchParams(query)}`)).headers.get('location') ?? '');
    const callback = async (page: URL) => {
      const state = encodeURIComponent(page.searchParams.get('state') ?? '');
      return visit(`${sandbox.url}/sso/v1/connections/${id}/partner:callback?state=${state}`);
    };
    const page = await begin();
    expect(page.pathname).toBe('/own');
    const requestId = page.searchParams.get('login_request_id') ?? '';
    const user = { sub: 'u1', email: 'new@acme.example' };
    await sdkFor(sandbox).auth.updateLoginUserDetails(id, requestId, user);
    const code = new URL((await callback(page)).headers.get('location') ?? '').searchParams.get('code') ?? '';
    const { body } = await requestToken(sandbox, { grant_type: 'authorization_code', code, redirect_uri: redirectUri });
    expect(JSON.parse(Buffer.from(String(body['id_token']).split('.')[1] ?? '', 'base64url').toString())).toMatchObject({
      email: user.email,
      amr: [id],
    });
    expect((await callback(page)).status).toBe(400);
    expect((await callback(await begin())).headers.get('location')).toContain('error=authentication_not_completed');
  });
});
