/** The third held-out set: logs, dumps, addresses, tokens and requests as they are pasted. `expect`: all of these, the first of them first; `kinds`: what must be recognised. */
import { Buffer } from 'node:buffer';

export interface Pasted {
  readonly name: string;
  readonly text: string;
  readonly expect: readonly string[];
  readonly kinds?: readonly string[];
}

const b64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
export const jwtOf = (header: object, claims: object) => `${b64url(header)}.${b64url(claims)}.${'c2lnbmF0dXJl'.repeat(12)}`;
const rs = { alg: 'RS256', kid: 'snk_1', typ: 'JWT' };
const issuer = 'https://acme.scalekit.dev';
export const thirdPasted: readonly Pasted[] = [
  {
    name: 'ANSI-coloured log',
    text: '\u001b[32minfo\u001b[39m started\n\u001b[31merror\u001b[39m: callback \u001b[1minvalid_redirect_uri\u001b[22m',
    expect: ['redirect-uri-mismatch'],
  },
  {
    name: 'colour codes without their escape',
    text: '[31merror[39m: login failed: [1minvalid_client[22m',
    expect: ['invalid-client'],
  },
  {
    name: 'Windows line ends',
    text: 'time=10:00 level=error\r\nmsg="no_configured_connections"\r\n',
    expect: ['connection-not-found'],
  },
  { name: 'a code broken after the underscore', text: 'Error: redirect_uri_\nmismatch', expect: ['redirect-uri-mismatch'] },
  { name: 'a code broken with white space', text: 'error=invalid_\n   grant&state=', expect: ['cannot-refresh'] },
  {
    name: 'a code broken in the middle of a word',
    text: 'Error  no_active_connec\ntions  was returned',
    expect: ['connection-not-found'],
  },
  {
    name: 'screenshot text in capitals',
    text: 'SIGN IN ERROR\nINVALID_SAML_RES\nPONSE\nTry again',
    expect: ['saml-validation-failed'],
  },
  { name: 'a code with blanks for underscores', text: 'It says: Invalid Connection Selector', expect: ['connection-not-found'] },
  { name: 'a code in camel case', text: 'errorCode: InvalidRedirectUri', expect: ['redirect-uri-mismatch'] },
  { name: 'a code in kebab case', text: 'reason: signature-validation-failed (saml)', expect: ['saml-validation-failed'] },
  {
    name: 'smart quotes',
    text: '“error”: “invalid_client”, “error_description”: “client authentication failed”',
    expect: ['invalid-client'],
  },
  {
    name: 'quoted mail',
    text: '> > {"error":"invalid_grant",\n> > "error_description":"refresh token already used"}',
    expect: ['cannot-refresh'],
  },
  {
    name: 'a code split in quoted mail',
    text: '> the page shows invalid_redirect_\n> uri and nothing else',
    expect: ['redirect-uri-mismatch'],
  },
  {
    name: 'Markdown fence',
    text: 'Got this:\n```\nWebhookVerificationError: Message timestamp too old\n```',
    expect: ['signature-verification'],
  },
  {
    name: 'Slack escapes',
    text: '```{&quot;error&quot;:&quot;connection_not_active&quot;}```',
    expect: ['connection-not-found'],
  },
  {
    name: 'HTML of an error page',
    text: '<html><body><h1>Error</h1><p>invalid_redirect_uri</p><p>The redirect URI is not registered</p></body></html>',
    expect: ['redirect-uri-mismatch'],
  },
  {
    name: 'callback URL with error',
    text: 'https://app.acme.test/cb?error=invalid_organization_id&error_description=org+not+found&state=x1',
    expect: ['connection-not-found'],
    kinds: ['callback-url'],
  },
  {
    name: 'callback URL, percent twice',
    text: 'https://app.acme.test/login?next=%2Fcb%3Ferror%3Dassertion_expired%26state%3Dabc',
    expect: ['saml-validation-failed'],
  },
  {
    name: 'callback URL in a fragment',
    text: 'http://localhost:5173/cb#error=access_denied&error_description=User+cancelled',
    expect: ['callback-error-unread'],
  },
  {
    name: 'only the query',
    text: '?error=mandatory_attribute_missing&error_description=email%20missing',
    expect: ['saml-validation-failed'],
  },
  {
    name: 'initiate login URL',
    text: `https://app.acme.test/sso/init?idp_initiated_login=${jwtOf(rs, { iss: issuer, connection_id: 'conn_1', organization_id: 'org_1' })}`,
    expect: ['idp-initiated-login'],
    kinds: ['callback-url'],
  },
  {
    name: 'authorize URL without selector',
    text: 'https://acme.scalekit.dev/oauth/authorize?response_type=code&client_id=skc_123&redirect_uri=http%3A%2F%2Flocalhost%3A3000%2Fcb&scope=openid&state=1&error_hint=',
    expect: [],
    kinds: ['authorize-url'],
  },
  {
    name: 'expired JWT',
    text: jwtOf(rs, { iss: issuer, aud: ['skc_1'], exp: 1_700_000_000, iat: 1_699_999_700 }),
    expect: ['token-expired'],
    kinds: ['jwt'],
  },
  {
    name: 'expired JWT behind Bearer in curl',
    text: `curl -H "Authorization: Bearer ${jwtOf(rs, { iss: issuer, exp: 1_700_000_000 })}" https://api.acme.test/me`,
    expect: ['token-expired'],
    kinds: ['jwt'],
  },
  {
    name: 'expired JWT broken over lines',
    text: (jwtOf(rs, { iss: issuer, aud: ['skc_1'], exp: 1_700_000_000, iat: 1_699_999_700 }).match(/.{1,64}/g) ?? []).join('\n'),
    expect: ['token-expired'],
    kinds: ['jwt'],
  },
  {
    name: 'axios error printed whole',
    text: "AxiosError: Request failed with status code 401\n    at settle (/srv/app/node_modules/axios/dist/node/axios.cjs:1967:12)\n    at async CoreClient.authenticateClient (/srv/app/node_modules/@scalekit-sdk/node/lib/core.js:77:21) {\n  code: 'ERR_BAD_REQUEST',\n  status: 401\n}",
    expect: ['invalid-client'],
    kinds: ['stack-trace'],
  },
  {
    name: 'connect error',
    text: 'ConnectError: [unauthenticated] token is invalid\n    at errorFromJson (/app/node_modules/@connectrpc/connect/dist/cjs/protocol-connect/error-json.js:55:19)',
    expect: ['invalid-client'],
  },
  {
    name: 'ScalekitServiceUnavailable',
    text: 'ScalekitServiceUnavailableException: [unavailable] connect ECONNREFUSED 127.0.0.1:443',
    expect: ['name-resolution'],
  },
  {
    name: 'jose error',
    text: "JWTExpired: \"exp\" claim timestamp check failed\n    at default (/app/node_modules/jose/dist/node/cjs/lib/jwt_claims_set.js:93:19) {\n  code: 'ERR_JWT_EXPIRED',\n  claim: 'exp',\n  reason: 'check_failed'\n}",
    expect: ['token-expired'],
    kinds: ['stack-trace'],
  },
  {
    name: 'Python trace',
    text: 'Traceback (most recent call last):\n  File "/app/main.py", line 31, in callback\n    res = scalekit.authenticate_with_code(code, redirect_uri, options)\n  File "/usr/lib/python3/site-packages/scalekit/client.py", line 120, in authenticate_with_code\nException: invalid_grant',
    expect: ['cannot-refresh'],
    kinds: ['stack-trace'],
  },
  {
    name: 'Go error',
    text: '2026/01/10 10:00:00 main.go:42: could not list organizations: rpc error: code = Unauthenticated desc = invalid token scalekit',
    expect: ['invalid-client'],
  },
  {
    name: 'Java trace',
    text: 'com.scalekit.exceptions.WebhookVerificationException: Missing required headers\n\tat com.scalekit.internal.webhook.ScalekitWebhook.verify(ScalekitWebhook.java:40)\n\tat com.acme.HookController.receive(HookController.java:22)',
    expect: ['signature-verification'],
    kinds: ['stack-trace'],
  },
  {
    name: 'JSON log line with escapes',
    text: '{"level":"error","message":"token call failed","response":"{\\"error\\":\\"invalid_client\\",\\"error_description\\":\\"unknown\\"}"}',
    expect: ['invalid-client'],
  },
  {
    name: 'gateway error',
    text: '{"code":5,"message":"connection not found","details":[{"@type":"type.googleapis.com/scalekit.v1.errdetails.ErrorInfo","error_code":"connection_not_found"}]}',
    expect: ['connection-not-found'],
  },
  {
    name: 'logfmt',
    text: 'ts=2026-01-10T10:00:00Z lvl=eror component=auth err="refresh failed: invalid_grant: refresh token expired" user=42',
    expect: ['cannot-refresh'],
  },
  {
    name: 'docker compose prefix',
    text: 'api-1  | 2026-01-10 10:00:00 ERROR WebhookVerificationError: Missing required headers\nweb-1  | ready on 3000',
    expect: ['signature-verification'],
  },
  {
    name: 'browser console',
    text: 'GET https://acme.scalekit.dev/oauth/authorize?client_id=skc_1&redirect_uri=https://a.test/cb 400 (Bad Request)\nredirect_uri is invalid',
    expect: ['redirect-uri-mismatch'],
  },
  {
    name: 'env file with one variable missing',
    text: 'SCALEKIT_ENV_URL=https://acme.scalekit.dev\nSCALEKIT_CLIENT_ID=skc_12345\nSCALEKIT_CLIENT_SECRET=test_abcdefabcdefabcdefabcdefabcdef',
    expect: [],
    kinds: ['env-file'],
  },
  {
    name: 'MCP log',
    text: '[mcp-remote] Error: {"error":"invalid_client_metadata_url","error_description":"unable to retrieve client by id"}',
    expect: ['mcp-sign-in'],
  },
  { name: 'zero-width characters in the code', text: 'error: invalid\u200b_client', expect: ['invalid-client'] },
  { name: 'full-width characters', text: 'エラー：ｉｎｖａｌｉｄ＿ｇｒａｎｔ', expect: ['cannot-refresh'] },
  { name: 'a soft hyphen at the break', text: 'invalid_redi\u00adrect_uri', expect: ['redirect-uri-mismatch'] },
  { name: 'Markdown escapes', text: 'invalid\\_redirect\\_uri when I log in', expect: ['redirect-uri-mismatch'] },
  {
    name: 'token response without refresh token',
    text: '{"access_token":"abc.def.ghi","id_token":"x.y.z","expires_in":300,"token_type":"Bearer","scope":"openid profile email"}',
    expect: ['cannot-refresh'],
    kinds: ['token-response'],
  },
  {
    name: 'node TLS',
    text: "FetchError: request to https://acme.scalekit.dev/keys failed, reason: unable to get local issuer certificate\n  code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'",
    expect: ['name-resolution'],
  },
];
