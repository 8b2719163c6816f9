/** The organizations to look into: those that the app names and the environment has; where it names none, the environment's first few. */
import { type Outcome, ok, skipped } from '../diagnosis/outcome.ts';
import type { ScalekitClient } from '../scalekit/client.ts';
import type { Organization } from '../scalekit/schemas/organization.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { namedOrganizations } from './named-organizations.ts';
import { type NamedSelector, namedSelectors } from './named-selectors.ts';
import { probe } from './tools.ts';

export interface OrganizationInQuestion {
  readonly organization: Organization;
  /** By the app, its settings or the paste: what it lacks is lacking. */
  readonly isNamed: boolean;
}

const MOST = 5;

export const organizationsInQuestion = probe({
  id: 'organizations-in-question',
  title: 'Organizations of the environment',
  reach: 'network',
  needs: { ...granted, named: namedOrganizations },
  wants: { selectors: namedSelectors },
  observe: async (facts, tools, signal): Promise<Outcome<readonly OrganizationInQuestion[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    const ids = facts.named.map(({ text }) => text).filter((text) => /^org_/.test(text));
    if (ids.length > 0) {
      const found = await Promise.all(ids.map((id) => client.getOrganization(id, { signal })));
      const organizations = found.flatMap((result) => (result.ok ? [{ organization: result.value, isNamed: true }] : []));
      return ok(organizations, ...organizations.map(({ organization }) => ({ label: 'Organization', actual: organization.id })));
    }
    const ofConnections = await organizationsOfConnections(facts.selectors ?? [], client, signal);
    if (ofConnections.length > 0)
      return ok(ofConnections, ...ofConnections.map(({ organization }) => ({ label: 'Organization', actual: organization.id })));
    const listed = await client.listOrganizations({ pageSize: MOST }, { signal });
    if (!listed.ok) return unseen(listed.failure, listed.exchange);
    const organizations = listed.value.organizations.slice(0, MOST).map((organization) => ({ organization, isNamed: false }));
    return ok(
      organizations,
      seenIn('Organizations', listed.exchange, { actual: `${listed.value.total_size || organizations.length}` }),
    );
  },
});

/** The app names a connection alone: the organization that it belongs to. */
async function organizationsOfConnections(
  selectors: readonly NamedSelector[],
  client: ScalekitClient,
  signal: AbortSignal,
): Promise<OrganizationInQuestion[]> {
  const ids = new Set(selectors.flatMap(({ kind, text, isRead }) => (kind === 'connection' && isRead ? [text] : [])));
  if (ids.size === 0) return [];
  const all = await client.listConnections({}, { signal });
  const owners = all.ok ? all.value.filter(({ id }) => ids.has(id)).map(({ organization_id }) => organization_id) : [];
  const found = await Promise.all([...new Set(owners)].slice(0, MOST).map((id) => client.getOrganization(id, { signal })));
  return found.flatMap((result) => (result.ok ? [{ organization: result.value, isNamed: false }] : []));
}
