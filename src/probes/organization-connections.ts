/** The connections of the organizations in question, disabled ones too, and the organizations' domains. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { ListedConnection } from '../scalekit/schemas/connection.ts';
import type { Domain } from '../scalekit/schemas/domain.ts';
import { unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { organizationsInQuestion } from './organizations-in-question.ts';
import { probe } from './tools.ts';

export interface OrganizationConnections {
  readonly organizationId: string;
  readonly connections: readonly ListedConnection[];
  readonly domains: readonly Domain[] | undefined;
  readonly exchange: string;
}

export const organizationConnections = probe({
  id: 'organization-connections',
  title: 'Connections of the organizations',
  reach: 'network',
  needs: { ...granted, organizations: organizationsInQuestion },
  observe: async (facts, tools, signal): Promise<Outcome<readonly OrganizationConnections[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const answers = await Promise.all(
      facts.organizations.map(async ({ organization: { id } }) => {
        const [listed, domains] = await Promise.all([
          client.listConnections({ organizationId: id }, { signal }),
          client.listDomains(id, { signal }),
        ]);
        return { id, listed, domains };
      }),
    );
    const value = answers.flatMap(({ id, listed, domains }) =>
      listed.ok
        ? [
            {
              organizationId: id,
              connections: listed.value,
              domains: domains.ok ? domains.value : undefined,
              exchange: listed.exchange,
            },
          ]
        : [],
    );
    const [first] = answers;
    if (value.length === 0 && first && !first.listed.ok) return unseen(first.listed.failure, first.listed.exchange);
    return ok(
      value,
      ...value.map(({ organizationId, connections, exchange }) => ({
        label: `Connections of ${organizationId}`,
        actual:
          connections.map(({ id, enabled, status }) => `${id} ${status}${enabled ? '' : ', disabled'}`).join('; ') || 'none',
        exchange,
      })),
    );
  },
});
