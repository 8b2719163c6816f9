/** The directory is set to take no groups, or only selected ones of which none is selected. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { dashboardStep } from '../idp-steps.ts';

export const groupsNotTracked = cause({
  id: 'groups-not-tracked',
  title: 'The directory does not track groups',
  side: 'scalekit',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const off = seen.filter(isOff);
    const [first] = off;
    if (seen.length === 0) return notApplicable('There is no directory.');
    if (!first) return ruledOut('No directory is set to track no groups.');
    return confirmed(
      `${first.directory.id} is set to track no groups (${first.directory.groups_tracked}): what the identity provider sends of them is dropped.`,
      {
        evidence: off.map(({ directory, exchange }) => ({
          label: 'groups_tracked',
          expected: 'ALL',
          actual: directory.groups_tracked,
          exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(isOff)
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: 'Let the directory track groups',
        steps: [dashboardStep(directory), { text: 'Set the tracking of groups to all groups, or choose the groups you need.' }],
      })),
});

function isOff({ directory }: SeenDirectory): boolean {
  return /^(?:NONE|NO|OFF|DISABLED)$/i.test(directory.groups_tracked);
}
