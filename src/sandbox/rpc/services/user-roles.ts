/** Which roles a member has, and what they allow. */
import type { Role } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/commons/commons_pb.js';
import type { Permission, UserService } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/users/users_pb.js';
import type { Environment } from '../../environment.ts';
import type { Parts } from '../../messages.ts';
import { notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { rolesFor } from './memberships.ts';
import { effectivePermissions } from './role-permissions.ts';
import { type Member, memberOf } from './user-of.ts';

export const userRoles: Implementation<typeof UserService> = {
  listUserRoles: ({ organizationId, userId }, environment) => ({
    roles: memberOf(organizationId, userId, environment).membership.roles,
  }),
  assignUserRoles: ({ organizationId, userId, roles: given }, environment) => {
    const member = memberOf(organizationId, userId, environment);
    const added = rolesFor(given, organizationId, environment);
    const kept = member.membership.roles.filter(({ name }) => !added.some((role) => role.name === name));
    return { roles: putRoles(member, [...kept, ...added], environment) };
  },
  removeUserRole: ({ organizationId, userId, roleName }, environment) => {
    const member = memberOf(organizationId, userId, environment);
    const left = member.membership.roles.filter(({ name }) => name !== roleName);
    if (left.length === member.membership.roles.length) throw notFound('role');
    putRoles(member, left, environment);
    return {};
  },
  listUserPermissions: ({ organizationId, userId }, environment) => {
    const { membership } = memberOf(organizationId, userId, environment);
    const names = membership.roles.map(({ name }) => name);
    return { permissions: permissionsOf(names, organizationId, environment) };
  },
};

/** What roles allow together, each permission once. */
export function permissionsOf(
  roleNames: readonly string[],
  organizationId: string,
  environment: Environment,
): Parts<Permission>[] {
  const { store } = environment;
  const roles = roleNames.flatMap((name) => {
    const key = [`${organizationId}/${name}`, `/${name}`].find((candidate) => store.roles.get(candidate));
    return key === undefined ? [] : [key];
  });
  const permissions = roles.flatMap((key) => effectivePermissions(key, environment));
  const byName = new Map(permissions.map(({ id, name, description }) => [name, { id, name, description }]));
  return [...byName.values()];
}

function putRoles({ user, membership }: Member, roles: readonly Parts<Role>[], { store }: Environment): readonly Parts<Role>[] {
  const memberships = user.memberships.map((own) => (own === membership ? { ...own, roles } : own));
  store.users.put(user.id, { ...user, memberships });
  return roles;
}
