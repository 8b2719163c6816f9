import type { SixthKind } from './kinds.ts';
import { BASE32, base64, base64url, digits, encoded64, hex, LOWNUM, lines, passwordOf, text, uuid, word } from './words.ts';

const pem = (label: string, body: string): string => `-----BEGIN ${label}-----\n${lines(body, 64)}\n-----END ${label}-----`;
const block = (name: string, label: string, size: number): SixthKind => ({
  name,
  fields: ['private_key', 'privateKey', 'SIGNING_PRIVATE_KEY', 'sslKey'],
  isBlock: true,
  make: (random) => pem(label, `MII${base64(random, size)}`),
});

export const sixthKeyKinds: readonly SixthKind[] = [
  block('RSA key', 'RSA PRIVATE KEY', 596),
  block('PKCS8 key', 'PRIVATE KEY', 608),
  block('EC key', 'EC PRIVATE KEY', 118),
  block('encrypted key', 'ENCRYPTED PRIVATE KEY', 320),
  block('DSA key', 'DSA PRIVATE KEY', 220),
  {
    name: 'SSH key',
    fields: ['deploy_key', 'SSH_PRIVATE_KEY', 'sshKey'],
    isBlock: true,
    make: (random) => pem('OPENSSH PRIVATE KEY', `b3BlbnNzaC1rZXktdjE${text(random, 380)}`),
  },
  {
    name: 'PGP key',
    fields: ['GPG_PRIVATE_KEY', 'gpgKey'],
    isBlock: true,
    make: (random) => pem('PGP PRIVATE KEY BLOCK', `lQOYB${text(random, 380)}`),
  },
  {
    name: 'key in base64',
    fields: ['client-key-data', 'JWT_PRIVATE_KEY_BASE64'],
    isNamedOnly: true,
    make: (random) => encoded64(pem('EC PRIVATE KEY', `MHcCAQEE${base64(random, 110)}`)),
  },
  {
    name: 'TOTP seed',
    fields: ['totp_secret', 'totpSecret', 'mfa_secret'],
    isNamedOnly: true,
    make: (random) => text(random, 32, BASE32),
  },
  {
    name: 'otpauth address',
    fields: ['otpauth_url', 'qrCodeUrl'],
    secretOf: (value) => /secret=(\w+)/.exec(value)?.[1] ?? value,
    make: (random) => `otpauth://totp/Acme:${word(random)}?secret=${text(random, 32, BASE32)}&issuer=Acme&digits=6`,
  },
  {
    name: 'HMAC key, hex',
    fields: ['HMAC_SECRET', 'signingSecret', 'hmac_key', 'ENCRYPTION_KEY'],
    isNamedOnly: true,
    make: (random) => hex(random, 64),
  },
  {
    name: 'HMAC key, base64',
    fields: ['hmacSecret', 'COOKIE_SECRET', 'encryption_key'],
    isNamedOnly: true,
    make: (random) => base64(random, 32),
  },
  {
    name: 'Django key',
    fields: ['SECRET_KEY', 'secretKey'],
    isNamedOnly: true,
    make: (random) => text(random, 50, 'abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)'),
  },
  {
    name: 'Rails key base',
    fields: ['secret_key_base', 'SECRET_KEY_BASE'],
    isNamedOnly: true,
    make: (random) => hex(random, 128),
  },
  {
    name: 'Laravel key',
    fields: ['APP_KEY', 'appKey'],
    isNamedOnly: true,
    secretOf: (value) => value.slice('base64:'.length),
    make: (random) => `base64:${base64(random, 32)}`,
  },
  {
    name: 'NextAuth secret',
    fields: ['NEXTAUTH_SECRET', 'AUTH_SECRET'],
    isNamedOnly: true,
    make: (random) => base64(random, 33),
  },
  {
    name: 'bcrypt hash',
    fields: ['password_hash', 'passwordHash', 'encrypted_password'],
    make: (random) => `$2b$12$${text(random, 53)}`,
  },
  { name: 'API key, UUID', fields: ['apiKey', 'API_KEY', 'x-api-key'], isNamedOnly: true, make: uuid },
  {
    name: 'reset token',
    fields: ['reset_password_token', 'magicLinkToken', 'inviteToken'],
    isNamedOnly: true,
    make: (random) => hex(random, 40),
  },
  {
    name: 'recovery code',
    fields: ['recovery_code', 'backupCode'],
    isNamedOnly: true,
    make: (random) => `${text(random, 5, LOWNUM)}-${text(random, 5, LOWNUM)}-${text(random, 5, LOWNUM)}`,
  },
  {
    name: 'user and password',
    fields: ['basic_auth', 'basicAuth', 'proxyAuth'],
    isNamedOnly: true,
    make: (random) => encoded64(`${word(random)}:${text(random, 14)}`),
  },
  {
    name: 'e-mail address',
    fields: ['email', 'user_email', 'login_hint'],
    secretOf: (value) => value.slice(0, value.indexOf('@')),
    make: (random) =>
      `${word(random)}.${word(random)}${digits(random, 2)}@${random.pick(['acme.example', 'mail.contoso.com', 'firma.de'])}`,
  },
  {
    name: 'address with user info',
    fields: ['upstream_url', 'proxyUrl', 'HTTPS_PROXY'],
    secretOf: passwordOf,
    make: (random) => `https://svc_${word(random)}:${text(random, 20)}@proxy.acme.example:8443/v1`,
  },
  {
    name: 'signed address',
    fields: ['downloadUrl', 'presigned_url'],
    secretOf: signatureParameterOf,
    make: (random) =>
      `https://files.s3.eu-west-1.amazonaws.com/r/${word(random)}.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20260301T101010Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=${hex(random, 64)}`,
  },
  {
    name: 'SAS address',
    fields: ['blobUrl', 'sas_url'],
    secretOf: signatureParameterOf,
    make: (random) =>
      `https://acme.blob.core.windows.net/logs/${word(random)}.log?sv=2023-11-03&se=2026-03-01T10%3A00%3A00Z&sr=b&sp=r&sig=${text(random, 43)}%3D`,
  },
  {
    name: 'callback address',
    fields: ['callbackUrl', 'requestUrl'],
    secretOf: (value) => /code=([\w-]+)/.exec(value)?.[1] ?? value,
    make: (random) => `http://localhost:3000/auth/callback?code=${base64url(random, 33)}&scope=openid`,
  },
  { name: 'WireGuard key', fields: ['PrivateKey', 'wg_private_key'], isNamedOnly: true, make: (random) => base64(random, 32) },
  {
    name: 'age key',
    fields: ['SOPS_AGE_KEY', 'ageKey'],
    secretOf: (value) => value.slice(16),
    make: (random) => `AGE-SECRET-KEY-1${text(random, 58, 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L')}`,
  },
];

function signatureParameterOf(value: string): string {
  return /(?:Signature|sig)=([\w-]+)/.exec(value)?.[1] ?? value;
}
