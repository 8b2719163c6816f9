/** What identity providers, libraries, frameworks and SDKs print, as people paste it. */
import type { Row } from '../judged.ts';

export const pasted: readonly Row[] = [
  [
    'saml-validation-failed',
    'Customer says they get this when clicking our tile:\n\n> Sorry, but we’re having trouble signing you in.\n> AADSTS50105: Your administrator has configured the application Globex Desk to block users unless they are specifically granted access.\n> Request Id: 3f1b2c4d-0000-1111-2222-333344445555\n> Timestamp: 2026-03-02T08:11:32Z',
  ],
  [
    'saml-validation-failed',
    '{"error":"access_denied","error_description":"AADSTS65004: User declined to consent to access the app.\\r\\nTrace ID: 11112222-3333-4444-5555-666677778888\\r\\nTimestamp: 2026-02-01 10:11:12Z","state":"k2j4"}',
  ],
  [
    'invalid-client',
    '[2026-02-11 09:14:55] production.ERROR: token exchange with idp failed {"status":401,"body":"{\\"error\\":\\"invalid_client\\",\\"error_description\\":\\"AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID\\"}"}',
  ],
  [
    'invalid-client',
    "oidc test connection: invalid_client AADSTS7000222: The provided client secret keys for app '9c1d' are expired. Visit the Azure portal to create new keys for your app",
  ],
  [
    'saml-validation-failed',
    "AADSTS700016: Application with identifier 'urn:globex:sp' was not found in the directory 'Globex GmbH'. This can happen if the application has not been installed by the administrator of the tenant",
  ],
  [
    'saml-validation-failed|redirect-uri-mismatch',
    "AADSTS50011: The redirect URI 'https://globex.scalekit.com/sso/v1/oidc/conn_77/callback' specified in the request does not match the redirect URIs configured for the application '8f0e'.",
  ],
  [
    'saml-validation-failed',
    "AADSTS90072: User account 'kim@fabrikam.example' from identity provider 'https://sts.windows.net/abc/' does not exist in tenant 'Globex' and cannot access the application",
  ],
  [
    'saml-validation-failed',
    'login_error=AADSTS53003%3A+Access+has+been+blocked+by+Conditional+Access+policies.+The+access+policy+does+not+allow+token+issuance.',
  ],
  [
    'saml-validation-failed',
    'Sign-in error code: 50126\nFailure reason: Error validating credentials due to invalid username or password.\nApp: Globex Desk SSO (Entra sign-in logs)',
  ],
  [
    'saml-validation-failed',
    'AADSTS750054: SAMLRequest or SAMLResponse must be present as query string parameters in HTTP request for SAML Redirect binding.',
  ],
  [
    'saml-validation-failed',
    '{"timestamp":"2026-01-05T11:22:33Z","level":"ERROR","logger":"sso","message":"callback returned error","mdc":{"error":"server_error","error_description":"AADSTS90094: Admin consent is required for the permissions requested by this application."}}',
  ],
  [
    'cannot-refresh',
    'refresh at entra fails since the user changed the password: invalid_grant AADSTS50173: The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  ],
  [
    'users-not-provisioning',
    'Provisioning log, Status: Failure, ErrorCode: SystemForCrossDomainIdentityManagementCredentialValidationUnavailable. Details: We received this unexpected response from your application: Message: The HTTP Unauthorized response',
  ],
  [
    'users-not-provisioning',
    '{"provisioningStatusInfo":{"status":"skipped","errorInformation":null},"provisioningSteps":[{"name":"EntryExportAdd","status":"skipped","details":{"SkipReason":"NotEffectivelyEntitled"}}]}',
  ],
  [
    'users-not-provisioning',
    'Our customers Entra job went into quarantine (EncounteredQuarantineException) after we rotated the SCIM token',
  ],
  [
    'users-not-provisioning',
    'Entra: You appear to have entered invalid credentials. Please confirm you are using the correct information for an administrative account. Error code: SystemForCrossDomainIdentityManagementCredentialValidationUnavailable',
  ],
  [
    'users-not-provisioning',
    '"statusInfo": {"errorCode": "DuplicateTargetEntries", "reason": "More than one user in the target matched"}',
  ],
  [
    'users-not-provisioning',
    'Automatic provisioning of user Kim Vale to app Globex failed: Error while creating user kim@globex.example: Conflict. Errors reported by remote server: User already exists',
  ],
  [
    'group-sync',
    'Failed on 03-11-2026 09:30AM UTC: Unable to update Group Push mapping target App group Sales: Error while updating user group Sales: Not Found.',
  ],
  [
    'group-sync',
    '{"actor":{"type":"SystemPrincipal"},"eventType":"application.provision.group_push.push_memberships","outcome":{"result":"FAILURE","reason":"Bad Request. Errors reported by remote server: Invalid member value"},"severity":"WARN"}',
  ],
  [
    'users-not-provisioning',
    'eventType=application.provision.user.push outcome.result=FAILURE outcome.reason="Error authenticating: Unauthorized. Errors reported by remote server: Invalid token"',
  ],
  ['saml-validation-failed', '?error=access_denied&error_description=User+is+not+assigned+to+the+client+application.&state=8aa1'],
  [
    'saml-validation-failed',
    'okta system log\n{"eventType":"policy.evaluate_sign_on","outcome":{"result":"DENY","reason":"Sign-on policy evaluation resulted in DENY"},"target":[{"displayName":"Globex Desk"}]}',
  ],
  [
    'saml-validation-failed',
    '"eventType": "user.session.start", "outcome": {"result": "FAILURE", "reason": "INVALID_CREDENTIALS"}',
  ],
  [
    'redirect-uri-mismatch',
    "400 Bad Request\nYour request resulted in an error. The 'redirect_uri' parameter must be a Login redirect URI in the client app settings: https://globex-admin.okta.com/admin/app/oidc_client/instance/0oa1#tab-general",
  ],
  [
    'invalid-client',
    '{"error":"invalid_client","error_description":"The client secret supplied for a confidential client is invalid."} (okta oidc connection)',
  ],
  [
    'saml-validation-failed',
    '{"errorCode":"E0000004","errorSummary":"Authentication failed","errorLink":"E0000004","errorId":"oae1","errorCauses":[]}',
  ],
  [
    'saml-validation-failed',
    '403. That’s an error.\n\nError: app_not_configured_for_user\n\nService is not configured for this user.\n\nRequest Details\nidpid=C0abc\nSAMLRequest=...\nThat’s all we know.',
  ],
  ['saml-validation-failed', 'Access blocked: Globex can only be used within its organization. Error 403: org_internal'],
  ['saml-validation-failed', 'Google login from our mobile webview says Error 403: disallowed_useragent'],
  [
    'saml-validation-failed',
    'Authorization Error\nError 400: admin_policy_enforced\nAccess to your account data is restricted by policies within your organization.',
  ],
  [
    'redirect-uri-mismatch',
    'Error 400: redirect_uri_mismatch\nRequest details: redirect_uri=https://globex.scalekit.com/sso/v1/oidc/conn_5/callback flowName=GeneralOAuthFlow',
  ],
  ['saml-validation-failed', '<p>403</p><p>Error: app_not_enabled_for_user</p><p>Service is not enabled for this user.</p>'],
  [
    'redirect-uri-mismatch',
    '2026-03-01T10:00:00.000Z WARN  [org.keycloak.events] (executor-thread-12) type="LOGIN_ERROR", realmId="3f", realmName="globex", clientId="scalekit", userId="null", ipAddress="203.0.113.9", error="invalid_redirect_uri", redirect_uri="https://globex.scalekit.com/sso/v1/oidc/conn_3/callback"',
  ],
  [
    'invalid-client',
    'type=CODE_TO_TOKEN_ERROR, realmId=globex, clientId=scalekit, userId=null, ipAddress=203.0.113.9, error=invalid_client_credentials, grant_type=authorization_code',
  ],
  [
    'cannot-refresh',
    '{"type":"REFRESH_TOKEN_ERROR","realmId":"globex","clientId":"desk","error":"invalid_token","details":{"reason":"Stale token","grant_type":"refresh_token"}}',
  ],
  [
    'saml-validation-failed',
    'We are sorry...\nCookie not found. Please make sure cookies are enabled in your browser.\n(keycloak login page)',
  ],
  ['invalid-client', 'keycloak: type=LOGIN_ERROR, error=client_not_found, clientId=desk-prod'],
  [
    'saml-validation-failed',
    "An error occurred. Contact your administrator for more information. Activity ID: 00000000-0000-0000-3d00-0080000000f4  Error details: MSIS7042: The same client browser session has made '6' requests in the last '1' seconds.",
  ],
  [
    'redirect-uri-mismatch',
    "MSIS9224: Received invalid OAuth authorization request. The received 'redirect_uri' parameter is not a valid registered redirect URI for the client identifier",
  ],
  [
    'saml-validation-failed',
    "Event ID 364 AD FS: Encountered error during federation passive request. Microsoft.IdentityServer.Service.Policy.PolicyServer.Engine.InvalidScopeException: MSIS7007: The requested relying party trust 'https://globex.example/sp' is unspecified or unsupported.",
  ],
  [
    'saml-validation-failed',
    'Microsoft.IdentityServer.Protocols.Saml.SamlProtocolSignatureVerificationException: MSIS0037: No signature verification certificate found for issuer',
  ],
  ['saml-validation-failed', 'OneLogin: You do not have access to this application. Please contact your administrator.'],
  ['saml-validation-failed', 'JumpCloud SSO error: You do not have access to this application'],
  ['saml-validation-failed', 'PingFederate server.log: Unknown SP connection: https://globex.example/saml/metadata tid:Zk1'],
  [
    'redirect-uri-mismatch',
    'Oops!, something went wrong. Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs. Please go to the Application Settings page (auth0)',
  ],
  [
    'saml-validation-failed',
    'opensaml::FatalProfileException at (https://desk.globex.example/Shibboleth.sso/SAML2/POST)\nA valid authentication statement was not found in the incoming message. Unable to establish security of incoming assertion.',
  ],
  [
    'saml-validation-failed',
    'SimpleSAML_Error_Error: METADATANOTFOUND Unable to locate metadata for https://desk.globex.example/sp',
  ],
  ['saml-validation-failed', 'SimpleSAML\\Error\\NoState: NOSTATE backtrace'],
  [
    'saml-validation-failed',
    'Error: Invalid document signature\n    at SAML.validatePostResponseAsync (/app/node_modules/@node-saml/node-saml/lib/saml.js:640:23)',
  ],
  [
    'saml-validation-failed',
    'Error: SAML assertion audience mismatch. Expected: https://desk.globex.example/sp Received: https://desk.globex.example\n    at SAML.checkAudienceValidityError (/app/node_modules/@node-saml/node-saml/lib/saml.js:800:20)',
  ],
  [
    'saml-validation-failed',
    'Error: InResponseTo is not valid\n    at SAML.validateInResponseTo (/srv/node_modules/passport-saml/lib/node-saml/saml.js:420:27)',
  ],
  [
    'saml-validation-failed',
    'UnhandledPromiseRejection: ERR_FAILED_MESSAGE_SIGNATURE_VERIFICATION\n at flow (node_modules/samlify/build/src/flow.js)',
  ],
  [
    'saml-validation-failed',
    'onelogin.saml2.errors.OneLogin_Saml2_ValidationError: The response was received at http://desk.globex.example/acs instead of https://desk.globex.example/acs',
  ],
  [
    'saml-validation-failed',
    "auth.get_errors() -> ['invalid_response'], get_last_error_reason() -> Signature validation failed. SAML Response rejected",
  ],
  [
    'saml-validation-failed',
    'saml2.response.StatusNoAuthnContext: urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext from urn:oasis:names:tc:SAML:2.0:status:Responder',
  ],
  [
    'saml-validation-failed',
    "saml2.validate.ToEarly: Can't use response yet: (now+slack=2026-03-01T10:00:03Z) <= notbefore: 2026-03-01T10:00:09Z",
  ],
  [
    'saml-validation-failed',
    "org.springframework.security.saml2.provider.service.authentication.Saml2AuthenticationException: Invalid assertion [_a1] for SAML response [_b2]: Condition '{...}Audience' of type is not valid",
  ],
  ['saml-validation-failed', 'ERROR:saml2.client_base:XML parse error: Not for me!!!'],
  [
    'saml-validation-failed',
    "Caused by: org.opensaml.common.SAMLException: Response doesn't have any valid assertion which would pass subject validation",
  ],
  [
    'saml-validation-failed',
    'ruby-saml: Invalid Audience. The audience https://a.example did not match the expected audience https://b.example',
  ],
  [
    'saml-validation-failed',
    'Current time is on or after NotOnOrAfter condition (2026-03-01 10:00:00 UTC >= 2026-03-01 09:59:00 UTC)',
  ],
  [
    'saml-validation-failed',
    'crewjam: ERROR: cannot validate signature on Response: Could not verify certificate against trusted certs',
  ],
  [
    'saml-validation-failed',
    'Authentication failed: `InResponseTo` does not match any of the possible request IDs (expected [])',
  ],
  [
    'state-missing',
    'BadRequestError: checks.state argument is missing\n    at /workspace/node_modules/express-openid-connect/middleware/auth.js:121:19\n\nworks locally, not on DigitalOcean',
  ],
  [
    'state-missing',
    'state mismatch, could not find a state in the session, this is likely an environment setup issue, loaded session: undefined',
  ],
  [
    'state-missing',
    'oidc_restore_proto_state: no "mod_auth_openidc_state_x1" state cookie found, referer: https://desk.globex.example/',
  ],
  ['state-missing', 'Error: Missing state on session. (remix-auth-oauth2)'],
  ['state-missing', 'State cookie is not set in request'],
  [
    'state-missing',
    '[auth][error] InvalidCheck: state value could not be parsed. Read more at https://errors.authjs.dev#invalidcheck',
  ],
  [
    'state-missing',
    '[next-auth][error][OAUTH_CALLBACK_ERROR]\nhttps://next-auth.js.org/errors#oauth_callback_error State cookie was missing. {\n  error: TypeError: State cookie was missing.\n    at Object.use (/app/node_modules/next-auth/core/lib/oauth/checks.js:103:23)',
  ],
  ['state-missing', '[next-auth][error][OAUTH_CALLBACK_ERROR]\npkceCodeVerifier value could not be parsed'],
  [
    'invalid-client',
    '[auth][error] CallbackRouteError: Read more at https://errors.authjs.dev#callbackrouteerror\n[auth][cause]: ResponseBodyError: server responded with an error in the response body\n  error: "invalid_client", error_description: "client authentication failed"',
  ],
  [
    'expires-too-quickly',
    '[auth][error] MissingSecret: Please define a `secret`. Read more at https://errors.authjs.dev#missingsecret',
  ],
  [
    'redirect-uri-mismatch',
    '[auth][error] UntrustedHost: Host must be trusted. URL was: https://desk.globex.example/api/auth/session',
  ],
  [
    'expires-too-quickly',
    '[auth][error] JWTSessionError: Read more at https://errors.authjs.dev#jwtsessionerror\n[auth][cause]: Error: no matching decryption secret',
  ],
  [
    'state-missing',
    'authlib.integrations.base_client.errors.MismatchingStateError: mismatching_state: CSRF Warning! State not equal in request and response.',
  ],
  ['state-missing', '{"message":"Unable to verify authorization request state.","statusCode":403}'],
  [
    'state-missing',
    'Error: did not find expected authorization request details in session, req.session["oidc:acme"] is undefined\n    at /app/node_modules/openid-client/lib/passport_strategy.js:130:13',
  ],
  [
    'state-missing',
    '[authorization_request_not_found] \norg.springframework.security.oauth2.core.OAuth2AuthenticationException: [authorization_request_not_found]\n\tat org.springframework.security.oauth2.client.web.OAuth2LoginAuthenticationFilter.attemptAuthentication(OAuth2LoginAuthenticationFilter.java:173)',
  ],
  [
    'token-expired',
    'OAuth2AuthenticationException: [invalid_id_token] An error occurred while attempting to decode the Jwt: Jwt expired at 2026-03-01T10:00:00Z',
  ],
  ['token-expired', '[invalid_id_token] An error occurred while attempting to decode the Jwt: The iss claim is not valid'],
  [
    'invalid-client',
    '[invalid_token_response] An error occurred while attempting to retrieve the OAuth 2.0 Access Token Response: 401 Unauthorized: [no body]',
  ],
  [
    'invalid-client',
    'Caused by: java.lang.IllegalStateException: The Issuer "https://globex.scalekit.dev" provided in the configuration metadata did not match the requested issuer "https://globex.scalekit.dev/"',
  ],
  [
    'state-missing',
    'io.quarkus.oidc.runtime.CodeAuthenticationMechanism - State cookie value does not match the state query parameter value, completing the code flow with HTTP status 401',
  ],
  ['token-expired', 'oidc: expected audience "skc_1234567890123" got ["skc_9876543210987"]'],
  [
    'token-expired',
    'oidc: id token issued by a different provider, expected "https://globex.scalekit.dev/" got "https://globex.scalekit.dev"',
  ],
  ['token-expired|cannot-refresh', 'oauth2: token expired and refresh token is not set'],
  ['cannot-refresh', 'oauth2: "invalid_grant" "the code was already used"'],
  ['callback-error-unread', 'OperationProcessingError: response parameter "iss" (issuer) missing'],
  [
    'token-expired',
    'ClientError: unexpected JWT claim value encountered {\n  code: \'OAUTH_JWT_CLAIM_COMPARISON_FAILED\',\n  [cause]: OperationProcessingError: unexpected JWT "aud" (audience) claim value',
  ],
  [
    'invalid-client',
    'OperationProcessingError: "response" body "issuer" property does not match the expected value { code: \'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED\' }',
  ],
  ['state-missing', '(csrf_detected) OmniAuth::Strategies::OAuth2::CallbackError, csrf_detected | CSRF detected'],
  ['state-missing', 'Laravel\\Socialite\\Two\\InvalidStateException in AbstractProvider.php:221'],
  [
    'state-missing',
    'System.Exception: An error was encountered while handling the remote login. ---> System.Exception: Correlation failed.',
  ],
  ['token-expired', "IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '3/1/2026 10:00:00 AM'"],
  ['token-expired', "JWTExpired: \"exp\" claim timestamp check failed\n code: 'ERR_JWT_EXPIRED', claim: 'exp'"],
  ['token-expired', 'JsonWebTokenError: jwt audience invalid. expected: skc_123'],
  [
    'id-token-not-verified',
    'Error: secretOrPrivateKey must have a value\n    at module.exports [as sign] (/app/node_modules/jsonwebtoken/sign.js:105:20)',
  ],
  ['token-expired', "jwt.exceptions.InvalidAudienceError: Audience doesn't match"],
  ['token-expired', 'jwt.exceptions.ImmatureSignatureError: The token is not yet valid (iat)'],
  ['token-expired', 'token has invalid claims: token used before issued'],
  [
    'token-expired',
    'io.jsonwebtoken.security.SignatureException: JWT signature does not match locally computed signature. JWT validity cannot be asserted and should not be trusted.',
  ],
  ['token-expired', 'com.nimbusds.jwt.proc.BadJWTException: JWT aud claim has value [skc_1], must be [skc_2]'],
  ['token-expired', 'JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set'],
  ['signature-verification', 'svix.webhooks.WebhookVerificationError: No matching signature found'],
  ['signature-verification', 'standardwebhooks: WebhookVerificationError: Missing required headers at Webhook.verify'],
  [
    'signature-verification',
    'TypeError: Body is unusable: Body has already been read\n    at consumeBody\n    at async POST (app/api/webhooks/scalekit/route.ts:9:21)',
  ],
  ['signature-verification', 'WebhookVerificationError: Message timestamp too old'],
  ['signature-verification', 'com.standardwebhooks.exceptions.WebhookVerificationException: No matching signature found'],
  ['not-received', 'Forbidden (403)\nCSRF verification failed. Request aborted.\nPOST /webhooks/scalekit/'],
  [
    'not-received',
    'ActionController::InvalidAuthenticityToken (Can\'t verify CSRF token authenticity.):\nStarted POST "/webhooks/scalekit" for 34.94.129.140',
  ],
  ['not-received', '{"timestamp":"2026-03-01T10:00:00","status":403,"error":"Forbidden","path":"/webhooks/scalekit"}'],
  ['not-received', 'Illuminate\\Session\\TokenMismatchException: CSRF token mismatch. POST api/hooks/scalekit'],
  [
    'users-not-provisioning',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"uniqueness","detail":"User already exists","status":"409"}',
  ],
  [
    'users-not-provisioning',
    '{"detail":"The filter \'externalId eq \\"9\\"\' is not supported.","scimType":"invalidFilter","status":"400","schemas":["urn:ietf:params:scim:api:messages:2.0:Error"]}',
  ],
  [
    'users-not-provisioning',
    'PATCH /scim/v2/Users/9 -> {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"400","scimType":"mutability","detail":"userName is read-only"}',
  ],
  [
    'users-not-provisioning',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"status":"401","detail":"Authorization failure. The authorization header is invalid or missing."}',
  ],
  ['unknown-sdk-call', "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@scalekit-sdk/node' imported from /app/src/auth.js"],
  ['unknown-sdk-call', "ModuleNotFoundError: No module named 'scalekit'"],
  [
    'unknown-sdk-call',
    'main.go:8:2: no required module provides package github.com/scalekit-inc/scalekit-sdk-go/v2; to add it:\n\tgo get github.com/scalekit-inc/scalekit-sdk-go/v2',
  ],
  ['unknown-sdk-call', 'error: package com.scalekit does not exist\nimport com.scalekit.ScalekitClient;'],
  [
    'unknown-sdk-call',
    "AttributeError: 'dict' object has no attribute 'access_token'\n  result = scalekit_client.authenticate_with_code(code, redirect_uri, options)",
  ],
  [
    'unknown-sdk-call',
    "npm error 404 Not Found - GET https://registry.npmjs.org/@scalekit%2fnode - Not found\nnpm error 404  '@scalekit/node@*' is not in this registry.",
  ],
  ['unknown-sdk-call', 'TypeError: scalekit.webhooks.verifySignature is not a function'],
  [
    'unknown-sdk-call',
    "TypeError: Cannot read properties of undefined (reading 'getAuthorizationUrl')\n    at GET (app/api/login/route.ts:6:28)",
  ],
  ['invalid-client', 'authentication failed: HTTP 401: {"error":"invalid_client","error_description":"client not found"}'],
  ['cannot-refresh', 'ScalekitBadRequestException: {"error":"invalid_grant","error_description":"refresh token is expired"}'],
  ['name-resolution', 'ScalekitServiceUnavailableException: [unavailable] connect ECONNREFUSED 127.0.0.1:443'],
  [
    'name-resolution',
    'grpc._channel._InactiveRpcError: status = StatusCode.UNAVAILABLE details = "failed to connect to all addresses" (scalekit organization list)',
  ],
  [
    'invalid-client',
    "TypeError: Invalid URL\n    at new URL (node:internal/url:797:36)\n    at new ScalekitClient (/app/node_modules/@scalekit-sdk/node/lib/scalekit.js:40:12) input: 'undefined'",
  ],
  [
    'cannot-refresh',
    '⨯ Error: Cookies can only be modified in a Server Action or Route Handler.\n    at refreshSession (src/lib/session.ts:41:16)',
  ],
  ['callback-error-unread', "Error: No response is returned from route handler '/app/src/app/callback/route.ts'."],
  [
    'callback-error-unread',
    "callback failed Error: NEXT_REDIRECT\n    at redirect (node_modules/next/dist/client/components/redirect.js) { digest: 'NEXT_REDIRECT;replace;/dashboard;307;' }",
  ],
  [
    'unknown-sdk-call',
    "Access to fetch at 'https://globex.scalekit.dev/oauth/authorize?response_type=code' (redirected from 'http://localhost:3000/api/login') from origin 'http://localhost:3000' has been blocked by CORS policy",
  ],
  [
    'logout-incomplete',
    "Access to fetch at 'https://globex.scalekit.dev/oidc/logout?id_token_hint=x' from origin 'https://desk.globex.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header",
  ],
  [
    'client-side-secret',
    "Access to XMLHttpRequest at 'https://globex.scalekit.dev/oauth/token' from origin 'http://localhost:5173' has been blocked by CORS policy",
  ],
  [
    'expires-too-quickly',
    'This page isn’t working. localhost redirected you too many times. ERR_TOO_MANY_REDIRECTS after login with scalekit',
  ],
  [
    'callback-error-unread',
    'Error [ERR_HTTP_HEADERS_SENT]: Cannot set headers after they are sent to the client\n    at /app/routes/auth/callback.js:22:9',
  ],
  ['state-missing', 'https://desk.globex.example/auth/callback?code=9f2c8d7b6a5e&state=undefined'],
  [
    'client-side-secret',
    "Module not found: Can't resolve 'http2'\nImport trace: ./node_modules/@scalekit-sdk/node/lib/connect.js ./src/app/login/page.tsx",
  ],
  ['invalid-client', 'POST https://globex.scalekit.dev/oauth2/token 404 (Not Found)'],
];
