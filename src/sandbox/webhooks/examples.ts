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
    if (!user) return { object: 'DirectoryUser', data: {} };
    const data = directoryUserData(user, owner);
    return {
      object: 'DirectoryUser',
      data: { ...data, raw_attributes: { ...Object(data['raw_attributes']), ...unusual, level: 1, quota: 3000 } },
    };
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
    return { object: 'User', data: withMetadata(user ? toJson(UserSchema, user, options) : {}) };
  }
  const organization = store.organizations.get(organizationId);
  return { object: 'Organization', data: withMetadata(organization ? toJson(OrganizationSchema, organization, options) : {}) };
}

/** Letters beyond ASCII and a slash, which a body that was parsed and written again has in another form. */
const unusual = { office: 'Zürich, Straße 7', home_page: 'https://acme.example/zoë' } as const;

function withMetadata(data: unknown): unknown {
  const own: Record<string, unknown> = Object(data);
  return { ...own, metadata: { ...Object(own['metadata']), ...unusual } };
}
