/** Connections to identity providers, in the list and whole, and the results of their test. */
import * as z from 'zod/mini';
import { domain } from './domain.ts';
import { enumOf, envelope, flag, freeForm, listOf, optional, optionalFlag, optionalText, text, time } from './fields.ts';

const provider = enumOf([
  'CONNECTION_PROVIDER_UNSPECIFIED',
  'OKTA',
  'GOOGLE',
  'MICROSOFT_AD',
  'AUTH0',
  'ONELOGIN',
  'PING_IDENTITY',
  'JUMPCLOUD',
  'CUSTOM',
  'GITHUB',
  'GITLAB',
  'LINKEDIN',
  'SALESFORCE',
  'MICROSOFT',
  'IDP_SIMULATOR',
  'SCALEKIT',
  'ADFS',
]);
const type = enumOf([
  'INVALID',
  'OIDC',
  'SAML',
  'PASSWORD',
  'OAUTH',
  'PASSWORDLESS',
  'BASIC',
  'BEARER',
  'API_KEY',
  'WEBAUTHN',
  'OAUTH_M2M',
  'TRELLO_OAUTH1',
  'GOOGLE_DWD',
  'TRUSTED_IDP',
  'SMART_FHIR',
  'NO_AUTH',
]);
const status = enumOf(['CONNECTION_STATUS_UNSPECIFIED', 'DRAFT', 'IN_PROGRESS', 'COMPLETED']);
const binding = enumOf(['REQUEST_BINDING_UNSPECIFIED', 'HTTP_POST', 'HTTP_REDIRECT']);

export const connectionsSchema = z.object({
  connections: listOf(
    z.object({
      id: z.string(),
      provider,
      type,
      status,
      enabled: flag,
      organization_id: text,
      organization_name: text,
      ui_button_title: text,
      key_id: text,
      provider_key: text,
      domains: z.pipe(
        z.nullish(z.array(z.union([z.string(), z.object({ domain: z.string() })]))),
        z.transform((domains) => (domains ?? []).map((entry) => (typeof entry === 'string' ? entry : entry.domain))),
      ),
      created_at: time,
    }),
  ),
});
export type ListedConnection = z.infer<typeof connectionsSchema>['connections'][number];

const certificate = z.object({ id: text, certificate: text, issuer: text, create_time: time, expiry_time: time });

const samlConfig = z.object({
  sp_entity_id: text,
  sp_assertion_url: text,
  sp_metadata_url: text,
  sp_slo_url: optionalText,
  idp_entity_id: optionalText,
  idp_sso_url: optionalText,
  idp_slo_url: optionalText,
  idp_metadata_url: optionalText,
  idp_certificates: listOf(certificate),
  idp_name_id_format: enumOf(['NAME_ID_FORMAT_NIL', 'UNSPECIFIED', 'EMAIL', 'TRANSIENT', 'PERSISTENT']),
  idp_sso_request_binding: binding,
  saml_signing_option: enumOf([
    'SAML_SIGNING_OPTIONS_UNSPECIFIED',
    'NO_SIGNING',
    'SAML_ONLY_RESPONSE_SIGNING',
    'SAML_ONLY_ASSERTION_SIGNING',
    'SAML_RESPONSE_ASSERTION_SIGNING',
    'SAML_RESPONSE_OR_ASSERTION_SIGNING',
  ]),
  allow_idp_initiated_login: optionalFlag,
  force_authn: optionalFlag,
  default_redirect_uri: optionalText,
  assertion_encrypted: optionalFlag,
  want_request_signed: optionalFlag,
});
export type SamlConfig = z.infer<typeof samlConfig>;

/** The client secret at the identity provider is not read, should a server send it. */
const oidcConfig = z.object({
  issuer: optionalText,
  discovery_endpoint: optionalText,
  authorize_uri: optionalText,
  token_uri: optionalText,
  user_info_uri: optionalText,
  jwks_uri: optionalText,
  client_id: optionalText,
  redirect_uri: text,
  pkce_enabled: optionalFlag,
  token_auth_type: enumOf(['TOKEN_AUTH_TYPE_UNSPECIFIED', 'URL_PARAMS', 'BASIC_AUTH']),
});
export type OidcConfig = z.infer<typeof oidcConfig>;

export const connectionSchema = envelope(
  'connection',
  z.object({
    id: z.string(),
    provider,
    type,
    status,
    enabled: flag,
    debug_enabled: flag,
    organization_id: text,
    ui_button_title: text,
    key_id: text,
    provider_key: text,
    test_connection_uri: text,
    configuration_type: enumOf(['CONFIGURATION_TYPE_UNSPECIFIED', 'DISCOVERY', 'MANUAL']),
    attribute_mapping: freeForm,
    domains: listOf(domain),
    saml_config: optional(samlConfig),
    oidc_config: optional(oidcConfig),
    create_time: time,
    update_time: time,
  }),
);
export type Connection = z.infer<typeof connectionSchema>;

export const connectionTestSchema = z.object({
  status: enumOf(['PENDING', 'SUCCESS', 'FAILURE']),
  error: text,
  error_description: text,
  error_details: text,
});
export type ConnectionTest = z.infer<typeof connectionTestSchema>;
