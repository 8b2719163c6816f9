/** A group is mapped to a role that the environment does not have. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { roleNames } from '../../../probes/role-names.ts';
import { cause } from '../../../probes/tools.ts';
import { dashboardStep } from '../idp-steps.ts';

export const roleUnknown = cause({
  id: 'role-unknown',
  title: 'A group is mapped to a role that does not exist',
  side: 'scalekit',
  needs: { directories, roles: roleNames },
  judge: ({ directories: { seen }, roles }) => {
    const lost = seen.flatMap(({ directory, exchange }) =>
      (directory.role_assignments?.assignments ?? [])
        .filter(({ role_name }) => role_name !== '' && !roles.has(role_name))
        .map((assignment) => ({ directory, exchange, assignment })),
    );
    const [first] = lost;
    if (seen.every(({ directory }) => (directory.role_assignments?.assignments.length ?? 0) === 0))
      return notApplicable('No role is mapped to a group.');
    if (!first) return ruledOut('Every role that is mapped to a group exists.');
    return confirmed(`${first.directory.id} maps a group to the role “${first.assignment.role_name}”, which does not exist.`, {
      evidence: lost.map(({ assignment, exchange }) => ({
        label: `Role of group ${assignment.group_id}`,
        expected: [...roles].join(', ') || 'a role that exists',
        actual: assignment.role_name,
        exchange,
      })),
    });
  },
  remedy: ({ directories: { seen }, roles }) =>
    seen
      .filter(({ directory }) => directory.role_assignments?.assignments.some(({ role_name }) => !roles.has(role_name)))
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: 'Map the group to a role that exists, or make the role',
        steps: [
          dashboardStep(directory),
          { text: `Choose one of: ${[...roles].join(', ')}; or make the missing role under Roles.` },
        ],
      })),
});
