/** Fourth set: harmless things that the third has not. */
import { DIGITS, HEX, LOWER, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from '../third/kind.ts';

const URLSAFE = `${WORD}-_`;
const constant =
  (...values: readonly string[]): Kind['make'] =>
  (random) =>
    random.pick(values);

export const fourthHarmless: readonly Kind[] = [
  {
    name: 'ids of Scalekit',
    fields: ['id', 'resource_id', 'session_id', 'event_id'],
    make: (r) => `${r.pick(['res', 'evt', 'env', 'dirgroup', 'diruser', 'cer', 'apr'])}_${r.text(DIGITS, 18)}`,
  },
  { name: 'serial number', fields: ['serial_number', 'certificate_serial'], make: (r) => r.text('0123456789ABCDEF', 32) },
  {
    name: 'AWS key id of KMS',
    fields: ['kms_key_id', 'key_arn'],
    make: (r) => `arn:aws:kms:us-east-1:${r.text(DIGITS, 12)}:key/${[8, 4, 4, 4, 12].map((n) => r.text(HEX, n)).join('-')}`,
  },
  {
    name: 'Azure tenant',
    fields: ['tenant_id', 'subscription_id', 'azure_client_id'],
    make: (r) => [8, 4, 4, 4, 12].map((n) => r.text(HEX, n)).join('-'),
  },
  { name: 'Auth0 client id', fields: ['auth0_client_id', 'client_id', 'okta_client_id'], make: (r) => r.text(WORD, 32) },
  {
    name: 'project key of PostHog',
    fields: ['posthog_project_key', 'posthog_public_key'],
    make: (r) => `phc_${r.text(WORD, 43)}`,
  },
  {
    name: 'Clerk publishable key',
    fields: ['clerk_publishable_key', 'next_public_clerk_publishable_key'],
    make: (r) => `pk_test_${Buffer.from(`${r.text(LOWER, 12)}.clerk.accounts.dev$`).toString('base64')}`,
  },
  {
    name: 'RSA public key of SSH',
    fields: ['ssh_key', 'authorized_keys'],
    make: (r) => `ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ${r.text(`${WORD}/+`, 300)} jane-laptop`,
  },
  { name: 'Docker image', fields: ['image', 'image_name'], make: (r) => `ghcr.io/acme/web@sha256:${r.text(HEX, 64)}` },
  { name: 'short commit', fields: ['build', 'revision', 'release'], make: (r) => `web@1.4.2+${r.text(HEX, 12)}` },
  {
    name: 'npm tarball',
    fields: ['resolved', 'tarball'],
    make: (r) => `https://registry.npmjs.org/@scalekit-sdk/node/-/node-2.11.0.tgz#${r.text(HEX, 40)}`,
  },
  { name: 'W3C trace state', fields: ['tracestate', 'baggage'], make: (r) => `dd=s:1;t.tid:${r.text(HEX, 16)}` },
  { name: 'AWS trace', fields: ['x_amzn_trace_id'], make: (r) => `Root=1-${r.text(HEX, 8)}-${r.text(HEX, 24)}` },
  {
    name: 'Vercel id',
    fields: ['x_vercel_id', 'request_id'],
    make: (r) => `fra1::iad1::${r.text(LOWER + DIGITS, 5)}-1790000000000-${r.text(HEX, 12)}`,
  },
  {
    name: 'GUID in braces',
    fields: ['guid', 'class_id'],
    make: (r) => `{${[8, 4, 4, 4, 12].map((n) => r.text('0123456789ABCDEF', n)).join('-')}}`,
  },
  { name: 'nanoid', fields: ['id', 'uid', 'slug'], make: (r) => r.text(URLSAFE, 21) },
  { name: 'cuid', fields: ['id', 'user_id', 'record_id'], make: (r) => `cl${r.text(LOWER + DIGITS, 23)}` },
  { name: 'KSUID', fields: ['id', 'request_id'], make: (r) => `2${r.text(WORD, 26)}` },
  { name: 'hash of a file', fields: ['sha1', 'md5sum', 'crc', 'content_hash'], make: (r) => r.text(HEX, 32) },
  { name: 'SRI of a script', fields: ['integrity', 'hash'], make: (r) => `sha384-${r.bytes(48).toString('base64')}` },
  { name: 'phone', fields: ['phone', 'mobile'], make: (r) => `+1-555-${r.text(DIGITS, 3)}-${r.text(DIGITS, 4)}` },
  {
    name: 'locale and zone',
    fields: ['timezone', 'locale'],
    make: constant('America/Argentina/Buenos_Aires', 'zh-Hant-TW', 'en_US.UTF-8'),
  },
  {
    name: 'user agent',
    fields: ['user_agent', 'browser'],
    make: constant('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36', 'python-requests/2.32.3', 'okhttp/4.12.0'),
  },
  {
    name: 'cipher',
    fields: ['cipher', 'tls_cipher', 'alg'],
    make: constant('TLS_AES_256_GCM_SHA384', 'ECDHE-RSA-AES128-GCM-SHA256', 'RSA-OAEP-256', 'aes-256-cbc'),
  },
  { name: 'boundary', fields: ['boundary', 'content_type'], make: (r) => `----WebKitFormBoundary${r.text(WORD, 16)}` },
  {
    name: 'MIME',
    fields: ['accept', 'mime_type'],
    make: constant('application/vnd.github.v3+json', 'application/x-www-form-urlencoded'),
  },
  {
    name: 'metadata URL',
    fields: ['idp_metadata_url', 'jwks_uri'],
    make: (r) => `https://acme.okta.com/app/exk${r.text(WORD, 17)}/sso/saml/metadata`,
  },
  {
    name: 'directory endpoint',
    fields: ['directory_endpoint', 'scim_base_url'],
    make: (r) => `https://acme.scalekit.com/api/v1/directories/dir_${r.text(DIGITS, 18)}/scim/v2`,
  },
  { name: 'entity id', fields: ['entity_id', 'idp_entity_id'], make: (r) => `http://www.okta.com/exk${r.text(WORD, 17)}` },
  {
    name: 'urn',
    fields: ['issuer', 'context_class'],
    make: constant(
      'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
      'urn:ietf:params:scim:schemas:core:2.0:User',
    ),
  },
  { name: 'claims to be asked for', fields: ['claims', 'token_claims'], make: constant('email,name,groups', 'sub iss aud exp') },
  {
    name: 'placeholder, bare',
    fields: ['client_secret', 'api_key', 'token'],
    make: constant(
      'CHANGE_ME',
      'TODO',
      'your_api_key_here',
      'sk_test_xxxxxxxxxxxx',
      'test_YOUR_SECRET',
      '<paste here>',
      'example',
      'secret-goes-here',
      '__SECRET__',
      'dummy',
    ),
  },
  {
    name: 'reference',
    fields: ['password', 'client_secret', 'api_token'],
    make: constant(
      '${env:API_TOKEN}',
      '{{ vault_db_password }}',
      '!Ref DbPassword',
      'ssm:/prod/web/token',
      'projects/acme/secrets/db/versions/latest',
      '@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/db)',
      '#{token}#',
      '$(API_TOKEN)',
      'secretKeyRef',
    ),
  },
  {
    name: 'code that reads it',
    fields: ['token', 'password', 'secret'],
    make: constant(
      'req.headers.authorization',
      'getToken()',
      'user.password',
      'await getSecret("db")',
      'Deno.env.get("TOKEN")',
      'System.getenv("TOKEN")',
      'self.token',
      '@token',
      'viper.GetString("secret")',
    ),
  },
  {
    name: 'type',
    fields: ['token', 'password', 'secret'],
    make: constant('string', 'str', 'String', 'Optional[str]', 'VARCHAR(255)', 'bytes', 'SecretStr'),
  },
  {
    name: 'state in words',
    fields: ['token', 'password', 'session', 'secret'],
    make: constant('expired', 'valid', 'revoked', 'rotated', 'active', 'unknown', 'not found', 'mismatch'),
  },
  { name: 'number of things', fields: ['tokens', 'secrets_count', 'password_age_days'], make: constant('3', '0', '90', '1,024') },
  {
    name: 'date',
    fields: ['secret_created_at', 'token_issued_at', 'last_used_time'],
    make: constant('2026-02-11', '11/Feb/2026:10:00:01 +0000', '1790000000000', 'Feb 11, 2026'),
  },
  { name: 'length in words', fields: ['token_length', 'key_size', 'secret_bytes'], make: constant('32', '2048', '256 bits') },
  { name: 'suffix', fields: ['secret_suffix', 'last_four'], make: (r) => r.text(WORD, 4) },
  {
    name: 'setting of cookies',
    fields: ['cookie_name', 'session_cookie_name', 'cookie_domain'],
    make: constant('__Host-session', 'connect.sid', '.acme.com'),
  },
  { name: 'keyboard', fields: ['key', 'shortcut', 'hot_key'], make: constant('Ctrl+Shift+P', 'Enter', 'ArrowDown') },
  {
    name: 'key of translations',
    fields: ['i18n_key', 'message_key', 'label_key'],
    make: constant('auth.errors.invalid_password', 'login.token.expired'),
  },
  {
    name: 'partition',
    fields: ['partition_key', 'routing_key', 'group_key', 'object_key'],
    make: constant('orders.created.v1', 'tenant-42', 'uploads/2026/02/report.pdf'),
  },
  {
    name: 'identifier of code',
    fields: ['function', 'method', 'symbol'],
    make: constant('getAuthorizationUrlWithOrganizationId', 'verify_webhook_payload_signature', 'createHmacSha256Signature'),
  },
  { name: 'coordinates', fields: ['position', 'lat_lng'], make: constant('52.520008,13.404954', '-33.8688197,151.2092955') },
  { name: 'colour', fields: ['color', 'theme'], make: constant('#1e293b', 'rgba(15,23,42,0.5)') },
  { name: 'ISBN and EAN', fields: ['isbn', 'ean', 'order_number'], make: (r) => `978${r.text(DIGITS, 10)}` },
  { name: 'Bitcoin-like address', fields: ['wallet_address', 'contract'], make: (r) => `0x${r.text(HEX, 40)}` },
  {
    name: 'base64 of a picture',
    fields: ['avatar', 'logo'],
    make: (r) => `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${r.bytes(90).toString('base64')}`,
  },
  {
    name: 'upper-case words',
    fields: ['status', 'event', 'type'],
    make: constant('ORGANIZATION_DIRECTORY_USER_CREATED', 'UPDATE_FAILED', 'POST_LOGIN'),
  },
  { name: 'host', fields: ['host', 'upstream'], make: (r) => `ip-10-0-${r.text('12', 1)}-42.eu-west-1.compute.internal:8443` },
  {
    name: 'S3 object',
    fields: ['url', 'location'],
    make: (r) => `https://acme-logs.s3.eu-west-1.amazonaws.com/2026/02/11/web-${r.text(HEX, 12)}.log.gz`,
  },
  { name: 'upper-case id', fields: ['ticket', 'incident'], make: (r) => `INC${r.text(UPPER, 2)}${r.text(DIGITS, 7)}` },
];
