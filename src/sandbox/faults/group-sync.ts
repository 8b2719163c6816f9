/** Groups are not synchronised. */
import type { SandboxState } from '../state.ts';
import type { Fault } from './fault.ts';
import { directoryOf } from './users-not-provisioning.ts';

function withoutMemberships(state: SandboxState): void {
  for (const user of Object.values(state.resources?.['directoryUsers'] ?? {})) user['groups'] = [];
}

export const groupSync: readonly Fault[] = [
  {
    id: 'group-sync/groups-missing',
    breaks: (state) => {
      withoutMemberships(state);
      if (state.resources) state.resources['directoryGroups'] = {};
      Object.assign(directoryOf(state), { total_groups: 0, role_assignments: { assignments: [] } });
    },
  },
  {
    id: 'group-sync/assigned-and-pushed',
    breaks: (state) => {
      withoutMemberships(state);
      for (const group of Object.values(state.resources?.['directoryGroups'] ?? {})) group['total_users'] = 0;
    },
  },
  {
    id: 'group-sync/groups-not-tracked',
    breaks: (state) => {
      directoryOf(state)['groups_tracked'] = 'NONE';
    },
  },
  {
    id: 'group-sync/no-role-assignment',
    breaks: (state) => {
      directoryOf(state)['role_assignments'] = { assignments: [] };
    },
  },
  {
    id: 'group-sync/role-unknown',
    breaks: (state) => {
      directoryOf(state)['role_assignments'] = {
        assignments: Object.keys(state.resources?.['directoryGroups'] ?? {}).map((key) => ({
          group_id: key.split('/')[1] ?? '',
          role_name: 'engineer',
          role_id: 'role_87104652398129299',
        })),
      };
    },
  },
];
