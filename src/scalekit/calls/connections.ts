/** Reading connections. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import {
  type Connection,
  type ConnectionTest,
  connectionSchema,
  connectionsSchema,
  connectionTestSchema,
  type ListedConnection,
} from '../schemas/connection.ts';
import { read, readUndocumented, segment } from './path.ts';

export interface ConnectionFilter {
  readonly organizationId?: string;
  readonly domain?: string;
}

export interface ConnectionCalls {
  /** Disabled ones too. */
  readonly listConnections: (filter: ConnectionFilter, options?: CallOptions) => Promise<ApiResult<readonly ListedConnection[]>>;
  readonly getConnection: (organizationId: string, id: string, options?: CallOptions) => Promise<ApiResult<Connection>>;
  /** For a connection of the environment itself, and where only the connection's id is known. */
  readonly getEnvironmentConnection: (id: string, options?: CallOptions) => Promise<ApiResult<Connection>>;
  readonly connectionTest: (id: string, testRequestId: string, options?: CallOptions) => Promise<ApiResult<ConnectionTest>>;
}

export function connectionCalls(bearer: Bearer): ConnectionCalls {
  return {
    listConnections: async ({ organizationId, domain }, options) => {
      const query = { organization_id: organizationId, domain, include: 'all' };
      const result = await bearer.call({ ...read, path: '/api/v1/connections', query, schema: connectionsSchema }, options);
      return result.ok ? { ...result, value: result.value.connections } : result;
    },
    getConnection: (organizationId, id, options) => {
      const path = `/api/v1/organizations/${segment(organizationId)}/connections/${segment(id)}`;
      return bearer.call({ ...read, path, schema: connectionSchema }, options);
    },
    getEnvironmentConnection: (id, options) =>
      bearer.call({ ...readUndocumented, path: `/api/v1/connections/${segment(id)}`, schema: connectionSchema }, options),
    connectionTest: (id, testRequestId, options) => {
      const path = `/api/v1/connections/${segment(id)}/test-requests/${segment(testRequestId)}`;
      return bearer.call({ ...readUndocumented, path, schema: connectionTestSchema }, options);
    },
  };
}
