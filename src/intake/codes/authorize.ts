/** Codes that reach the redirect URI or Scalekit's own error page during a login. */
import { type CodeEntry, oauthAuthorizeErrors, oauthTokenErrors, openIdErrors, scalekitDocs } from './code-entry.ts';

const connection = { problems: ['connection-not-found'], side: 'app', docs: scalekitDocs, whose: 'own' } as const;

export const authorizeCodes: readonly CodeEntry[] = [
  {
    code: 'invalid_redirect_uri',
    also: [
      'redirect_uri_mismatch',
      'redirect_uri_not_allowed',
      'unauthorized_redirect_uri',
      'bad_redirect_uri',
      'mismatching_redirect_uri',
      'redirect_uri is invalid',
      'redirect_uri did not match',
      'redirect_uri does not match',
    ],
    title: 'The redirect URI is not allowed',
    meaning:
      'The redirect URI of the request is not, character for character, among the allowed callback URLs of the client. Scalekit shows this on its own page and never sends it to the unregistered address.',
    side: 'app',
    problems: ['redirect-uri-mismatch'],
    docs: oauthAuthorizeErrors,
    whose: 'own',
  },
  {
    code: 'invalid_post_logout_redirect_uri',
    also: [
      'post_logout_redirect_uri not allowed',
      'post_logout_redirect_uri is not allowed',
      'post_logout_redirect_uri not registered',
      'post_logout_redirect_uri is not registered',
      'post_logout_redirect_uri mismatch',
      'post_logout_redirect_uri does not match',
      'post_logout_redirect_uri is invalid',
      'invalid post_logout_redirect_uri',
    ],
    title: 'The address after the logout is not allowed',
    meaning: 'Scalekit sends the browser on after a logout only to an address that is registered as a post-logout redirect.',
    side: 'app',
    problems: ['logout-incomplete'],
    cause: 'post-logout-not-registered',
    docs: 'https://openid.net/specs/openid-connect-rpinitiated-1_0.html',
    whose: 'own',
  },
  {
    ...connection,
    code: 'connection_not_found',
    also: ['sso_connection_not_found', 'no_connection_found', 'connection not found for organization'],
    title: 'No such SSO connection',
    meaning:
      'Nothing in this environment answers to the selector that was sent: the connection is missing, off, or belongs to another environment.',
  },
  {
    ...connection,
    code: 'no_active_connections',
    also: ['no_active_connection', 'no active sso connections', 'no active sso connection'],
    title: 'No SSO connection is active',
    meaning: 'The organization has connections, and none is enabled. Enable one, or finish its set-up first.',
  },
  {
    ...connection,
    code: 'no_configured_connections',
    also: ['no_configured_connection'],
    title: 'No SSO connection is set up',
    meaning:
      'The organization, domain or provider that was sent has no SSO connection at all. Create one, or send its admin the portal link.',
  },
  {
    ...connection,
    code: 'connection_not_active',
    also: ['connection_disabled', 'connection_inactive'],
    title: 'The SSO connection is not enabled',
    meaning:
      'The connection exists and is a draft, half done or disabled. It has to be completed and enabled before anyone can log in through it.',
    cause: 'connection-disabled',
  },
  {
    ...connection,
    code: 'invalid_connection_selector',
    also: ['missing_connection_selector'],
    title: 'The login does not say which connection to use',
    meaning:
      'The authorize request carries none of organization_id, connection_id, domain and provider, so Scalekit cannot choose an identity provider.',
    cause: 'no-selector',
  },
  {
    ...connection,
    code: 'invalid_organization_id',
    also: ['organization_not_found', 'org_not_found'],
    title: 'The organization id is unknown here',
    meaning:
      'No organization of this environment has that id. It is often the id of another environment, or your own external id.',
  },
  {
    ...connection,
    code: 'invalid_connection_id',
    title: 'The connection id is unknown here',
    meaning:
      'No connection of this environment has that id. Ids of development and production environments are not interchangeable.',
  },
  {
    ...connection,
    code: 'domain_not_found',
    title: 'The domain is not set on any organization',
    meaning:
      'The e-mail domain that was sent belongs to no organization here: add it to the organization, and verify it where that is required.',
  },
  {
    ...connection,
    code: 'invalid_user_domain',
    title: "The user's e-mail domain is not allowed on the connection",
    meaning:
      'The identity provider returned a user whose e-mail domain the organization does not have. Add the domain, or log in with an address of it.',
  },
  {
    code: 'application_not_active',
    also: ['application_disabled', 'application_inactive'],
    title: 'The application is disabled',
    meaning: 'The client id is known and its application is switched off in the dashboard.',
    side: 'scalekit',
    problems: ['invalid-client'],
    cause: 'application-inactive',
    docs: scalekitDocs,
    whose: 'own',
  },
  {
    code: 'invalid_request',
    title: 'A parameter of the request is missing, doubled or malformed',
    meaning:
      'The server could not make sense of the request. The error_description beside it names the parameter, most often the redirect URI or a selector.',
    side: 'app',
    problems: ['redirect-uri-mismatch', 'connection-not-found'],
    docs: oauthAuthorizeErrors,
    whose: 'common',
    vague: true,
  },
  {
    code: 'invalid_scope',
    title: 'A requested scope is unknown',
    meaning:
      'One of the scopes is misspelt or not allowed for this client. Logins use openid, profile, email and, for refresh tokens, offline_access.',
    side: 'app',
    problems: ['cannot-refresh'],
    docs: oauthAuthorizeErrors,
    whose: 'oauth',
    vague: true,
  },
  {
    code: 'unauthorized',
    title: 'The request was refused',
    meaning: 'Scalekit did not accept who asked. Check the client id, its secret and that both belong to this environment.',
    side: 'app',
    problems: ['invalid-client'],
    docs: scalekitDocs,
    whose: 'common',
    vague: true,
  },
  {
    code: 'unauthorized_client',
    title: 'This client may not use this grant',
    meaning: 'The client is known, and it is not allowed to ask for a token or a login in this way.',
    side: 'app',
    problems: ['invalid-client'],
    docs: oauthTokenErrors,
    whose: 'oauth',
  },
  {
    code: 'access_denied',
    title: 'The login was refused or cancelled',
    meaning:
      'The user, an administrator or the identity provider said no: he is not assigned to the application there, or he pressed cancel. The callback must read this error and offer another try.',
    side: 'idp',
    problems: ['callback-error-unread', 'connection-not-found'],
    docs: oauthAuthorizeErrors,
    whose: 'common',
    vague: true,
  },
  {
    code: 'user_not_active',
    also: ['user_deactivated', 'user_inactive', 'user_is_not_active'],
    title: 'The user is deactivated',
    meaning:
      'The account exists and is switched off, often by the directory when the person was unassigned at the identity provider.',
    side: 'idp',
    problems: ['users-not-provisioning'],
    docs: scalekitDocs,
    whose: 'own',
  },
  {
    code: 'authentication_not_completed',
    title: 'The user did not finish the login',
    meaning: 'The login was begun and left. The callback must read this error and offer another try.',
    side: 'idp',
    problems: ['callback-error-unread'],
    docs: scalekitDocs,
    whose: 'own',
    vague: true,
  },
  {
    code: 'user_login_required',
    also: ['login_required', 'interaction_required', 'consent_required', 'account_selection_required'],
    title: 'The user has to log in',
    meaning:
      'A silent login (prompt=none) found no session. Send the user through a full login; if it comes soon after one, the session ends too early.',
    side: 'app',
    problems: ['expires-too-quickly', 'callback-error-unread'],
    docs: openIdErrors,
    whose: 'oauth',
    vague: true,
  },
  {
    code: 'server_error',
    also: ['temporarily_unavailable'],
    title: "Something failed on the server's side",
    meaning:
      'Scalekit or the identity provider could not finish the login. Note the time and the request id; if it repeats, it is one for support.',
    side: 'scalekit',
    problems: ['callback-error-unread'],
    docs: oauthAuthorizeErrors,
    whose: 'common',
    vague: true,
  },
];
