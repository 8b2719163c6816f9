/** The seventh held-out set of pastes: logs, traces, consoles, curl, HTML pages, OCR. Each with its problems (`a|b`: either). */
export const seventhPasted: readonly (readonly [string, string])[] = [
  [
    'redirect-uri-mismatch',
    'https://app.acme.io/cb?error=invalid_redirect_uri&error_description=redirect+uri+is+not+in+the+allow+list&state=Zx81',
  ],
  [
    'redirect-uri-mismatch',
    `<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1>
<p class="code">invalid_redirect_uri</p><p>Please contact your administrator.</p></body></html>`,
  ],
  ['redirect-uri-mismatch', 'Oops!\n\ninvalid_redi\nrect_uri\n\nThe  redirect  URI  in  the\nrequest is not allowed'],
  [
    'redirect-uri-mismatch',
    '*Ravi*  11:02 AM\n> getting `redirect_uri_mismatch` on stg, prod ok\n*Lena*  11:04 AM\n> did you add it in the dashboard?',
  ],
  ['redirect-uri-mismatch', 'lnvalid_redirect_urI  (screenshot text)  Request ID 8f31  Error 400'],
  [
    'invalid-client',
    `$ curl -s -X POST https://acme.scalekit.dev/oauth/token -d grant_type=client_credentials -d client_id=skc_1 -d client_secret=nope
{"error":"invalid_client","error_description":"client authentication failed"}`,
  ],
  [
    'invalid-client',
    `2026-03-04T08:12:01.113Z INFO  boot ok
2026-03-04T08:12:04.250Z ERROR org sync failed AxiosError: Request failed with status code 401
    at settle (/srv/app/node_modules/axios/dist/node/axios.cjs:2049:12)
    at IncomingMessage.handleStreamEnd (/srv/app/node_modules/axios/dist/node/axios.cjs:3166:11)
    at CoreClient.authenticateClient (/srv/app/node_modules/@scalekit-sdk/node/lib/core.js:98:21)
2026-03-04T08:12:04.251Z INFO  GET /healthz 200`,
  ],
  [
    'invalid-client',
    `Traceback (most recent call last):
  File "/app/main.py", line 14, in <module>
    sc = ScalekitClient(env_url, client_id, client_secret)
  File "/usr/lib/python3.12/site-packages/scalekit/client.py", line 61, in __init__
    self.core_client = CoreClient(env_url, client_id, client_secret)
scalekit.common.exceptions.ScalekitUnauthorizedException: invalid_client`,
  ],
  [
    'invalid-client',
    'ScalekitUnauthorizedException: [object Object]\n    at ScalekitServerException.promoteError (node_modules/@scalekit-sdk/node/lib/errors/base-exception.js:120:20)',
  ],
  [
    'invalid-client',
    `panic: failed to create organization: unauthenticated: invalid client credentials
goroutine 1 [running]:
main.main()
	/src/cmd/api/main.go:42 +0x1d4`,
  ],
  [
    'invalid-client',
    'Caused by: com.scalekit.exceptions.APIException: UNAUTHENTICATED: invalid_client\n\tat com.scalekit.internal.ScalekitCredentials.authenticate(ScalekitCredentials.java:77)',
  ],
  ['invalid-client', 'rpc error: code = Unauthenticated desc = client is not authorised'],
  ['invalid-client', '{"error":"application_not_active","error_description":"The application is not active"}'],
  [
    'token-expired',
    "JWTExpired: \"exp\" claim timestamp check failed\n  code: 'ERR_JWT_EXPIRED',\n  claim: 'exp',\n  reason: 'check_failed'",
  ],
  [
    'token-expired',
    'HTTP/1.1 401 Unauthorized\nwww-authenticate: Bearer error="invalid_token", error_description="The access token expired"',
  ],
  ['token-expired', 'jwt.exceptions.ExpiredSignatureError: Signature has expired'],
  ['token-expired', 'io.jsonwebtoken.ExpiredJwtException: JWT expired 183012 milliseconds ago at 2026-02-01T10:00:00.000Z.'],
  ['token-expired', 'ScalekitValidateTokenFailureException: "exp" claim timestamp check failed'],
  ['token-expired', 'level=warn msg="token has invalid claims: token is expired" path=/v1/orders'],
  [
    'connection-not-found',
    'https://acme.com/callback?error=no_active_connections&error_description=No%20active%20connections%20found%20for%20the%20organization',
  ],
  [
    'connection-not-found',
    '{"code":5,"message":"organization not found","details":[{"@type":"type.googleapis.com/scalekit.v1.errdetails.ErrorInfo","error_code":"invalid_organization_id"}]}',
  ],
  ['connection-not-found', 'ticket #4411: "customer sees invalid_connection_selector after entering e-mail. browser: edge"'],
  [
    'connection-not-found',
    'ScalekitNotFoundException: [not_found] connection not found\n    at ConnectionClient.getConnection (node_modules/@scalekit-sdk/node/lib/connection.js:44:13)',
  ],
  ['connection-not-found', 'GET /auth/callback?error=domain_not_found 302 12ms'],
  ['connection-not-found', 'connection\n_not_\nactive'],
  [
    'connection-not-found',
    '{"level":50,"time":1760000000000,"query":{"error":"invalid_user_domain","error_description":"user domain is not allowed"},"msg":"sso failed"}',
  ],
  ['saml-validation-failed', 'https://x.example/cb?error=signature_validation_failed'],
  [
    'saml-validation-failed',
    'error: saml_validation_failed -- "response signature could not be verified against the configured certificate"',
  ],
  ['saml-validation-failed', 'callback hit: { error: "assertion_expired", error_description: "SAML assertion has expired" }'],
  ['saml-validation-failed', 'status:\nurn:oasis:names:tc:SAML:2.0:status:Responder\n-> invalid_status'],
  [
    'saml-validation-failed',
    "AADSTS700016: Application with identifier 'https://acme.scalekit.com/sso/v1/saml/conn_123' was not found in the directory",
  ],
  ['saml-validation-failed', 'mandatory_attribute_missing: email'],
  ['saml-validation-failed', 'Received an assertion that is valid in the future. Check clock synchronization on IdP and SP.'],
  [
    'idp-initiated-login',
    'GET /login/initiate?idp_initiated_login=eyJhbGciOiJSUzI1NiJ9.eyJjb25uZWN0aW9uX2lkIjoiY29ubl8xIn0.c2ln 404 Not Found',
  ],
  ['idp-initiated-login', '?error=invalid_saml_request&error_description=IdP-initiated+login+is+not+enabled'],
  [
    'expires-too-quickly',
    'Set-Cookie: session=abc; Path=/; HttpOnly; Secure; SameSite=Strict  <- on the callback, and then the browser does not send it, user is back at /login',
  ],
  [
    'expires-too-quickly',
    '10:00:01 login ok user=17\n10:05:02 no session, redirect to /login user=17\n10:05:09 login ok user=17\n10:10:10 no session, redirect to /login user=17',
  ],
  [
    'cannot-refresh',
    'Error: Failed to refresh token: Request failed with status code 400\n    at ScalekitClient.refreshAccessToken (/app/node_modules/@scalekit-sdk/node/lib/scalekit.js:311:19)',
  ],
  ['cannot-refresh', 'Refresh token is required'],
  [
    'cannot-refresh',
    'oauth2: cannot fetch token: 400 Bad Request\nResponse: {"error":"invalid_grant","error_description":"refresh token already used"}',
  ],
  ['cannot-refresh', 'Missing refresh_token in authentication response'],
  ['cannot-refresh', 'oauth2: "invalid_grant" "authorization code has expired or already been used"'],
  ['cannot-refresh', '[worker-2] refresh failed invalid_grant\n[worker-1] refreshed ok\n[worker-2] user signed out'],
  [
    'users-not-provisioning',
    'HTTP 401 from https://acme.scalekit.com/api/v1/directories/dir_12/scim/v2/Users?filter=userName+eq+%22AzureAD_Test%22',
  ],
  [
    'users-not-provisioning',
    'Automatic provisioning of user Kim Lee to app Acme failed: Error while creating user kim@globex.com: Unauthorized',
  ],
  ['users-not-provisioning', 'Okta: Error authenticating: Unauthorized. Errors reported by remote server: Invalid bearer token'],
  ['users-not-provisioning', 'Error: no directory found for organization org_1 (getPrimaryDirectoryByOrganizationId)'],
  ['group-sync', 'Failed on 03-04-2026 08:00AM UTC: Unable to update Group Push mapping target App group Engineering'],
  [
    'group-sync',
    '> await scalekit.directory.listDirectoryGroups(org, dir)\n{ groups: [], totalSize: 0 }\n> await scalekit.directory.listDirectoryUsers(org, dir)\n{ users: [ ...41 ], totalSize: 41 }',
  ],
  [
    'not-received',
    'Delivery attempts\n#1 failed  308 Permanent Redirect\n#2 failed  308 Permanent Redirect\nendpoint http://hooks.acme.io/scalekit',
  ],
  ['not-received', 'ngrok: ERR_NGROK_3200 The endpoint abc.ngrok-free.app is offline. (webhook deliveries from scalekit)'],
  ['not-received', 'POST /webhooks/scalekit 403 Forbidden - CSRF verification failed. Request aborted.'],
  ['not-received', 'webhook delivery failed: context deadline exceeded (Client.Timeout exceeded while awaiting headers)'],
  [
    'signature-verification',
    'WebhookVerificationError: Invalid Signature\n    at Webhook.verify (/app/node_modules/standardwebhooks/dist/index.js:71:15)',
  ],
  ['signature-verification', 'standardwebhooks.webhooks.WebhookVerificationError: Missing required headers'],
  ['signature-verification', 'WebhookVerificationError: Message timestamp too old'],
  [
    'signature-verification',
    'TypeError: Payload must be of type string or Buffer. Please refer to the docs\n at verifyWebhookPayload',
  ],
  [
    'signature-verification',
    'webhook-id: msg_1\nwebhook-timestamp: 1760000000\nwebhook-signature: v1,AAAA\n\n{"type":"organization.created"}\n-> 400 invalid signature',
  ],
  ['name-resolution', 'ScalekitServiceUnavailableException: [unavailable] connect ECONNREFUSED 127.0.0.1:443'],
  ['name-resolution', 'Error: getaddrinfo EAI_AGAIN login.acme.com scalekit'],
  [
    'name-resolution',
    "requests.exceptions.SSLError: HTTPSConnectionPool(host='acme.scalekit.com', port=443): certificate verify failed: self-signed certificate in certificate chain",
  ],
  ['name-resolution|invalid-client', 'ScalekitInternalServerException: [unknown] unsupported content type text/html'],
  [
    'name-resolution|invalid-client',
    "TypeError: Invalid URL\n    at new URL (node:internal/url:816:29)\n    at new ScalekitClient (/app/node_modules/@scalekit-sdk/node/lib/scalekit.js:40:9)\n  input: 'undefined'",
  ],
  ['name-resolution', 'dial tcp: lookup acme.scalekit.dev on 10.0.0.2:53: no such host'],
  ['name-resolution', 'ScalekitInternalServerException: [internal] Protocol error'],
  [
    'unknown-sdk-call',
    "TypeError: Cannot read properties of undefined (reading 'verifySignature')\n    at POST (/app/app/api/webhooks/route.ts:9:31) // scalekit.webhooks.verifySignature(body, sig)",
  ],
  ['unknown-sdk-call', "AttributeError: 'ScalekitClient' object has no attribute 'connections'"],
  ['unknown-sdk-call', "error TS2339: Property 'directories' does not exist on type 'ScalekitClient'."],
  ['mcp-sign-in', 'MCP error -32000: OAuth failed: invalid_client_metadata_url'],
  ['mcp-sign-in', 'unable to retrieve client by id m2m_8812'],
  [
    'logout-incomplete',
    'https://acme.scalekit.com/oidc/logout?error=invalid_request&error_description=post_logout_redirect_uri+is+not+registered',
  ],
  ['state-missing', 'Error: state mismatch\n   at /srv/routes/callback.ts:22'],
];

