/** Reading organizations and their domains. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import { type Domain, domainsSchema } from '../schemas/domain.ts';
import { type Organization, type Organizations, organizationSchema, organizationsSchema } from '../schemas/organization.ts';
import { type Page, pageQuery, read, segment } from './path.ts';

export interface OrganizationCalls {
  readonly getOrganization: (id: string, options?: CallOptions) => Promise<ApiResult<Organization>>;
  readonly organizationByExternalId: (externalId: string, options?: CallOptions) => Promise<ApiResult<Organization>>;
  readonly listOrganizations: (page?: Page, options?: CallOptions) => Promise<ApiResult<Organizations>>;
  readonly listDomains: (organizationId: string, options?: CallOptions) => Promise<ApiResult<readonly Domain[]>>;
}

const ORGANIZATIONS = '/api/v1/organizations';

export function organizationCalls(bearer: Bearer): OrganizationCalls {
  return {
    getOrganization: (id, options) =>
      bearer.call({ ...read, path: `${ORGANIZATIONS}/${segment(id)}`, schema: organizationSchema }, options),
    organizationByExternalId: (externalId, options) =>
      bearer.call({ ...read, path: `${ORGANIZATIONS}:external/${segment(externalId)}`, schema: organizationSchema }, options),
    listOrganizations: (page = {}, options) =>
      bearer.call({ ...read, path: ORGANIZATIONS, query: pageQuery(page), schema: organizationsSchema }, options),
    listDomains: async (organizationId, options) => {
      const path = `${ORGANIZATIONS}/${segment(organizationId)}/domains`;
      const result = await bearer.call({ ...read, path, query: { page_size: 30 }, schema: domainsSchema }, options);
      return result.ok ? { ...result, value: result.value.domains } : result;
    },
  };
}
