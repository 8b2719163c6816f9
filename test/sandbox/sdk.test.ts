/** The official SDK, unmodified, against the sandbox: login, rotation, management calls over gRPC. */
import { Scalekit } from '@scalekit-sdk/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { redirectUri, sdkFor, start } from './helper.ts';

let sandbox: RunningSandbox;
let scalekit: Scalekit;

beforeEach(async () => {
  sandbox = await start();
  scalekit = sdkFor(sandbox);
});
afterEach(() => sandbox.close());

/** Follows the authorize URL as a browser does, to where it leads back. */
async function answerTo(url: string): Promise<URL> {
  const response = await fetch(url, { redirect: 'manual' });
  const location = response.headers.get('location');
  if (location === null) throw new Error(`${response.status} ${await response.text()}`);
  return new URL(location);
}

async function login(scopes: string[] = ['openid', 'profile', 'email', 'offline_access']) {
  const url = scalekit.getAuthorizationUrl(redirectUri, { state: 'xyz', scopes, organizationId: sandbox.line.organizationId });
  const back = await answerTo(url);
  expect(back.searchParams.get('state')).toBe('xyz');
  return scalekit.authenticateWithCode(back.searchParams.get('code') ?? '', redirectUri);
}

describe('logging in', () => {
  it('gives the seeded user and tokens that the SDK validates', async () => {
    const result = await login();
    expect(result.user.email).toBe(sandbox.line.userEmail);
    expect(await scalekit.validateAccessToken(result.accessToken)).toBe(true);
    expect(result.refreshToken).toMatch(/^rt_/);
  });

  it('gives no refresh token without offline_access', async () => {
    const result = await login(['openid', 'email']);
    expect(result.refreshToken).toBeUndefined();
  });

  it('takes a code once, and only with the redirect URI it was given for', async () => {
    const back = await answerTo(scalekit.getAuthorizationUrl(redirectUri, {}));
    const code = back.searchParams.get('code') ?? '';
    await expect(scalekit.authenticateWithCode(code, 'http://localhost:3000/other')).rejects.toMatchObject({
      response: { data: { error: 'invalid_grant' } },
    });
    await scalekit.authenticateWithCode(code, redirectUri);
    await expect(scalekit.authenticateWithCode(code, redirectUri)).rejects.toMatchObject({
      response: { data: { error: 'invalid_grant' } },
    });
  });
});

describe('refreshing', () => {
  it('rotates, and ends the session when an old token comes back', async () => {
    const first = await login();
    const second = await scalekit.refreshAccessToken(first.refreshToken ?? '');
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(await scalekit.validateAccessToken(second.accessToken)).toBe(true);
    await expect(scalekit.refreshAccessToken(first.refreshToken ?? '')).rejects.toThrow('Failed to refresh token');
    // The family is revoked: the thief and the user are both out.
    await expect(scalekit.refreshAccessToken(second.refreshToken)).rejects.toThrow('Failed to refresh token');
  });
});

describe('the management API over gRPC', () => {
  it('lists and reads what is there by default', async () => {
    const { organizationId, connectionId = '', directoryId = '' } = sandbox.line;
    const organizations = await scalekit.organization.listOrganization({ pageSize: 10 });
    expect(organizations.organizations.map(({ id }) => id)).toContain(organizationId);
    const connections = await scalekit.connection.listConnections(organizationId);
    expect(connections.connections.map(({ id }) => id)).toEqual([connectionId]);
    const connection = await scalekit.connection.getConnection(organizationId, connectionId);
    expect(connection.connection?.enabled).toBe(true);
    const directory = await scalekit.directory.getDirectory(organizationId, directoryId);
    expect(directory.directory?.directoryEndpoint).toContain(directoryId);
    const users = await scalekit.directory.listDirectoryUsers(organizationId, directoryId);
    expect(users.users).toHaveLength(2);
    const domains = await scalekit.domain.listDomains(organizationId);
    expect(domains.domains[0]?.domain).toBe('acme.example');
  });

  it('creates, updates and deletes an organization', async () => {
    const created = await scalekit.organization.createOrganization('Globex', { externalId: 'globex' });
    const id = created.organization?.id ?? '';
    expect(id).toMatch(/^org_\d+$/);
    const byExternalId = await scalekit.organization.getOrganizationByExternalId('globex');
    expect(byExternalId.organization?.id).toBe(id);
    const updated = await scalekit.organization.updateOrganization(id, { displayName: 'Globex Inc' });
    expect(updated.organization?.displayName).toBe('Globex Inc');
    await scalekit.organization.deleteOrganization(id);
    await expect(scalekit.organization.getOrganization(id)).rejects.toMatchObject({ httpStatus: 404 });
  });

  it('turns a connection off and on again', async () => {
    const { organizationId, connectionId = '' } = sandbox.line;
    await scalekit.connection.disableConnection(organizationId, connectionId);
    expect((await scalekit.connection.listConnections(organizationId)).connections).toEqual([]);
    await scalekit.connection.enableConnection(organizationId, connectionId);
    expect((await scalekit.connection.listConnections(organizationId)).connections).toHaveLength(1);
  });

  it('refuses wrong credentials as the SDK knows it', async () => {
    const wrong = new Scalekit(sandbox.url, sandbox.line.clientId, 'test_wrong');
    await expect(wrong.organization.listOrganization({ pageSize: 1 })).rejects.toThrow('401');
  });
});