/** Several problems in one text; every one is to be kept, and one of them to be first. */
export const seventhSeveral: readonly (readonly [readonly string[], string])[] = [
  [
    ['not-received', 'users-not-provisioning'],
    'two things: our webhook endpoint gets no events, and also new users from okta are not provisioned via scim',
  ],
  [
    ['signature-verification', 'cannot-refresh'],
    'WebhookVerificationError: Invalid Signature\n...\nError: Failed to refresh token: Request failed with status code 400',
  ],
  [
    ['invalid-client', 'redirect-uri-mismatch'],
    '08:00 callback error=invalid_redirect_uri\n08:01 token endpoint {"error":"invalid_client"}',
  ],
  [
    ['saml-validation-failed', 'group-sync'],
    'since the certificate change SAML login fails with a bad signature. Separately, groups pushed from Okta do not show up.',
  ],
  [
    ['expires-too-quickly', 'logout-incomplete'],
    'users get logged out after a few minutes, and when they log out themselves the SSO session stays alive',
  ],
  [['connection-not-found', 'token-expired'], 'error=no_active_connections for org A; for org B the api says jwt expired'],
  [['users-not-provisioning', 'group-sync'], 'neither users nor groups are synced from Entra'],
  [['not-received', 'signature-verification'], 'half of the webhooks never arrive and those that do fail signature verification'],
  [['connection-not-found', 'saml-validation-failed'], 'Kunde 1: connection_not_active, Kunde 2: assertion_expired'],
  [
    ['idp-initiated-login', 'expires-too-quickly'],
    'Opening from the Okta tile fails (invalid_saml_request). Also sessions end after five minutes.',
  ],
  [
    ['invalid-client', 'cannot-refresh', 'signature-verification'],
    'ERROR invalid_client\nERROR invalid_grant\nERROR WebhookVerificationError: Invalid secret',
  ],
];

