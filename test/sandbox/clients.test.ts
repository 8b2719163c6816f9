/** Independent clients against the sandbox: openid-client, jose, a gRPC client of our own, and plain REST. */
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
