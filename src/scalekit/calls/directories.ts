/** Reading SCIM directories. The sync call, a GET that acts, is not here on purpose. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import {
  type Directory,
  type DirectoryGroups,
  type DirectoryUsers,
  directoriesSchema,
  directoryGroupsSchema,
  directorySchema,
  directoryUsersSchema,
} from '../schemas/directory.ts';
import { type Page, pageQuery, read, segment } from './path.ts';

export interface DirectoryCalls {
  readonly listDirectories: (organizationId: string, options?: CallOptions) => Promise<ApiResult<readonly Directory[]>>;
  readonly getDirectory: (organizationId: string, id: string, options?: CallOptions) => Promise<ApiResult<Directory>>;
  readonly directoryUsers: (
    organizationId: string,
    id: string,
    page?: Page,
    options?: CallOptions,
  ) => Promise<ApiResult<DirectoryUsers>>;
  readonly directoryGroups: (
    organizationId: string,
    id: string,
    page?: Page,
    options?: CallOptions,
  ) => Promise<ApiResult<DirectoryGroups>>;
}

export function directoryCalls(bearer: Bearer): DirectoryCalls {
  const base = (organizationId: string) => `/api/v1/organizations/${segment(organizationId)}/directories`;
  const detailed = { include_detail: 'true' };
  return {
    listDirectories: async (organizationId, options) => {
      const result = await bearer.call({ ...read, path: base(organizationId), schema: directoriesSchema }, options);
      return result.ok ? { ...result, value: result.value.directories } : result;
    },
    getDirectory: (organizationId, id, options) =>
      bearer.call({ ...read, path: `${base(organizationId)}/${segment(id)}`, schema: directorySchema }, options),
    directoryUsers: (organizationId, id, page = {}, options) => {
      const path = `${base(organizationId)}/${segment(id)}/users`;
      return bearer.call({ ...read, path, query: { ...pageQuery(page), ...detailed }, schema: directoryUsersSchema }, options);
    },
    directoryGroups: (organizationId, id, page = {}, options) => {
      const path = `${base(organizationId)}/${segment(id)}/groups`;
      return bearer.call({ ...read, path, query: { ...pageQuery(page), ...detailed }, schema: directoryGroupsSchema }, options);
    },
  };
}
