/** The token endpoint and what hangs on its tokens: sessions, introspection, revocation, logout. */
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { answerToApp, type Fields, logIn, redirectUri, requestToken, rest, sdkFor, start } from './helper.ts';

const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

let sandbox: RunningSandbox;
let clock = Date.now();
beforeAll(async () => {
  sandbox = await start({ now: () => clock });
});
afterAll(() => sandbox.close());

const refresh = (token: string | undefined, more: Fields = {}) =>
  requestToken(sandbox, { grant_type: 'refresh_token', refresh_token: token ?? '', ...more });
const exchange = (code: string | undefined, more: Fields = {}) =>
  requestToken(sandbox, { grant_type: 'authorization_code', code: code ?? '', redirect_uri: redirectUri, ...more });

describe('refusals', () => {
  it.each<[string, Fields, number, string]>([
    ['a wrong secret', { grant_type: 'client_credentials', client_secret: 'test_wrong' }, 401, 'invalid_client'],
    ['a wrong id', { grant_type: 'client_credentials', client_id: 'skc_1' }, 401, 'invalid_client'],
    ['no grant type', {}, 400, 'invalid_request'],
    ['an unknown grant type', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['no code', { grant_type: 'authorization_code' }, 400, 'invalid_request'],
    ['an unknown code', { grant_type: 'authorization_code', code: 'x' }, 400, 'invalid_grant'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'x' }, 400, 'invalid_grant'],
  ])('%s', async (_what, form, status, error) => {
    expect(await requestToken(sandbox, form)).toMatchObject({ status, body: { error, error_description: expect.any(String) } });
  });

  it.each<[string, Record<string, string>, string]>([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['a parameter twice', {}, 'grant_type=client_credentials&grant_type=client_credentials'],
    ['two ways of authentication at once', { authorization: 'Basic YTpi' }, 'client_id=a&client_secret=b'],
  ])('of %s are an invalid request', async (_what, headers, body) => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const response = await fetch(`${sandbox.url}/oauth/token`, { method: 'POST', headers: { ...type, ...headers }, body });
    expect([response.status, await response.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_request' })]);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('takes Basic credentials, form-encoded, and challenges wrong ones', async () => {
    const { clientId, clientSecret } = sandbox.line;
    const ask = (secret: string) =>
      fetch(`${sandbox.url}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(secret)}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      });
    expect((await ask(clientSecret)).status).toBe(200);
    const refused = await ask('test_wrong');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="oauth"']);
  });
});

describe('an authorization code', () => {
  it('wants the verifier of its challenge', async () => {
    const { code } = await answerToApp(sandbox, { code_challenge: CHALLENGE, code_challenge_method: 'S256' });
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await exchange(code, { code_verifier: `${VERIFIER}x` })).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    });
    expect(await exchange(code, { code_verifier: VERIFIER })).toMatchObject({ status: 200 });
  });

  it('without a challenge takes no verifier', async () => {
    const { code } = await answerToApp(sandbox);
    expect((await exchange(code, { code_verifier: 'v'.repeat(43) })).body['error']).toBe('invalid_grant');
  });

  it('ends after ten minutes', async () => {
    const { code } = await answerToApp(sandbox);
    clock += 10 * 60_000;
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error_description: expect.stringContaining('expired') } });
  });

  it('that comes twice ends the session it gave', async () => {
    const { code } = await answerToApp(sandbox, { scope: 'openid offline_access' });
    const first = await exchange(code);
    expect(await exchange(code)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(String(first.body['refresh_token']))).toMatchObject({ body: { error: 'invalid_grant' } });
  });
});

describe('the tokens', () => {
  it('carry the claims that Scalekit documents', async () => {
    const tokens = await logIn(sandbox, { nonce: 'n-1', organization_id: sandbox.line.organizationId });
    const { clientId, organizationId, connectionId, userEmail } = sandbox.line;
    const now = Math.floor(clock / 1000);
    expect(decodeJwt(tokens['access_token'] ?? '')).toMatchObject({
      iss: sandbox.url,
      sub: expect.stringMatching(/^usr_\d{15,21}$/),
      aud: [clientId],
      client_id: clientId,
      oid: organizationId,
      sid: expect.stringMatching(/^ses_\d+$/),
      jti: expect.any(String),
      iat: now,
      nbf: now,
      exp: now + 300,
      roles: ['member'],
      permissions: ['documents:read'],
      scopes: ['openid', 'email', 'offline_access'],
    });
    expect(decodeJwt(tokens['id_token'] ?? '')).toMatchObject({
      aud: [clientId],
      azp: clientId,
      oid: organizationId,
      amr: [connectionId],
      nonce: 'n-1',
      email: userEmail,
      at_hash: expect.any(String),
      c_hash: expect.any(String),
    });
    expect(tokens['expires_in']).toBe(300);
  });

  it('of client credentials live 86,399 seconds', async () => {
    const { body } = await requestToken(sandbox, { grant_type: 'client_credentials' });
    expect(body['expires_in']).toBe(86_399);
  });

  it('of a machine client have its scopes, audience and organization, and open no management call', async () => {
    const { organizationId } = sandbox.line;
    const made = await rest(sandbox, 'POST', `/api/v1/organizations/${organizationId}/clients`, {
      name: 'CI',
      scopes: ['deploy'],
      audience: ['https://api.acme.example'],
      custom_claims: [{ key: 'team', value: 'core' }],
    });
    expect(made.status).toBe(201);
    const credentials = { client_id: made.body.client.client_id, client_secret: made.body.plain_secret };
    const { body } = await requestToken(sandbox, { grant_type: 'client_credentials', ...credentials });
    expect(decodeJwt(String(body['access_token']))).toMatchObject({
      sub: credentials.client_id,
      oid: organizationId,
      aud: ['https://api.acme.example'],
      scopes: ['deploy'],
      team: 'core',
    });
    const headers = { authorization: `Bearer ${String(body['access_token'])}` };
    expect((await fetch(`${sandbox.url}/api/v1/organizations`, { headers })).status).toBe(403);
    const asked = await requestToken(sandbox, { grant_type: 'client_credentials', scope: 'admin', ...credentials });
    expect(asked).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  });
});

describe('a refresh token', () => {
  it('comes only with offline_access', async () => {
    expect(await logIn(sandbox, { scope: 'openid' })).not.toHaveProperty('refresh_token');
  });

  it('rotates; one that comes back ends the whole family', async () => {
    const first = await logIn(sandbox);
    const second = await refresh(first['refresh_token']);
    expect(second.status).toBe(200);
    expect(await refresh(first['refresh_token'])).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    expect(await refresh(String(second.body['refresh_token']))).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('that two requests use at once is good for one of them', async () => {
    const { refresh_token } = await logIn(sandbox);
    const answers = await Promise.all([refresh(refresh_token), refresh(refresh_token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('may ask for less, once, and for all of it again', async () => {
    const { refresh_token } = await logIn(sandbox);
    const less = await refresh(refresh_token, { scope: 'openid' });
    expect(less.body['scope']).toBe('openid');
    expect(decodeJwt(String(less.body['access_token']))['scopes']).toEqual(['openid']);
    const again = await refresh(String(less.body['refresh_token']));
    expect(again.body['scope']).toBe('openid email offline_access');
  });

  it('may not ask for more than was granted', async () => {
    const { refresh_token } = await logIn(sandbox);
    expect(await refresh(refresh_token, { scope: 'openid admin' })).toMatchObject({
      status: 400,
      body: { error: 'invalid_scope' },
    });
  });

  it('ends with its session, by the organization’s own policy when that is tighter', async () => {
    const { organizationId } = sandbox.line;
    const path = `/api/v1/organizations/${organizationId}/session-policy`;
    const policy = {
      policy_source: 'CUSTOM',
      idle_session_timeout_enabled: true,
      idle_session_timeout: 1,
      idle_session_timeout_unit: 'HOURS',
    };
    await rest(sandbox, 'PATCH', path, { ...policy, absolute_session_timeout: 2, absolute_session_timeout_unit: 'HOURS' });
    let token = (await logIn(sandbox, { organization_id: organizationId }))['refresh_token'];
    for (let minutes = 0; minutes < 100; minutes += 50) {
      clock += 50 * 60_000;
      const answer = await refresh(token);
      expect(answer.status).toBe(200);
      token = String(answer.body['refresh_token']);
    }
    clock += 50 * 60_000;
    expect(await refresh(token)).toMatchObject({ status: 400, body: { error_description: expect.stringContaining('expired') } });
    const idle = await logIn(sandbox, { organization_id: organizationId });
    clock += 61 * 60_000;
    expect(await refresh(idle['refresh_token'])).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    await rest(sandbox, 'PATCH', path, { policy_source: 'APPLICATION' });
  });
});

describe('after the login', () => {
  const post = (path: string, form: Fields) =>
    fetch(`${sandbox.url}${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: sandbox.line.clientId, client_secret: sandbox.line.clientSecret, ...form }),
    });
  const isActive = async (token: string | undefined): Promise<unknown> =>
    ((await (await post('/oauth/introspect', { token: token ?? '' })).json()) as { active: unknown }).active;

  it('a token can be asked about and given back', async () => {
    const tokens = await logIn(sandbox);
    expect(await isActive(tokens['access_token'])).toBe(true);
    expect(await isActive(tokens['refresh_token'])).toBe(true);
    expect((await post('/oauth/revoke', { token: tokens['refresh_token'] ?? '' })).status).toBe(200);
    expect([await isActive(tokens['access_token']), await isActive(tokens['refresh_token'])]).toEqual([false, false]);
    expect((await post('/oauth/revoke', { token: 'never-was' })).status).toBe(200);
    expect((await post('/oauth/introspect', { token: 'x', client_secret: 'test_wrong' })).status).toBe(401);
  });

  it('logging out ends the session and goes to a registered address only', async () => {
    const tokens = await logIn(sandbox);
    const leave = (post_logout_redirect_uri: string) =>
      fetch(
        `${sandbox.url}/oidc/logout?${new URLSearchParams({ id_token_hint: tokens['id_token'] ?? '', post_logout_redirect_uri, state: 's' })}`,
        { redirect: 'manual' },
      );
    expect((await leave('https://evil.example/')).status).toBe(400);
    expect(await isActive(tokens['access_token'])).toBe(true);
    expect((await leave('http://localhost:3000/')).headers.get('location')).toBe('http://localhost:3000/?state=s');
    expect(await isActive(tokens['access_token'])).toBe(false);
    const { sid } = decodeJwt(tokens['id_token'] ?? '');
    expect((await rest(sandbox, 'GET', `/api/v1/sessions/${String(sid)}`)).body.status).toBe('logout');
  });

  it('the SDK sees the sessions of a user and revokes them', async () => {
    const tokens = await logIn(sandbox);
    const scalekit = sdkFor(sandbox);
    const { sub = '', sid } = decodeJwt(tokens['access_token'] ?? '');
    const active = await scalekit.session.getUserSessions(sub, { filter: { status: ['active'] } });
    expect(active.sessions.map(({ sessionId }) => sessionId)).toContain(sid);
    const revoked = await scalekit.session.revokeSession(String(sid));
    expect(revoked.revokedSession?.status).toBe('revoked');
    await scalekit.session.revokeAllUserSessions(sub);
    expect((await scalekit.session.getUserSessions(sub, { filter: { status: ['active'] } })).totalSize).toBe(0);
    const response = await fetch(`${sandbox.url}/userinfo`, { headers: { authorization: `Bearer ${tokens['access_token']}` } });
    expect(response.status).toBe(401);
  });
});
