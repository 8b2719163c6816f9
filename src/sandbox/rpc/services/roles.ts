/** Roles of the environment and of its organizations. */
import type {
  CreateOrganizationRole,
  CreateRole,
  Role,
  RolesService,
  UpdateRole,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import type { Parts } from '../../messages.ts';
import { exists, found, invalid, unfit } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { baseKey, carriedPermissions, withBases } from './role-permissions.ts';
import { organizationById } from './shared.ts';

/** Where the environment's own roles lie in the store. */
const ENVIRONMENT = '';

export const roles: Implementation<typeof RolesService> = {
  createRole: ({ role }, environment) => ({ role: createRole(ENVIRONMENT, role, environment) }),
  getRole: ({ roleName }, environment) => ({ role: roleOf(ENVIRONMENT, roleName, environment) }),
  listRoles: (_request, environment) => ({ roles: rolesOf(ENVIRONMENT, environment) }),
  updateRole: ({ roleName, role }, environment) => ({ role: updateRole(ENVIRONMENT, roleName, role, environment) }),
  deleteRole: ({ roleName, reassignRoleName }, environment) => {
    removeRole(ENVIRONMENT, roleName, reassignRoleName, environment);
    return {};
  },
  deleteRoleBase: ({ roleName }, environment) => {
    removeBase(ENVIRONMENT, roleName, environment);
    return {};
  },
  getRoleUsersCount: ({ roleName }, environment) => ({ count: usersWith(ENVIRONMENT, roleName, environment) }),
  listDependentRoles: ({ roleName }, environment) => {
    roleOf(ENVIRONMENT, roleName, environment);
    return { roles: rolesOf(ENVIRONMENT, environment).filter((role) => role.extends === roleName) };
  },
  updateDefaultRoles: (request, environment) => {
    const creator = request.defaultCreatorRole ?? request.defaultCreator?.name;
    const member = request.defaultMemberRole ?? request.defaultMember?.name;
    if (!creator && !member) throw invalid('a default role is required');
    for (const name of [creator, member]) if (name) roleOf(ENVIRONMENT, name, environment);
    for (const role of rolesOf(ENVIRONMENT, environment)) {
      environment.store.roles.put(`/${role.name}`, {
        ...role,
        defaultCreator: creator ? role.name === creator : role.defaultCreator,
        defaultMember: member ? role.name === member : role.defaultMember,
      });
    }
    const now = rolesOf(ENVIRONMENT, environment);
    const defaultCreator = now.find((role) => role.defaultCreator);
    const defaultMember = now.find((role) => role.defaultMember);
    return { defaultCreator, defaultMember };
  },
  createOrganizationRole: ({ orgId, role }, environment) => {
    organizationById(orgId, environment);
    return { role: createRole(orgId, role, environment) };
  },
  getOrganizationRole: ({ orgId, roleName }, environment) => ({ role: eitherRole(orgId, roleName, environment) }),
  listOrganizationRoles: ({ orgId }, environment) => {
    organizationById(orgId, environment);
    return { roles: [...rolesOf(ENVIRONMENT, environment), ...rolesOf(orgId, environment)] };
  },
  updateOrganizationRole: ({ orgId, roleName, role }, environment) => {
    organizationById(orgId, environment);
    return { role: updateRole(orgId, roleName, role, environment) };
  },
  deleteOrganizationRole: ({ orgId, roleName, reassignRoleName }, environment) => {
    organizationById(orgId, environment);
    removeRole(orgId, roleName, reassignRoleName, environment);
    return {};
  },
  deleteOrganizationRoleBase: ({ orgId, roleName }, environment) => {
    organizationById(orgId, environment);
    removeBase(orgId, roleName, environment);
    return {};
  },
  getOrganizationRoleUsersCount: ({ orgId, roleName }, environment) => {
    eitherRole(orgId, roleName, environment);
    return { count: usersWith(orgId, roleName, environment) };
  },
  updateDefaultOrganizationRoles: ({ orgId, defaultMemberRole }, environment) => {
    const chosen = eitherRole(orgId, defaultMemberRole, environment);
    for (const role of rolesOf(orgId, environment)) {
      environment.store.roles.put(`${orgId}/${role.name}`, { ...role, defaultMember: role.name === chosen.name });
    }
    return { defaultMember: { ...chosen, defaultMember: true } };
  },
};

/** @throws RpcFailure */
function roleOf(scope: string, name: string, environment: Environment): Role {
  return withDependents(scope, found(environment.store.roles.get(`${scope}/${name}`), 'role'), environment);
}

/** An organization sees the environment's roles, too. */
function eitherRole(orgId: string, name: string, environment: Environment): Role {
  organizationById(orgId, environment);
  return roleOf(environment.store.roles.get(`${orgId}/${name}`) ? orgId : ENVIRONMENT, name, environment);
}

function rolesOf(scope: string, environment: Environment): Role[] {
  return environment.store.roles.list(`${scope}/`).map((role) => withDependents(scope, role, environment));
}

function withDependents(scope: string, role: Role, { store }: Environment): Role {
  const dependentRolesCount = store.roles.list(`${scope}/`).filter((other) => other.extends === role.name).length;
  return { ...role, dependentRolesCount };
}

function createRole(scope: string, given: CreateRole | CreateOrganizationRole | undefined, environment: Environment): Role {
  if (!given?.name) throw invalid('role.name is required');
  const key = `${scope}/${given.name}`;
  if (environment.store.roles.get(key)) throw exists('a role of this name');
  if (given.extends) found(environment.store.roles.get(baseKey(key, given.extends, environment)), 'base role');
  const role: Parts<Role> = {
    id: newId('role'),
    name: given.name,
    displayName: given.displayName,
    description: given.description ?? '',
    isOrgRole: scope !== ENVIRONMENT,
    permissions: carriedPermissions(given.permissions, given.name, environment),
    extends: given.extends || undefined,
  };
  return environment.store.roles.put(key, role);
}

function updateRole(scope: string, name: string, change: UpdateRole | undefined, environment: Environment): Role {
  const current = roleOf(scope, name, environment);
  const key = `${scope}/${name}`;
  const base = change?.extends || undefined;
  if (base) {
    const chain = withBases(baseKey(key, base, environment), environment);
    if (chain.length === 0) throw found<Role>(undefined, 'base role');
    if (base === name || chain.some((role) => role.name === name && role.isOrgRole === current.isOrgRole)) {
      throw invalid('a role may not extend itself');
    }
  }
  const permissions = change?.permissions ?? [];
  return environment.store.roles.put(key, {
    ...current,
    displayName: change?.displayName ?? current.displayName,
    description: change?.description ?? current.description,
    ...(base ? { extends: base } : {}),
    permissions: permissions.length > 0 ? carriedPermissions(permissions, name, environment) : current.permissions,
  });
}

function removeRole(scope: string, name: string, reassignTo: string | undefined, environment: Environment): void {
  const role = roleOf(scope, name, environment);
  if (role.defaultCreator || (role.defaultMember && scope === ENVIRONMENT)) throw unfit('a default role may not be deleted');
  const heir = reassignTo ? roleOf(scope, reassignTo, environment) : undefined;
  if (!heir && usersWith(scope, name, environment) > 0n) throw unfit('the role still has users');
  for (const user of environment.store.users.list()) {
    if (!user.memberships.some((own) => own.roles.some(({ id }) => id === role.id))) continue;
    const memberships = user.memberships.map((own) => ({
      ...own,
      roles: own.roles.flatMap((held) => {
        if (held.id !== role.id) return [held];
        return heir ? [{ ...held, id: heir.id, name: heir.name, displayName: heir.displayName }] : [];
      }),
    }));
    environment.store.users.put(user.id, { ...user, memberships });
  }
  for (const [key, other] of environment.store.roles.entries(`${scope}/`)) {
    if (other.extends === name) environment.store.roles.put(key, { ...other, extends: undefined });
  }
  environment.store.roles.remove(`${scope}/${name}`);
}

function removeBase(scope: string, name: string, environment: Environment): void {
  environment.store.roles.put(`${scope}/${name}`, { ...roleOf(scope, name, environment), extends: undefined });
}

function usersWith(scope: string, name: string, environment: Environment): bigint {
  const role = environment.store.roles.get(`${scope}/${name}`) ?? roleOf(ENVIRONMENT, name, environment);
  const isCounted = (organizationId: string): boolean => scope === ENVIRONMENT || organizationId === scope;
  const holders = environment.store.users
    .list()
    .filter(({ memberships }) =>
      memberships.some((own) => isCounted(own.organizationId) && own.roles.some(({ id }) => id === role.id)),
    );
  return BigInt(holders.length);
}
