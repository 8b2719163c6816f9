/** The secrets of the sixth set: what an app around Scalekit holds. Those of other services stand beside. */
import type { Random } from '../corpus/random.ts';
import type { Kind } from '../third/kind.ts';
import { sixthKeyKinds } from './kinds-keys.ts';
import { sixthServiceKinds } from './kinds-services.ts';
import { base64, base64url, digits, LETTERS, LOWNUM, passwordOf, text, URLSAFE, word } from './words.ts';

/** `secretOf`: the part that must go where the rest (a scheme, a host, claims) may stay. */
export type SixthKind = Kind & { readonly secretOf?: (value: string) => string };

const HOSTS = ['db.internal', 'pg-1.acme.example', 'localhost', '10.0.4.12', 'cache.svc.cluster.local'];
const cap = (value: string): string => value.slice(0, 1).toUpperCase() + value.slice(1);
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(random: Random, claims: object): string {
  const iat = 1_767_225_600 + Number(digits(random, 6));
  const head = part({ alg: 'RS256', kid: `snk_${digits(random, 18)}`, typ: 'JWT' });
  const body = part({ iss: 'https://acme.scalekit.dev', aud: [`skc_${digits(random, 18)}`], iat, exp: iat + 300, ...claims });
  return `${head}.${body}.${base64url(random, 256)}`;
}
const signatureOf = (value: string): string => value.slice(value.lastIndexOf('.') + 1);

const own: readonly SixthKind[] = [
  {
    name: 'client secret, test',
    fields: ['SCALEKIT_CLIENT_SECRET', 'clientSecret', 'client_secret'],
    make: (random) => `test_${text(random, 43, URLSAFE)}x`,
  },
  {
    name: 'client secret, live',
    fields: ['SCALEKIT_CLIENT_SECRET', 'clientSecret', 'client_secret'],
    make: (random) => `live_${text(random, 48)}`,
  },
  {
    name: 'client secret, no prefix',
    fields: ['SCALEKIT_CLIENT_SECRET', 'clientSecret', 'oidc_client_secret'],
    isNamedOnly: true,
    make: (random) => text(random, 40),
  },
  {
    name: 'secret with sec_',
    fields: ['clientSecret', 'SCALEKIT_SECRET'],
    make: (random) => `sec_${text(random, 16, LETTERS)}${text(random, 16)}`,
  },
  {
    name: 'webhook secret',
    fields: ['SCALEKIT_WEBHOOK_SECRET', 'webhookSecret', 'SCALEKIT_INTERCEPTOR_SECRET'],
    make: (random) => `whsec_${base64(random, 32)}`,
  },
  {
    name: 'access token',
    fields: ['accessToken', 'access_token'],
    secretOf: signatureOf,
    make: (random) => jwt(random, { sub: `usr_${digits(random, 18)}`, permissions: ['read'] }),
  },
  {
    name: 'id token',
    fields: ['idToken', 'id_token', 'id_token_hint'],
    secretOf: signatureOf,
    make: (random) => jwt(random, { sub: `usr_${digits(random, 18)}`, oid: `org_${digits(random, 18)}` }),
  },
  {
    name: 'refresh token',
    fields: ['refreshToken', 'refresh_token'],
    isNamedOnly: true,
    make: (random) => base64url(random, 48),
  },
  {
    name: 'authorization code',
    fields: ['authorizationCode', 'authorization_code', 'auth_code'],
    isNamedOnly: true,
    make: (random) => base64url(random, 33),
  },
  {
    name: 'code verifier',
    fields: ['code_verifier', 'codeVerifier'],
    isNamedOnly: true,
    make: (random) => base64url(random, 32),
  },
  { name: 'device code', fields: ['device_code', 'deviceCode'], isNamedOnly: true, make: (random) => text(random, 40) },
  {
    name: 'SCIM token',
    fields: ['scimToken', 'SCIM_BEARER_TOKEN', 'scim_token'],
    isNamedOnly: true,
    make: (random) => text(random, 44),
  },
  {
    name: 'session id',
    fields: ['session_id_cookie', 'sessionToken', 'JSESSIONID', 'PHPSESSID', 'session_token'],
    isNamedOnly: true,
    make: (random) => text(random, 32, LOWNUM),
  },
  {
    name: 'signed session',
    fields: ['connect.sid', 'sessionCookie', 'session_cookie'],
    isNamedOnly: true,
    make: (random) => `s:${base64url(random, 24)}.${base64(random, 32).replace(/=+$/, '')}`,
  },
  {
    name: 'CSRF token',
    fields: ['csrf_token', 'csrfToken', 'XSRF_TOKEN'],
    isNamedOnly: true,
    make: (random) => base64(random, 32),
  },
  {
    name: 'human password',
    fields: ['password', 'DB_PASSWORD', 'userPassword', 'passwd'],
    isNamedOnly: true,
    make: (random) => `${cap(word(random))}${digits(random, 4)}${random.pick(['!', '#', '!!', '?', '$'])}`,
  },
  {
    name: 'password of signs',
    fields: ['password', 'SMTP_PASSWORD', 'adminPassword'],
    isNamedOnly: true,
    make: (random) => `${text(random, 6)}&${text(random, 3)}%<${text(random, 5)}=${text(random, 2)}+`,
  },
  {
    name: 'passphrase',
    fields: ['passphrase', 'KEY_PASSPHRASE', 'vaultPassphrase'],
    isNamedOnly: true,
    make: (random) => `${word(random)} ${word(random)} ${digits(random, 2)} ${word(random)} ${word(random)}`,
  },
  {
    name: 'dashed passphrase',
    fields: ['password', 'COOKIE_PASSWORD', 'jwt_secret'],
    isNamedOnly: true,
    make: (random) => `${word(random)}-${word(random)}-${word(random)}-${word(random)}`,
  },
  {
    name: 'database URL',
    fields: ['DATABASE_URL', 'databaseUrl', 'db_url'],
    secretOf: passwordOf,
    make: (random) =>
      `${random.pick(['postgres', 'postgresql', 'mysql', 'mongodb+srv'])}://app_${word(random)}:${text(random, 16)}@${random.pick(HOSTS)}/app?sslmode=require`,
  },
  {
    name: 'Redis URL',
    fields: ['REDIS_URL', 'redisUrl', 'cache_url'],
    secretOf: passwordOf,
    make: (random) => `rediss://:${text(random, 24)}@${random.pick(HOSTS)}:6380/0`,
  },
  {
    name: 'AMQP URL, human password',
    fields: ['AMQP_URL', 'brokerUrl'],
    secretOf: passwordOf,
    make: (random) => `amqps://guest_${word(random)}:${word(random)}${digits(random, 4)}@${random.pick(HOSTS)}:5671/%2f`,
  },
];

export const sixthKinds: readonly SixthKind[] = [...own, ...sixthKeyKinds, ...sixthServiceKinds];
