/** Independent clients against the sandbox: openid-client, jose, a gRPC client of our own, and plain REST. */
import { createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcTransport } from '@connectrpc/connect-node';
import { OrganizationService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../src/sandbox/index.ts';

let sandbox: RunningSandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

async function bearer(): Promise<string> {
  const response = await fetch(`${sandbox.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: sandbox.line.clientId,
      client_secret: sandbox.line.clientSecret,
    }),
  });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

describe('openid-client', () => {
  it('goes the whole round with PKCE, and its tokens verify with jose', async () => {
    const config = await oidc.discovery(new URL(sandbox.url), sandbox.line.clientId, sandbox.line.clientSecret, undefined, {
      execute: [oidc.allowInsecureRequests],
    });
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: 'http://localhost:3000/auth/callback',
      scope: 'openid email offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    const response = await fetch(url, { redirect: 'manual' });
    const back = new URL(response.headers.get('location') ?? '');
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      pkceCodeVerifier: verifier,
      expectedState: state,
      expectedNonce: nonce,
    });
    expect(tokens.claims()?.['email']).toBe(sandbox.line.userEmail);
    const { payload } = await jwtVerify(tokens.access_token, createRemoteJWKSet(new URL(`${sandbox.url}/keys`)), {
      issuer: sandbox.url,
      audience: sandbox.line.clientId,
    });
    expect(payload['oid']).toBe(sandbox.line.organizationId);
    const refreshed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect(refreshed.refresh_token).not.toBe(tokens.refresh_token);
    const info = await oidc.fetchUserInfo(config, refreshed.access_token, oidc.skipSubjectCheck);
    expect(info.email).toBe(sandbox.line.userEmail);
  });

  it('is refused without the verifier', async () => {
    const url = `${sandbox.url}/oauth/authorize?${new URLSearchParams({
      response_type: 'code',
      client_id: sandbox.line.clientId,
      redirect_uri: 'http://localhost:3000/auth/callback',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    })}`;
    const back = new URL((await fetch(url, { redirect: 'manual' })).headers.get('location') ?? '');
    const response = await fetch(`${sandbox.url}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: back.searchParams.get('code') ?? '',
        redirect_uri: 'http://localhost:3000/auth/callback',
        client_id: sandbox.line.clientId,
        client_secret: sandbox.line.clientSecret,
      }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('the authorize endpoint', () => {
  const ask = (query: Record<string, string>) =>
    fetch(
      `${sandbox.url}/oauth/authorize?${new URLSearchParams({ response_type: 'code', client_id: sandbox.line.clientId, ...query })}`,
      { redirect: 'manual' },
    );

  it.each([
    ['an unregistered redirect URI', { redirect_uri: 'http://localhost:3000/nowhere' }, 'invalid_redirect_uri'],
    ['an unknown client', { client_id: 'skc_1', redirect_uri: 'http://localhost:3000/auth/callback' }, 'invalid_client'],
  ])('shows %s on its own page', async (_what, query, code) => {
    const response = await ask(query);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toContain(code);
  });

  it('sends other refusals back with their state', async () => {
    const response = await ask({ redirect_uri: 'http://localhost:3000/auth/callback', organization_id: 'org_1', state: 's' });
    const back = new URL(response.headers.get('location') ?? '');
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'invalid_organization_id', state: 's' });
  });
});

describe('one implementation, three protocols', () => {
  it.each([
    ['gRPC', () => createGrpcTransport({ baseUrl: sandbox.url })],
    ['Connect over HTTP/1.1', () => createConnectTransport({ baseUrl: sandbox.url, httpVersion: '1.1' })],
  ])('answers %s', async (_name, transport) => {
    const client = createClient(OrganizationService, transport());
    const headers = { authorization: `Bearer ${await bearer()}` };
    const answer = await client.listOrganization({ pageSize: 5 }, { headers });
    expect(answer.organizations[0]?.id).toBe(sandbox.line.organizationId);
    await expect(client.listOrganization({ pageSize: 5 })).rejects.toMatchObject({ code: 16 });
  });

  it('answers REST with the names of the protobuf fields, and gateway errors', async () => {
    const headers = { authorization: `Bearer ${await bearer()}` };
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
    const headers = { authorization: `Bearer ${await bearer()}`, 'content-type': 'application/json' };
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
