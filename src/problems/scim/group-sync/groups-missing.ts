/** Users arrive and no group does: in Okta that is what assigning a group without pushing it looks like. */
import { confirmed, notApplicable, ruledOut } from '../../../diagnosis/verdict.ts';
import { directories, type SeenDirectory } from '../../../probes/directories.ts';
import { cause } from '../../../probes/tools.ts';
import { providerOf } from '../idp-steps.ts';

export const groupsMissing = cause({
  id: 'groups-missing',
  title: 'Users arrive, but no group was ever pushed',
  side: 'idp',
  needs: { directories },
  judge: ({ directories: { seen } }) => {
    const filled = seen.filter(({ users, groups }) => (users?.length ?? 0) > 0 && groups !== undefined);
    if (filled.length === 0) return notApplicable('There are no users, so groups are not the matter.');
    const bare = filled.filter(isBare);
    const [first] = bare;
    if (!first) return ruledOut('Groups arrived.');
    const okta = first.directory.directory_provider === 'OKTA';
    return confirmed(
      `${first.directory.id} has users and not one group.${okta ? ' In Okta, assigning a group gives its members access but does not send the group: that takes Push Groups.' : ''}`,
      {
        evidence: bare.map(({ directory, users, exchange }) => ({
          label: `Groups of ${directory.id}`,
          expected: 'at least one',
          actual: `none, with ${users?.length ?? 0} users`,
          exchange,
        })),
      },
    );
  },
  remedy: ({ directories: { seen } }) =>
    seen
      .filter(isBare)
      .slice(0, 1)
      .map(({ directory }) => ({
        kind: 'steps' as const,
        summary: `Let ${providerOf(directory)} send the groups`,
        steps: stepsFor(directory.directory_provider),
      })),
});

function isBare({ users, groups }: SeenDirectory): boolean {
  return (users?.length ?? 0) > 0 && groups?.length === 0;
}

function stepsFor(provider: string) {
  switch (provider) {
    case 'OKTA':
      return [
        { text: 'In Okta, open Applications → your app → Push Groups, and push the groups by name.' },
        { text: 'A group that is pushed must not also be the one that is assigned: use two groups.' },
        { text: 'Wait until the push status says Active, then look again.' },
      ];
    case 'MICROSOFT_AD':
      return [
        {
          text: 'In Entra ID, open Enterprise applications → your app → Provisioning → Mappings, and enable “Provision Microsoft Entra ID Groups”.',
        },
        { text: 'Assign the groups themselves to the application (nested groups are not resolved), then restart provisioning.' },
      ];
    default:
      return [
        { text: 'Switch the sending of groups on in the provisioning settings of the identity provider, and choose the groups.' },
        { text: 'Start a full synchronisation there.' },
      ];
  }
}
