/** Does the environment know the organizations that the app names, and by which of their ids? */
import { fault, type Outcome, ok, skipped, unknown } from '../diagnosis/outcome.ts';
import { isStatus } from '../scalekit/api-result.ts';
import type { Organization } from '../scalekit/schemas/organization.ts';
import { granted, grantedClient, noToken } from './granted-client.ts';
import { type NamedOrganization, namedOrganizations } from './named-organizations.ts';
import { probe } from './tools.ts';

export type OrganizationStanding = { readonly named: NamedOrganization; readonly exchange: string } & (
  | { readonly kind: 'known'; readonly organization: Organization }
  /** It is the external id of this one. */
  | { readonly kind: 'external-id'; readonly organization: Organization }
  | { readonly kind: 'unknown'; readonly others: readonly Organization[] }
);

export const organizationStandings = probe({
  id: 'organization-standing',
  title: 'Are your organizations known?',
  reach: 'network',
  needs: { ...granted, named: namedOrganizations },
  observe: async (facts, tools, signal): Promise<Outcome<readonly OrganizationStanding[]>> => {
    const client = grantedClient(facts, tools);
    if (!client) return skipped(noToken);
    if (facts.named.length === 0) return skipped('The app names no organization.');
    const standings: OrganizationStanding[] = [];
    for (const named of facts.named) {
      const found = await client.getOrganization(named.text, { signal });
      if (found.ok) {
        standings.push({ kind: 'known', named, organization: found.value, exchange: found.exchange });
        continue;
      }
      if (!isStatus(found.failure, 400, 404)) return unknown(found.failure.sentence, 'Run again.');
      const external = await client.organizationByExternalId(named.text, { signal });
      if (external.ok) {
        standings.push({ kind: 'external-id', named, organization: external.value, exchange: external.exchange });
        continue;
      }
      const listed = await client.listOrganizations({ pageSize: 5 }, { signal });
      standings.push({
        kind: 'unknown',
        named,
        others: listed.ok ? listed.value.organizations : [],
        exchange: found.exchange ?? '',
      });
    }
    const evidence = standings.map(({ named, kind, exchange }) => ({ label: named.text, actual: kind, exchange }));
    return standings.every(({ kind }) => kind === 'known') ? ok(standings, ...evidence) : fault(standings, ...evidence);
  },
});
