/** What a role allows: its own permissions and those of the roles it extends. */
import type { Role, RolePermission } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/roles/roles_pb.js';
import type { Environment } from '../../environment.ts';
import type { Parts } from '../../messages.ts';
import { invalid } from '../failure.ts';

/** Permissions by name, as a role carries them. @throws RpcFailure for one that does not exist. */
export function carriedPermissions(names: readonly string[], roleName: string, { store }: Environment): Parts<RolePermission>[] {
  return [...new Set(names)].map((name) => {
    const permission = store.permissions.get(name);
    if (!permission) throw invalid(`there is no permission ${JSON.stringify(name)}`);
    const { id, description, createTime, updateTime } = permission;
    return { id, name, description, roleName, createTime, updateTime };
  });
}

/** @param key of the store: `/NAME` or `ORGANIZATION/NAME`. */
export function effectivePermissions(key: string, environment: Environment): RolePermission[] {
  const found = new Map<string, RolePermission>();
  for (const role of withBases(key, environment)) {
    for (const permission of role.permissions) if (!found.has(permission.name)) found.set(permission.name, permission);
  }
  return [...found.values()];
}

/** The role and what it extends, nearest first. Rings end where they began. */
export function withBases(key: string, environment: Environment): Role[] {
  const chain: Role[] = [];
  const seen = new Set<string>();
  let next: string | undefined = key;
  while (next !== undefined && !seen.has(next)) {
    seen.add(next);
    const role: Role | undefined = environment.store.roles.get(next);
    if (!role) break;
    chain.push(role);
    next = role.extends ? baseKey(next, role.extends, environment) : undefined;
  }
  return chain;
}

/** An organization's role may extend one of its own or one of the environment's. */
export function baseKey(key: string, base: string, { store }: Environment): string {
  const own = `${key.slice(0, key.indexOf('/'))}/${base}`;
  return store.roles.get(own) ? own : `/${base}`;
}
