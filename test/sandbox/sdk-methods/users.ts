/** Users, their memberships, roles, sessions and passkeys. */
import { expect } from 'vitest';
import { logIn } from '../helper.ts';
import { gone, type MethodCases, method, type World } from './method.ts';

const NO_USER = 'usr_1234567890123456';
const NO_ORG = 'org_1';

const person = async ({ sdk, org, word }: World) => {
  const externalId = word();
  const email = `${externalId}@acme.example`;
  const { user } = await sdk.user.createUserAndMembership(org, { email, externalId, sendInvitationEmail: true } as never);
  return { id: user?.id ?? '', email, externalId };
};
const otherOrg = async ({ sdk }: World) => (await sdk.organization.createOrganization('Other')).organization?.id ?? '';
const personAndOrg = async (world: World) => ({ ...(await person(world)), other: await otherOrg(world) });
const joined = async (world: World) => {
  const given = await personAndOrg(world);
  await world.sdk.user.createMembership(given.other, given.id, { roles: ['member'] } as never);
  return given;
};
const organizationsOf = async (id: string, { sdk }: World) =>
  ((await sdk.user.getUser(id)).user?.memberships ?? []).map(({ organizationId }) => organizationId);

export const users: MethodCases = {
  createUserAndMembership: method({
    call: (sdk, _given, { org, word }) =>
      sdk.user.createUserAndMembership(org, {
        email: `${word()}@acme.example`,
        userProfile: { firstName: 'A', lastName: 'B' },
        metadata: { team: 'blue' },
      } as never),
    gives: (_given, { org }) => ({ user: { metadata: { team: 'blue' }, memberships: [{ organizationId: org }] } }),
    missing: (sdk, { word }) => sdk.user.createUserAndMembership(NO_ORG, { email: `${word()}@acme.example` } as never),
    invalid: (sdk, { org }) => sdk.user.createUserAndMembership(org, { email: 'none' } as never),
  }),
  getUser: method({
    call: (sdk, _given, { user }) => sdk.user.getUser(user),
    gives: (_given, { user: id }) => ({ user: { id, email: 'ada@acme.example' } }),
    missing: (sdk) => sdk.user.getUser(NO_USER),
  }),
  listUsers: method({
    given: person,
    call: (sdk) => sdk.user.listUsers({ pageSize: 1 }),
    gives: () => ({ users: [{}], nextPageToken: expect.stringMatching(/./) }),
    invalid: (sdk) => sdk.user.listUsers({ pageSize: 1, pageToken: 'nonsense' }),
  }),
  updateUser: method({
    given: person,
    call: (sdk, { id }) => sdk.user.updateUser(id, { userProfile: { firstName: 'New' }, metadata: { team: 'red' } } as never),
    gives: ({ email }) => ({ user: { email, metadata: { team: 'red' }, userProfile: { firstName: 'New' } } }),
    missing: (sdk) => sdk.user.updateUser(NO_USER, { userProfile: { firstName: 'New' } } as never),
    invalid: (sdk) => sdk.user.updateUser('usr_1', { userProfile: { firstName: 'New' } } as never),
  }),
  deleteUser: method({
    given: person,
    call: (sdk, { id }) => sdk.user.deleteUser(id),
    shows: ({ id }, { sdk }) => gone(sdk.user.getUser(id)),
    missing: (sdk) => sdk.user.deleteUser(NO_USER),
    invalid: (sdk) => sdk.user.deleteUser('usr_1'),
  }),
  createMembership: method({
    given: personAndOrg,
    call: (sdk, { id, other }) => sdk.user.createMembership(other, id, { roles: ['member'] } as never),
    shows: async ({ id, other }, world) => expect(await organizationsOf(id, world)).toContain(other),
    missing: (sdk, { org }) => sdk.user.createMembership(org, NO_USER, {} as never),
  }),
  deleteMembership: method({
    given: joined,
    call: (sdk, { id, other }) => sdk.user.deleteMembership(other, id),
    shows: async ({ id, other }, world) => expect(await organizationsOf(id, world)).not.toContain(other),
    missing: (sdk, { org }) => sdk.user.deleteMembership(org, NO_USER),
  }),
  updateMembership: method({
    given: joined,
    call: (sdk, { id, other }) => sdk.user.updateMembership(other, id, { roles: ['admin'], metadata: { team: 'x' } } as never),
    shows: async ({ id, other }, { sdk }) =>
      expect((await sdk.user.listUserRoles(other, id)).roles.map(({ name }) => name)).toEqual(['admin']),
    missing: (sdk, { org }) => sdk.user.updateMembership(org, NO_USER, { roles: ['admin'] } as never),
  }),
  listOrganizationUsers: method({
    call: (sdk, _given, { org }) => sdk.user.listOrganizationUsers(org, { pageSize: 30 }),
    gives: (_given, { user: id }) => ({ users: expect.arrayContaining([expect.objectContaining({ id })]) }),
    missing: (sdk) => sdk.user.listOrganizationUsers(NO_ORG),
  }),
  resendInvite: method({
    given: person,
    call: (sdk, { id }, { org }) => sdk.user.resendInvite(org, id),
    gives: ({ id }) => ({ invite: { userId: id } }),
    missing: (sdk, { org }) => sdk.user.resendInvite(org, NO_USER),
  }),
  listUserRoles: method({
    call: (sdk, _given, { org, user }) => sdk.user.listUserRoles(org, user),
    gives: () => ({ roles: expect.arrayContaining([expect.objectContaining({ name: 'member' })]) }),
    missing: (sdk, { org }) => sdk.user.listUserRoles(org, NO_USER),
  }),
  listUserPermissions: method({
    call: (sdk, _given, { org, user }) => sdk.user.listUserPermissions(org, user),
    gives: () => ({ permissions: expect.arrayContaining([expect.objectContaining({ name: 'documents:read' })]) }),
    missing: (sdk, { org }) => sdk.user.listUserPermissions(org, NO_USER),
  }),
  searchUsers: method({
    given: person,
    call: (sdk, { email }) => sdk.user.searchUsers(email),
    gives: ({ id }) => ({ users: [{ id }] }),
  }),
  searchOrganizationUsers: method({
    given: person,
    call: (sdk, { email }, { org }) => sdk.user.searchOrganizationUsers(org, email),
    gives: ({ id }) => ({ users: [{ id }] }),
    missing: (sdk) => sdk.user.searchOrganizationUsers(NO_ORG, 'anybody'),
  }),
  assignUserRoles: method({
    given: person,
    call: (sdk, { id }, { org }) => sdk.user.assignUserRoles(org, id, ['admin']),
    shows: async ({ id }, { sdk, org }) =>
      expect((await sdk.user.listUserRoles(org, id)).roles.map(({ name }) => name)).toContain('admin'),
    missing: (sdk, { org }) => sdk.user.assignUserRoles(org, NO_USER, ['admin']),
    invalid: (sdk, { org, user }) => sdk.user.assignUserRoles(org, user, []),
  }),
  removeUserRole: method({
    given: async (world) => {
      const given = await person(world);
      await world.sdk.user.assignUserRoles(world.org, given.id, ['admin']);
      return given;
    },
    call: (sdk, { id }, { org }) => sdk.user.removeUserRole(org, id, 'admin'),
    shows: async ({ id }, { sdk, org }) =>
      expect((await sdk.user.listUserRoles(org, id)).roles.map(({ name }) => name)).not.toContain('admin'),
    missing: (sdk, { org }) => sdk.user.removeUserRole(org, NO_USER, 'admin'),
  }),
  getUserByExternalId: method({
    given: person,
    call: (sdk, { externalId }) => sdk.user.getUserByExternalId(externalId),
    gives: ({ id }) => ({ user: { id } }),
    missing: (sdk) => sdk.user.getUserByExternalId('nobodys'),
  }),
  updateUserByExternalId: method({
    given: person,
    call: (sdk, { externalId }) => sdk.user.updateUserByExternalId(externalId, { metadata: { team: 'red' } } as never),
    gives: ({ id }) => ({ user: { id, metadata: { team: 'red' } } }),
    missing: (sdk) => sdk.user.updateUserByExternalId('nobodys', { metadata: { team: 'red' } } as never),
  }),
  deleteUserByExternalId: method({
    given: person,
    call: (sdk, { externalId }) => sdk.user.deleteUserByExternalId(externalId),
    shows: ({ id }, { sdk }) => gone(sdk.user.getUser(id)),
    missing: (sdk) => sdk.user.deleteUserByExternalId('nobodys'),
  }),
  createMembershipByExternalId: method({
    given: personAndOrg,
    call: (sdk, { externalId, other }) => sdk.user.createMembershipByExternalId(other, externalId, {} as never),
    shows: async ({ id, other }, world) => expect(await organizationsOf(id, world)).toContain(other),
    missing: (sdk, { org }) => sdk.user.createMembershipByExternalId(org, 'nobodys', {} as never),
  }),
  deleteMembershipByExternalId: method({
    given: joined,
    call: (sdk, { externalId, other }) => sdk.user.deleteMembershipByExternalId(other, externalId),
    shows: async ({ id, other }, world) => expect(await organizationsOf(id, world)).not.toContain(other),
    missing: (sdk, { org }) => sdk.user.deleteMembershipByExternalId(org, 'nobodys'),
  }),
  updateMembershipByExternalId: method({
    given: joined,
    call: (sdk, { externalId, other }) => sdk.user.updateMembershipByExternalId(other, externalId, { roles: ['admin'] } as never),
    shows: async ({ id, other }, { sdk }) =>
      expect((await sdk.user.listUserRoles(other, id)).roles.map(({ name }) => name)).toEqual(['admin']),
    missing: (sdk, { org }) => sdk.user.updateMembershipByExternalId(org, 'nobodys', { roles: ['admin'] } as never),
  }),
};

