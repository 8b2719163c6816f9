/** The SCIM endpoint of the directory, read-only (RFC 7644): users and groups for whoever has the bearer token. */
import type { Environment } from './environment.ts';
import { type Exchange, sendJson } from './http.ts';
import { bearerOf } from './oauth/session-endpoints.ts';
import type { RpcContext } from './rpc/handlers.ts';

/** False: the path is not one of SCIM. */
export async function scim(
  environment: Environment,
  context: () => RpcContext,
  { method, url, request, response }: Exchange,
): Promise<boolean> {
  const match = /^\/api\/v1\/directories\/(dir_\d+)\/scim\/v2\/(Users|Groups|ServiceProviderConfig)$/.exec(url.pathname);
  if (!match || method !== 'GET') return false;
  const [, directory, kind] = match;
  if (directory !== environment.state.directoryId) return failed(response, 404, 'directory not found');
  if (bearerOf(request.headers.authorization) !== environment.state.directoryToken)
    return failed(response, 401, 'invalid bearer token');
  const { resources } = context();
  const all = Object.values(kind === 'Groups' ? resources.directory_groups : resources.directory_users);
  const count = Number(url.searchParams.get('count') ?? 100);
  const found = all.slice(0, Number.isFinite(count) ? Math.max(0, count) : 100);
  sendJson(response, 200, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    totalResults: all.length,
    startIndex: 1,
    itemsPerPage: found.length,
    Resources: found.map((item) =>
      kind === 'Groups'
        ? { id: item['id'], displayName: item['display_name'] }
        : { id: item['id'], userName: item['email'], active: true, emails: [{ value: item['email'], primary: true }] },
    ),
  });
  return true;
}

function failed(response: Exchange['response'], status: number, detail: string): true {
  sendJson(response, status, { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'], status: String(status), detail });
  return true;
}
