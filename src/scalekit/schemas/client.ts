/** A client of the environment: its allowed URLs, its secrets by their last characters, what it may do. */
import * as z from 'zod/mini';
import { enumOf, envelope, flag, listOf, optionalWhole, text, texts, time } from './fields.ts';

const clientSecretSchema = z.object({
  id: text,
  secret_suffix: text,
  /** ACTIVE is 0, so gateways that leave out defaults send no status for exactly the good ones. */
  status: enumOf(['ACTIVE', 'INACTIVE']),
  create_time: time,
  expire_time: time,
  last_used_time: time,
});

export const clientSchema = envelope(
  'client',
  z.object({
    id: z.string(),
    key_id: text,
    name: text,
    post_login_uris: texts,
    initiate_login_uri: text,
    post_logout_redirect_uris: texts,
    back_channel_logout_uris: texts,
    access_token_expiry: optionalWhole,
    scopes: texts,
    grant_types: texts,
    client_type: text,
    enforce_pkce: flag,
    disallow_scalekit_api_access: flag,
    secrets: listOf(clientSecretSchema),
    create_time: time,
    update_time: time,
  }),
);
export type Client = z.infer<typeof clientSchema>;
export type ClientSecret = z.infer<typeof clientSecretSchema>;
