/** The fourth held-out set: pastes and several-in-one. */
export interface FourthPaste {
  readonly name: string;
  readonly text: string;
  readonly expect: readonly string[];
}

export const fourthPasted: readonly FourthPaste[] = [
  {
    name: 'winston',
    text: '2026-02-02 11:00:01 [auth] error: Token exchange failed {"error":"invalid_grant","error_description":"redirect_uri does not match"}',
    expect: ['cannot-refresh', 'redirect-uri-mismatch'],
  },
  {
    name: 'two codes in a table',
    text: '| time | code |\n|---|---|\n| 10:00 | `invalid_redirect_uri` |\n| 10:05 | `assertion_expired` |',
    expect: ['redirect-uri-mismatch', 'saml-validation-failed'],
  },
  {
    name: 'line break in a code, twice',
    text: 'Something went wrong\nno_configured_\nconnections\nrequest id 1234',
    expect: ['connection-not-found'],
  },
  { name: 'hyphenated by a PDF', text: 'The server answered with in-\nvalid_client today', expect: ['invalid-client'] },
  {
    name: 'URL in Markdown',
    text: 'see [this](https://app.acme.test/callback?error=invalid_connection_id&error_description=unknown) please',
    expect: ['connection-not-found'],
  },
  {
    name: 'URL in angle brackets',
    text: '<https://app.acme.test/callback?error=user_not_active>',
    expect: ['users-not-provisioning'],
  },
  {
    name: 'ConnectError not_found',
    text: 'ScalekitNotFoundException: [not_found] organization does not exist\n  at f (/app/x.js:1:2)',
    expect: ['connection-not-found'],
  },
  {
    name: 'unavailable ECONNREFUSED',
    text: 'ScalekitServiceUnavailableException: [unavailable] getaddrinfo ENOTFOUND acme.scalekit.dv',
    expect: ['name-resolution'],
  },
  {
    name: 'html instead of API',
    text: 'ScalekitInternalServerException: [unknown] unsupported content type text/html',
    expect: ['invalid-client'],
  },
  { name: 'object Object', text: 'ScalekitUnauthorizedException: [object Object]', expect: ['invalid-client'] },
  {
    name: 'failed to refresh',
    text: 'Error: Failed to refresh token: Request failed with status code 400\n    at x (/srv/a.js:2:3)',
    expect: ['cannot-refresh'],
  },
  {
    name: 'svix log',
    text: '10.0.0.2 - - [01/Feb/2026:10:00:00 +0000] "POST /api/webhooks/scalekit HTTP/1.1" 302 0 "-" "Svix-Webhooks/1.62.0"',
    expect: ['not-received'],
  },
  {
    name: 'nginx 413',
    text: '34.94.129.140 - - [01/Feb/2026:10:00:00 +0000] "POST /hooks HTTP/1.1" 405 150',
    expect: ['not-received'],
  },
  {
    name: 'python webhook error',
    text: 'scalekit.exceptions.WebhookVerificationError: Message timestamp too new',
    expect: ['signature-verification'],
  },
  { name: 'go webhook', text: 'panic: webhook: Invalid Signature Headers', expect: ['signature-verification'] },
  {
    name: 'undefined property',
    text: "TypeError: Cannot read properties of undefined (reading 'verifySignature')\n    at handler (/app/api/hook.ts:12:30)",
    expect: ['unknown-sdk-call'],
  },
  {
    name: 'mcp',
    text: 'HTTP 400: {"error":"invalid_client","error_description":"unable to retrieve client by id"} (mcp)',
    expect: ['mcp-sign-in', 'invalid-client'],
  },
  {
    name: 'proxy',
    text: 'ScalekitInternalServerException: [internal] Protocol error',
    expect: ['name-resolution', 'invalid-client'],
  },
  {
    name: 'java ssl',
    text: 'javax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target (https://acme.scalekit.com)',
    expect: ['name-resolution'],
  },
  { name: 'Slack code with ticks', text: 'anyone seen `connection_not_active` before?', expect: ['connection-not-found'] },
  { name: 'iOS dictation', text: 'it says invalid underscore saml underscore response', expect: ['saml-validation-failed'] },
  { name: 'uppercase enum', text: 'status: FAILED, reason: NO_ACTIVE_CONNECTIONS', expect: ['connection-not-found'] },
  {
    name: 'spring log',
    text: '2026-02-02T10:00:00.123Z ERROR 1 --- [nio-8080-exec-1] c.a.AuthController : com.scalekit.exceptions.APIException: invalid_organization_id',
    expect: ['connection-not-found'],
  },
  {
    name: 'three in one mail',
    text: 'Hi,\n1) SSO for Initech: "no active connection".\n2) Webhooks: signature never matches.\n3) Some users are logged out after a few minutes.\nThanks',
    expect: ['connection-not-found', 'signature-verification', 'expires-too-quickly'],
  },
  {
    name: 'two in German',
    text: 'Die Gruppen werden nicht synchronisiert und das Client Secret ist ungültig.',
    expect: ['group-sync', 'invalid-client'],
  },
  {
    name: 'two with and',
    text: 'webhook signatures do not verify and redirect uri is not allowed',
    expect: ['signature-verification', 'redirect-uri-mismatch'],
  },
  {
    name: 'praise and fault',
    text: 'Login, webhooks and SCIM users all work fine. Only thing: groups never show up.',
    expect: ['group-sync'],
  },
  {
    name: 'long log, one fault',
    text: `${Array.from({ length: 50 }, (_, i) => `2026-02-02T10:00:${String(i).padStart(2, '0')}Z INFO GET /items/${i} 200`).join('\n')}\n2026-02-02T10:01:00Z WARN sso callback error=invalid_user_domain`,
    expect: ['connection-not-found'],
  },
];
