/** Reading the environment's logs: failed logins and events. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import { type AuthRequests, authRequestsSchema, type Events, eventsSchema } from '../schemas/logs.ts';
import { type Page, pageQuery, read, readUndocumented } from './path.ts';

export interface AuthRequestFilter extends Page {
  readonly email?: string;
  /** RFC 3339. */
  readonly startTime?: string;
  readonly endTime?: string;
}

export interface EventFilter extends Page {
  readonly organizationId?: string;
  readonly connectionId?: string;
  readonly authRequestId?: string;
  readonly eventTypes?: readonly string[];
  /** RFC 3339. */
  readonly startTime?: string;
  readonly endTime?: string;
}

export interface LogCalls {
  readonly failedAuthRequests: (filter?: AuthRequestFilter, options?: CallOptions) => Promise<ApiResult<AuthRequests>>;
  /** A POST that only reads: its body is the filter. */
  readonly events: (filter?: EventFilter, options?: CallOptions) => Promise<ApiResult<Events>>;
}

export function logCalls(bearer: Bearer): LogCalls {
  return {
    failedAuthRequests: ({ email, startTime, endTime, ...page } = {}, options) => {
      const query = { ...pageQuery(page), status: 'FAILED', email, start_time: startTime, end_time: endTime };
      return bearer.call({ ...read, path: '/api/v1/logs/authentication/requests', query, schema: authRequestsSchema }, options);
    },
    events: ({ organizationId, connectionId, authRequestId, eventTypes, startTime, endTime, ...page } = {}, options) => {
      const filter = {
        organization_id: organizationId,
        connection_id: connectionId,
        auth_request_id: authRequestId,
        event_types: eventTypes,
        start_time: startTime,
        end_time: endTime,
      };
      const body = { type: 'json', text: JSON.stringify(filter) } as const;
      const query = pageQuery(page);
      return bearer.call(
        { ...readUndocumented, method: 'POST', path: '/api/v1/events', query, body, schema: eventsSchema },
        options,
      );
    },
  };
}
