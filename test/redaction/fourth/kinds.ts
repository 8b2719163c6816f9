/** Fourth set: secrets of kinds that the third has not, written before the rules were worked on and not looked at afterwards. */
import { DIGITS, HEX, LOWER, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from '../third/kind.ts';

const URLSAFE = `${WORD}-_`;
const verbs = ['jump', 'paint', 'gather', 'whisper', 'orbit', 'bake', 'tumble', 'fetch'] as const;

export const fourthKinds: readonly Kind[] = [
  { name: 'environment secret', fields: ['scalekit_env_secret', 'env_client_secret'], make: (r) => `prod_${r.text(WORD, 50)}` },
  { name: 'CSRF key', fields: ['csrf_secret', 'csrf_signing_key'], make: (r) => r.text(URLSAFE, 40) },
  {
    name: 'magic link token',
    fields: ['magic_link_token', 'verification_token'],
    make: (r) => r.text(HEX, 40),
    isNamedOnly: true,
  },
  {
    name: 'bearer of a machine',
    fields: ['service_token', 'machine_token', 'internal_api_token'],
    make: (r) => r.text(WORD, 52),
  },
  {
    name: 'relay state token',
    fields: ['login_token', 'exchange_token', 'sso_token'],
    make: (r) => r.bytes(36).toString('base64url'),
  },
  {
    name: 'nested JWT (JWE)',
    fields: ['id_token', 'encrypted_token'],
    make: (r) =>
      ['{"alg":"RSA-OAEP","enc":"A256GCM"}']
        .map((h) => Buffer.from(h).toString('base64url'))
        .concat([256, 12, 80, 16].map((n) => r.bytes(n).toString('base64url')))
        .join('.'),
  },
  { name: 'PASETO', fields: ['session_token', 'paseto'], make: (r) => `v4.local.${r.bytes(120).toString('base64url')}` },
  { name: 'Fernet token', fields: ['fernet_token', 'signed_value'], make: (r) => `gAAAAAB${r.text(URLSAFE, 113)}` },
  {
    name: 'itsdangerous cookie',
    fields: ['session_cookie', 'flask_session'],
    make: (r) => `eyJ1c2VyX2lkIjo${r.text(WORD, 8)}.${r.text(URLSAFE, 6)}.${r.text(URLSAFE, 27)}`,
  },
  {
    name: 'password of verbs',
    fields: ['root_password', 'mysql_password', 'postgres_password'],
    make: (r) => `${r.pick(verbs)}.${r.pick(verbs)}.${r.text(DIGITS, 3)}`,
    isNamedOnly: true,
  },
  {
    name: 'password with a space',
    fields: ['wifi_password', 'vpn_password'],
    make: (r) => `${r.pick(verbs)} ${r.pick(verbs)} ${r.text(DIGITS, 2)}`,
    isNamedOnly: true,
  },
  {
    name: 'password with @ and :',
    fields: ['password', 'db_pass'],
    make: (r) => `${r.text(WORD, 5)}@${r.text(WORD, 4)}:${r.text(WORD, 3)}`,
    isNamedOnly: true,
  },
  {
    name: 'short password',
    fields: ['password', 'login_password'],
    make: (r) => `${r.text(LOWER, 5)}${r.text(DIGITS, 2)}`,
    isNamedOnly: true,
  },
  {
    name: 'keystore password',
    fields: ['trust_store_password', 'key_store_password', 'ssl_key_password'],
    make: (r) => r.text(WORD, 10),
    isNamedOnly: true,
  },
  { name: 'salt', fields: ['password_salt', 'hash_salt', 'pepper'], make: (r) => r.text(WORD, 24), isNamedOnly: true },
  { name: 'HMAC key', fields: ['hmac_key', 'hmac_secret', 'shared_secret'], make: (r) => r.text(HEX, 48), isNamedOnly: true },
  {
    name: 'Fernet key',
    fields: ['fernet_key', 'airflow_fernet_key', 'secret_key'],
    make: (r) => `${r.bytes(32).toString('base64url')}=`,
  },
  {
    name: 'scrypt hash',
    fields: ['password_hash', 'pw_hash'],
    make: (r) => `scrypt:32768:8:1$${r.text(WORD, 16)}$${r.text(HEX, 128)}`,
  },
  {
    name: 'PBKDF2 of Django',
    fields: ['password', 'hashed_password'],
    make: (r) => `pbkdf2_sha256$720000$${r.text(WORD, 22)}$${r.bytes(32).toString('base64')}`,
  },
  { name: 'apr1', fields: ['htpasswd', 'password_hash'], make: (r) => `$apr1$${r.text(WORD, 8)}$${r.text(`${WORD}./`, 22)}` },
  {
    name: 'recovery code',
    fields: ['recovery_code', 'backup_code'],
    make: (r) => `${r.text(LOWER + DIGITS, 5)}-${r.text(LOWER + DIGITS, 5)}`,
    isNamedOnly: true,
  },
  {
    name: 'EC private key',
    fields: ['private_key', 'apple_private_key'],
    isBlock: true,
    make: (r) =>
      `-----BEGIN EC PRIVATE KEY-----\n${r
        .bytes(121)
        .toString('base64')
        .replace(/.{64}(?=.)/g, '$&\n')}\n-----END EC PRIVATE KEY-----`,
  },
  {
    name: 'PGP private key',
    fields: ['gpg_private_key', 'signing_key'],
    isBlock: true,
    make: (r) =>
      `-----BEGIN PGP PRIVATE KEY BLOCK-----\n\n${r
        .bytes(300)
        .toString('base64')
        .replace(/.{64}(?=.)/g, '$&\n')}\n=${r.text(WORD, 4)}\n-----END PGP PRIVATE KEY BLOCK-----`,
  },
  {
    name: 'key without its frame',
    fields: ['private_key', 'saml_signing_private_key'],
    make: (r) => `MIIEvQIBADANBgkqhkiG9w0BAQEFAASC${r.bytes(600).toString('base64')}`,
  },
  {
    name: 'Slack user token',
    fields: ['slack_token', 'slack_user_token'],
    make: (r) => `xoxp-${r.text(DIGITS, 12)}-${r.text(DIGITS, 12)}-${r.text(DIGITS, 13)}-${r.text(HEX, 32)}`,
  },
  { name: 'GitHub refresh token', fields: ['refresh_token', 'github_refresh_token'], make: (r) => `ghr_${r.text(WORD, 76)}` },
  { name: 'GitLab runner token', fields: ['runner_token', 'gitlab_runner_token'], make: (r) => `glrt-${r.text(URLSAFE, 20)}` },
  { name: 'Buildkite token', fields: ['buildkite_agent_token', 'buildkite_api_token'], make: (r) => `bkua_${r.text(HEX, 40)}` },
  { name: 'RubyGems key', fields: ['rubygems_api_key', 'gem_host_api_key'], make: (r) => `rubygems_${r.text(HEX, 48)}` },
  { name: 'crates.io token', fields: ['cargo_registry_token'], make: (r) => `cio${r.text(WORD, 32)}` },
  { name: 'NuGet key', fields: ['nuget_api_key'], make: (r) => `oy2${r.text(LOWER + DIGITS, 43)}` },
  { name: 'Azure DevOps PAT', fields: ['azure_devops_pat', 'system_accesstoken'], make: (r) => r.text(`${LOWER}234567`, 52) },
  {
    name: 'Azure function key',
    fields: ['function_key', 'x_functions_key'],
    make: (r) => `${r.text(URLSAFE, 42)}AzFu${r.text(URLSAFE, 8)}==`,
  },
  { name: 'xAI key', fields: ['xai_api_key'], make: (r) => `xai-${r.text(WORD, 80)}` },
  { name: 'Mistral key', fields: ['mistral_api_key'], make: (r) => r.text(WORD, 32) },
  { name: 'ElevenLabs key', fields: ['elevenlabs_api_key', 'xi_api_key'], make: (r) => `sk_${r.text(HEX, 48)}` },
  { name: 'Cohere key', fields: ['cohere_api_key', 'co_api_key'], make: (r) => r.text(WORD, 40) },
  { name: 'WorkOS key', fields: ['workos_api_key'], make: (r) => `sk_live_${r.text(WORD, 40)}` },
  { name: 'Descope key', fields: ['descope_management_key'], make: (r) => `K2${r.text(WORD, 110)}` },
  { name: 'OneLogin secret', fields: ['onelogin_client_secret'], make: (r) => r.text(HEX, 64), isNamedOnly: true },
  {
    name: 'Adyen key',
    fields: ['adyen_api_key'],
    make: (r) => `AQE${r.text(WORD, 60)}-${r.text(`${WORD}+/`, 43)}=-${r.text(WORD, 16)}`,
  },
  { name: 'Razorpay secret', fields: ['razorpay_key_secret'], make: (r) => r.text(WORD, 24) },
  { name: 'Plaid secret', fields: ['plaid_secret'], make: (r) => r.text(HEX, 30), isNamedOnly: true },
  { name: 'Zendesk token', fields: ['zendesk_api_token', 'zendesk_token'], make: (r) => r.text(WORD, 40) },
  { name: 'Intercom token', fields: ['intercom_access_token'], make: (r) => `dG9rO${r.text(WORD, 54)}=` },
  {
    name: 'HubSpot token',
    fields: ['hubspot_access_token'],
    make: (r) => `pat-na1-${[8, 4, 4, 4, 12].map((n) => r.text(HEX, n)).join('-')}`,
  },
  { name: 'PagerDuty key', fields: ['pagerduty_api_key', 'pd_token'], make: (r) => `u+${r.text(WORD, 18)}`, isNamedOnly: true },
  {
    name: 'Mapbox secret token',
    fields: ['mapbox_secret_token'],
    make: (r) => `sk.eyJ1Ijoi${r.text(WORD, 48)}.${r.text(URLSAFE, 22)}`,
  },
  { name: 'Confluent secret', fields: ['confluent_api_secret', 'kafka_sasl_password'], make: (r) => r.text(`${WORD}+/`, 64) },
  {
    name: 'Elastic key',
    fields: ['elastic_api_key', 'es_api_key'],
    make: (r) => Buffer.from(`${r.text(URLSAFE, 20)}:${r.text(URLSAFE, 22)}`).toString('base64'),
  },
  { name: 'Tencent key', fields: ['tencent_secret_key', 'tencentcloud_secret_key'], make: (r) => r.text(WORD, 32) },
  { name: 'Backblaze key', fields: ['b2_application_key'], make: (r) => `K00${r.text(DIGITS, 1)}${r.text(`${WORD}/+`, 27)}` },
  {
    name: 'Tailscale key',
    fields: ['ts_authkey', 'tailscale_auth_key'],
    make: (r) => `tskey-auth-k${r.text(WORD, 11)}CNTRL-${r.text(WORD, 32)}`,
  },
  { name: 'ngrok token', fields: ['ngrok_authtoken'], make: (r) => `2${r.text(WORD, 26)}_${r.text(WORD, 21)}` },
  { name: 'Prefect key', fields: ['prefect_api_key'], make: (r) => `pnu_${r.text(LOWER + DIGITS, 36)}` },
  {
    name: 'upper-case licence',
    fields: ['license_key', 'licence_key'],
    make: (r) => [5, 5, 5, 5].map((n) => r.text(UPPER + DIGITS, n)).join('-'),
    isNamedOnly: true,
  },
];
