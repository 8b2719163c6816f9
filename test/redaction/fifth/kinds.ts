/** Fifth set: secrets as developers paste them, written without a look at the rules. */
import { DIGITS, HEX, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from '../third/kind.ts';

const URLSAFE = `${WORD}-_`;
const BASE32 = `${UPPER}234567`;
const pets = ['Biscuit', 'Rusty', 'Mittens', 'Shadow', 'Poncho', 'Waffles', 'Simba'] as const;
const things = ['winter', 'coffee', 'london', 'dragon', 'sunflower', 'football', 'pepper', 'harbor'] as const;
const uuidOf = (text: (alphabet: string, length: number) => string): string =>
  [8, 4, 4, 4, 12].map((n) => text(HEX, n)).join('-');

export const fifthKinds: readonly Kind[] = [
  {
    name: 'Scalekit client secret',
    fields: ['scalekit_client_secret', 'client_secret'],
    make: (r) => `skc_secret_${r.text(WORD, 44)}`,
  },
  {
    name: 'secret of a test environment',
    fields: ['scalekit_secret', 'sk_client_secret'],
    make: (r) => `test_${r.text(WORD, 60)}`,
  },
  {
    name: 'webhook signing secret',
    fields: ['webhook_signing_secret', 'scalekit_webhook_secret', 'whsec'],
    make: (r) => `whsec_${r.bytes(24).toString('base64')}`,
  },
  {
    name: 'JWT, ES256',
    fields: ['access_token', 'jwt', 'auth_token'],
    make: (r) =>
      `${[`{"alg":"ES256","kid":"snk_${r.text(DIGITS, 17)}"}`, `{"sub":"usr_${r.text(DIGITS, 17)}","exp":1790003600}`].map((p) => Buffer.from(p).toString('base64url')).join('.')}.${r.bytes(64).toString('base64url')}`,
  },
  {
    name: 'pet, year and sign',
    fields: ['admin_password', 'password', 'smtp_password'],
    make: (r) => `${r.pick(pets)}${2000 + r.below(26)}!`,
    isNamedOnly: true,
  },
  {
    name: 'word and digits',
    fields: ['db_password', 'password', 'redis_password'],
    make: (r) => `${r.pick(things)}${r.text(DIGITS, 4)}`,
    isNamedOnly: true,
  },
  {
    name: 'words with hyphens',
    fields: ['passphrase', 'password', 'vault_password'],
    make: (r) => `${r.pick(things)}-${r.pick(things)}-${r.pick(things)}`,
    isNamedOnly: true,
  },
  {
    name: 'leet word',
    fields: ['password', 'sa_password', 'ldap_bind_password'],
    make: (r) => `P@ss${r.pick(['w0rd', 'W0rd'])}#${r.text(DIGITS, 3)}`,
    isNamedOnly: true,
  },
  {
    name: 'generated, all signs',
    fields: ['db_pwd', 'admin_pwd', 'mysql_pwd'],
    make: (r) => r.text(`${WORD}!#%^*-_=+?`, 18),
    isNamedOnly: true,
  },
  {
    name: 'generated, 12 letters',
    fields: ['rabbitmq_password', 'user_pass', 'ftp_pass'],
    make: (r) => `${r.text(WORD, 11)}${r.text(DIGITS, 1)}`,
    isNamedOnly: true,
  },
  {
    name: 'OAuth state secret',
    fields: ['state_secret', 'cookie_secret', 'nextauth_secret', 'auth_secret'],
    make: (r) => r.bytes(32).toString('base64'),
  },
  {
    name: 'hex secret',
    fields: ['session_secret', 'secret_key_base', 'jwt_secret'],
    make: (r) => r.text(HEX, 64),
    isNamedOnly: true,
  },
  {
    name: 'short hex secret',
    fields: ['app_secret', 'signing_secret', 'consumer_secret'],
    make: (r) => r.text(HEX, 32),
    isNamedOnly: true,
  },
  { name: 'UUID token', fields: ['api_token', 'license_key', 'deploy_token'], make: (r) => uuidOf(r.text), isNamedOnly: true },
  { name: 'TOTP seed', fields: ['totp_secret', 'otp_seed', 'mfa_seed'], make: (r) => r.text(BASE32, 32) },
  { name: 'refresh token', fields: ['refresh_token', 'offline_token'], make: (r) => `rt_${r.text(URLSAFE, 43)}` },
  { name: 'opaque token', fields: ['bearer_token', 'xsrf_token', 'invite_token'], make: (r) => r.text(URLSAFE, 43) },
  { name: 'short opaque token', fields: ['auth_token', 'api_key', 'access_key'], make: (r) => r.text(WORD, 20) },
  { name: 'M2M key with a dot', fields: ['api_key', 'm2m_key'], make: (r) => `${r.text(WORD, 8)}.${r.text(WORD, 32)}` },
  {
    name: 'Stripe key',
    fields: ['stripe_secret_key', 'stripe_key'],
    make: (r) => `sk_${r.pick(['test', 'live'])}_51${r.text(WORD, 97)}`,
  },
  { name: 'GitHub token', fields: ['github_token', 'gh_pat'], make: (r) => `ghp_${r.text(WORD, 36)}` },
  { name: 'AWS secret', fields: ['aws_secret_access_key', 'secret_key'], make: (r) => r.text(`${WORD}/+`, 40) },
  {
    name: 'Slack webhook',
    fields: ['slack_webhook_url', 'alert_url'],
    make: (r) =>
      `https://hooks.slack.com/services/T${r.text(UPPER + DIGITS, 8)}/B${r.text(UPPER + DIGITS, 10)}/${r.text(WORD, 24)}`,
  },
  { name: 'OpenAI service key', fields: ['openai_api_key', 'llm_key'], make: (r) => `sk-svcacct-${r.text(URLSAFE, 74)}` },
  {
    name: 'Neon password',
    fields: ['pgpassword', 'postgres_password'],
    make: (r) => `npg_${r.text(WORD, 12)}`,
    isNamedOnly: true,
  },
  {
    name: 'Upstash token',
    fields: ['kv_rest_api_token', 'upstash_redis_rest_token'],
    make: (r) => `A${r.text(WORD, 3)}ASQ${r.text(WORD, 50)}`,
  },
  {
    name: 'Entra secret',
    fields: ['azure_client_secret', 'azure_ad_client_secret'],
    make: (r) => `${r.text(WORD, 3)}8Q~${r.text(URLSAFE, 34)}`,
  },
  {
    name: 'PKCS#8 key',
    fields: ['private_key', 'saml_sp_private_key'],
    isBlock: true,
    make: (r) =>
      `-----BEGIN PRIVATE KEY-----\n${(
        r
          .bytes(600)
          .toString('base64')
          .match(/.{1,64}/g) ?? []
      ).join('\n')}\n-----END PRIVATE KEY-----`,
  },
  { name: 'JWK private part', fields: ['jwk_d', 'private_exponent'], make: (r) => r.bytes(256).toString('base64url') },
  {
    name: 'SCIM bearer',
    fields: ['scim_token', 'scim_bearer_token', 'directory_token'],
    make: (r) => `dir_tok_${r.text(WORD, 40)}`,
  },
  { name: 'authorization code', fields: ['authorization_code', 'auth_code'], make: (r) => r.text(URLSAFE, 40) },
];
