/** The authorize endpoint: whom it sends where, with which of Scalekit's codes. */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { answerToApp, authorize, type Fields, logIn, redirectUri, rest, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await start();
});
afterAll(() => sandbox.close());

describe('a refusal that may not go back to the caller', () => {
  it.each<[string, Fields, string]>([
    ['an unknown client', { client_id: 'skc_1' }, 'invalid_client'],
    ['an unregistered redirect URI', { redirect_uri: 'https://evil.example/' }, 'invalid_redirect_uri'],
    ['a trailing slash', { redirect_uri: `${redirectUri}/` }, 'invalid_redirect_uri'],
    ['another port', { redirect_uri: 'http://localhost:3001/auth/callback' }, 'invalid_redirect_uri'],
    ['another case', { redirect_uri: 'http://localhost:3000/auth/Callback' }, 'invalid_redirect_uri'],
    ['127.0.0.1 for localhost', { redirect_uri: 'http://127.0.0.1:3000/auth/callback' }, 'invalid_redirect_uri'],
    ['a query', { redirect_uri: `${redirectUri}?x=1` }, 'invalid_redirect_uri'],
    ['no redirect URI', { redirect_uri: '' }, 'invalid_redirect_uri'],
    ['markup in place of a URI', { redirect_uri: '<script>alert(1)</script>' }, 'invalid_redirect_uri'],
  ])('is shown on a page for %s', async (_what, query, code) => {
    const response = await authorize(sandbox, query);
    const page = await response.text();
    expect(response.status).toBe(400);
    expect(response.headers.get('location')).toBeNull();
    expect(page).toContain(code);
    expect(page).not.toContain('<script>alert');
  });
});

describe('a refusal that goes back to the app', () => {
  it.each<[string, Fields, string]>([
    ['no response type', { response_type: '' }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a response mode that is not there', { response_mode: 'web_message' }, 'invalid_request'],
    ['a challenge that is none', { code_challenge: 'short', code_challenge_method: 'S256' }, 'invalid_request'],
    ['a request object', { request: 'eyJhbGciOiJub25lIn0.e30.' }, 'request_not_supported'],
    ['a request object by its address', { request_uri: 'https://a.example/r' }, 'request_uri_not_supported'],
    ['prompt=none beside another', { prompt: 'none login' }, 'invalid_request'],
    ['a plain code challenge', { code_challenge: 'abc', code_challenge_method: 'plain' }, 'invalid_request'],
    ['an unknown organization', { organization_id: 'org_1' }, 'invalid_organization_id'],
    ['an external id for an organization id', { organization_id: 'acme' }, 'invalid_organization_id'],
    ['an unknown connection', { connection_id: 'conn_1' }, 'invalid_connection_id'],
    ['an unknown domain', { domain: 'elsewhere.example' }, 'domain_not_found'],
    ['an unknown provider', { provider: 'friendster' }, 'invalid_connection_selector'],
    ['prompt=none without a session', { prompt: 'none' }, 'user_login_required'],
  ])('names %s', async (_what, query, error) => {
    expect(await answerToApp(sandbox, { state: 'a b&c', ...query })).toEqual({
      error,
      error_description: expect.any(String),
      state: 'a b&c',
    });
  });

  it('tells no connection, a connection that is off, and one that is not enabled by their codes', async () => {
    const { connectionId = '', organizationId } = sandbox.line;
    const empty = await rest(sandbox, 'POST', '/api/v1/organizations', { display_name: 'Empty' });
    const { error: none } = await answerToApp(sandbox, { organization_id: empty.body.organization.id });
    await rest(sandbox, 'PATCH', `/api/v1/organizations/${organizationId}/connections/${connectionId}:disable`);
    const { error: off } = await answerToApp(sandbox, { organization_id: organizationId });
    const { error: byId } = await answerToApp(sandbox, { connection_id: connectionId });
    await rest(sandbox, 'PATCH', `/api/v1/organizations/${organizationId}/connections/${connectionId}:enable`);
    expect([none, off, byId]).toEqual(['no_configured_connections', 'no_active_connections', 'connection_not_active']);
    expect(await answerToApp(sandbox, { connection_id: connectionId })).toHaveProperty('code');
  });

  it('is kept in the log of logins, where support finds it', async () => {
    await answerToApp(sandbox, { organization_id: 'org_7', login_hint: 'lost@acme.example' });
    const { body } = await rest(sandbox, 'GET', '/api/v1/logs/authentication/requests?status=failed&email=lost@acme.example');
    expect(body.authRequests).toMatchObject([{ status: 'FAILED', organization_id: 'org_7' }]);
    const events = await rest(sandbox, 'POST', '/api/v1/events', { auth_request_id: body.authRequests[0].auth_request_id });
    expect(events.body.events).toMatchObject([{ type: 'user.login_failed', data: { error: 'invalid_organization_id' } }]);
  });
});

describe('parameters that come twice', () => {
  it.each([
    ['scope=a&scope=b', 302, 'error=invalid_request'],
    [`redirect_uri=${encodeURIComponent(redirectUri)}`, 400, 'invalid_request'],
    ['client_id=skc_1', 400, 'invalid_request'],
  ])('%s', async (more, status, error) => {
    const query = new URLSearchParams({ response_type: 'code', client_id: sandbox.line.clientId, redirect_uri: redirectUri });
    const response = await fetch(`${sandbox.url}/oauth/authorize?${query}&${more}`, { redirect: 'manual' });
    expect(response.status).toBe(status);
    expect(`${response.headers.get('location')} ${await response.text()}`).toContain(error);
  });
});

it('answers by a form where that is asked for, refusals too', async () => {
  const shown = async (query: Fields) => {
    const response = await authorize(sandbox, { response_mode: 'form_post', state: 'st', ...query });
    const page = (await response.text()).replace(/&#(\d+);/g, (_all, code: string) => String.fromCharCode(Number(code)));
    const fields = [...page.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]);
    return [response.status, /action="([^"]*)"/.exec(page)?.[1], Object.fromEntries(fields)];
  };
  expect(await shown({})).toEqual([200, redirectUri, { code: expect.stringMatching(/./), state: 'st' }]);
  const refused = { error: 'invalid_connection_id', error_description: expect.any(String), state: 'st' };
  expect(await shown({ connection_id: 'conn_1' })).toEqual([200, redirectUri, refused]);
});

