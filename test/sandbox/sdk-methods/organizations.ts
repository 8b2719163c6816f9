/** Organizations, their domains, connections and directories. */
import { DirectoryProvider, DirectoryType } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { expect } from 'vitest';
import { gone, type MethodCases, method, type World } from './method.ts';

const NO_ORG = 'org_1';

const organization = async ({ sdk, word }: World) => {
  const externalId = word();
  const { organization: made } = await sdk.organization.createOrganization(`Org ${externalId}`, { externalId });
  return { id: made?.id ?? '', externalId };
};

export const organizations: MethodCases = {
  createOrganization: method({
    call: (sdk, _given, { word }) => sdk.organization.createOrganization('Globex', { externalId: word() }),
    gives: () => ({ organization: { displayName: 'Globex', id: expect.stringMatching(/^org_\d+$/) } }),
    invalid: (sdk) => sdk.organization.createOrganization(''),
  }),
  listOrganization: method({
    given: organization,
    call: (sdk) => sdk.organization.listOrganization({ pageSize: 1 }),
    gives: () => ({ organizations: [{}], nextPageToken: expect.stringMatching(/./), prevPageToken: '' }),
    invalid: (sdk) => sdk.organization.listOrganization({ pageSize: 1, pageToken: 'nonsense' }),
  }),
  getOrganization: method({
    call: (sdk, _given, { org }) => sdk.organization.getOrganization(org),
    gives: (_given, { org }) => ({ organization: { id: org } }),
    missing: (sdk) => sdk.organization.getOrganization(NO_ORG),
    invalid: (sdk) => sdk.organization.getOrganization(''),
  }),
  getOrganizationByExternalId: method({
    given: organization,
    call: (sdk, { externalId }) => sdk.organization.getOrganizationByExternalId(externalId),
    gives: ({ id }) => ({ organization: { id } }),
    missing: (sdk) => sdk.organization.getOrganizationByExternalId('nobodys'),
  }),
  updateOrganization: method({
    given: organization,
    call: (sdk, { id }) =>
      sdk.organization.updateOrganization(id, {
        displayName: 'New',
        slug: id.replace('_', '-'),
        logoUrl: 'https://a.example/l.png',
      }),
    gives: ({ externalId }) => ({ organization: { displayName: 'New', externalId, logoUrl: 'https://a.example/l.png' } }),
    missing: (sdk) => sdk.organization.updateOrganization(NO_ORG, { displayName: 'New' }),
    invalid: (sdk, { org }) => sdk.organization.updateOrganization(org, { displayName: 'x'.repeat(300) }),
  }),
  updateOrganizationByExternalId: method({
    given: organization,
    call: (sdk, { externalId }) => sdk.organization.updateOrganizationByExternalId(externalId, { displayName: 'New' }),
    gives: ({ id }) => ({ organization: { id, displayName: 'New' } }),
    missing: (sdk) => sdk.organization.updateOrganizationByExternalId('nobodys', { displayName: 'New' }),
  }),
  deleteOrganization: method({
    given: organization,
    call: (sdk, { id }) => sdk.organization.deleteOrganization(id),
    shows: ({ id }, { sdk }) => gone(sdk.organization.getOrganization(id)),
    missing: (sdk) => sdk.organization.deleteOrganization(NO_ORG),
  }),
  generatePortalLink: method({
    call: (sdk, _given, { org }) => sdk.organization.generatePortalLink(org),
    gives: () => ({ location: expect.stringMatching(/^http/) }),
    missing: (sdk) => sdk.organization.generatePortalLink(NO_ORG),
  }),
  updateOrganizationSettings: method({
    call: (sdk, _given, { org }) =>
      sdk.organization.updateOrganizationSettings(org, { features: [{ name: 'sso', enabled: false }] }),
    gives: () => ({
      organization: {
        settings: { features: expect.arrayContaining([expect.objectContaining({ name: 'sso', enabled: false })]) },
      },
    }),
    missing: (sdk) => sdk.organization.updateOrganizationSettings(NO_ORG, { features: [{ name: 'sso', enabled: true }] }),
  }),
  upsertUserManagementSettings: method({
    call: (sdk, _given, { org }) => sdk.organization.upsertUserManagementSettings(org, { maxAllowedUsers: 7 }),
    gives: () => ({ maxAllowedUsers: 7 }),
    missing: (sdk) => sdk.organization.upsertUserManagementSettings(NO_ORG, { maxAllowedUsers: 7 }),
  }),
  getOrganizationUserManagementSetting: method({
    call: (sdk, _given, { org }) => sdk.organization.getOrganizationUserManagementSetting(org),
    gives: () => ({ settings: {} }),
    missing: (sdk) => sdk.organization.getOrganizationUserManagementSetting(NO_ORG),
  }),
  searchOrganization: method({
    given: organization,
    call: (sdk, { externalId }) => sdk.organization.searchOrganization(externalId.toUpperCase()),
    gives: ({ id }) => ({ organizations: [{ id }], totalSize: 1 }),
  }),
  updateOrganizationSessionPolicy: method({
    given: organization,
    call: (sdk, { id }) =>
      sdk.organization.updateOrganizationSessionPolicy(id, { policySource: 'CUSTOM', absoluteSessionTimeout: 60 } as never),
    gives: () => ({ absoluteSessionTimeout: 60 }),
    missing: (sdk) => sdk.organization.updateOrganizationSessionPolicy(NO_ORG, { policySource: 'APPLICATION' } as never),
  }),
  getOrganizationSessionPolicy: method({
    given: organization,
    call: (sdk, { id }) => sdk.organization.getOrganizationSessionPolicy(id),
    gives: () => ({ policySource: 1 }),
    missing: (sdk) => sdk.organization.getOrganizationSessionPolicy(NO_ORG),
  }),
};

