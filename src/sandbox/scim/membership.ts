/** Who is in which group: kept with the users, counted in the groups and in the directory. */
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import type { Place } from './kind.ts';

/** The people of a group from now on; absent: groups as they are. Then everything that counts is counted anew. */
export function regroup({ environment, directory }: Place, change?: { groupId: string; members: ReadonlySet<string> }): void {
  const { store } = environment;
  const prefix = `${directory.id}/`;
  if (change) {
    for (const user of store.directoryUsers.list(prefix)) {
      const was = user.groups.some(({ id }) => id === change.groupId);
      const is = change.members.has(user.id);
      if (was === is) continue;
      const others = user.groups.filter(({ id }) => id !== change.groupId);
      const group = store.directoryGroups.get(`${prefix}${change.groupId}`);
      store.directoryUsers.put(`${prefix}${user.id}`, { ...user, groups: is && group ? [...others, group] : others });
    }
  }
  const users = store.directoryUsers.list(prefix);
  for (const group of store.directoryGroups.list(prefix)) {
    const totalUsers = users.filter(({ groups }) => groups.some(({ id }) => id === group.id)).length;
    if (totalUsers !== group.totalUsers) store.directoryGroups.put(`${prefix}${group.id}`, { ...group, totalUsers });
  }
  const groups = new Map(store.directoryGroups.list(prefix).map((group) => [group.id, group]));
  for (const user of users) {
    const own = user.groups.flatMap(({ id }) => groups.get(id) ?? []);
    if (user.groups.length > 0) store.directoryUsers.put(`${prefix}${user.id}`, { ...user, groups: own });
  }
  count({ environment, directory }, users.length, groups.size);
}

function count({ environment, directory: { id } }: Place, totalUsers: number, totalGroups: number): void {
  const directory = environment.store.directories.get(id);
  if (!directory) return;
  const at = timestampFromMs(environment.now());
  const stats = { totalUsers, totalGroups, userUpdatedAt: at, groupUpdatedAt: at };
  environment.store.directories.put(id, { ...directory, totalUsers, totalGroups, stats, lastSyncedAt: at });
}
