/** Reading roles: the environment's, and those of one organization. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import { type Role, rolesSchema } from '../schemas/role.ts';
import { read, segment } from './path.ts';

export interface RoleCalls {
  readonly listRoles: (options?: CallOptions) => Promise<ApiResult<readonly Role[]>>;
  readonly organizationRoles: (organizationId: string, options?: CallOptions) => Promise<ApiResult<readonly Role[]>>;
}

export function roleCalls(bearer: Bearer): RoleCalls {
  const list = async (path: string, options: CallOptions | undefined): Promise<ApiResult<readonly Role[]>> => {
    const result = await bearer.call({ ...read, path, schema: rolesSchema }, options);
    return result.ok ? { ...result, value: result.value.roles } : result;
  };
  return {
    listRoles: (options) => list('/api/v1/roles', options),
    organizationRoles: (organizationId, options) => list(`/api/v1/organizations/${segment(organizationId)}/roles`, options),
  };
}
