/** Sessions of users and the policies that end them. */
import * as z from 'zod/mini';
import { enumOf, envelope, flag, listOf, optional, optionalFlag, optionalWhole, text, texts, time, whole } from './fields.ts';

const unit = enumOf(['SESSION_TIME_UNIT_UNSPECIFIED', 'MINUTES', 'HOURS', 'DAYS']);

export const applicationPolicySchema = envelope(
  'application_policy',
  z.object({
    absolute_session_timeout: optionalWhole,
    absolute_session_timeout_unit: unit,
    idle_session_timeout_enabled: flag,
    idle_session_timeout: optionalWhole,
    idle_session_timeout_unit: unit,
    /** Of the access token, in the same unit as the server gives it. */
    access_token_expiry: optionalWhole,
  }),
);
export type ApplicationSessionPolicy = z.infer<typeof applicationPolicySchema>;

/** `policy_source: APPLICATION` means that the organization has no policy of its own. */
export const organizationPolicySchema = envelope(
  'policy',
  z.object({
    policy_source: enumOf(['SESSION_POLICY_TYPE_UNSPECIFIED', 'APPLICATION', 'CUSTOM']),
    absolute_session_timeout: optionalWhole,
    absolute_session_timeout_unit: unit,
    idle_session_timeout_enabled: optionalFlag,
    idle_session_timeout: optionalWhole,
    idle_session_timeout_unit: unit,
  }),
);
export type OrganizationSessionPolicy = z.infer<typeof organizationPolicySchema>;

/** Address, place and device of the person are left out: no diagnosis needs more than the browser's name. */
const session = z.object({
  session_id: z.string(),
  user_id: text,
  organization_id: text,
  authenticated_organizations: texts,
  status: text,
  created_at: time,
  updated_at: time,
  last_active_at: time,
  idle_expires_at: time,
  absolute_expires_at: time,
  expired_at: time,
  logout_at: time,
  device: optional(z.object({ browser: text, os: text })),
  authenticated_clients: listOf(z.object({ client_id: text, organization_id: text })),
});
export type Session = z.infer<typeof session>;

export const sessionSchema = envelope('session', session);
export const sessionsSchema = z.object({
  sessions: listOf(session),
  next_page_token: text,
  prev_page_token: text,
  total_size: whole,
});
export type Sessions = z.infer<typeof sessionsSchema>;
