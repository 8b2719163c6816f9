/** The same inside questions, tickets, logs and pages, some of them in other languages. */
import type { Row } from '../judged.ts';

export const asked: readonly Row[] = [
  [
    'saml-validation-failed',
    'Hi team, one of our enterprise customers uses Entra. Half of their people can log in, the others see "AADSTS50105". Nothing changed on our side. What do I tell their IT?',
  ],
  ['saml-validation-failed', 'Wir bekommen beim SSO Login AADSTS700016, was heißt das?'],
  ['saml-validation-failed', 'al iniciar sesión con Okta nos sale: User is not assigned to the client application.'],
  ['saml-validation-failed', 'SSO でログインすると AADSTS75011 というエラーが出ます'],
  ['invalid-client', 'failed_to_exchange_token after we rotated the secret in azure: AADSTS7000215'],
  [
    'saml-validation-failed',
    '<html><head><title>Sign in to your account</title></head><body><div id="exceptionMessage">AADSTS90072: User account &#39;kim@x.example&#39; from identity provider does not exist in tenant</div></body></html>',
  ],
  [
    'saml-validation-failed',
    'level=error ts=2026-03-01T10:00:00Z caller=callback.go:88 msg="idp error" error=access_denied error_description="AADSTS65004: User declined to consent"',
  ],
  ['saml-validation-failed', 'Mar  1 10:00:00 web-1 desk[77]: callback error=server_error desc=AADSTS90094'],
  [
    'saml-validation-failed',
    '{"log":"2026-03-01 10:00:00 ERROR sso AADSTS53000: Device is not in required device state: compliant.\\n","stream":"stderr","time":"2026-03-01T10:00:00.1Z"}',
  ],
  [
    'saml-validation-failed',
    '2026-03-01T10:00:00.000Z 7f1c ERROR Invoke Error {"errorType":"Error","errorMessage":"SAML assertion expired: clocks skewed too much","stack":["Error: SAML assertion expired: clocks skewed too much","    at SAML.checkTimestampsValidityError (/var/task/node_modules/@node-saml/node-saml/lib/saml.js:820:20)"]}',
  ],
  [
    'saml-validation-failed',
    '[pod/api-7d9f6/api] Error: Unknown SAML issuer. Expected: https://sts.windows.net/a/ Received: https://sts.windows.net/b/',
  ],
  [
    'users-not-provisioning',
    'Users from Okta don\'t show up. In Okta tasks: "Automatic provisioning of user Ann Lee to app Globex failed: Error while trying to get existing user ann@globex.example: Not Found. Errors reported by remote server"',
  ],
  ['group-sync', 'okta says: Failed to push group Engineering. Errors reported by remote server: Resource 12 not found'],
  [
    'users-not-provisioning',
    'Microsoft.SystemForCrossDomainIdentityManagement.ServiceException: StatusCode: 401 Unauthorized SystemForCrossDomainIdentityManagementBadResponse',
  ],
  [
    'users-not-provisioning',
    'Skipping. Reason: This object is not assigned to the application. If you did not expect the object to be skipped, assign the object to the application or change your scoping filter (NotEffectivelyEntitled)',
  ],
  [
    'state-missing',
    'after deploying to vercel preview login fails with "state mismatch" in the oauth callback, on localhost all is fine',
  ],
  ['state-missing', 'safari only: state cookie not found when returning from sso'],
  ['state-missing', 'Why is req.session.state is undefined in my /auth/callback? Express behind ALB'],
  [
    'state-missing',
    'Auth.js v5: InvalidCheck: pkceCodeVerifier value could not be parsed, happens only in production behind traefik',
  ],
  ['state-missing', 'OAuth callback: Invalid state. session cookie is SameSite strict'],
  ['state-missing', 'flask: mismatching_state: CSRF Warning! State not equal in request and response'],
  ['state-missing', 'django mozilla_django_oidc: SuspiciousOperation OIDC callback state not found in session `oidc_states`!'],
  ['state-missing', 'java: [invalid_state_parameter] after clicking login twice'],
  ['state-missing', 'Correlation failed. unknown location - Microsoft.AspNetCore.Authentication.RemoteAuthenticationHandler'],
  ['state-missing', '{"error":"Unable to verify authorization request state.","stack":"ForbiddenError"}'],
  ['state-missing', 'nonce mismatch, expected 9f2 got: undefined RPError at Client.validateIdToken'],
  ['cannot-refresh', 'invalid_grant PKCE verification failed'],
  ['cannot-refresh', 'error: "invalid_grant", error_description: "code_verifier does not match"'],
  ['cannot-refresh', '401 from /refresh: {"error":"invalid_grant","error_description":"Token is not active"} keycloak idp'],
  ['cannot-refresh', 'Error: Failed to refresh token: Request failed with status code 400'],
  [
    'cannot-refresh',
    'Next.js: I refresh tokens in layout.tsx and get "Cookies can only be modified in a Server Action or Route Handler", then users are signed out',
  ],
  ['callback-error-unread', 'try { await login(); redirect("/") } catch (e) { console.error(e) } prints Error: NEXT_REDIRECT'],
  ['callback-error-unread', 'No response is returned from route handler /api/auth/callback'],
  [
    'callback-error-unread',
    'openid-client v6: response parameter "iss" (issuer) missing, I only pass code and state to authorizationCodeGrant',
  ],
  ['unknown-sdk-call', "Module not found: Error: Can't resolve '@scalekit-sdk/node' in '/app/src'"],
  [
    'unknown-sdk-call',
    "ImportError: cannot import name 'ScalekitClient' from partially initialized module 'scalekit' (most likely due to a circular import) (/app/scalekit.py)",
  ],
  ['unknown-sdk-call', "error TS2339: Property 'connections' does not exist on type 'ScalekitClient'."],
  ['unknown-sdk-call', 'TypeError: scalekit.connections.list is not a function'],
  ['unknown-sdk-call', "KeyError: 'amr' in scalekit authenticate_with_code"],
  ['unknown-sdk-call', 'pip: ERROR: No matching distribution found for scalekit-sdk'],
  [
    'invalid-client',
    'java.lang.RuntimeException: error getting access token\n\tat com.scalekit.internal.ScalekitCredentials.authenticateClient',
  ],
  [
    'invalid-client',
    "requests.exceptions.MissingSchema: Invalid URL '/oauth/token': No scheme supplied. Perhaps you meant https:///oauth/token?",
  ],
  [
    'invalid-client',
    'java.lang.IllegalArgumentException: Unable to resolve Configuration with the provided Issuer of "https://globex.scalekit.com/"',
  ],
  ['invalid-client', '{"error":"invalid_client"} from https://globex.scalekit.dev/oauth/token'],
  ['name-resolution', '[unavailable] read ECONNRESET scalekit organization.listOrganization'],
  ['name-resolution', 'io.grpc.StatusRuntimeException: UNAVAILABLE: io exception\n at com.scalekit.grpc'],
  [
    'name-resolution',
    'FetchError: request to https://globex.scalekit.dev/keys failed, reason: getaddrinfo EAI_AGAIN globex.scalekit.dev',
  ],
  ['token-expired', 'jose.errors.JWTClaimValidationFailed unexpected "iss" claim value'],
  [
    'token-expired',
    "JWTClaimValidationFailed: unexpected \"aud\" claim value\n  code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud', reason: 'check_failed'",
  ],
  ['token-expired', 'jwt malformed when I call validateToken(req.headers.authorization)'],
  ['token-expired', 'token is unverifiable: error while executing keyfunc: kid not found'],
  ['token-expired', 'Bearer error="invalid_token", error_description="The iss claim is not valid"'],
  ['token-expired', 'fastapi: jwt.exceptions.DecodeError: Not enough segments'],
  [
    'signature-verification',
    'webhook verify throws "Expected payload to be of type string or Buffer. Please refer to https://docs.svix.com"',
  ],
  [
    'signature-verification',
    'TypeError [ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH]: Input buffers must have the same byte length\n at verifyWebhook (webhook.js:12)',
  ],
  [
    'signature-verification',
    "django.http.request.RawPostDataException: You cannot access body after reading from request's data stream (scalekit webhook view)",
  ],
  ['signature-verification', 'standardwebhooks.webhooks.WebhookVerificationError: Invalid Signature Headers'],
  [
    'not-received',
    'Rails webhook controller: Can\'t verify CSRF token authenticity. Completed 422 Unprocessable Entity POST "/webhooks/scalekit"',
  ],
  ['not-received', 'laravel 419 page expired on the scalekit webhook route'],
  ['not-received', 'spring boot: Invalid CSRF token found for https://desk.example/webhooks/scalekit'],
  ['expires-too-quickly', 'chrome says redirected you too many times on /login since we enabled the auth middleware'],
  [
    'expires-too-quickly',
    'A cookie "session" has been rejected because a cookie that has the "Secure" attribute was sent over http, login callback',
  ],
  ['expires-too-quickly', '[next-auth][error][NO_SECRET] Please define a `secret` in production.'],
  [
    'logout-incomplete',
    "Access to XMLHttpRequest at 'https://globex.scalekit.com/oidc/logout' from origin 'https://app.globex.example' has been blocked by CORS policy",
  ],
  ['logout-incomplete', 'AADSTS50068: Signout request made by an initiator that is not a participant in the session'],
  [
    'users-not-provisioning',
    'SCIM PATCH returned {"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"noTarget","status":"400"}',
  ],
  [
    'users-not-provisioning',
    '{"schemas":["urn:ietf:params:scim:api:messages:2.0:Error"],"scimType":"invalidValue","detail":"Attribute userName is required","status":400}',
  ],
  ['saml-validation-failed', 'FatalProfileException: Message was signed, but signature could not be verified.'],
  ['saml-validation-failed', 'No peer entity metadata - shibboleth idp log for our entityID'],
  [
    'saml-validation-failed',
    'samlp:Status shows urn:oasis:names:tc:SAML:2.0:status:Requester / urn:oasis:names:tc:SAML:2.0:status:InvalidNameIDPolicy',
  ],
  [
    'saml-validation-failed',
    '{"saml":{"status":"urn:oasis:names:tc:SAML:2.0:status:Responder","detail":"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"}}',
  ],
  ['idp-initiated-login', 'IdP-Initiated Default App Not Configured'],
  ['redirect-uri-mismatch', 'Received error from Google Workspace OIDC: Error 400: redirect_uri_mismatch'],
  ['redirect-uri-mismatch', 'PingOne: Redirect URI mismatch'],
  ['invalid-client', 'pingfederate oidc: {"error":"invalid_client","error_description":"Invalid client or client credentials."}'],
];
