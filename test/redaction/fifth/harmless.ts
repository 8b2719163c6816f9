/** Fifth set: what looks like a secret and is none, written without a look at the rules. */
import { DIGITS, HEX, LOWER, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from '../third/kind.ts';

const URLSAFE = `${WORD}-_`;
const uuidOf = (text: (alphabet: string, length: number) => string): string =>
  [8, 4, 4, 4, 12].map((n) => text(HEX, n)).join('-');
const constant =
  (...values: readonly string[]): Kind['make'] =>
  (random) =>
    random.pick(values);

export const fifthHarmless: readonly Kind[] = [
  { name: 'UUID', fields: ['request_id', 'tenant_id', 'correlation_id', 'deployment_id'], make: (r) => uuidOf(r.text) },
  { name: 'UUID, upper case', fields: ['device_id', 'install_id'], make: (r) => uuidOf(r.text).toUpperCase() },
  { name: 'UUID v7 without hyphens', fields: ['event_id', 'row_id'], make: (r) => `0197${r.text(HEX, 28)}` },
  { name: 'git SHA', fields: ['commit', 'git_commit_sha', 'source_version', 'head'], make: (r) => r.text(HEX, 40) },
  { name: 'ETag, S3', fields: ['etag', 's3_etag'], make: (r) => `"${r.text(HEX, 32)}-4"` },
  { name: 'ETag, weak', fields: ['etag', 'if_none_match'], make: (r) => `W/"${r.text(HEX, 3)}-${r.text(URLSAFE, 27)}"` },
  { name: 'Datadog trace', fields: ['trace_id', 'dd_trace_id', 'span_id'], make: (r) => r.text(DIGITS, 19) },
  { name: 'OTel trace', fields: ['trace_id', 'otel_trace_id'], make: (r) => r.text(HEX, 32) },
  { name: 'CloudFront id', fields: ['x_amz_cf_id', 'cf_ray'], make: (r) => `${r.text(URLSAFE, 54)}==` },
  { name: 'CF-Ray', fields: ['cf_ray', 'ray_id'], make: (r) => `${r.text(HEX, 16)}-FRA` },
  { name: 'Scalekit client id', fields: ['client_id', 'scalekit_client_id'], make: (r) => `skc_${r.text(DIGITS, 18)}` },
  {
    name: 'Scalekit ids',
    fields: ['organization_id', 'connection_id', 'user_id', 'session_id', 'id'],
    make: (r) => `${r.pick(['org', 'conn', 'usr', 'ses', 'dir', 'mem', 'role'])}_${r.text(DIGITS, 18)}`,
  },
  { name: 'Scalekit secret id', fields: ['secret_id', 'client_secret_id'], make: (r) => `sks_${r.text(DIGITS, 18)}` },
  {
    name: 'certificate in one line',
    fields: ['certificate', 'x5c', 'idp_certificate'],
    make: (r) => Buffer.concat([Buffer.from('308202cd308201b5a003020102020860', 'hex'), r.bytes(705)]).toString('base64'),
  },
  {
    name: 'public key PEM',
    fields: ['public_key', 'jwt_public_key'],
    isBlock: true,
    make: (r) =>
      `-----BEGIN PUBLIC KEY-----\n${(`MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A${r.text(`${WORD}+/`, 300)}`.match(/.{1,64}/g) ?? []).join('\n')}\n-----END PUBLIC KEY-----`,
  },
  {
    name: 'ed25519 public key',
    fields: ['ssh_public_key', 'deploy_public_key'],
    make: (r) => `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${r.text(`${WORD}+/`, 43)} ci@acme`,
  },
  {
    name: 'JWKS',
    fields: ['jwks', 'keys_document'],
    make: (r) =>
      `{"keys":[{"kty":"RSA","use":"sig","kid":"snk_${r.text(DIGITS, 17)}","n":"${r.text(URLSAFE, 342)}","e":"AQAB"}]}`,
  },
  {
    name: 'PNG in base64',
    fields: ['avatar', 'logo', 'icon'],
    make: (r) => `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAA${r.text(`${WORD}+/`, 300)}`,
  },
  {
    name: 'SVG in base64',
    fields: ['logo', 'image'],
    make: (r) =>
      `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><path d="M${r.below(90)} 4h${r.below(90)}v3z"/></svg>`).toString('base64')}`,
  },
  {
    name: 'base64 of words',
    fields: ['cursor', 'next_page', 'payload'],
    make: (r) =>
      Buffer.from(
        `${r.pick(['hello', 'page', 'after', 'offset'])}:${r.pick(['world', 'two', 'item', 'list'])} and so on`,
      ).toString('base64'),
  },
  {
    name: 'page cursor',
    fields: ['next_page_token', 'page_token', 'next_cursor'],
    make: (r) => Buffer.from(`{"offset":${r.below(9999)},"limit":50}`).toString('base64'),
  },
  {
    name: 'file path',
    fields: ['path', 'file', 'key_file', 'credentials_file'],
    make: constant(
      '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
      '/var/run/secrets/kubernetes.io/serviceaccount/token',
      '~/.config/gcloud/application_default_credentials.json',
      'C:\\Users\\jo\\AppData\\Local\\acme\\token.json',
    ),
  },
  {
    name: 'URL with a slug',
    fields: ['url', 'docs', 'link'],
    make: (r) => `https://blog.acme.dev/2026/02/how-we-moved-our-login-to-single-sign-on-in-three-weeks-${r.text(HEX, 12)}`,
  },
  {
    name: 'dashboard URL',
    fields: ['dashboard_url', 'token_url', 'jwks_uri'],
    make: (r) => `https://acme.scalekit.dev/ws/environments/env_${r.text(DIGITS, 17)}/settings/api-credentials`,
  },
  {
    name: 'lock file integrity',
    fields: ['integrity', 'checksum', 'hash'],
    make: (r) => `sha512-${r.bytes(64).toString('base64')}`,
  },
  { name: 'Go sum', fields: ['checksum', 'sum', 'module_hash'], make: (r) => `h1:${r.bytes(32).toString('base64')}` },
  { name: 'Cargo checksum', fields: ['checksum', 'sha256'], make: (r) => r.text(HEX, 64) },
  {
    name: 'CSS module class',
    fields: ['class', 'class_name'],
    make: (r) => `Button_primary__${r.text(URLSAFE, 5)} css-${r.text(LOWER + DIGITS, 6)} sc-${r.text(WORD, 8)}`,
  },
  {
    name: 'minified code',
    fields: ['code', 'snippet', 'source_line'],
    make: (r) => `!function(e,t){for(var n=0;n<t.length;n++)e[t[n]]=r(${r.below(999)})}(a,b);`,
  },
  {
    name: 'chunk file',
    fields: ['chunk', 'asset', 'script'],
    make: (r) => `/_next/static/chunks/app/layout-${r.text(HEX, 16)}.js`,
  },
  { name: 'Next.js build id', fields: ['build_id', 'next_build_id'], make: (r) => r.text(URLSAFE, 21) },
  {
    name: 'Vercel deployment',
    fields: ['deployment', 'deployment_id', 'vercel_deployment_id'],
    make: (r) => `dpl_${r.text(WORD, 28)}`,
  },
  {
    name: 'Vercel project',
    fields: ['project_id', 'vercel_project_id', 'vercel_org_id'],
    make: (r) => `${r.pick(['prj', 'team'])}_${r.text(WORD, 28)}`,
  },
  {
    name: 'placeholder',
    fields: ['client_secret', 'password', 'api_key', 'token'],
    make: constant(
      'YOUR_CLIENT_SECRET',
      '<your-client-secret>',
      'your-api-key-here',
      'changeme',
      'REPLACE_ME',
      'xxxxxxxx',
      '${CLIENT_SECRET}',
      '********',
      '<redacted>',
      'TODO',
    ),
  },
  {
    name: 'name of a variable',
    fields: ['secret_name', 'env_name', 'key_name'],
    make: constant('SCALEKIT_CLIENT_SECRET', 'AWS_SECRET_ACCESS_KEY', 'DATABASE_PASSWORD', 'STRIPE_WEBHOOK_SECRET'),
  },
  {
    name: 'reading code',
    fields: ['client_secret', 'password', 'token'],
    make: constant(
      'process.env.SCALEKIT_CLIENT_SECRET',
      'os.environ["CLIENT_SECRET"]',
      'config.clientSecret',
      'req.headers.authorization',
      'getenv("DB_PASSWORD")',
      '${{ secrets.SCALEKIT_CLIENT_SECRET }}',
    ),
  },
  {
    name: 'SAML entity id',
    fields: ['entity_id', 'issuer', 'audience'],
    make: (r) => `https://acme.scalekit.dev/sso/v1/saml/conn_${r.text(DIGITS, 18)}/metadata`,
  },
  { name: 'Entra issuer', fields: ['issuer', 'idp_entity_id'], make: (r) => `https://sts.windows.net/${uuidOf(r.text)}/` },
  {
    name: 'ISO date',
    fields: ['created_at', 'token_created', 'secret_expires_at', 'password_changed_at'],
    make: (r) => `2026-0${1 + r.below(9)}-1${r.below(10)}T10:0${r.below(10)}:00.000Z`,
  },
  { name: 'seconds', fields: ['exp', 'iat', 'token_expires_in', 'secret_rotated_at'], make: (r) => `17${r.text(DIGITS, 8)}` },
  {
    name: 'version',
    fields: ['version', 'sdk_version', 'user_agent'],
    make: (r) => `scalekit-node/2.${r.below(20)}.${r.below(20)}-beta.${r.below(9)}+build.${r.text(DIGITS, 5)}`,
  },
  {
    name: 'position',
    fields: ['position', 'lat_lng', 'location'],
    make: (r) => `52.${r.text(DIGITS, 6)},13.${r.text(DIGITS, 6)}`,
  },
  { name: 'phone', fields: ['phone', 'contact'], make: (r) => `+49 30 ${r.text(DIGITS, 8)}` },
  { name: 'price', fields: ['price', 'amount'], make: (r) => `EUR ${r.below(9999)}.${r.text(DIGITS, 2)}` },
  { name: 'MD5', fields: ['md5', 'content_md5', 'file_checksum'], make: (r) => r.bytes(16).toString('base64') },
  { name: 'image digest', fields: ['digest', 'image', 'image_id'], make: (r) => `acme/web@sha256:${r.text(HEX, 64)}` },
  { name: 'container id', fields: ['container_id', 'hostname'], make: (r) => r.text(HEX, 12) },
  {
    name: 'pod',
    fields: ['pod', 'pod_name', 'instance'],
    make: (r) => `auth-token-service-${r.text(HEX, 9)}-${r.text('bcdfghjklmnpqrstvwxz2456789', 5)}`,
  },
  {
    name: 'flag key',
    fields: ['flag', 'flag_key', 'feature_key'],
    make: constant('enable-new-login-flow-2026-q1', 'auth.token-rotation.v2', 'rollout_password_less_beta'),
  },
  {
    name: 'AWS ids',
    fields: ['instance_id', 'vpc_id', 'aws_access_key_alias'],
    make: (r) => `${r.pick(['i', 'vpc', 'subnet', 'sg'])}-0${r.text(HEX, 16)}`,
  },
  {
    name: 'ARN of a secret',
    fields: ['secret_arn', 'password_ref'],
    make: (r) => `arn:aws:secretsmanager:eu-west-1:${r.text(DIGITS, 12)}:secret:prod/db-${r.text(WORD, 6)}`,
  },
  {
    name: 'reference of 1Password',
    fields: ['client_secret', 'password'],
    make: constant(
      'op://dev/scalekit/client_secret',
      'vault:secret/data/web#password',
      'projects/acme/secrets/db-password/versions/latest',
    ),
  },
  {
    name: 'GitHub run',
    fields: ['run_id', 'job_url', 'run_url'],
    make: (r) => `https://github.com/acme/web/actions/runs/${r.text(DIGITS, 11)}/job/${r.text(DIGITS, 11)}`,
  },
  { name: 'Sentry event', fields: ['event_id', 'sentry_id'], make: (r) => r.text(HEX, 32) },
  {
    name: 'Firebase web id',
    fields: ['app_id', 'firebase_app_id'],
    make: (r) => `1:${r.text(DIGITS, 12)}:web:${r.text(HEX, 22)}`,
  },
  { name: 'Google Analytics', fields: ['measurement_id', 'ga_id', 'gtm_id'], make: (r) => `G-${r.text(UPPER + DIGITS, 10)}` },
  {
    name: 'publishable key',
    fields: ['stripe_publishable_key', 'publishable_key'],
    make: (r) => `pk_test_51${r.text(WORD, 97)}`,
  },
  {
    name: 'YouTube and Figma',
    fields: ['video', 'design'],
    make: (r) => `https://www.figma.com/file/${r.text(WORD, 22)}/Login-screens?node-id=1-2`,
  },
  {
    name: 'error',
    fields: ['error', 'token_error', 'password_error'],
    make: constant(
      'invalid_client',
      'token_expired',
      'password_too_short',
      'ERR_JWT_EXPIRED',
      'invalid_grant: code was already used',
    ),
  },
  {
    name: 'switch',
    fields: ['verify_token', 'use_password', 'secret_rotation', 'show_password'],
    make: constant('true', 'false', 'enabled', 'off', 'required', 'optional'),
  },
  {
    name: 'method',
    fields: ['token_endpoint_auth_method', 'auth_method', 'token_signing_alg'],
    make: constant('client_secret_basic', 'client_secret_post', 'private_key_jwt', 'RS256'),
  },
  {
    name: 'locator of code',
    fields: ['handler', 'at', 'component'],
    make: constant(
      'src/auth/tokenRefresh.ts:142:17',
      'com.acme.auth.TokenService.refreshAccessToken',
      'app/Http/Controllers/Auth/PasswordResetController.php',
    ),
  },
  { name: 'PKCE challenge', fields: ['code_challenge'], make: (r) => r.bytes(32).toString('base64url') },
  { name: 'key id', fields: ['kid', 'key_id', 'signing_key_id'], make: (r) => r.text(URLSAFE, 27) },
  { name: 'nanoid', fields: ['id', 'short_id', 'thread_id'], make: (r) => r.text(URLSAFE, 21) },
];
