/** Third set: what looks like a secret and is none, under the names under which it is found. */
import { DIGITS, HEX, LOWER, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from './kind.ts';

const URLSAFE = `${WORD}-_`;
const UUID = [8, 4, 4, 4, 12] as const;
const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----`;
const constant =
  (...values: readonly string[]): Kind['make'] =>
  (random) =>
    random.pick(values);

export const harmlessKinds: readonly Kind[] = [
  { name: 'client id', fields: ['client_id', 'scalekit_client_id', 'azp'], make: (r) => `skc_${r.text(DIGITS, 18)}` },
  { name: 'dynamic client id', fields: ['client_id'], make: (r) => `m2m_${r.text(DIGITS, 17)}` },
  { name: 'organization client id', fields: ['client_id'], make: (r) => `m2morg_${r.text(DIGITS, 18)}` },
  { name: 'organization id', fields: ['organization_id', 'org_id', 'oid'], make: (r) => `org_${r.text(DIGITS, 18)}` },
  { name: 'connection id', fields: ['connection_id', 'conn_id'], make: (r) => `conn_${r.text(DIGITS, 18)}` },
  { name: 'directory id', fields: ['directory_id'], make: (r) => `dir_${r.text(DIGITS, 18)}` },
  { name: 'key id of Scalekit', fields: ['kid', 'key_id', 'signing_key_id'], make: (r) => `sks_${r.text(DIGITS, 18)}` },
  { name: 'id of a secret', fields: ['secret_id', 'client_secret_id'], make: (r) => `sec_${r.text(DIGITS, 18)}` },
  { name: 'user and session id', fields: ['user_id', 'sub'], make: (r) => `usr_${r.text(DIGITS, 18)}` },
  {
    name: 'certificate',
    fields: ['certificate', 'idp_certificate', 'x509_certificate'],
    make: (r) => pem('CERTIFICATE', r.bytes(600)),
    isBlock: true,
  },
  { name: 'public key', fields: ['public_key', 'jwt_public_key'], make: (r) => pem('PUBLIC KEY', r.bytes(290)), isBlock: true },
  {
    name: 'SSH public key',
    fields: ['ssh_public_key', 'authorized_key'],
    make: (r) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.text(WORD, 43)} deploy`,
  },
  {
    name: 'SHA-1 fingerprint',
    fields: ['fingerprint', 'cert_fingerprint', 'thumbprint'],
    make: (r) => Array.from({ length: 20 }, () => r.text('0123456789ABCDEF', 2)).join(':'),
  },
  { name: 'SHA-256 fingerprint of SSH', fields: ['fingerprint', 'key_fingerprint'], make: (r) => `SHA256:${r.text(WORD, 43)}` },
  { name: 'x5t', fields: ['x5t', 'jwk_thumbprint', 'kid'], make: (r) => r.text(URLSAFE, 27) },
  { name: 'integrity', fields: ['integrity', 'sri_hash'], make: (r) => `sha512-${r.bytes(64).toString('base64')}` },
  { name: 'git commit', fields: ['commit', 'commit_sha', 'git_sha', 'revision', 'github_sha'], make: (r) => r.text(HEX, 40) },
  { name: 'checksum', fields: ['checksum', 'sha256', 'file_hash', 'md5'], make: (r) => r.text(HEX, 64) },
  { name: 'image digest', fields: ['digest', 'image_id', 'image'], make: (r) => `sha256:${r.text(HEX, 64)}` },
  { name: 'ETag', fields: ['etag', 'if_none_match'], make: (r) => `W/${r.text(HEX, 6)}-${r.text(URLSAFE, 27)}` },
  {
    name: 'UUID',
    fields: ['request_id', 'correlation_id', 'tenant_id', 'trace_id', 'event_id'],
    make: (r) => UUID.map((n) => r.text(HEX, n)).join('-'),
  },
  { name: 'traceparent', fields: ['traceparent'], make: (r) => `00-${r.text(HEX, 32)}-${r.text(HEX, 16)}-01` },
  { name: 'hex trace', fields: ['trace_id', 'span_id', 'x_b3_traceid'], make: (r) => r.text(HEX, 32) },
  { name: 'ULID', fields: ['id', 'job_id', 'message_id'], make: (r) => `01J${r.text('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 23)}` },
  { name: 'object id', fields: ['object_id', 'document_id', '_id'.slice(1)], make: (r) => r.text(HEX, 24) },
  { name: 'webhook message id', fields: ['webhook_id', 'msg_id'], make: (r) => `msg_${r.text(WORD, 27)}` },
  {
    name: 'Stripe ids',
    fields: ['customer_id', 'payment_intent'],
    make: (r) => `${r.pick(['cus', 'pi', 'price', 'sub'])}_${r.text(WORD, 16)}`,
  },
  {
    name: 'Stripe publishable key',
    fields: ['stripe_publishable_key', 'publishable_key'],
    make: (r) => `pk_live_51${r.text(WORD, 40)}`,
  },
  {
    name: 'Google client id',
    fields: ['google_client_id'],
    make: (r) => `${r.text(DIGITS, 12)}-${r.text(`${LOWER}${DIGITS}`, 32)}.apps.googleusercontent.com`,
  },
  {
    name: 'ARN',
    fields: ['secret_arn', 'kms_key_arn', 'role_arn'],
    make: (r) => `arn:aws:secretsmanager:eu-west-1:${r.text(DIGITS, 12)}:secret:prod/web-${r.text(WORD, 6)}`,
  },
  { name: 'code challenge', fields: ['code_challenge'], make: (r) => r.text(URLSAFE, 43) },
  { name: 'challenge method', fields: ['code_challenge_method'], make: constant('S256', 'plain') },
  {
    name: 'token type',
    fields: ['token_type', 'token_use', 'subject_token_type'],
    make: constant('Bearer', 'access', 'urn:ietf:params:oauth:token-type:access_token'),
  },
  {
    name: 'authentication method',
    fields: ['token_endpoint_auth_method', 'auth_method'],
    make: constant('client_secret_post', 'client_secret_basic', 'private_key_jwt'),
  },
  {
    name: 'grant type',
    fields: ['grant_type', 'response_type'],
    make: constant('client_credentials', 'authorization_code', 'refresh_token', 'id_token token'),
  },
  {
    name: 'token endpoint',
    fields: ['token_endpoint', 'token_url', 'access_token_uri'],
    make: constant('https://acme.scalekit.com/oauth/token', '/oauth/token'),
  },
  {
    name: 'life of a token',
    fields: ['access_token_expiry', 'token_ttl', 'refresh_token_lifetime', 'session_timeout'],
    make: constant('300', '86400', '15m', '3600s', '7d'),
  },
  {
    name: 'time of expiry',
    fields: ['token_expires_at', 'secret_expires_at', 'password_changed_at'],
    make: constant('2026-02-11T10:00:01Z', '1790000000', 'Wed, 11 Feb 2026 10:00:01 GMT'),
  },
  {
    name: 'policy of passwords',
    fields: ['password_min_length', 'max_tokens', 'token_count', 'secret_length'],
    make: constant('12', '4096', '64'),
  },
  {
    name: 'switch',
    fields: ['password_required', 'use_refresh_tokens', 'secret_rotation_enabled', 'token_verified'],
    make: constant('true', 'false', 'enabled', 'no'),
  },
  {
    name: 'placeholder in words',
    fields: ['client_secret', 'api_key', 'scalekit_client_secret'],
    make: constant(
      'your-client-secret',
      'YOUR_API_KEY',
      'your_secret_here',
      'replace-me',
      'changeme',
      'my-secret-key-here',
      'insert-your-key',
    ),
  },
  {
    name: 'placeholder in brackets',
    fields: ['client_secret', 'password', 'access_token'],
    make: constant('<client-secret>', '<YOUR_TOKEN>', '[REDACTED]', '{{client_secret}}', '<redacted>', '{CLIENT_SECRET}'),
  },
  {
    name: 'mask',
    fields: ['client_secret', 'password', 'authorization'],
    make: constant('xxxxxxxxxxxx', '********', '••••••••', '...', 'REDACTED', '[FILTERED]', 'XXXX-XXXX', '(hidden)'),
  },
  {
    name: 'variable',
    fields: ['client_secret', 'db_password', 'api_token'],
    make: constant(
      '${SCALEKIT_CLIENT_SECRET}',
      '$DB_PASSWORD',
      '${{ secrets.API_TOKEN }}',
      '%DB_PASSWORD%',
      '$(cat /run/secrets/token)',
      '{{ .Values.auth.secret }}',
      'vault:secret/data/web#token',
      'op://prod/web/secret',
    ),
  },
  {
    name: 'expression',
    fields: ['client_secret', 'password', 'token'],
    make: constant(
      'process.env.CLIENT_SECRET',
      'os.environ["DB_PASSWORD"]',
      "ENV['TOKEN']",
      'config.get("secret")',
      'import.meta.env.VITE_TOKEN',
      'settings.SECRET_KEY',
      'var.db_password',
    ),
  },
  {
    name: 'nothing',
    fields: ['client_secret', 'password', 'refresh_token'],
    make: constant('null', 'undefined', 'None', 'nil', 'false', 'N/A', 'missing', 'not set'),
  },
  {
    name: 'name of a secret',
    fields: ['secret_name', 'secret_ref', 'password_file', 'key_vault_name'],
    make: constant('prod-web-client-secret', '/run/secrets/db_password', 'scalekit-credentials', 'kv-acme-prod'),
  },
  {
    name: 'name of a field',
    fields: ['password_field', 'token_header_name', 'csrf_header'],
    make: constant('user[password]', 'X-CSRF-Token', 'authorization', 'x-api-key'),
  },
  {
    name: 'redirect URI',
    fields: ['redirect_uri', 'callback_url', 'post_logout_redirect_uri'],
    make: constant('https://app.acme.com/auth/callback', 'http://localhost:3000/api/auth/callback'),
  },
  {
    name: 'scope',
    fields: ['scope', 'scopes'],
    make: constant('openid profile email offline_access', 'read:tokens write:secrets'),
  },
  {
    name: 'audience',
    fields: ['audience', 'aud', 'sp_entity_id'],
    make: (r) => `https://acme.scalekit.com/sso/v1/saml/conn_${r.text(DIGITS, 18)}`,
  },
  { name: 'SAML id', fields: ['in_response_to', 'assertion_id', 'saml_request_id'], make: (r) => `_${r.text(HEX, 32)}` },
  { name: 'NameID format', fields: ['name_id_format'], make: constant('urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress') },
  {
    name: 'version',
    fields: ['version', 'sdk_version', 'user_agent'],
    make: constant('2.11.0', '@scalekit-sdk/node@2.11.0', 'axios/1.7.2', 'v20.19.0'),
  },
  { name: 'file with a hash', fields: ['file', 'asset', 'chunk'], make: (r) => `/assets/index-${r.text(URLSAFE, 8)}.js` },
  {
    name: 'path of a module',
    fields: ['file', 'module', 'source'],
    make: constant(
      '/srv/app/node_modules/@scalekit-sdk/node/lib/core.js',
      'webpack-internal:///(rsc)/./lib/auth/session.ts',
      'github.com/scalekit-inc/scalekit-sdk-go/v2',
    ),
  },
  {
    name: 'class name',
    fields: ['exception', 'class_name', 'error_type'],
    make: constant(
      'ScalekitUnauthorizedException',
      'org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager',
      'TokenExpiredError',
    ),
  },
  {
    name: 'error code',
    fields: ['error', 'error_code', 'reason'],
    make: constant('invalid_client_secret', 'token_expired', 'ERR_JWT_EXPIRED', 'password_expired', 'invalid_grant'),
  },
  {
    name: 'pod name',
    fields: ['pod', 'hostname', 'instance'],
    make: (r) => `web-${r.text(`${LOWER}${DIGITS}`, 9)}-${r.text(LOWER, 5)}`,
  },
  {
    name: 'bundle of Slack ids',
    fields: ['channel', 'team_id', 'user'],
    make: (r) => `${r.pick(['C', 'T', 'U'])}0${r.text(UPPER + DIGITS, 9)}`,
  },
  { name: 'IPv6', fields: ['remote_addr', 'host'], make: constant('2001:db8:85a3::8a2e:370:7334', 'fe80::1ff:fe23:4567:890a') },
  { name: 'MAC', fields: ['mac', 'device'], make: (r) => Array.from({ length: 6 }, () => r.text(HEX, 2)).join(':') },
  { name: 'measure', fields: ['duration', 'size', 'bytes'], make: constant('12.345ms', '1048576', '3 s') },
  { name: 'token count', fields: ['prompt_tokens', 'total_tokens', 'tokens_used'], make: (r) => r.text('123456789', 4) },
  {
    name: 'sort key',
    fields: ['primary_key', 'sort_key', 'cache_key', 'foreign_key', 'public_key_id', 'idempotency_key'],
    make: constant('user:profile:42', 'created_at', 'orders/2026/02', 'usr_12345'),
  },
  {
    name: 'author',
    fields: ['author', 'authority', 'authentication_context'],
    make: constant('jane', 'login.acme.com', 'PasswordProtectedTransport'),
  },
];
