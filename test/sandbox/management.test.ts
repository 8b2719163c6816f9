/** The management API: what the SDK's own calls create, read, change and delete, and how it refuses. */
import { Scalekit } from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningSandbox } from '../../src/sandbox/index.ts';
import { logIn, rest, sdkFor, start } from './helper.ts';

let sandbox: RunningSandbox;
let scalekit: Scalekit;
beforeAll(async () => {
  sandbox = await start();
  scalekit = sdkFor(sandbox);
});
afterAll(() => sandbox.close());

const newOrganization = async (): Promise<string> =>
  (await scalekit.organization.createOrganization('Globex')).organization?.id ?? '';

describe('organizations', () => {
  it('keep slug, logo, metadata and external id, and an empty map changes nothing', async () => {
    const { organization } = await scalekit.organization.createOrganization('Initech', {
      externalId: 'initech',
      slug: 'initech',
      logoUrl: 'https://cdn.example.com/initech.png',
    });
    const id = organization?.id ?? '';
    await scalekit.organization.updateOrganization(id, { metadata: { plan: 'gold' } });
    await scalekit.organization.updateOrganization(id, { displayName: 'Initech 2', metadata: {} });
    const { organization: read } = await scalekit.organization.getOrganizationByExternalId('initech');
    expect(read).toMatchObject({ id, displayName: 'Initech 2', slug: 'initech', metadata: { plan: 'gold' } });
    await expect(scalekit.organization.createOrganization('Other', { externalId: 'initech' })).rejects.toMatchObject({
      errorCode: 'RESOURCE_ALREADY_EXISTS',
    });
    await scalekit.organization.deleteOrganization(id);
    await expect(scalekit.organization.getOrganization(id)).rejects.toMatchObject({ errorCode: 'RESOURCE_NOT_FOUND' });
  });

  it('come in pages whose tokens lead through all of them once', async () => {
    await Promise.all([newOrganization(), newOrganization(), newOrganization()]);
    const seen: string[] = [];
    let pageToken = '';
    let total = 0;
    do {
      const page = await scalekit.organization.listOrganization({ pageSize: 2, pageToken });
      seen.push(...page.organizations.map(({ id }) => id));
      pageToken = page.nextPageToken;
      total = page.totalSize;
    } while (pageToken !== '');
    expect(new Set(seen).size).toBe(total);
    expect(seen).toHaveLength(total);
    await expect(scalekit.organization.listOrganization({ pageSize: 2, pageToken: '???' })).rejects.toMatchObject({
      httpStatus: 400,
    });
  });

  it('take what belongs to them along when they go', async () => {
    const id = await newOrganization();
    const { domain } = await scalekit.domain.createDomain(id, 'globex.example');
    const { user } = await scalekit.user.createUserAndMembership(id, { email: 'hank@globex.example' });
    await scalekit.organization.deleteOrganization(id);
    const again = await newOrganization();
    await expect(scalekit.domain.getDomain(again, domain?.id ?? '')).rejects.toMatchObject({ httpStatus: 404 });
    expect((await scalekit.user.getUser(user?.id ?? '')).user?.memberships).toEqual([]);
  });

  it('have the application’s session policy until they get their own, in minutes', async () => {
    const id = await newOrganization();
    expect((await rest(sandbox, 'GET', `/api/v1/organizations/${id}/session-policy`)).body.policy).toMatchObject({
      policy_source: 'APPLICATION',
    });
    const body = { policy_source: 'CUSTOM', absolute_session_timeout: 2, absolute_session_timeout_unit: 'DAYS' };
    expect((await rest(sandbox, 'PATCH', `/api/v1/organizations/${id}/session-policy`, body)).body.policy).toMatchObject({
      policy_source: 'CUSTOM',
      absolute_session_timeout: 2_880,
      absolute_session_timeout_unit: 'MINUTES',
    });
    const wrong = { ...body, idle_session_timeout_enabled: true, idle_session_timeout: 3, idle_session_timeout_unit: 'DAYS' };
    expect((await rest(sandbox, 'PATCH', `/api/v1/organizations/${id}/session-policy`, wrong)).status).toBe(400);
  });
});

