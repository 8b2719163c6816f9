/** What events tell of, made of what is in the environment. */
import { toJson } from '@bufbuild/protobuf';
import { DirectorySchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { OrganizationSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { UserSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';
import { directoryGroupData, directoryUserData } from './directory-data.ts';

export const webhookTypes: readonly string[] = [
  ...['enabled', 'disabled'].map((what) => `organization.directory_${what}`),
  ...['user', 'group'].flatMap((who) => ['created', 'updated', 'deleted'].map((what) => `organization.directory.${who}_${what}`)),
  ...['created', 'updated', 'deleted'].flatMap((what) => [`organization.${what}`, `user.${what}`]),
];

export interface Example {
  readonly object: string;
  readonly data: unknown;
}

export function exampleData(type: string, { state, store }: Environment): Example {
  const { directoryId, organizationId, userId } = state;
  const options = { useProtoFieldName: true };
  const directory = store.directories.get(directoryId);
  const owner = directory ?? { id: directoryId, organizationId };
  if (type.startsWith('organization.directory.user_')) {
    const [user] = store.directoryUsers.list(`${directoryId}/`);
    return { object: 'DirectoryUser', data: user ? directoryUserData(user, owner) : {} };
  }
  if (type.startsWith('organization.directory.group_')) {
    const [group] = store.directoryGroups.list(`${directoryId}/`);
    return { object: 'DirectoryGroup', data: group ? directoryGroupData(group, owner) : {} };
  }
  if (type.startsWith('organization.directory')) {
    const { secrets: _secrets, ...json } = (directory ? toJson(DirectorySchema, directory, options) : {}) as Record<
      string,
      unknown
    >;
    return { object: 'Directory', data: json };
  }
  if (type.startsWith('user.')) {
    const user = store.users.get(userId);
    return { object: 'User', data: user ? toJson(UserSchema, user, options) : {} };
  }
  const organization = store.organizations.get(organizationId);
  return { object: 'Organization', data: organization ? toJson(OrganizationSchema, organization, options) : {} };
}
