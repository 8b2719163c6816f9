/** What happened in the environment: login attempts and events. */
import * as z from 'zod/mini';
import { freeForm, listOf, text, time, whole } from './fields.ts';

const connection = z.object({ connection_id: text, organization_id: text, connection_type: text, connection_provider: text });

const authRequest = z.object({
  auth_request_id: text,
  organization_id: text,
  environment_id: text,
  connection_id: text,
  connection_type: text,
  connection_provider: text,
  connection_details: listOf(connection),
  email: text,
  status: text,
  timestamp: time,
  workflow: text,
  client_id: text,
  client_name: text,
  resource_id: text,
  redirect_uri: text,
  state: text,
});
export type AuthRequest = z.infer<typeof authRequest>;

export const authRequestsSchema = z.object({
  auth_requests: listOf(authRequest),
  next_page_token: text,
  prev_page_token: text,
  total_size: whole,
});
export type AuthRequests = z.infer<typeof authRequestsSchema>;

const event = z.object({
  id: text,
  type: text,
  spec_version: text,
  object: text,
  display_name: text,
  environment_id: text,
  organization_id: text,
  occurred_at: time,
  data: freeForm,
});
export type ScalekitEvent = z.infer<typeof event>;

export const eventsSchema = z.object({ events: listOf(event), next_page_token: text, prev_page_token: text, total_size: whole });
export type Events = z.infer<typeof eventsSchema>;
