/** Roles and permissions, the environment's and an organization's. */
import { create } from '@bufbuild/protobuf';
import {
  CreateOrganizationRoleSchema,
  CreatePermissionSchema,
  CreateRoleSchema,
  UpdateRoleSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import { expect } from 'vitest';
import { gone, type MethodCases, method, type World } from './method.ts';

const newRole = (name: string, more: object = {}) => create(CreateRoleSchema, { name, displayName: `Role ${name}`, ...more });
const newOrgRole = (name: string, more: object = {}) =>
  create(CreateOrganizationRoleSchema, { name, displayName: `Role ${name}`, ...more });
const change = create(UpdateRoleSchema, { displayName: 'Changed' });

const role = async ({ sdk, word }: World) => {
  const name = word();
  await sdk.role.createRole(newRole(name, { permissions: ['documents:read'] }));
  return name;
};
const orgRole = async ({ sdk, org, word }: World) => {
  const name = word();
  await sdk.role.createOrganizationRole(org, newOrgRole(name));
  return name;
};
const derivedRole = async (world: World) => {
  const base = await role(world);
  const name = world.word();
  await world.sdk.role.createRole(newRole(name, { extends: base }));
  return { base, name };
};

export const roles: MethodCases = {
  createRole: method({
    given: async ({ word }) => word(),
    call: (sdk, name) => sdk.role.createRole(newRole(name)),
    gives: (name) => ({ role: { name, displayName: `Role ${name}` } }),
    invalid: (sdk) => sdk.role.createRole(newRole('not a name!')),
  }),
  getRole: method({
    given: role,
    call: (sdk, name) => sdk.role.getRole(name),
    gives: (name) => ({ role: { name } }),
    missing: (sdk) => sdk.role.getRole('nobodys'),
  }),
  listRoles: method({
    given: role,
    call: (sdk) => sdk.role.listRoles(),
    gives: (name) => ({ roles: expect.arrayContaining([expect.objectContaining({ name })]) }),
  }),
  updateRole: method({
    given: role,
    call: (sdk, name) => sdk.role.updateRole(name, change),
    gives: (name) => ({ role: { name, displayName: 'Changed' } }),
    missing: (sdk) => sdk.role.updateRole('nobodys', change),
  }),
  deleteRole: method({
    given: role,
    call: (sdk, name) => sdk.role.deleteRole(name),
    shows: (name, { sdk }) => gone(sdk.role.getRole(name)),
    missing: (sdk) => sdk.role.deleteRole('nobodys'),
  }),
  deleteRoleBase: method({
    given: derivedRole,
    call: (sdk, { name }) => sdk.role.deleteRoleBase(name),
    shows: async ({ base }, { sdk }) => expect((await sdk.role.listDependentRoles(base)).roles).toEqual([]),
    missing: (sdk) => sdk.role.deleteRoleBase('nobodys'),
  }),
  getRoleUsersCount: method({
    call: (sdk) => sdk.role.getRoleUsersCount('member'),
    gives: () => ({ count: expect.anything() }),
    missing: (sdk) => sdk.role.getRoleUsersCount('nobodys'),
  }),
  createOrganizationRole: method({
    given: async ({ word }) => word(),
    call: (sdk, name, { org }) => sdk.role.createOrganizationRole(org, newOrgRole(name)),
    gives: (name) => ({ role: { name } }),
    missing: (sdk, { word }) => sdk.role.createOrganizationRole('org_1', newOrgRole(word())),
    invalid: (sdk, { org }) => sdk.role.createOrganizationRole(org, newOrgRole('not a name!')),
  }),
  getOrganizationRole: method({
    given: orgRole,
    call: (sdk, name, { org }) => sdk.role.getOrganizationRole(org, name),
    gives: (name) => ({ role: { name } }),
    missing: (sdk, { org }) => sdk.role.getOrganizationRole(org, 'nobodys'),
  }),
  listOrganizationRoles: method({
    given: orgRole,
    call: (sdk, _name, { org }) => sdk.role.listOrganizationRoles(org),
    gives: (name) => ({ roles: expect.arrayContaining([expect.objectContaining({ name })]) }),
    missing: (sdk) => sdk.role.listOrganizationRoles('org_1'),
  }),
  updateOrganizationRole: method({
    given: orgRole,
    call: (sdk, name, { org }) => sdk.role.updateOrganizationRole(org, name, change),
    gives: () => ({ role: { displayName: 'Changed' } }),
    missing: (sdk, { org }) => sdk.role.updateOrganizationRole(org, 'nobodys', change),
  }),
  deleteOrganizationRole: method({
    given: orgRole,
    call: (sdk, name, { org }) => sdk.role.deleteOrganizationRole(org, name),
    shows: (name, { sdk, org }) => gone(sdk.role.getOrganizationRole(org, name)),
    missing: (sdk, { org }) => sdk.role.deleteOrganizationRole(org, 'nobodys'),
  }),
  getOrganizationRoleUsersCount: method({
    given: orgRole,
    call: (sdk, name, { org }) => sdk.role.getOrganizationRoleUsersCount(org, name),
    gives: () => ({ count: expect.anything() }),
    missing: (sdk, { org }) => sdk.role.getOrganizationRoleUsersCount(org, 'nobodys'),
  }),
  updateDefaultRoles: method({
    call: (sdk) => sdk.role.updateDefaultRoles({ defaultCreatorRole: 'admin', defaultMemberRole: 'member' } as never),
    gives: () => ({ defaultCreator: { name: 'admin' }, defaultMember: { name: 'member' } }),
    missing: (sdk) => sdk.role.updateDefaultRoles({ defaultMemberRole: 'nobodys' } as never),
  }),
  listDependentRoles: method({
    given: derivedRole,
    call: (sdk, { base }) => sdk.role.listDependentRoles(base),
    gives: ({ name }) => ({ roles: [{ name }] }),
    missing: (sdk) => sdk.role.listDependentRoles('nobodys'),
  }),
  updateDefaultOrganizationRoles: method({
    given: orgRole,
    call: (sdk, name, { org }) => sdk.role.updateDefaultOrganizationRoles(org, name),
    gives: (name) => ({ defaultMember: { name } }),
    missing: (sdk, { org }) => sdk.role.updateDefaultOrganizationRoles(org, 'nobodys'),
  }),
  deleteOrganizationRoleBase: method({
    given: async ({ sdk, org, word }) => {
      const name = word();
      await sdk.role.createOrganizationRole(org, newOrgRole(name, { extends: 'member' }));
      return name;
    },
    call: (sdk, name, { org }) => sdk.role.deleteOrganizationRoleBase(org, name),
    shows: async (name, { sdk, org }) => {
      const { role: left } = await sdk.role.getOrganizationRole(org, name);
      expect(left?.extends ?? '').toBe('');
    },
    missing: (sdk, { org }) => sdk.role.deleteOrganizationRoleBase(org, 'nobodys'),
  }),
};

const permission = async ({ sdk, word }: World) => {
  const name = `${word()}:read`;
  await sdk.permission.createPermission(create(CreatePermissionSchema, { name, description: 'May read' }));
  return name;
};
const carrying = async (world: World) => {
  const [own, carried] = [await role(world), await permission(world)];
  await world.sdk.permission.addPermissionsToRole(own, [carried]);
  return { role: own, permission: carried };
};
const named = (name: string) => expect.arrayContaining([expect.objectContaining({ name })]);

export const permissions: MethodCases = {
  createPermission: method({
    given: async ({ word }) => `${word()}:write`,
    call: (sdk, name) => sdk.permission.createPermission(create(CreatePermissionSchema, { name, description: 'x' })),
    gives: (name) => ({ permission: { name } }),
    invalid: (sdk) => sdk.permission.createPermission(create(CreatePermissionSchema, { name: 'not a name!', description: 'x' })),
  }),
  getPermission: method({
    given: permission,
    call: (sdk, name) => sdk.permission.getPermission(name),
    gives: (name) => ({ permission: { name } }),
    missing: (sdk) => sdk.permission.getPermission('nobodys:read'),
  }),
  listPermissions: method({
    call: (sdk) => sdk.permission.listPermissions(undefined, 100),
    gives: () => ({ permissions: named('documents:read') }),
  }),
  updatePermission: method({
    given: permission,
    call: (sdk, name) => sdk.permission.updatePermission(name, create(CreatePermissionSchema, { name, description: 'New' })),
    gives: () => ({ permission: { description: 'New' } }),
    missing: (sdk) =>
      sdk.permission.updatePermission(
        'nobodys:read',
        create(CreatePermissionSchema, { name: 'nobodys:read', description: 'New' }),
      ),
  }),
  deletePermission: method({
    given: permission,
    call: (sdk, name) => sdk.permission.deletePermission(name),
    shows: (name, { sdk }) => gone(sdk.permission.getPermission(name)),
    missing: (sdk) => sdk.permission.deletePermission('nobodys:read'),
  }),
  listRolePermissions: method({
    given: role,
    call: (sdk, name) => sdk.permission.listRolePermissions(name),
    gives: () => ({ permissions: named('documents:read') }),
    missing: (sdk) => sdk.permission.listRolePermissions('nobodys'),
  }),
  addPermissionsToRole: method({
    given: async (world) => ({ role: await role(world), permission: await permission(world) }),
    call: (sdk, own) => sdk.permission.addPermissionsToRole(own.role, [own.permission]),
    shows: async (own, { sdk }) =>
      expect((await sdk.permission.listRolePermissions(own.role)).permissions).toEqual(named(own.permission)),
    missing: (sdk) => sdk.permission.addPermissionsToRole('nobodys', ['documents:read']),
  }),
  removePermissionFromRole: method({
    given: carrying,
    call: (sdk, own) => sdk.permission.removePermissionFromRole(own.role, own.permission),
    shows: async (own, { sdk }) =>
      expect((await sdk.permission.listRolePermissions(own.role)).permissions).not.toEqual(named(own.permission)),
    missing: (sdk) => sdk.permission.removePermissionFromRole('nobodys', 'documents:read'),
  }),
  listEffectiveRolePermissions: method({
    given: derivedRole,
    call: (sdk, { name }) => sdk.permission.listEffectiveRolePermissions(name),
    gives: () => ({ permissions: named('documents:read') }),
    missing: (sdk) => sdk.permission.listEffectiveRolePermissions('nobodys'),
  }),
};
