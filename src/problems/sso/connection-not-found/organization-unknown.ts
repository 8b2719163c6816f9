/** The environment has no organization of that id: it is misspelt, was deleted, or belongs to another environment. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { type OrganizationStanding, organizationStandings } from '../../../probes/organization-standing.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToName } from './steps.ts';

export const organizationUnknown = cause({
  id: 'organization-unknown',
  title: 'The organization does not exist in this environment',
  side: 'app',
  needs: { standings: organizationStandings },
  wants: { env: envFiles },
  judge: ({ standings }) => {
    const bad = standings.filter(isUnknown);
    const [first] = bad;
    if (!first) return ruledOut('The environment knows the organizations that the app names.');
    return confirmed(
      `${first.named.text} is not an organization of this environment: ids of another environment do not count here.`,
      {
        evidence: bad.map(({ named, others, exchange }) => ({
          label: named.variable ?? 'Organization id',
          expected:
            others.map(({ id, display_name }) => `${id} (${display_name})`).join(', ') || 'an organization of this environment',
          actual: named.text,
          exchange,
          ...(named.location ? { location: named.location } : {}),
        })),
      },
    );
  },
  remedy: ({ standings, env }) =>
    standings
      .filter(isUnknown)
      .slice(0, 1)
      .flatMap(({ named, others }) => {
        const [only] = others;
        return [
          // One only: that is most likely the one that is meant, but only the user can know.
          ...(only && others.length === 1 ? remedyToName(named, only.id, env, false) : []),
          {
            kind: 'steps' as const,
            summary: 'Use an organization of this environment',
            steps: [
              {
                text: 'Compare with the list under Organizations in Scalekit’s dashboard, in the environment of your environment URL.',
                link: 'https://app.scalekit.com',
              },
              ...others.slice(0, 5).map(({ id, display_name }) => ({ text: `${display_name}: ${id}`, copy: id })),
            ],
          },
        ];
      }),
});

function isUnknown(standing: OrganizationStanding): standing is Extract<OrganizationStanding, { readonly kind: 'unknown' }> {
  return standing.kind === 'unknown' && standing.named.from !== 'paste';
}
