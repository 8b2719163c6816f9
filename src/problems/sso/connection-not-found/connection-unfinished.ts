/** The connection was begun and never completed: Scalekit uses completed ones only. */
import { confirmed, ruledOut } from '../../../diagnosis/verdict.ts';
import { organizationConnections } from '../../../probes/organization-connections.ts';
import { ssoRefusals } from '../../../probes/sso-refusals.ts';
import { cause } from '../../../probes/tools.ts';
import { refusedOrganizations } from './refused-organizations.ts';
import { openOrganization, portalStep } from './steps.ts';

export const connectionUnfinished = cause({
  id: 'connection-unfinished',
  title: 'The SSO connection is not completed',
  side: 'scalekit',
  needs: { refusals: ssoRefusals, connections: organizationConnections },
  judge: ({ refusals, connections }) => {
    const begun = refusedOrganizations(refusals, connections).filter(({ found }) => isUnfinished(found.connections));
    const [first] = begun;
    if (!first) return ruledOut('No login was refused for a connection that is not completed.');
    return confirmed(
      `A login for ${first.found.organizationId} is refused with ${first.refusal.code}: ${standing(first.found.connections)}.`,
      {
        evidence: begun.flatMap(({ found }) =>
          found.connections.map(({ id, status }) => ({
            label: `Status of ${id}`,
            expected: 'COMPLETED',
            actual: status,
            exchange: found.exchange,
          })),
        ),
      },
    );
  },
  remedy: ({ refusals, connections }) =>
    refusedOrganizations(refusals, connections)
      .filter(({ found }) => isUnfinished(found.connections))
      .slice(0, 1)
      .map(({ found }) => ({
        kind: 'steps' as const,
        summary: 'Complete the connection',
        steps: [
          openOrganization(found.organizationId),
          {
            text: 'Fill in what the identity provider gives (metadata URL, or sign-on URL, entity id and certificate), then test and enable the connection.',
          },
          portalStep,
        ],
      })),
});

function isUnfinished(connections: readonly { readonly status: string }[]): boolean {
  return connections.length > 0 && connections.every(({ status }) => status === 'DRAFT' || status === 'IN_PROGRESS');
}

/** A draft and one in progress wait for different people. */
function standing(connections: readonly { readonly id: string; readonly status: string }[]): string {
  const begun = connections.find(({ status }) => status === 'IN_PROGRESS');
  if (begun)
    return `its connection ${begun.id} is in progress: the identity provider’s side was begun and not finished, or not tested`;
  return `its connection ${connections[0]?.id ?? ''} is a draft: nothing of its identity provider was entered yet`;
}
