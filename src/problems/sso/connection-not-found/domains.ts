/** Logins that were refused for their domain. Pure. */
import type { OrganizationConnections } from '../../../probes/organization-connections.ts';
import { refusedWith, type SsoRefusal } from '../../../probes/sso-refusals.ts';

export function domainRefusal(
  refusals: readonly SsoRefusal[],
): { readonly refusal: SsoRefusal; readonly domain: string } | undefined {
  const refusal = refusedWith(
    refusals.filter(({ request }) => request !== undefined),
    ['domain_not_found'],
  );
  const domain = refusal?.request?.selectors.domainHint;
  return refusal && domain !== undefined ? { refusal, domain: domain.toLowerCase() } : undefined;
}

export function listedDomain(connections: readonly OrganizationConnections[], name: string) {
  return connections.flatMap(({ domains }) => domains ?? []).find(({ domain }) => domain.toLowerCase() === name);
}
