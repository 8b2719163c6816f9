/** Permissions, and which role carries them. */
import {
  type Permission,
  PermissionType,
  type Role,
  type RolesService,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { exists, found, invalid } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { carriedPermissions, effectivePermissions } from './role-permissions.ts';
import { now } from './shared.ts';

export const permissions: Implementation<typeof RolesService> = {
  createPermission: ({ permission: given }, environment) => {
    if (!given?.name) throw invalid('permission.name is required');
    if (environment.store.permissions.get(given.name)) throw exists('a permission of this name');
    const permission = environment.store.permissions.put(given.name, {
      id: newId('perm'),
      name: given.name,
      description: given.description,
      createTime: now(environment),
      updateTime: now(environment),
    });
    return { permission };
  },
  getPermission: ({ permissionName }, environment) => ({ permission: permissionOf(permissionName, environment) }),
  updatePermission: ({ permissionName, permission: change }, environment) => {
    const current = permissionOf(permissionName, environment);
    const next = { ...current, description: change?.description ?? current.description, updateTime: now(environment) };
    return { permission: environment.store.permissions.put(permissionName, next) };
  },
  listPermissions: ({ pageSize, pageToken, type }, { store }) => {
    const all = store.permissions
      .list()
      .filter(
        ({ isScalekitPermission }) => type === PermissionType.ALL || isScalekitPermission === (type === PermissionType.SCALEKIT),
      );
    const { items, ...page } = pageOf(all, { pageSize: pageSize ?? 0, pageToken: pageToken ?? '' });
    return { permissions: items, ...page };
  },
  deletePermission: ({ permissionName }, environment) => {
    permissionOf(permissionName, environment);
    for (const [key, role] of environment.store.roles.entries()) {
      const left = role.permissions.filter(({ name }) => name !== permissionName);
      if (left.length < role.permissions.length) environment.store.roles.put(key, { ...role, permissions: left });
    }
    environment.store.permissions.remove(permissionName);
    return {};
  },
  listRolePermissions: ({ roleName }, environment) => ({
    permissions: roleOf(roleName, environment).permissions.map(({ name }) => permissionOf(name, environment)),
  }),
  addPermissionsToRole: ({ roleName, permissionNames }, environment) => {
    const role = roleOf(roleName, environment);
    const names = [...role.permissions.map(({ name }) => name), ...permissionNames];
    environment.store.roles.put(`/${roleName}`, { ...role, permissions: carriedPermissions(names, roleName, environment) });
    return { permissions: [...new Set(names)].map((name) => permissionOf(name, environment)) };
  },
  removePermissionFromRole: ({ roleName, permissionName }, environment) => {
    const role = roleOf(roleName, environment);
    permissionOf(permissionName, environment);
    const left = role.permissions.filter(({ name }) => name !== permissionName);
    environment.store.roles.put(`/${roleName}`, { ...role, permissions: left });
    return {};
  },
  listEffectiveRolePermissions: ({ roleName }, environment) => {
    roleOf(roleName, environment);
    return { permissions: effectivePermissions(`/${roleName}`, environment).map(({ name }) => permissionOf(name, environment)) };
  },
};

function permissionOf(name: string, { store }: Environment): Permission {
  return found(store.permissions.get(name), 'permission');
}

function roleOf(name: string, { store }: Environment): Role {
  return found(store.roles.get(`/${name}`), 'role');
}