const session = async ({ sandbox }: World) => {
  const { access_token = '' } = await logIn(sandbox);
  return (JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid: string }).sid;
};

export const sessions: MethodCases = {
  getSession: method({
    given: session,
    call: (sdk, id) => sdk.session.getSession(id),
    gives: (id, { user }) => ({ sessionId: id, userId: user, status: 'active' }),
    missing: (sdk) => sdk.session.getSession('ses_1'),
    invalid: (sdk) => sdk.session.getSession('nonsense'),
  }),
  getUserSessions: method({
    given: session,
    call: (sdk, _id, { user }) => sdk.session.getUserSessions(user, { pageSize: 20 } as never),
    gives: (id) => ({ sessions: expect.arrayContaining([expect.objectContaining({ sessionId: id })]) }),
    missing: (sdk) => sdk.session.getUserSessions(NO_USER),
  }),
  revokeSession: method({
    given: session,
    call: (sdk, id) => sdk.session.revokeSession(id),
    gives: (id) => ({ revokedSession: { sessionId: id, status: 'revoked' } }),
    missing: (sdk) => sdk.session.revokeSession('ses_1'),
  }),
  revokeAllUserSessions: method({
    given: session,
    call: (sdk, _id, { user }) => sdk.session.revokeAllUserSessions(user),
    shows: async (id, { sdk }) => expect((await sdk.session.getSession(id)).status).toBe('revoked'),
    missing: (sdk) => sdk.session.revokeAllUserSessions(NO_USER),
  }),
};

