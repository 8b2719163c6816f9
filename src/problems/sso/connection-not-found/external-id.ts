/** What the app sends as organization id is the organization's external id: the app's own name for it. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { envFiles } from '../../../probes/env-files.ts';
import { organizationStandings } from '../../../probes/organization-standing.ts';
import { cause } from '../../../probes/tools.ts';
import { remedyToName } from './steps.ts';

export const externalId = cause({
  id: 'external-id',
  title: 'An external id is used as organization id',
  side: 'app',
  needs: { standings: organizationStandings },
  wants: { env: envFiles },
  judge: ({ standings }) => {
    const bad = standings.flatMap((standing) => (standing.kind === 'external-id' ? [standing] : []));
    const [first] = bad;
    if (!first) return ruledOut('No external id stands in for an organization id.');
    return confirmed(
      `${first.named.text} is the external id of ${first.organization.id}; the authorize endpoint takes the organization id only.`,
      {
        evidence: bad.map(({ named, organization, exchange }) => ({
          label: named.variable ?? 'Organization id',
          expected: organization.id,
          actual: named.text,
          exchange,
          ...(named.location ? { location: named.location } : {}),
        })),
      },
    );
  },
  remedy: ({ standings, env }) =>
    standings.flatMap((standing) =>
      standing.kind === 'external-id'
        ? [
            ...remedyToName(standing.named, standing.organization.id, env, true),
            {
              kind: 'steps' as const,
              summary: `Send ${standing.organization.id}`,
              steps: [
                { text: 'Use the organization id.', copy: standing.organization.id },
                {
                  text: 'Where the app knows only its own id, ask for the other one first.',
                  copy: 'scalekit.organization.getOrganizationByExternalId(externalId)',
                },
              ],
            },
          ]
        : [],
    ),
});
