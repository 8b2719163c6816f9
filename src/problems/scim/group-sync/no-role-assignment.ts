/** Groups arrive, no role is mapped to any of them, and the app acts on no group itself: membership changes nothing. */
import { confirmed, notApplicable, possible, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { directoryUse } from '../../../probes/directory-use.ts';
import { cause } from '../../../probes/tools.ts';
import { dashboardStep } from '../idp-steps.ts';

export const noRoleAssignment = cause({
  id: 'no-role-assignment',
  title: 'No role is assigned to any group',
  side: 'scalekit',
  severity: 'warning',
  needs: { directories, use: directoryUse },
  judge: ({ directories: { seen }, use }) => {
    const grouped = seen.filter(({ groups }) => (groups?.length ?? 0) > 0);
    if (grouped.length === 0) return notApplicable('No groups arrived.');
    const [first] = grouped.filter(hasNoRole);
    if (!first) return ruledOut('Roles are mapped to groups.');
    // An app that speaks of no directory may not care about groups, which come along unasked.
    if (!use.receiver && use.calls.length === 0)
      return possible(
        `${first.directory.id} has groups, but no role is mapped to any of them, and nothing here reads the directory.`,
        {
          evidence: [
            {
              label: `Role assignments of ${first.directory.id}`,
              expected: 'a role for a group',
              actual: 'none',
              exchange: first.exchange,
            },
          ],
        },
      );
    if (use.handlesGroups || use.calls.length > 0) return ruledOut('The app handles groups itself.');
    return confirmed(
      `${first.directory.id} has groups, but no role is mapped to any of them and the app handles no event of a group: membership changes nothing.`,
      {
        evidence: [
          {
            label: `Role assignments of ${first.directory.id}`,
            expected: 'a role for a group',
            actual: 'none',
            exchange: first.exchange,
          },
          ...(use.receiver
            ? [
                {
                  label: 'Webhook handler',
                  expected: 'organization.directory.group_created …',
                  actual: 'no event of groups',
                  location: use.receiver,
                },
              ]
            : []),
        ],
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(hasNoRole)
      .slice(0, 1)
      .map(({ directory, groups }) => ({
        kind: 'steps' as const,
        summary: 'Map roles to the groups, or handle their events',
        steps: [
          dashboardStep(directory),
          {
            text: `Under group role mapping, give each group its role: ${(groups ?? [])
              .slice(0, 5)
              .map(({ display_name }) => display_name)
              .join(', ')}.`,
          },
          { text: 'Or handle the events of groups in your webhook.', copy: 'organization.directory.group_updated' },
        ],
      })),
});

function hasNoRole({ directory, groups }: SeenDirectory): boolean {
  return (groups?.length ?? 0) > 0 && (directory.role_assignments?.assignments.length ?? 0) === 0;
}