const passkey = async ({ sandbox, user, word, sdk }: World) => {
  const id = `cred_${word()}`;
  const { resources } = sandbox.state;
  if (resources?.['passkeys']) resources['passkeys'][id] = { id, user_id: user };
  await sdk.webauthn.listCredentials(user);
  return id;
};

export const passkeys: MethodCases = {
  listCredentials: method({
    given: passkey,
    call: (sdk, _id, { user }) => sdk.webauthn.listCredentials(user),
    gives: (id) => ({ credentials: expect.arrayContaining([expect.objectContaining({ id })]) }),
    missing: (sdk) => sdk.webauthn.listCredentials(NO_USER),
  }),
  updateCredential: method({
    given: passkey,
    call: (sdk, id) => sdk.webauthn.updateCredential(id, 'My phone'),
    gives: (id) => ({ credential: { id, displayName: 'My phone' } }),
    missing: (sdk) => sdk.webauthn.updateCredential('cred_none', 'My phone'),
    invalid: (sdk) => sdk.webauthn.updateCredential('cred_none', 'x'.repeat(200)),
  }),
  deleteCredential: method({
    given: passkey,
    call: (sdk, id) => sdk.webauthn.deleteCredential(id),
    gives: () => ({ success: true }),
    shows: (id, { sdk }) => gone(sdk.webauthn.deleteCredential(id)),
    missing: (sdk) => sdk.webauthn.deleteCredential('cred_none'),
  }),
};
