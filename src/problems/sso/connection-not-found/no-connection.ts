/** The organization is there and has no connection to an identity provider. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { refusedOrganizations } from './refused-organizations.ts';
import { openOrganization, portalStep } from './steps.ts';

export const noConnection = cause({
  id: 'no-connection',
  title: 'The organization has no SSO connection',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  judge: ({ refusals, connections }) => {
    const bare = refusedOrganizations(refusals, connections).filter(({ found }) => found.connections.length === 0);
    const [first] = bare;
    if (!first) return ruledOut('No login was refused for an organization without a connection.');
    return confirmed(
      `A login for ${first.found.organizationId} is refused with ${first.refusal.code}: the organization has no SSO connection.`,
      {
        evidence: bare.map(({ found }) => ({
          label: `Connections of ${found.organizationId}`,
          expected: 'one that is enabled',
          actual: 'none',
          exchange: found.exchange,
        })),
      },
    );
  },
  remedy: ({ refusals, connections }) =>
    refusedOrganizations(refusals, connections)
      .filter(({ found }) => found.connections.length === 0)
      .slice(0, 1)
      .map(({ found }) => ({
        kind: 'steps' as const,
        summary: 'Set a connection up for the organization',
        steps: [
          openOrganization(found.organizationId),
          { text: 'Add a connection for its identity provider, test it, and enable it.' },
          portalStep,
        ],
      })),
});