describe('a login', () => {
  it.each<[string, Fields]>([
    ['no selector', {}],
    ['the organization', { organization_id: 'org_87104652398129155' }],
    ['the connection', { connection_id: 'conn_87104652398129156' }],
    ['the domain', { domain: 'ACME.example' }],
    ['the domain as the SDK hints it', { domain_hint: 'acme.example' }],
    ['a provider', { provider: 'google' }],
  ])('is over at once with %s', async (_what, query) => {
    expect(await answerToApp(sandbox, query)).toEqual({ code: expect.any(String) });
  });

  it('is of the user that the hint names, else of the seeded one', async () => {
    const created = await rest(sandbox, 'POST', `/api/v1/organizations/${sandbox.line.organizationId}/users`, {
      email: 'Joan@acme.example',
      user_profile: { given_name: 'Joan' },
    });
    const joan = await logIn(sandbox, { login_hint: 'joan@acme.example' });
    const other = await logIn(sandbox, { login_hint: 'nobody@acme.example' });
    expect(decodeJwt(joan['id_token'] ?? '')).toMatchObject({ sub: created.body.user.id, given_name: 'Joan' });
    expect(decodeJwt(other['id_token'] ?? '')['email']).toBe(sandbox.line.userEmail);
    const { body } = await rest(sandbox, 'GET', `/api/v1/users/${created.body.user.id}`);
    expect(body.user.memberships[0].membership_status).toBe('ACTIVE');
  });

  it('needs a selector where there is no full-stack auth, and then has the subject of plain SSO', async () => {
    const plain = await start({ state: { fullStackAuth: false } });
    try {
      expect(await answerToApp(plain)).toMatchObject({ error: 'invalid_connection_selector' });
      const tokens = await logIn(plain, { organization_id: plain.line.organizationId });
      expect(decodeJwt(tokens['access_token'] ?? '').sub).toBe(`${plain.line.connectionId};ada`);
    } finally {
      await plain.close();
    }
  });
});

describe('redirect URIs', () => {
  it.each([
    ['http in production', true, ['http://app.example.com/cb'], 'http://app.example.com/cb', false],
    ['localhost in production', true, ['https://localhost/cb'], 'https://localhost/cb', false],
    ['https in production', true, ['https://app.example.com/cb'], 'https://app.example.com/cb', true],
    ['a custom scheme in production', true, ['com.example.app:/cb'], 'com.example.app:/cb', true],
    ['a wildcard in production', true, ['https://*.example.com/cb'], 'https://a.example.com/cb', false],
    ['a wildcard in development', false, ['https://*.example.com/cb'], 'https://a.example.com/cb', true],
    ['a wildcard with a prefix', false, ['https://auth-*.example.com/cb'], 'https://auth-eu.example.com/cb', true],
    ['two labels for one wildcard', false, ['https://*.example.com/cb'], 'https://a.b.example.com/cb', false],
    ['a wildcard for a whole domain', false, ['https://*.com/cb'], 'https://evil.com/cb', false],
    ['a wildcard inside', false, ['https://a.*.example.com/cb'], 'https://a.b.example.com/cb', false],
    ['another path behind a wildcard', false, ['https://*.example.com/cb'], 'https://a.example.com/other', false],
    ['a template', false, ['https://{{org_slug}}.example.com/cb'], 'https://acme.example.com/cb', true],
    ['a template unfilled', false, ['https://{{org_slug}}.example.com/cb'], 'https://{{org_slug}}.example.com/cb', false],
  ])('%s', async (_what, production, redirectUris, asked, isAllowed) => {
    const own = await start({ state: { production, client: { redirectUris } } });
    const response = await authorize(own, { redirect_uri: asked }).finally(() => own.close());
    expect(response.status).toBe(isAllowed ? 302 : 400);
  });
});
