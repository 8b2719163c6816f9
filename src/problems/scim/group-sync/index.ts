/** Group sync does not work: groups stay away, arrive empty, or nothing acts on them. */
import { problem } from '../../../diagnosis/define.ts';
import type { ProbeTools } from '../../../probes/tools.ts';
import { assignedAndPushed } from './assigned-and-pushed.ts';
import { groupsMissing } from './groups-missing.ts';
import { groupsNotTracked } from './groups-not-tracked.ts';
import { noRoleAssignment } from './no-role-assignment.ts';
import { roleUnknown } from './role-unknown.ts';

export const groupSync = problem<ProbeTools>({
  id: 'group-sync',
  category: 'scim',
  title: 'Groups are not synchronised',
  looksLike: 'Users arrive, but their groups do not, or membership in a group gives nobody a role.',
  symptoms: {
    codes: [],
    phrases: [
      'groups not syncing',
      'group sync not working',
      'group membership missing',
      'role mapping not working',
      'groups are empty',
    ],
  },
  causes: [groupsMissing, assignedAndPushed, groupsNotTracked, noRoleAssignment, roleUnknown],
  alsoCausedBy: [
    'users-not-provisioning/directory-missing',
    'users-not-provisioning/directory-disabled',
    'users-not-provisioning/never-called',
    'users-not-provisioning/token-expired',
    'users-not-provisioning/token-inactive',
    'users-not-provisioning/token-rejected',
  ],
  docs: 'https://docs.scalekit.com/directory/scim/group-role-mapping/',
});
