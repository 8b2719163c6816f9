/** Logs and traces with the lines around the failing one, pages of identity providers, and the SDKs in four languages. */
import type { Row } from '../judged.ts';

export const traces: readonly Row[] = [
  [
    'saml-validation-failed',
    '2026-03-01T10:00:00Z INFO  server listening on 8080\n2026-03-01T10:00:05Z INFO  GET /login 302\n2026-03-01T10:00:31Z ERROR sso callback: access_denied (AADSTS50105: The signed in user is not assigned to a role for the application)\n2026-03-01T10:00:31Z INFO  GET /callback 500',
  ],
  [
    'state-missing',
    '10:00:01 GET /auth/login 302 - 3ms\n10:00:20 Error: Unable to verify authorization request state.\n    at /app/node_modules/passport-oauth2/lib/strategy.js:150\n10:00:20 GET /auth/callback 500 - 12ms',
  ],
  [
    'signature-verification',
    '[web] POST /api/webhooks 400 in 8ms\n[web] WebhookVerificationError: Invalid Signature\n[web]     at ScalekitClient.verifyWebhookPayload (/app/node_modules/@scalekit-sdk/node/lib/scalekit.js:410:13)',
  ],
  [
    'cannot-refresh',
    'Traceback (most recent call last):\n  File "/app/main.py", line 88, in refresh\n    tokens = scalekit_client.refresh_access_token(rt)\n  File "/usr/lib/python3.12/site-packages/scalekit/client.py", line 540, in refresh_access_token\nscalekit.common.exceptions.ScalekitBadRequestException: invalid_grant',
  ],
  [
    'cannot-refresh',
    'panic: authentication failed: HTTP 400: {"error":"invalid_grant","error_description":"code expired"}\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go:40 +0x1d',
  ],
  [
    'invalid-client',
    'Exception in thread "main" java.lang.RuntimeException: error getting access token\n\tat com.scalekit.internal.http.ScalekitCredentials.fetch(ScalekitCredentials.java:61)\nCaused by: java.lang.RuntimeException: Failed to authenticate: {"error":"invalid_client"}',
  ],
  [
    'name-resolution',
    'rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp: lookup acme.scalekit.dev: no such host"',
  ],
  ['name-resolution', 'unavailable: dial tcp [::1]:443: connect: connection refused  (scalekit-sdk-go ListConnections)'],
  [
    'invalid-client',
    'ScalekitUnauthorizedException: [object Object]\n    at /app/node_modules/@scalekit-sdk/node/lib/core.js:88',
  ],
  [
    'connection-not-found',
    'ScalekitNotFoundException: [not_found] organization not found\n   at OrganizationClient.getOrganization',
  ],
  ['token-expired', 'ScalekitValidateTokenFailureException: "exp" claim timestamp check failed'],
  [
    'users-not-provisioning',
    'Exception: Directory does not exist for given Organization Id.\n  File "/app/sync.py", line 9, in run\n    scalekit_client.directory.get_primary_directory_by_organization_id(org)',
  ],
  ['expires-too-quickly', 'InvalidSessionError: session cookie is truncated (scalekit.frameworks.flask)'],
  [
    'redirect-uri-mismatch',
    '<div class="kc-page-title">We are sorry...</div><p class="instruction">Invalid parameter: redirect_uri</p>',
  ],
  [
    'saml-validation-failed',
    '<h1>Sign in</h1><p>Sorry, but we’re having trouble signing you in.</p><p>AADSTS65001: The user or administrator has not consented to use the application with ID &#39;9&#39;</p>',
  ],
  [
    'saml-validation-failed',
    'An error occurred\nAn error occurred. Contact your administrator for more information.\nError details\nActivity ID: 6e6b5c4d-1111-2222-3333-444455556666\nRelying party: desk.globex.example',
  ],
  [
    'saml-validation-failed',
    "Request Id: a1\nCorrelation Id: b2\nTimestamp: 2026-01-01T00:00:00Z\nMessage: AADSTS700016: Application with identifier '9c' was not found in the directory 'Contoso'",
  ],
  [
    'saml-validation-failed',
    'Okta says "You do not have permission to access this feature" 403 and the system log has app.generic.unauth_app_access_attempt FAILURE',
  ],
  [
    'saml-validation-failed',
    '{"eventType":"user.authentication.sso","displayMessage":"User single sign on to app","outcome":{"result":"FAILURE","reason":"User not assigned"}}',
  ],
  [
    'saml-validation-failed',
    '{"eventType":"user.authentication.auth_via_mfa","outcome":{"result":"FAILURE","reason":"INVALID_CREDENTIALS"}}',
  ],
  [
    'users-not-provisioning',
    '{"eventType":"application.provision.user.deactivate","outcome":{"result":"FAILURE","reason":"Automatic deprovisioning of user a@b.example failed: Errors reported by remote server: 404"}}',
  ],
  ['users-not-provisioning', 'application.provision.integration.call_api FAILURE 401 Unauthorized'],
  [
    'saml-validation-failed',
    'Error: SAML provider returned Responder error: AuthnFailed\n at SAML.processValidlySignedPostRequestAsync',
  ],
  ['saml-validation-failed', 'SAMLStatus: urn:oasis:names:tc:SAML:2.0:status:RequestDenied -- jumpcloud'],
  ['saml-validation-failed', 'error 400 saml_invalid_user_id_mapping google'],
  ['saml-validation-failed', 'samlp:StatusMessage: The SAML request is not signed. AADSTS76021'],
  ['state-missing', 'POST /callback 403 {"code":"STATE_MISMATCH","message":"OAuth state mismatch"}'],
  ['state-missing', 'Error: state cookie missing\n    at handler (pages/api/auth/callback.ts:14)'],
  ['state-missing', 'ASP.NET: Unable to unprotect the message.State.'],
  ['state-missing', 'quarkus: State cookie value does not match the state query parameter value'],
  ['state-missing', 'Hint: OAuth2Error: Missing state in session. flask-dance scalekit'],
  ['state-missing', 'io.jsonwebtoken... no wait: OAuth2AuthenticationException: [invalid_state_parameter]'],
  ['state-missing', '"error":{"name":"InvalidCheck","message":"nonce value could not be parsed"}'],
  ['token-expired', 'ERR_JWT_CLAIM_VALIDATION_FAILED unexpected "aud" claim value { claim: "aud" }'],
  ['token-expired', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED: signature verification failed'],
  ['token-expired', 'nimbus: Signed JWT rejected: Another algorithm expected, or no matching key(s) found'],
  ['token-expired', 'oidc: failed to verify signature: failed to verify id token signature'],
  ['token-expired', "IDX10501: Signature validation failed. Unable to match key: kid: '7'"],
  ['token-expired', 'Error: id_token issued in the future, now 1700000000, iat 1700000100 (RPError)'],
  [
    'invalid-client',
    'RPError: expected 200 OK, got: 404 Not Found at processResponse openid-client Issuer.discover https://acme.scalekit.dev/oauth/.well-known/openid-configuration',
  ],
  ['invalid-client', 'OIDC Server is not available at https://acme.scalekit.dev/ quarkus'],
  [
    'invalid-client',
    'Error: server responded with a challenge in the WWW-Authenticate HTTP Header { code: "OAUTH_WWW_AUTHENTICATE_CHALLENGE" }',
  ],
  ['invalid-client', 'next-auth SIGNIN_OAUTH_ERROR only valid absolute URLs can be requested'],
  [
    'callback-error-unread',
    'http://localhost:3000/auth/callback?error=access_denied&error_description=The+resource+owner+denied+the+request',
  ],
  ['callback-error-unread', 'Error: Cannot set headers after they are sent to the client on /callback after res.redirect'],
  ['callback-error-unread', 'redirect() in try block of my login server action: Error: NEXT_REDIRECT is logged'],
  ['unknown-sdk-call', "Error: Cannot find module '@scalekit-sdk/node'\nRequire stack:\n- /usr/src/app/index.js"],
  ['unknown-sdk-call', '[vite] Failed to resolve import "@scalekit-sdk/node" from "src/auth.ts". Does the file exist?'],
  ['unknown-sdk-call', "E: Package @scalekit/sdk not found: npm ERR! 404 '@scalekit/sdk@latest' is not in this registry"],
  ['unknown-sdk-call', "AttributeError: 'ScalekitClient' object has no attribute 'webhooks'"],
  ['unknown-sdk-call', 'scalekit.getUser is not a function'],
  ['unknown-sdk-call', "TypeError: get_authorization_url() got an unexpected keyword argument 'state'"],
  ['unknown-sdk-call', 'undefined (type scalekit.Scalekit has no field or method Webhooks)'],
  ['signature-verification', 'ValueError/binascii.Error: Incorrect padding in verify_webhook_payload'],
  ['signature-verification', 'svix: Missing required header: webhook-signature'],
  ['signature-verification', 'TypeError: Expected payload to be of type string or Buffer. in scalekit webhook route'],
  ['not-received', 'Webhooks from scalekit: django says CSRF Failed: CSRF cookie not set.'],
  [
    'not-received',
    'Spring: 403 Forbidden on POST /webhooks/scalekit, log: Invalid CSRF token found for http://localhost:8080/webhooks/scalekit',
  ],
  ['expires-too-quickly', 'net::ERR_TOO_MANY_REDIRECTS /dashboard -> /login -> /callback'],
  ['logout-incomplete', 'fetch("/oidc/logout") blocked by CORS policy'],
  ['redirect-uri-mismatch', 'org.springframework: [invalid_redirect_uri_parameter] behind nginx'],
  [
    'redirect-uri-mismatch',
    'oauthlib.oauth2.rfc6749.errors.InsecureTransportError: (insecure_transport) OAuth 2 MUST utilize https.',
  ],
  ['cannot-refresh', '(invalid_grant) Code not valid -- keycloak idp'],
  ['cannot-refresh', 'AADSTS54005: OAuth2 Authorization code was already redeemed'],
  [
    'users-not-provisioning',
    'scim 2.0: {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"detail":"Resource 2819c not found","status":"404"}',
  ],
  ['users-not-provisioning', 'JumpCloud: Identity Management activation failed. Test: 401'],
];
