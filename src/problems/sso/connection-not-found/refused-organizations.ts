/** The organizations for which a login was refused, with their connections. Pure. */
import type { OrganizationConnections } from '../../../probes/organization-connections.ts';
import type { SsoRefusal } from '../../../probes/sso-refusals.ts';

const codes = ['no_active_connections', 'no_configured_connections', 'connection_not_active', 'connection_not_found'];

/** Refused just now for this organization or its connection; or, by what was pasted, for one that cannot be told apart from the others. */
export function refusedOrganizations(
  refusals: readonly SsoRefusal[],
  connections: readonly OrganizationConnections[],
): { readonly found: OrganizationConnections; readonly refusal: SsoRefusal }[] {
  const mine = refusals.filter(({ code }) => codes.includes(code));
  return connections.flatMap((found) => {
    const refusal = mine.find(({ request, from }) => {
      if (from === 'pasted') return connections.length === 1;
      const { organizationId, connectionId, domainHint } = request?.selectors ?? {};
      if (organizationId !== undefined) return organizationId === found.organizationId;
      if (connectionId !== undefined) return found.connections.some(({ id }) => id === connectionId);
      return found.domains?.some(({ domain }) => domain === domainHint) ?? false;
    });
    return refusal ? [{ found, refusal }] : [];
  });
}
