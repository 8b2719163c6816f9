/** What looks like a secret and has to stay: a text without it helps nobody. */
import { DIGITS, HEX, LOWER, type Random, UPPER, WORD } from './random.ts';

export interface Benign {
  readonly name: string;
  /** The text, and what of it has to be there afterwards. */
  readonly make: (random: Random) => { readonly text: string; readonly keep: string };
}

const simple = (name: string, write: (value: string) => string, make: (random: Random) => string): Benign => ({
  name,
  make: (random) => {
    const value = make(random);
    return { text: write(value), keep: value };
  },
});
const id =
  (prefix: string) =>
  (random: Random): string =>
    `${prefix}_${random.text(DIGITS, 17)}`;

export const benign: readonly Benign[] = [
  ...['skc', 'org', 'conn', 'dir', 'm2morg', 'sks', 'ses', 'usr', 'sec', 'env', 'evt', 'req', 'msg', 'res'].flatMap((prefix) => [
    simple(`${prefix}_ in a log`, (v) => `INFO handled ${v} in 12 ms`, id(prefix)),
    simple(`${prefix}_ in JSON`, (v) => JSON.stringify({ id: v, ok: true }), id(prefix)),
    simple(`${prefix}_ in a URL`, (v) => `GET /api/v1/things/${v}?include=all`, id(prefix)),
  ]),
  simple('client id', (v) => `SCALEKIT_CLIENT_ID=${v}`, id('skc')),
  simple('client id as a secret', (v) => `SCALEKIT_CLIENT_SECRET=${v}`, id('skc')),
  simple(
    'kid',
    (v) => `{"alg":"RS256","kid":"${v}","typ":"JWT"}`,
    (r) => r.bytes(20).toString('base64url'),
  ),
  simple('key id', (v) => `key_id: ${v}`, id('snk')),
  simple(
    'x5t',
    (v) => `"x5t#S256": "${v}"`,
    (r) => r.bytes(32).toString('base64url'),
  ),
  simple(
    'code challenge',
    (v) => `https://acme.scalekit.dev/oauth/authorize?client_id=skc_1&code_challenge=${v}&code_challenge_method=S256`,
    (r) => r.bytes(32).toString('base64url'),
  ),
  simple(
    'state',
    (v) => `GET /callback?state=${v}&error=access_denied`,
    (r) => r.bytes(24).toString('base64url'),
  ),
  simple(
    'nonce',
    (v) => `"nonce": "${v}"`,
    (r) => r.bytes(16).toString('base64url'),
  ),
  simple(
    'integrity',
    (v) => `"integrity": "${v}",`,
    (r) => `sha512-${r.bytes(64).toString('base64')}`,
  ),
  simple(
    'SRI in HTML',
    (v) => `<script src="/a.js" integrity="${v}"></script>`,
    (r) => `sha384-${r.bytes(48).toString('base64')}`,
  ),
  simple(
    'SHA-256',
    (v) => `sha256:${v}`,
    (r) => r.text(HEX, 64),
  ),
  simple(
    'commit',
    (v) => `commit ${v}\nAuthor: someone`,
    (r) => r.text(HEX, 40),
  ),
  simple(
    'fingerprint',
    (v) => `SHA256 Fingerprint=${v}`,
    (r) => (r.text(HEX, 64).toUpperCase().match(/../g) ?? []).join(':'),
  ),
  simple(
    'SSH fingerprint',
    (v) => `ED25519 key fingerprint is SHA256:${v}.`,
    (r) => r.bytes(32).toString('base64').replace(/=+$/, ''),
  ),
  simple(
    'certificate',
    (v) => `-----BEGIN CERTIFICATE-----\n${v}\n-----END CERTIFICATE-----`,
    (r) =>
      (
        r
          .bytes(600)
          .toString('base64')
          .match(/.{1,64}/g) ?? []
      ).join('\n'),
  ),
  simple(
    'certificate in SAML',
    (v) => `<ds:X509Certificate>${v}</ds:X509Certificate>`,
    (r) => r.bytes(600).toString('base64'),
  ),
  simple(
    'public key',
    (v) => `-----BEGIN PUBLIC KEY-----\n${v}\n-----END PUBLIC KEY-----`,
    (r) =>
      (
        r
          .bytes(294)
          .toString('base64')
          .match(/.{1,64}/g) ?? []
      ).join('\n'),
  ),
  simple(
    'public JWK',
    (v) => `{"kty":"RSA","n":"${v}","e":"AQAB","kid":"snk_1"}`,
    (r) => r.bytes(256).toString('base64url'),
  ),
  simple(
    'digest value',
    (v) => `<ds:DigestValue>${v}</ds:DigestValue>`,
    (r) => r.bytes(32).toString('base64'),
  ),
  simple(
    'UUID',
    (v) => `request ${v} failed`,
    (r) => `${r.text(HEX, 8)}-${r.text(HEX, 4)}-4${r.text(HEX, 3)}-8${r.text(HEX, 3)}-${r.text(HEX, 12)}`,
  ),
  simple(
    'request id',
    (v) => `x-request-id: ${v}`,
    (r) => r.text(WORD, 24),
  ),
  simple(
    'trace',
    (v) => `traceparent: ${v}`,
    (r) => `00-${r.text(HEX, 32)}-${r.text(HEX, 16)}-01`,
  ),
  simple(
    'ULID',
    (v) => `job ${v} done`,
    (r) => `01${r.text('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 24)}`,
  ),
  simple(
    'etag',
    (v) => `ETag: W/"${v}"`,
    (r) => r.bytes(15).toString('base64url'),
  ),
  simple(
    'SAML id',
    (v) => `<samlp:Response ID="${v}" Version="2.0">`,
    (r) => `_${r.text(HEX, 32)}`,
  ),
  simple(
    'InResponseTo',
    (v) => `InResponseTo="${v}"`,
    (r) => `ONELOGIN_${r.text(HEX, 40)}`,
  ),
  simple(
    'container',
    (v) => `container ${v} started`,
    (r) => r.text(HEX, 64),
  ),
  simple(
    'pod',
    (v) => `pod/${v} Running`,
    (r) => `web-${r.text(HEX, 10)}-${r.text(LOWER, 5)}`,
  ),
  simple(
    'bundle file',
    (v) => `dist/assets/index-${v}.js 12 kB`,
    (r) => r.text(WORD, 8),
  ),
  ...[
    '<your-client-secret>',
    'your_client_secret',
    '${SCALEKIT_CLIENT_SECRET}',
    'process.env.SCALEKIT_CLIENT_SECRET',
    'changeme',
    'xxxxxxxxxxxxxxxx',
    '********',
    '{{ client_secret }}',
    '<redacted>',
    'os.environ["CLIENT_SECRET"]',
    'REPLACE_ME',
    'null',
    'undefined',
    '••••••1234',
    '[redacted]',
    'YOUR_API_KEY_HERE',
    '$CLIENT_SECRET',
    'my-client-secret',
  ].flatMap((value) => [
    simple(
      `placeholder ${value} in .env`,
      (v) => `CLIENT_SECRET=${v}`,
      () => value,
    ),
    simple(
      `placeholder ${value} in JSON`,
      (v) => `{ "client_secret": "${v}" }`,
      () => value.replaceAll('"', '\\"'),
    ),
  ]),
  ...[
    'token_type=Bearer',
    'expires_in=86400',
    '"token_endpoint": "https://acme.scalekit.dev/oauth/token"',
    'token_endpoint_auth_method: client_secret_post',
    'grant_type=authorization_code',
    'code=401',
    'status code 401',
    'exit code: 1',
    '"code": "ERR_BAD_REQUEST"',
    "code: 'ECONNREFUSED'",
    '"error": "invalid_token"',
    'error_code=invalid_client_secret',
    'max_tokens: 4096',
    'token_count=512',
    'secret_suffix: "Ab3d"',
    'access_token_expiry: 300',
    'password_policy: strong',
    'client_secret_expires_at: 0',
    'cookie maxAge: 3600',
    'SameSite=Strict',
    'session_timeout=3600',
    'idle_timeout: 15m',
    'keyboard: qwerty',
    'WWW-Authenticate: Bearer realm="api", error="invalid_token", error_description="The access token expired"',
    'the secret must not be empty',
    'token expired at 2026-01-02T03:04:05Z',
    'Invalid client secret',
    'password is required',
    'Authorization header missing',
    'refresh token: not found',
    'code_challenge_method=S256',
    'claims: sub, email, given_name, family_name',
    'await client.getIdpInitiatedLoginClaims(token)',
    'const token = await getAccessToken();',
    'if (!req.cookies.session) return;',
    'this.clientSecret = clientSecret;',
    'secretKeyRef:\n  name: scalekit\n  key: client-secret',
    'type: token, length: 43',
    'key: value',
    'monkey=banana',
    'author: nobody',
    'passthrough: true',
    'tokenizer: cl100k_base',
    'import { verifyWebhookPayload } from "@scalekit-sdk/node";',
    'issuer=https://acme.scalekit.dev aud=skc_1 alg=RS256',
    'Session expired after 12 ms',
    'authentication=required',
    '"private": true',
    'private_key_jwt',
    'public_key_url: https://x.example/keys',
    'auth: { type: "oauth2" }',
    'signature verification failed',
    'webhook-id: msg_2KWPBgLlAfxdpx2AI54pPJ85f4W',
    'webhook-timestamp: 1767323045',
    '@scalekit-sdk/node@2.11.0',
    'node_modules/@babel/plugin-transform-runtime/lib/index.js',
    'com.example.auth.TokenRefreshScheduler$Worker.run(TokenRefreshScheduler.java:42)',
    'support@scalekit.com',
  ].map((text) =>
    simple(
      text.slice(0, 50),
      (v) => v,
      () => text,
    ),
  ),
  simple(
    'time',
    (v) => `token issued ${v}`,
    () => '2026-01-02T03:04:05.123Z',
  ),
  simple(
    'upper-case constant',
    (v) => `throw new Error("${v}")`,
    (r) => `${r.pick(['INVALID', 'MISSING'])}_${r.text(UPPER, 6)}_TOKEN`,
  ),
  simple(
    'publishable key',
    (v) => `NEXT_PUBLIC_KEY=${v}`,
    (r) => `pk_live_${r.text(WORD, 24)}`,
  ),
];
