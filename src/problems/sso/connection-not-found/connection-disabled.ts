/** The connection is complete and switched off. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { refusedOrganizations } from './refused-organizations.ts';
import { openOrganization } from './steps.ts';

export const connectionDisabled = cause({
  id: 'connection-disabled',
  title: 'The SSO connection is disabled',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  judge: ({ refusals, connections }) => {
    const off = refusedOrganizations(refusals, connections).filter(({ found }) => disabledOf(found.connections).length > 0);
    const [first] = off;
    if (!first) return ruledOut('No login was refused for a connection that is only disabled.');
    return confirmed(
      `A login for ${first.found.organizationId} is refused with ${first.refusal.code}: its connection is complete, and disabled.`,
      {
        evidence: off.flatMap(({ found }) =>
          disabledOf(found.connections).map(({ id }) => ({
            label: `Connection ${id}`,
            expected: 'enabled',
            actual: 'disabled',
            exchange: found.exchange,
          })),
        ),
      },
    );
  },
  remedy: ({ refusals, connections }) =>
    refusedOrganizations(refusals, connections)
      .flatMap(({ found }) => disabledOf(found.connections).map(({ id }) => ({ id, organizationId: found.organizationId })))
      .slice(0, 1)
      .map(({ id, organizationId }) => ({
        kind: 'change' as const,
        summary: `Enable the connection ${id}`,
        change: {
          method: 'PATCH' as const,
          path: `/api/v1/organizations/${encodeURIComponent(organizationId)}/connections/${encodeURIComponent(id)}:enable`,
          body: {},
          what: `Connection ${id}`,
          before: 'disabled',
          after: 'enabled',
        },
        steps: [openOrganization(organizationId), { text: `Enable the connection ${id}.`, copy: id }],
      })),
});

/** Only where none is active: another that works would have taken the login. */
function disabledOf<C extends { readonly id: string; readonly status: string; readonly enabled: boolean }>(
  connections: readonly C[],
): C[] {
  if (connections.some(({ status, enabled }) => status === 'COMPLETED' && enabled)) return [];
  return connections.filter(({ status, enabled }) => status === 'COMPLETED' && !enabled);
}
