/** The seeded roles: admin for who founds an organization, member for everybody else. */
import { MEMBER_ROLE, times } from './seed-values.ts';
import type { Store } from './store.ts';

export function seedRoles(store: Store): void {
  const permissions = ['documents:read', 'documents:write'].map((name, index) => {
    const description = index === 0 ? 'May read documents' : 'May change documents';
    return store.permissions.put(name, { id: `perm_8710465239812920${index}`, name, description, ...times });
  });
  const carried = (roleName: string, names: readonly string[]) =>
    permissions
      .filter(({ name }) => names.includes(name))
      .map(({ id, name, description }) => ({ id, name, description, roleName }));
  store.roles.put('/admin', {
    id: 'role_87104652398129210',
    name: 'admin',
    displayName: 'Admin',
    description: 'Runs the organization',
    defaultCreator: true,
    permissions: carried('admin', ['documents:read', 'documents:write']),
  });
  store.roles.put('/member', {
    ...MEMBER_ROLE,
    description: 'Belongs to the organization',
    defaultMember: true,
    permissions: carried('member', ['documents:read']),
  });
}
