/** The users are there and switched off: the identity provider unassigned or suspended them. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { providerOf } from '../idp-steps.ts';

export const usersDeactivated = cause({
  id: 'users-deactivated',
  title: 'The directory’s users are deactivated',
  side: 'idp',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const filled = seen.filter(({ users }) => (users?.length ?? 0) > 0);
    if (filled.length === 0) return notApplicable('There are no users to look at.');
    const off = filled.filter(({ users }) => users?.every(({ user_detail }) => user_detail?.active === false));
    const [first] = off;
    // Some who left are no fault; all of them is one.
    if (!first) return ruledOut('The directory has active users.');
    return confirmed(
      `All users of ${first.directory.id} that were looked at are deactivated: ${providerOf(first.directory)} sends them with active: false.`,
      {
        evidence: off.map(({ directory, users, exchange }) => ({
          label: `Users of ${directory.id}`,
          expected: 'active: true',
          actual: `${users?.length ?? 0} with active: false`,
          exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(({ users }) => (users?.length ?? 0) > 0 && users?.every(({ user_detail }) => user_detail?.active === false))
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: `Assign the users in ${providerOf(directory)} again`,
        steps: [
          {
            text: `In ${providerOf(directory)}, assign the users (or their group) to the application, and reactivate those who are suspended.`,
          },
          { text: 'Start a full synchronisation there; users that were deactivated come back with active: true.' },
        ],
      })),
});
