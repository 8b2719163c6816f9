/** The seeded directory: two users in one group, and a bearer token. */
import { randomBytes } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import {
  DirectoryGroupSchema,
  DirectoryProvider,
  DirectoryType,
  SecretStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { SandboxState } from '../state.ts';
import { OWN_URL } from './collection.ts';
import { DOMAIN, MEMBER_ROLE, made } from './seed-values.ts';
import type { Store } from './store.ts';

export function seedDirectory({ directoryId, organizationId, secretValues }: SandboxState, store: Store): void {
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
    roleAssignments: { assignments: [{ groupId: group.id, roleName: MEMBER_ROLE.name, roleId: MEMBER_ROLE.id }] },
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
