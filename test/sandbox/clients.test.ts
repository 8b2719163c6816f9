/** Independent clients against the sandbox: openid-client, jose, a gRPC client of our own, and plain REST. */
import { createHash } from 'node:crypto';
import { createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcTransport } from '@connectrpc/connect-node';
import { OrganizationService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { bearer, start } from './helper.ts';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await start();
});
afterEach(() => sandbox.close());

const configured = (secret = sandbox.line.clientSecret, authentication?: oidc.ClientAuth) =>
  oidc.discovery(new URL(sandbox.url), sandbox.line.clientId, secret, authentication, { execute: [oidc.allowInsecureRequests] });

const redirect_uri = 'http://localhost:3000/auth/callback';

/** A login with PKCE, state and nonce; `more` goes to the authorize request. */
async function login(config: oidc.Configuration, more: Record<string, string> = {}) {
  const verifier = oidc.randomPKCECodeVerifier();
  const [state, nonce] = [oidc.randomState(), oidc.randomNonce()];
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri,
    scope: 'openid email offline_access',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...more,
  });
  const response = await fetch(url, { redirect: 'manual' });
  const back = new URL(response.headers.get('location') ?? '');
  const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
  return { back, checks };
}

describe('openid-client', () => {
  it('goes the whole round with PKCE, and its tokens verify with jose', async () => {
    const config = await configured();
    const { back, checks } = await login(config);
    const tokens = await oidc.authorizationCodeGrant(config, back, checks);
    expect(tokens.claims()?.['email']).toBe(sandbox.line.userEmail);
    const { payload } = await jwtVerify(tokens.access_token, createRemoteJWKSet(new URL(`${sandbox.url}/keys`)), {
      issuer: sandbox.url,
      audience: sandbox.line.clientId,
    });
    expect(payload['oid']).toBe(sandbox.line.organizationId);
    const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
    const info = await oidc.fetchUserInfo(config, refreshed.access_token, tokens.claims()?.sub ?? '');
    expect(info.email).toBe(sandbox.line.userEmail);
  });

  it.each([
    ['in the body', (secret: string) => oidc.ClientSecretPost(secret), { status: 401, error: 'invalid_client' }],
    ['in a Basic header', (secret: string) => oidc.ClientSecretBasic(secret), { status: 401, cause: [{ scheme: 'basic' }] }],
  ])('authenticates %s', async (_where, method, refusal) => {
    const config = await configured(undefined, method(sandbox.line.clientSecret));
    expect((await oidc.clientCredentialsGrant(config)).expires_in).toBe(86_399);
    const wrong = await configured(undefined, method('test_wrong'));
    await expect(oidc.clientCredentialsGrant(wrong)).rejects.toMatchObject(refusal);
  });

  it('is refused a code with another verifier, and a code that comes twice, which also ends its tokens', async () => {
    const config = await configured();
    const other = await login(config);
    const wrong = { ...other.checks, pkceCodeVerifier: oidc.randomPKCECodeVerifier() };
    await expect(oidc.authorizationCodeGrant(config, other.back, wrong)).rejects.toMatchObject({ error: 'invalid_grant' });
    const { back, checks } = await login(config);
    const tokens = await oidc.authorizationCodeGrant(config, back, checks);
    await expect(oidc.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({ error: 'invalid_grant' });
    expect(await oidc.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: false });
    await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({ error: 'invalid_grant' });
  });

  it('asks about tokens, gives them back, and logs out, by the addresses that discovery names', async () => {
    const config = await configured();
    const { back, checks } = await login(config);
    const tokens = await oidc.authorizationCodeGrant(config, back, checks);
    expect(await oidc.tokenIntrospection(config, tokens.refresh_token ?? '')).toMatchObject({ active: true });
    await oidc.tokenRevocation(config, tokens.refresh_token ?? '');
    expect(await oidc.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: false });
    await expect(oidc.fetchUserInfo(config, tokens.access_token, oidc.skipSubjectCheck)).rejects.toThrow();
    const out = oidc.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://localhost:3000/',
      state: 'bye',
    });
    const left = await fetch(out, { redirect: 'manual' });
    expect(left.headers.get('location')).toBe('http://localhost:3000/?state=bye');
  });

  it.each([
    [{ connection_id: 'conn_1' }, 'invalid_connection_id'],
    [{ prompt: 'none' }, 'user_login_required'],
  ])('reads the refusal of %j from the way back', async (more, error) => {
    const config = await configured();
    const { back, checks } = await login(config, more as Record<string, string>);
    await expect(oidc.authorizationCodeGrant(config, back, checks)).rejects.toMatchObject({ error });
  });

  it('takes the id token apart: at_hash, and c_hash of this very code', async () => {
    const config = await configured();
    const { back, checks } = await login(config);
    const tokens = await oidc.authorizationCodeGrant(config, back, checks);
    const half = (text: string): string => createHash('sha256').update(text).digest().subarray(0, 16).toString('base64url');
    expect(tokens.claims()).toMatchObject({
      at_hash: half(tokens.access_token),
      c_hash: half(back.searchParams.get('code') ?? ''),
      auth_time: expect.any(Number),
    });
  });
});

describe('one implementation, three protocols', () => {
  it.each([
    ['gRPC', () => createGrpcTransport({ baseUrl: sandbox.url })],
    ['Connect over HTTP/1.1', () => createConnectTransport({ baseUrl: sandbox.url, httpVersion: '1.1' })],
  ])('answers %s', async (_name, transport) => {
    const client = createClient(OrganizationService, transport());
    const headers = await bearer(sandbox);
    const answer = await client.listOrganization({ pageSize: 5 }, { headers });
    expect(answer.organizations[0]?.id).toBe(sandbox.line.organizationId);
    await expect(client.listOrganization({ pageSize: 5 })).rejects.toMatchObject({ code: 16 });
  });

  it('answers REST with the names of the protobuf fields, and gateway errors', async () => {
    const headers = await bearer(sandbox);
    const found = await fetch(`${sandbox.url}/api/v1/clients/${sandbox.line.clientId}`, { headers });
    const { client } = (await found.json()) as { client: Record<string, unknown> };
    expect(client['post_login_uris']).toEqual(['http://localhost:3000/auth/callback']);
    expect(client['secrets']).toMatchObject([{ secret_suffix: sandbox.line.clientSecret.slice(-4), status: 'ACTIVE' }]);
    const missing = await fetch(`${sandbox.url}/api/v1/organizations/org_1`, { headers });
    expect(missing.status).toBe(404);
    expect(await missing.json()).toMatchObject({ code: 5, details: [{ error_code: 'RESOURCE_NOT_FOUND' }] });
    expect((await fetch(`${sandbox.url}/api/v1/organizations`)).status).toBe(401);
  });

  it('registers a callback URL by PATCH', async () => {
    const headers = { ...(await bearer(sandbox)), 'content-type': 'application/json' };
    const uris = ['http://localhost:3000/auth/callback', 'http://localhost:4000/cb'];
    const changed = await fetch(`${sandbox.url}/api/v1/clients/${sandbox.line.clientId}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ post_login_uris: uris }),
    });
    expect(changed.status).toBe(200);
    expect(sandbox.state.client.redirectUris).toEqual(uris);
  });
});