describe('users', () => {
  it('are invited, reminded, and become members', async () => {
    const id = await newOrganization();
    const { user } = await scalekit.user.createUserAndMembership(id, {
      email: 'peter@globex.example',
      externalId: 'peter',
      userProfile: { firstName: 'Peter', lastName: 'Gibbons' },
      sendInvitationEmail: true,
    });
    expect(user).toMatchObject({
      email: 'peter@globex.example',
      memberships: [{ membershipStatus: 3, roles: [{ name: 'member' }] }],
      userProfile: { name: 'Peter Gibbons', givenName: 'Peter' },
    });
    const { invite } = await scalekit.user.resendInvite(id, user?.id ?? '');
    expect(invite).toMatchObject({ status: 'PENDING_INVITE', resentCount: 1 });
    await logIn(sandbox, { login_hint: 'peter@globex.example' });
    await expect(scalekit.user.resendInvite(id, user?.id ?? '')).rejects.toMatchObject({ errorCode: 'FAILED_PRECONDITION' });
    await expect(scalekit.user.createUserAndMembership(id, { email: 'PETER@globex.example' })).rejects.toMatchObject({
      errorCode: 'RESOURCE_ALREADY_EXISTS',
    });
  });

  it('belong to several organizations, by id or external id', async () => {
    const [first, second] = [await newOrganization(), await newOrganization()];
    const { user } = await scalekit.user.createUserAndMembership(first, { email: 'bill@globex.example', externalId: 'bill' });
    await scalekit.user.createMembershipByExternalId(second, 'bill', { sendInvitationEmail: false });
    await expect(scalekit.user.createMembership(second, user?.id ?? '', {})).rejects.toMatchObject({ httpStatus: 409 });
    const changed = await rest(sandbox, 'PATCH', `/api/v1/memberships/organizations/${second}/users:external/bill`, {
      roles: [{ name: 'admin' }],
      metadata: { desk: '4' },
    });
    expect(changed.body.user.memberships[1]).toMatchObject({ roles: [{ name: 'admin' }], metadata: { desk: '4' } });
    await scalekit.user.deleteMembership(second, user?.id ?? '');
    expect((await rest(sandbox, 'GET', '/api/v1/users:external/bill')).body.user.memberships).toHaveLength(1);
    await expect(scalekit.user.deleteMembership(second, user?.id ?? '')).rejects.toMatchObject({ httpStatus: 404 });
  });

  it('have the permissions of their roles, inherited ones too', async () => {
    await scalekit.permission.createPermission({ name: 'audit:read', description: '' } as never);
    await scalekit.role.createRole({
      name: 'auditor',
      displayName: 'Auditor',
      permissions: ['audit:read'],
      extends: 'member',
    } as never);
    const { organizationId } = sandbox.line;
    const { body } = await rest(sandbox, 'POST', `/api/v1/organizations/${organizationId}/users`, {
      email: 'milton@acme.example',
    });
    await scalekit.user.assignUserRoles(organizationId, body.user.id, ['auditor']);
    await scalekit.user.removeUserRole(organizationId, body.user.id, 'member');
    const { permissions } = await scalekit.user.listUserPermissions(organizationId, body.user.id);
    expect(permissions.map(({ name }) => name).sort()).toEqual(['audit:read', 'documents:read']);
    await expect(scalekit.role.updateRole('member', { extends: 'auditor' } as never)).rejects.toMatchObject({ httpStatus: 400 });
    await expect(scalekit.role.deleteRole('auditor')).rejects.toMatchObject({ errorCode: 'FAILED_PRECONDITION' });
    expect((await rest(sandbox, 'GET', '/api/v1/permissions/audit:read')).body.permission.name).toBe('audit:read');
  });
});

describe('connections', () => {
  it('are drafts until they are configured, and cannot be enabled before', async () => {
    const id = await newOrganization();
    const made = await rest(sandbox, 'POST', `/api/v1/organizations/${id}/connections`, { provider: 'OKTA', type: 'SAML' });
    expect(made).toMatchObject({ status: 201, body: { connection: { status: 'DRAFT', enabled: false } } });
    const path = `/api/v1/organizations/${id}/connections/${made.body.connection.id}`;
    expect((await rest(sandbox, 'PATCH', `${path}:enable`)).body).toMatchObject({
      enabled: false,
      error_message: expect.any(String),
    });
    const seeded = await scalekit.connection.getConnection(sandbox.line.organizationId, sandbox.line.connectionId ?? '');
    const certificate =
      seeded.connection?.settings.case === 'samlConfig' ? seeded.connection.settings.value.idpCertificates[0] : undefined;
    const saml = {
      idp_entity_id: 'urn:okta',
      idp_sso_url: 'https://okta.example/sso',
      idp_certificate: certificate?.certificate,
    };
    const changed = await rest(sandbox, 'PATCH', path, { provider: 'OKTA', type: 'SAML', saml_config: saml });
    expect(changed.body.connection).toMatchObject({
      status: 'COMPLETED',
      saml_config: { idp_certificates: [{ issuer: expect.any(String) }] },
    });
    expect(changed.body.connection.saml_config.sp_assertion_url).toContain(made.body.connection.id);
    expect((await rest(sandbox, 'PATCH', `${path}:enable`)).body).toMatchObject({ enabled: true });
    expect(
      (await rest(sandbox, 'PATCH', path, { provider: 'OKTA', type: 'SAML', saml_config: { idp_certificate: 'x' } })).status,
    ).toBe(400);
  });

  it('are listed with the disabled ones only when asked for all', async () => {
    const { organizationId, connectionId = '' } = sandbox.line;
    await scalekit.connection.disableConnection(organizationId, connectionId);
    const ids = async (query: string): Promise<string[]> =>
      (await rest(sandbox, 'GET', `/api/v1/connections?${query}`)).body.connections.map(({ id }: { id: string }) => id);
    expect(await ids(`organization_id=${organizationId}`)).toEqual([]);
    expect(await ids(`organization_id=${organizationId}&include=all`)).toEqual([connectionId]);
    await scalekit.connection.enableConnection(organizationId, connectionId);
    expect(await ids('domain=acme.example')).toEqual([connectionId]);
  });

  it('of another organization are not found', async () => {
    const id = await newOrganization();
    await expect(scalekit.connection.getConnection(id, sandbox.line.connectionId ?? '')).rejects.toMatchObject({
      httpStatus: 404,
    });
  });
});

