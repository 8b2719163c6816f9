/** Reading sessions and session policies. */
import type { ApiResult } from '../api-result.ts';
import type { CallOptions } from '../caller.ts';
import type { Bearer } from '../credentials.ts';
import {
  type ApplicationSessionPolicy,
  applicationPolicySchema,
  type OrganizationSessionPolicy,
  organizationPolicySchema,
  type Session,
  type Sessions,
  sessionSchema,
  sessionsSchema,
} from '../schemas/session.ts';
import { type Page, pageQuery, read, readUndocumented, segment } from './path.ts';

export interface SessionCalls {
  readonly organizationSessionPolicy: (
    organizationId: string,
    options?: CallOptions,
  ) => Promise<ApiResult<OrganizationSessionPolicy>>;
  readonly applicationSessionPolicy: (
    organizationId: string,
    options?: CallOptions,
  ) => Promise<ApiResult<ApplicationSessionPolicy>>;
  readonly userSessions: (userId: string, page?: Page, options?: CallOptions) => Promise<ApiResult<Sessions>>;
  readonly getSession: (sessionId: string, options?: CallOptions) => Promise<ApiResult<Session>>;
}

export function sessionCalls(bearer: Bearer): SessionCalls {
  const organization = (id: string) => `/api/v1/organizations/${segment(id)}`;
  return {
    organizationSessionPolicy: (id, options) =>
      bearer.call({ ...read, path: `${organization(id)}/session-policy`, schema: organizationPolicySchema }, options),
    applicationSessionPolicy: (id, options) => {
      const path = `${organization(id)}/application-session-policy`;
      return bearer.call({ ...readUndocumented, path, schema: applicationPolicySchema }, options);
    },
    userSessions: (userId, page = {}, options) => {
      const path = `/api/v1/users/${segment(userId)}/sessions`;
      return bearer.call({ ...read, path, query: pageQuery(page), schema: sessionsSchema }, options);
    },
    getSession: (sessionId, options) =>
      bearer.call({ ...read, path: `/api/v1/sessions/${segment(sessionId)}`, schema: sessionSchema }, options),
  };
}
