/** Directory users and groups as webhook events tell of them. */
import { toJson } from '@bufbuild/protobuf';
import {
  type Directory,
  type DirectoryGroup,
  DirectoryGroupSchema,
  type DirectoryUser,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/directories/directories_pb.js';
import type { Json, JsonObject } from '../state.ts';

type Owner = Pick<Directory, 'id' | 'organizationId'> & Partial<Pick<Directory, 'roleAssignments'>>;

/** Attributes that events name otherwise than SCIM does. */
const renamed: Readonly<Record<string, string>> = {
  externalId: 'dp_id',
  title: 'title',
  userType: 'user_type',
  preferredLanguage: 'language',
  locale: 'locale',
  timezone: 'zoneinfo',
  nickName: 'nickname',
  profileUrl: 'profile',
};

export function directoryUserData(user: DirectoryUser, { id: directoryId, organizationId, roleAssignments }: Owner): JsonObject {
  const { createdAt: _own, ...raw } = user.userDetail ?? {};
  const roles = (roleAssignments?.assignments ?? []).filter(({ groupId }) => user.groups.some(({ id }) => id === groupId));
  return {
    id: user.id,
    organization_id: organizationId,
    directory_id: directoryId,
    active: raw['active'] !== false,
    email: user.email,
    given_name: user.givenName,
    family_name: user.familyName,
    name: `${user.givenName} ${user.familyName}`.trim(),
    preferred_username: user.preferredUsername,
    ...Object.fromEntries(
      Object.entries(renamed).flatMap(([from, to]): [string, Json][] => {
        const value = raw[from];
        return typeof value === 'string' ? [[to, value]] : [];
      }),
    ),
    groups: user.groups.map(({ id, displayName }) => ({ id, name: displayName })),
    roles: roles.map(({ roleName }) => ({ role_name: roleName })),
    raw_attributes: raw,
  };
}

export function directoryGroupData(group: DirectoryGroup, { id: directoryId, organizationId }: Owner): JsonObject {
  const { group_detail: _own, ...shown } = Object.fromEntries(
    Object.entries(toJson(DirectoryGroupSchema, group, { useProtoFieldName: true }) ?? {}),
  );
  return { ...shown, organization_id: organizationId, directory_id: directoryId };
}