describe('directories and domains', () => {
  it('give a bearer token once, and it opens SCIM', async () => {
    const { organizationId, directoryId } = sandbox.line;
    const { body } = await rest(sandbox, 'POST', `/api/v1/organizations/${organizationId}/directories/${directoryId}/secrets`);
    const headers = { authorization: `Bearer ${body.plain_secret}` };
    expect((await fetch(`${sandbox.url}/api/v1/directories/${directoryId}/scim/v2/Users?count=1`, { headers })).status).toBe(200);
    const { directory } = await scalekit.directory.getDirectory(organizationId, directoryId ?? '');
    const secret = directory?.secrets.find(({ id }) => id === body.secret.id);
    expect(secret?.secretSuffix).toBe(body.plain_secret.slice(-4));
    expect(secret?.lastUsedTime).toBeDefined();
  });

  it('list members of a group', async () => {
    const { organizationId, directoryId = '' } = sandbox.line;
    const { groups } = await scalekit.directory.listDirectoryGroups(organizationId, directoryId);
    const members = await scalekit.directory.listDirectoryUsers(organizationId, directoryId, {
      directoryGroupId: groups[0]?.id ?? '',
    });
    expect(members.users.map(({ email }) => email)).toEqual(['grace@acme.example', 'alan@acme.example']);
  });

  it.each(['nodot', '-a.example', 'a..example', 'a b.example', `${'a'.repeat(64)}.example`])(
    'refuse the domain %s',
    async (name) => {
      await expect(scalekit.domain.createDomain(sandbox.line.organizationId, name)).rejects.toMatchObject({ httpStatus: 400 });
    },
  );

  it('verify a domain', async () => {
    const { organizationId } = sandbox.line;
    const { domain } = await scalekit.domain.createDomain(organizationId, 'new.example');
    expect(domain?.verificationStatus).toBe(1);
    await rest(sandbox, 'PATCH', `/api/v1/organizations/${organizationId}/domains/${domain?.id}:verify`);
    expect((await scalekit.domain.getDomain(organizationId, domain?.id ?? '')).domain?.verificationStatus).toBe(2);
  });
});

describe('secrets of the client', () => {
  it('come and go; what is off opens nothing', async () => {
    const path = `/api/v1/clients/${sandbox.line.clientId}/secrets`;
    const { body } = await rest(sandbox, 'POST', path);
    const other = new Scalekit(sandbox.url, sandbox.line.clientId, body.plain_secret);
    await other.organization.listOrganization({ pageSize: 1 });
    expect((await rest(sandbox, 'PUT', `${path}/${body.secret.id}`, { status: 'INACTIVE' })).body.secret.status).toBe('INACTIVE');
    const late = new Scalekit(sandbox.url, sandbox.line.clientId, body.plain_secret);
    await expect(late.organization.listOrganization({ pageSize: 1 })).rejects.toThrow('401');
    expect((await rest(sandbox, 'DELETE', `${path}/${body.secret.id}`)).status).toBe(200);
    const [last] = (await rest(sandbox, 'GET', `/api/v1/clients/${sandbox.line.clientId}`)).body.client.secrets;
    expect((await rest(sandbox, 'DELETE', `${path}/${last.id}`)).body.details[0].error_code).toBe('FAILED_PRECONDITION');
  });

  it('are never in the answer about the client', async () => {
    const { body } = await rest(sandbox, 'GET', `/api/v1/clients/${sandbox.line.clientId}`);
    expect(JSON.stringify(body)).not.toContain(sandbox.line.clientSecret);
  });

  it.each([
    ['a query', 'https://app.example.com/cb?x=1'],
    ['a fragment', 'https://app.example.com/cb#x'],
    ['257 characters', `https://app.example.com/${'a'.repeat(233)}`],
    ['no scheme', 'app.example.com/cb'],
    ['a wildcard for everything', 'https://*.com/cb'],
  ])('do not matter to a callback with %s: it is refused', async (_what, uri) => {
    const answer = await rest(sandbox, 'PATCH', `/api/v1/clients/${sandbox.line.clientId}`, { post_login_uris: [uri] });
    expect(answer).toMatchObject({ status: 400, body: { code: 3 } });
  });
});
