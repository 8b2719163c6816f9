/** Third set: secrets of sign-in and of one's own making (passwords, signing keys, sessions, hashes). */
import { DIGITS, HEX, LOWER, type Random, UPPER, WORD } from '../corpus/random.ts';
import type { Kind } from './kind.ts';

const URLSAFE = `${WORD}-_`;
const claims = (random: Random): string =>
  JSON.stringify({
    iss: 'https://acme.scalekit.com',
    sub: `usr_${random.text(DIGITS, 18)}`,
    exp: 1_790_000_000,
    jti: random.text(HEX, 12),
  });
const jwt = (random: Random, header: object): string =>
  [JSON.stringify(header), claims(random)]
    .map((part) => Buffer.from(part).toString('base64url'))
    .concat(random.bytes(256).toString('base64url'))
    .join('.');
const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')}\n-----END ${label}-----`;
const nouns = ['Falcon', 'Winter', 'Harbor', 'Tulip', 'Anchor', 'Copper', 'Meadow', 'Rocket', 'Violet', 'Summit'] as const;

export const ownKinds: readonly Kind[] = [
  {
    name: 'client secret of Scalekit, test',
    fields: ['scalekit_client_secret', 'client_secret', 'sk_client_secret'],
    make: (r) => `test_${r.text(WORD, 48)}`,
  },
  {
    name: 'client secret of Scalekit, live',
    fields: ['scalekit_client_secret', 'client_secret'],
    make: (r) => `live_${r.text(URLSAFE, 40)}a`,
  },
  {
    name: 'client secret as on the troubleshooting page',
    fields: ['scalekit_client_secret', 'secret'],
    make: (r) => `sk_${r.text(WORD, 36)}`,
  },
  {
    name: 'secret with sec_ and letters',
    fields: ['client_secret', 'app_secret'],
    make: (r) => `sec_${r.text(WORD, 10)}q${r.text(WORD, 20)}`,
  },
  {
    name: 'webhook secret',
    fields: ['scalekit_webhook_secret', 'webhook_secret', 'signing_secret'],
    make: (r) => `whsec_${r.bytes(24).toString('base64')}`,
  },
  { name: 'interceptor secret', fields: ['scalekit_interceptor_secret'], make: (r) => r.bytes(32).toString('base64') },
  {
    name: 'access token, RS256',
    fields: ['access_token', 'token', 'bearer_token'],
    make: (r) => jwt(r, { alg: 'RS256', typ: 'at+jwt', kid: 'snk_11' }),
  },
  { name: 'id token, HS256', fields: ['id_token', 'id_token_hint'], make: (r) => jwt(r, { typ: 'JWT', alg: 'HS256' }) },
  { name: 'client assertion', fields: ['client_assertion'], make: (r) => jwt(r, { alg: 'ES256', kid: r.text(HEX, 16) }) },
  { name: 'opaque refresh token', fields: ['refresh_token', 'scalekit_refresh_token'], make: (r) => r.text(URLSAFE, 60) },
  {
    name: 'authorization code',
    fields: ['code', 'authorization_code', 'auth_code'],
    make: (r) => r.text(URLSAFE, 43),
    isNamedOnly: true,
  },
  { name: 'code verifier', fields: ['code_verifier'], make: (r) => r.text(URLSAFE, 64), isNamedOnly: true },
  { name: 'device code', fields: ['device_code'], make: (r) => r.text(WORD, 40) },
  { name: 'SCIM token', fields: ['scim_token', 'scim_bearer_token', 'directory_token'], make: (r) => r.text(WORD, 44) },
  {
    name: 'session id',
    fields: ['session_token', 'session_secret', 'session_key'],
    make: (r) => r.text(HEX, 64),
    isNamedOnly: true,
  },
  {
    name: 'signed session cookie',
    fields: ['session_cookie', 'auth_cookie'],
    make: (r) => `s:${r.text(URLSAFE, 32)}.${r.bytes(32).toString('base64')}`,
  },
  { name: 'reset token', fields: ['reset_password_token', 'reset_token', 'invite_token'], make: (r) => r.text(URLSAFE, 32) },
  {
    name: 'password of words and digits',
    fields: ['password', 'db_password', 'admin_password'],
    make: (r) => `${r.pick(nouns)}${r.text(DIGITS, 4)}!`,
    isNamedOnly: true,
  },
  {
    name: 'password with signs',
    fields: ['password', 'smtp_password', 'passwd'],
    make: (r) => `${r.text(WORD, 4)}$${r.text(LOWER, 3)}&${r.text(WORD, 4)}*${r.text(DIGITS, 2)}`,
    isNamedOnly: true,
  },
  {
    name: 'password with quotes',
    fields: ['password', 'ldap_bind_password'],
    make: (r) => `${r.text(WORD, 5)}"${r.text(WORD, 4)}'${r.text(WORD, 4)}`,
    isNamedOnly: true,
  },
  {
    name: 'passphrase',
    fields: ['passphrase', 'key_passphrase'],
    make: (r) => `${r.pick(nouns)}-${r.pick(nouns)}-${r.pick(nouns)}-${r.text(DIGITS, 2)}`,
    isNamedOnly: true,
  },
  {
    name: 'lower-case password',
    fields: ['pwd', 'user_password', 'redis_password'],
    make: (r) => r.text(LOWER, 12),
    isNamedOnly: true,
  },
  { name: 'PIN-like password', fields: ['password', 'keystore_password'], make: (r) => r.text(DIGITS, 8), isNamedOnly: true },
  {
    name: 'JWT signing key',
    fields: ['jwt_secret', 'jwt_signing_key', 'token_signing_secret'],
    make: (r) => r.bytes(48).toString('base64'),
  },
  {
    name: 'cookie key',
    fields: ['cookie_secret', 'nextauth_secret', 'auth_secret'],
    make: (r) => r.bytes(32).toString('base64'),
  },
  {
    name: 'hex key',
    fields: ['encryption_key', 'secret_key', 'secret_key_base', 'master_key'],
    make: (r) => r.text(HEX, 64),
    isNamedOnly: true,
  },
  {
    name: 'Django key',
    fields: ['django_secret_key', 'secret_key'],
    make: (r) => r.text(`${LOWER}${DIGITS}!@#$%^&*(-_=+)`, 50),
    isNamedOnly: true,
  },
  { name: 'Laravel key', fields: ['app_key'], make: (r) => `base64:${r.bytes(32).toString('base64')}` },
  { name: 'base32 seed', fields: ['totp_secret', 'mfa_secret', 'otp_seed'], make: (r) => r.text(`${UPPER}234567`, 32) },
  {
    name: 'hex API key',
    fields: ['api_key', 'apikey', 'x_api_key', 'datadog_api_key'],
    make: (r) => r.text(HEX, 32),
    isNamedOnly: true,
  },
  {
    name: 'UUID as API key',
    fields: ['api_key', 'api_token', 'snyk_token'],
    make: (r) => [8, 4, 4, 4, 12].map((n) => r.text(HEX, n)).join('-'),
    isNamedOnly: true,
  },
  {
    name: 'mixed API key',
    fields: ['api_key', 'api_secret', 'consumer_secret', 'access_key_secret'],
    make: (r) => r.text(WORD, 40),
  },
  {
    name: 'bcrypt hash',
    fields: ['password_hash', 'password_digest', 'encrypted_password'],
    make: (r) => `$2b$12$${r.text(`${WORD}./`, 53)}`,
  },
  {
    name: 'argon2 hash',
    fields: ['password_hash', 'hashed_password'],
    make: (r) =>
      `$argon2id$v=19$m=65536,t=3,p=4$${r.bytes(16).toString('base64').slice(0, 22)}$${r.bytes(32).toString('base64').slice(0, 43)}`,
  },
  { name: 'sha512crypt', fields: ['shadow', 'password_hash'], make: (r) => `$6$${r.text(WORD, 16)}$${r.text(`${WORD}./`, 86)}` },
  {
    name: 'RSA private key',
    fields: ['private_key', 'sp_private_key'],
    make: (r) => pem('RSA PRIVATE KEY', r.bytes(300)),
    isBlock: true,
  },
  {
    name: 'PKCS#8 private key',
    fields: ['private_key', 'tls_key', 'signing_key'],
    make: (r) => pem('PRIVATE KEY', r.bytes(138)),
    isBlock: true,
  },
  {
    name: 'OpenSSH private key',
    fields: ['ssh_private_key', 'deploy_key'],
    make: (r) => pem('OPENSSH PRIVATE KEY', r.bytes(290)),
    isBlock: true,
  },
  {
    name: 'encrypted private key',
    fields: ['private_key'],
    make: (r) => pem('ENCRYPTED PRIVATE KEY', r.bytes(200)),
    isBlock: true,
  },
  { name: 'WireGuard key', fields: ['wireguard_private_key', 'private_key'], make: (r) => r.bytes(32).toString('base64') },
  {
    name: 'age key',
    fields: ['age_key', 'sops_age_key'],
    make: (r) => `AGE-SECRET-KEY-1${r.text('QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L', 58)}`,
  },
  {
    name: 'SAML response',
    fields: ['saml_response'],
    make: (r) =>
      Buffer.from(
        `<samlp:Response ID="_${r.text(HEX, 20)}"><saml:Subject>${r.text(LOWER, 200)}</saml:Subject></samlp:Response>`,
      ).toString('base64'),
    isNamedOnly: true,
  },
];
