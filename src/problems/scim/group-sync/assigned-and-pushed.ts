/** Groups arrive without members while users are there: what Okta does with a group that is assigned and pushed at once. */
import { confirmed, likely, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { providerOf } from '../idp-steps.ts';

export const assignedAndPushed = cause({
  id: 'assigned-and-pushed',
  title: 'Groups arrive without members',
  side: 'idp',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const grouped = seen.filter(({ users, groups }) => (users?.length ?? 0) > 0 && (groups?.length ?? 0) > 0);
    if (grouped.length === 0) return notApplicable('There are no users and groups to compare.');
    const [first] = grouped.filter(isEmpty);
    if (!first) return ruledOut('Groups have members.');
    const grounds = {
      evidence: [
        {
          label: `Members of the groups of ${first.directory.id}`,
          expected: 'some',
          actual: `none in ${first.groups?.length ?? 0} groups, with ${first.users?.length ?? 0} users`,
          exchange: first.exchange,
        },
      ],
    };
    return first.directory.directory_provider === 'OKTA'
      ? confirmed(
          'Groups were pushed and nobody is in them although users exist: in Okta the same group is assigned to the app and pushed, which drops its members.',
          grounds,
        )
      : likely(
          `Groups arrive and nobody is in them although users exist: ${providerOf(first.directory)} does not send the memberships.`,
          grounds,
        );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(isEmpty)
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: 'Keep the group that gives access apart from the groups that are sent',
        steps: [
          { text: `In ${providerOf(directory)}, assign the app through one group, and push other groups.` },
          { text: 'Remove the push of the assigned group, push the others, and choose “Push group memberships immediately”.' },
        ],
      })),
});

function isEmpty({ users, groups }: SeenDirectory): boolean {
  return (
    (users?.length ?? 0) > 0 &&
    (groups?.length ?? 0) > 0 &&
    groups?.every(({ total_users }) => total_users === 0) === true &&
    users?.every((user) => user.groups.length === 0) === true
  );
}