const domain = async ({ sdk, org, word }: World) => (await sdk.domain.createDomain(org, `${word()}.example`)).domain?.id ?? '';

export const domains: MethodCases = {
  createDomain: method({
    given: async ({ word }) => `${word()}.example`,
    call: (sdk, name, { org }) => sdk.domain.createDomain(org, name),
    gives: (name, { org }) => ({ domain: { domain: name, organizationId: org } }),
    missing: (sdk, { word }) => sdk.domain.createDomain(NO_ORG, `${word()}.example`),
    invalid: (sdk, { org }) => sdk.domain.createDomain(org, 'nodot'),
  }),
  getDomain: method({
    given: domain,
    call: (sdk, id, { org }) => sdk.domain.getDomain(org, id),
    gives: (id) => ({ domain: { id } }),
    missing: (sdk, { org }) => sdk.domain.getDomain(org, 'dom_1'),
  }),
  // Of the SDK's own: it asks nobody.
  resolveDomainType: {
    works: async () => {},
    refusesStrangers: async () => {},
    missesWhatIsNotThere: undefined,
    refusesWhatIsInvalid: undefined,
  },
  listDomains: method({
    call: (sdk, _given, { org }) => sdk.domain.listDomains(org),
    gives: () => ({ domains: expect.arrayContaining([expect.objectContaining({ domain: 'acme.example' })]) }),
    missing: (sdk) => sdk.domain.listDomains(NO_ORG),
  }),
  deleteDomain: method({
    given: domain,
    call: (sdk, id, { org }) => sdk.domain.deleteDomain(org, id),
    shows: (id, { sdk, org }) => gone(sdk.domain.getDomain(org, id)),
    missing: (sdk, { org }) => sdk.domain.deleteDomain(org, 'dom_1'),
  }),
};

const connection = async ({ sdk, org }: World) =>
  (await sdk.connection.createConnection(org, { provider: 1, type: 2 } as never)).connection?.id ?? '';

export const connections: MethodCases = {
  getConnection: method({
    call: (sdk, _given, { org, connection: id }) => sdk.connection.getConnection(org, id),
    gives: (_given, { connection: id }) => ({ connection: { id, enabled: true } }),
    missing: (sdk, { org }) => sdk.connection.getConnection(org, 'conn_1'),
  }),
  listConnectionsByDomain: method({
    call: (sdk) => sdk.connection.listConnectionsByDomain('acme.example'),
    gives: (_given, { connection: id }) => ({ connections: expect.arrayContaining([expect.objectContaining({ id })]) }),
  }),
  listConnections: method({
    given: connection,
    call: (sdk, _given, { org }) => sdk.connection.listConnections(org),
    gives: () => ({ connections: expect.not.arrayContaining([expect.objectContaining({ enabled: false })]) }),
    missing: (sdk) => sdk.connection.listConnections(NO_ORG),
  }),
  listAppConnections: method({
    call: (sdk) => sdk.connection.listAppConnections({ provider: 'FRESHDESK' }),
    gives: () => ({ connections: [{ keyId: 'freshdesk' }], totalSize: 1 }),
  }),
  enableConnection: method({
    call: (sdk, _given, { org, connection: id }) => sdk.connection.enableConnection(org, id),
    gives: () => ({ enabled: true }),
    missing: (sdk, { org }) => sdk.connection.enableConnection(org, 'conn_1'),
  }),
  disableConnection: method({
    given: connection,
    call: (sdk, id, { org }) => sdk.connection.disableConnection(org, id),
    gives: () => ({ enabled: false }),
    missing: (sdk, { org }) => sdk.connection.disableConnection(org, 'conn_1'),
  }),
  createConnection: method({
    call: (sdk, _given, { org }) => sdk.connection.createConnection(org, { provider: 1, type: 2 } as never),
    gives: (_given, { org }) => ({ connection: { organizationId: org, enabled: false, type: 2 } }),
    missing: (sdk) => sdk.connection.createConnection(NO_ORG, { provider: 1, type: 2 } as never),
    invalid: (sdk, { org }) => sdk.connection.createConnection(org, { provider: 99, type: 99 } as never),
  }),
  deleteConnection: method({
    given: connection,
    call: (sdk, id, { org }) => sdk.connection.deleteConnection(org, id),
    shows: (id, { sdk, org }) => gone(sdk.connection.getConnection(org, id)),
    missing: (sdk, { org }) => sdk.connection.deleteConnection(org, 'conn_1'),
  }),
};