/** Sentences that deny one problem and have another: the denied ones must not be likely. */
export const seventhDenied: readonly (readonly [is: string, isNot: string, text: string])[] = [
  ['saml-validation-failed', 'redirect-uri-mismatch', 'redirect URI is fine, but the assertion signature is rejected'],
  ['users-not-provisioning', 'not-received', "webhooks work, SCIM doesn't"],
  ['group-sync', 'users-not-provisioning', 'users get provisioned without trouble, only groups are not synced'],
  ['idp-initiated-login', 'saml-validation-failed', 'SP-initiated SAML works perfectly, starting at the idp portal does not'],
  ['signature-verification', 'not-received', 'events reach us no problem; the signature check is what fails'],
  [
    'cannot-refresh',
    'invalid-client',
    'not a credentials problem, client id and secret are correct, but refreshing the token fails',
  ],
  ['expires-too-quickly', 'cannot-refresh', "it's not the refresh token, that one works; the session just ends after 10 minutes"],
  [
    'connection-not-found',
    'redirect-uri-mismatch',
    'already checked the callback url, it is registered. still: no connection for this organization',
  ],
  ['not-received', 'signature-verification', "we don't even get to signature verification, no webhook ever arrives"],
  ['invalid-client', 'name-resolution', 'dns and network are ok, but the secret is refused'],
  ['expires-too-quickly', 'token-expired', 'the access token has not expired, yet the user is signed out'],
  ['group-sync', 'saml-validation-failed', 'SAML login ist in Ordnung, aber die Gruppen werden nicht synchronisiert'],
  ['signature-verification', 'not-received', 'los webhooks llegan bien, pero la firma no valida'],
  ['group-sync', 'users-not-provisioning', 'users theek sync ho rahe hain, bas groups nahi'],
];
