/** What events tell of, made of what is in the environment. */
import { toJson } from '@bufbuild/protobuf';
import {
  DirectoryGroupSchema,
  DirectorySchema,
  DirectoryUserSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import { OrganizationSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/organizations/organizations_pb.js';
import { UserSchema } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../environment.ts';

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
  const inDirectory = { organization_id: organizationId, directory_id: directoryId };
  const options = { useProtoFieldName: true };
  if (type.startsWith('organization.directory.user_')) {
    const [user] = store.directoryUsers.list(`${directoryId}/`);
    const json = user && (toJson(DirectoryUserSchema, user, options) as Record<string, unknown>);
    return { object: 'DirectoryUser', data: { ...json, active: true, ...inDirectory } };
  }
  if (type.startsWith('organization.directory.group_')) {
    const [group] = store.directoryGroups.list(`${directoryId}/`);
    return {
      object: 'DirectoryGroup',
      data: { ...(group && (toJson(DirectoryGroupSchema, group, options) as object)), ...inDirectory },
    };
  }
  if (type.startsWith('organization.directory')) {
    const directory = store.directories.get(directoryId);
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