const ownDirectory = async (world: World) => {
  const { id: org } = await organization(world);
  const wanted = { directoryType: DirectoryType.SCIM, directoryProvider: DirectoryProvider.OKTA };
  const { directory: made } = await world.sdk.directory.createDirectory(org, wanted as never);
  return { org, id: made?.id ?? '' };
};

export const directories: MethodCases = {
  listDirectories: method({
    call: (sdk, _given, { org }) => sdk.directory.listDirectories(org),
    gives: (_given, { directory: id }) => ({ directories: expect.arrayContaining([expect.objectContaining({ id })]) }),
    missing: (sdk) => sdk.directory.listDirectories(NO_ORG),
  }),
  getDirectory: method({
    call: (sdk, _given, { org, directory: id }) => sdk.directory.getDirectory(org, id),
    gives: (_given, { directory: id }) => ({ directory: { id, enabled: true } }),
    missing: (sdk, { org }) => sdk.directory.getDirectory(org, 'dir_1'),
  }),
  getPrimaryDirectoryByOrganizationId: method({
    call: (sdk, _given, { org }) => sdk.directory.getPrimaryDirectoryByOrganizationId(org),
    gives: (_given, { directory: id }) => ({ id }),
  }),
  listDirectoryUsers: method({
    call: (sdk, _given, { org, directory: id }) => sdk.directory.listDirectoryUsers(org, id),
    gives: () => ({ users: [{ email: 'grace@acme.example' }, {}] }),
    missing: (sdk, { org }) => sdk.directory.listDirectoryUsers(org, 'dir_1'),
  }),
  listDirectoryGroups: method({
    call: (sdk, _given, { org, directory: id }) => sdk.directory.listDirectoryGroups(org, id),
    gives: () => ({ groups: [{ displayName: 'Engineering' }] }),
    missing: (sdk, { org }) => sdk.directory.listDirectoryGroups(org, 'dir_1'),
  }),
  enableDirectory: method({
    call: (sdk, _given, { org, directory: id }) => sdk.directory.enableDirectory(org, id),
    gives: () => ({ enabled: true }),
    missing: (sdk, { org }) => sdk.directory.enableDirectory(org, 'dir_1'),
  }),
  disableDirectory: method({
    given: ownDirectory,
    call: (sdk, { org, id }) => sdk.directory.disableDirectory(org, id),
    gives: () => ({ enabled: false }),
    missing: (sdk, { org }) => sdk.directory.disableDirectory(org, 'dir_1'),
  }),
  createDirectory: method({
    given: organization,
    call: (sdk, { id }) =>
      sdk.directory.createDirectory(id, {
        directoryType: DirectoryType.SCIM,
        directoryProvider: DirectoryProvider.OKTA,
      } as never),
    gives: ({ id }) => ({ directory: { organizationId: id, id: expect.stringMatching(/^dir_\d+$/) } }),
    missing: (sdk) =>
      sdk.directory.createDirectory(NO_ORG, {
        directoryType: DirectoryType.SCIM,
        directoryProvider: DirectoryProvider.OKTA,
      } as never),
  }),
  deleteDirectory: method({
    given: ownDirectory,
    call: (sdk, { org, id }) => sdk.directory.deleteDirectory(org, id),
    shows: ({ org, id }, { sdk }) => gone(sdk.directory.getDirectory(org, id)),
    missing: (sdk, { org }) => sdk.directory.deleteDirectory(org, 'dir_1'),
  }),
};
