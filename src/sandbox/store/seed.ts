/** What is in a new environment: one organization with a SAML connection, a directory, a verified domain and a user. */
import { randomBytes } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { RegionCode } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import {
  ConfigurationType,
  ConnectionProvider,
  ConnectionStatus,
  ConnectionType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import {
  DirectoryGroupSchema,
  DirectoryProvider,
  DirectoryType,
  SecretStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import {
  DomainType,
  VerificationMethod,
  VerificationStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/domains/domains_pb.js';
import { ENVIRONMENT_ID } from '../ids.ts';
import type { SandboxState } from '../state.ts';
import { OWN_URL } from './collection.ts';
import { samlSettings } from './saml-settings.ts';
import type { Store } from './store.ts';

const DOMAIN = 'acme.example';
const made = timestampFromDate(new Date('2026-01-05T09:00:00Z'));
const times = { createTime: made, updateTime: made };

export function seed(state: SandboxState, store: Store): void {
  const { organizationId } = state;
  store.organizations.put(organizationId, {
    id: organizationId,
    displayName: 'Acme',
    externalId: 'acme',
    regionCode: RegionCode.US,
    settings: {
      features: [
        { name: 'sso', enabled: true },
        { name: 'dir_sync', enabled: true },
      ],
    },
    ...times,
  });
  seedRoles(store);
  const domain = store.domains.put('dom_87104652398129190', {
    id: 'dom_87104652398129190',
    domain: DOMAIN,
    organizationId,
    domainType: DomainType.ORGANIZATION_DOMAIN,
    verificationStatus: VerificationStatus.VERIFIED,
    verificationMethod: VerificationMethod.DNS,
    txtRecordKey: `_scalekit-challenge.${DOMAIN}`,
    txtRecordSecret: 'sandbox-domain-proof',
    ...times,
  });
  store.connections.put(state.connectionId, {
    id: state.connectionId,
    organizationId,
    provider: ConnectionProvider.CUSTOM,
    type: ConnectionType.SAML,
    status: ConnectionStatus.COMPLETED,
    enabled: true,
    configurationType: ConfigurationType.DISCOVERY,
    providerKey: 'custom',
    keyId: 'acme-saml',
    uiButtonTitle: 'Acme single sign-on',
    testConnectionUri: `${OWN_URL}/sso/v1/saml/${state.connectionId}/test`,
    attributeMapping: { email: 'email', given_name: 'givenName', family_name: 'familyName', sub: 'id' },
    domains: [domain],
    settings: { case: 'samlConfig', value: samlSettings(state, OWN_URL) },
    ...times,
  });
  seedDirectory(state, store);
  seedUser(state, store);
}

function seedRoles(store: Store): void {
  const permissions = ['documents:read', 'documents:write'].map((name, index) => {
    const description = index === 0 ? 'May read documents' : 'May change documents';
    return store.permissions.put(name, { id: `perm_8710465239812920${index}`, name, description, ...times });
  });
  const carried = (roleName: string, names: readonly string[]) =>
    permissions
      .filter(({ name }) => names.includes(name))
      .map(({ id, name, description }) => ({ id, name, description, roleName }));
  store.roles.put('/admin', {
    id: 'role_87104652398129210',
    name: 'admin',
    displayName: 'Admin',
    description: 'Runs the organization',
    defaultCreator: true,
    permissions: carried('admin', ['documents:read', 'documents:write']),
  });
  store.roles.put('/member', {
    id: 'role_87104652398129211',
    name: 'member',
    displayName: 'Member',
    description: 'Belongs to the organization',
    defaultMember: true,
    permissions: carried('member', ['documents:read']),
  });
}

function seedDirectory({ directoryId, organizationId, secretValues }: SandboxState, store: Store): void {
  const secretId = 'sec_87104652398129160';
  const secret = secretValues[secretId] ?? randomBytes(24).toString('base64url');
  secretValues[secretId] = secret;
  const group = create(DirectoryGroupSchema, {
    id: 'dirgroup_87104652398129180',
    displayName: 'Engineering',
    totalUsers: 2,
    updatedAt: made,
  });
  store.directoryGroups.put(`${directoryId}/${group.id}`, group);
  const people = [
    ['Grace', 'Hopper'],
    ['Alan', 'Turing'],
  ] as const;
  for (const [index, [givenName, familyName]] of people.entries()) {
    const id = `diruser_8710465239812917${index}`;
    const email = `${givenName.toLowerCase()}@${DOMAIN}`;
    store.directoryUsers.put(`${directoryId}/${id}`, {
      id,
      email,
      emails: [email],
      preferredUsername: email,
      givenName,
      familyName,
      updatedAt: made,
      groups: [group],
      userDetail: { userName: email, active: true },
    });
  }
  store.directories.put(directoryId, {
    id: directoryId,
    organizationId,
    name: 'Acme directory',
    directoryType: DirectoryType.SCIM,
    directoryProvider: DirectoryProvider.OKTA,
    enabled: true,
    status: 'COMPLETED',
    directoryEndpoint: `${OWN_URL}/api/v1/directories/${directoryId}/scim/v2`,
    lastSyncedAt: made,
    totalUsers: 2,
    totalGroups: 1,
    groupsTracked: 'ALL',
    stats: { totalUsers: 2, totalGroups: 1, userUpdatedAt: made, groupUpdatedAt: made },
    roleAssignments: { assignments: [{ groupId: group.id, roleName: 'member', roleId: 'role_87104652398129211' }] },
    attributeMappings: { attributes: [{ key: 'emails[primary eq true].value', mapTo: 'email' }] },
    secrets: [
      {
        id: secretId,
        directoryId,
        createTime: made,
        lastUsedTime: made,
        secretSuffix: secret.slice(-4),
        status: SecretStatus.ACTIVE,
      },
    ],
  });
}

function seedUser({ userId, organizationId }: SandboxState, store: Store): void {
  store.users.put(userId, {
    id: userId,
    environmentId: ENVIRONMENT_ID,
    email: `ada@${DOMAIN}`,
    externalId: 'ada',
    userProfile: {
      id: 'usp_87104652398129159',
      givenName: 'Ada',
      familyName: 'Lovelace',
      firstName: 'Ada',
      lastName: 'Lovelace',
      name: 'Ada Lovelace',
      locale: 'en',
      emailVerified: true,
    },
    memberships: [
      {
        organizationId,
        name: 'Acme',
        displayName: 'Acme',
        joinTime: made,
        createdAt: made,
        acceptedAt: made,
        membershipStatus: 1,
        provisioningMethod: 'admin',
        roles: [{ id: 'role_87104652398129211', name: 'member', displayName: 'Member' }],
      },
    ],
    ...times,
  });
}
