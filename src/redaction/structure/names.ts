/** What a field's name says of its value: a secret, a secret if it looks like one, or none. Knows camelCase, snake_case, headers and glued words. Pure. */

import { ownCopy } from '../bytes.ts';
import { isRandom } from './looks.ts';

/**
 * `always`: a secret unless it is plainly none; `random`: only when it looks made by a machine; the others are read in a way of their own.
 */
export type Reading = 'always' | 'random' | 'digits' | 'authorization' | 'cookie' | 'cookies' | 'sentence';

export interface SecretName {
  readonly kind: string;
  readonly reading: Reading;
}

/** Every name of a secret holds one of these: where none stands, nothing is looked at. Lower case. */
export const anchors: readonly string[] = [
  'secret',
  'passw',
  'passphrase',
  'passcode',
  'pass',
  'pwd',
  'token',
  'key',
  'auth',
  'cookie',
  'session',
  'sess',
  'sid',
  'credential',
  'signature',
  'sig',
  'private',
  'assertion',
  'saml',
  'code',
  'verifier',
  'jwt',
  'otp',
  'pin',
  'pat',
  'hmac',
  'salt',
  'pepper',
  'mnemonic',
  'seed',
  'psk',
  'pw',
  'artifact',
  'bearer',
  'ticket',
  'kennwort',
]; // prettier-ignore

/** The last word of names that are about a secret. */
const about = new Set(
  `type types endpoint url uri urls uris id ids expires expiry expire expiration expired at in ttl lifetime age length len size count counts name names alg algorithm
  prefix suffix header headers path file filename status method methods policy policies version format issuer audience scope scopes limit limits usage used created
  updated last enabled disabled required supported valid invalid present exists field fields env var variable label description digest fingerprint thumbprint kid
  info error errors reason message provider source store location domain mode kind class manager service generator factory controller handler middleware rotation
  rotated index position start end time date timestamp seconds ms minutes hours days budget bucket estimate usage basic post auth exchange flow grant request
  response responses hint hints form page screen link button placeholder schema regex pattern test spec check checks validator validation verified strength reset
  attempts attempt rate window interval bits family use ops usages ref refs arn bytes chars map list set state settings config configuration options params event
  events role roles user users username owner group tier level region year month day cert certificate certs certificates challenge value_type count remaining
  claims claim rules rule note notes help docs title text manager dir folder
  board boards word words stroke press down up code_challenge base point points pair pairs author authors authority authorities wrap wrapped frame space
  exception exceptions failure failures action actions document documents
  passed passes passing through port ports pass_rate agent alias aliases`.split(/\s+/),
);

/** Any word of these makes it public or a matter of lists. */
const publicWord =
  /(?:^|_)(?:existing|public|publishable|authorized|group|routing|feature|flag|experiment|cancel|cancellation|abort|syntax|design|lexer|pub|page|next_page|cursor|continuation|sync|pagination|prompt|completion|max|min|num|total|primary|foreign|sort|partition|cache|idempotency|object|unique|lookup|translation|i18n|row|column|react|hot|shortcut|error|status|country|zip|postal|postcode|area|currency|language|lang|locale|response|exit|return|http|reason|color|source|byte|op|qr|bar|promo|coupon|product|event|char|unicode|result|sql|site|captcha_site)(?=_|$)/;

const secretKeyWords =
  /(?:^|_)(?:api|access|secret|private|signing|sign|signature|encryption|encrypt|decryption|master|account|shared|auth|service|storage|subscription|session|webhook|license|licence|client|app|application|ssh|deploy|root|hmac|jwt|cipher|aes|rsa|pre_shared|preshared|psk|server|admin|management|write|read|ingest|stripe|openai|anthropic|sendgrid|twilio|algolia|rapidapi|functions|host|scim|integration|developer|dev|live|prod|production|consumer|maps|google|firebase|supabase|mailgun|datadog|dd|newrelic|sentry|slack|github|gitlab|aws|azure|gcp|resend|postmark)_keys?(?:_|$)/;

const cache = new Map<string, SecretName | null>();
const MOST_CACHED = 4_096;

export function secretName(name: string): SecretName | undefined {
  const known = cache.get(name);
  if (known !== undefined) return known ?? undefined;
  const found = read(name);
  if (cache.size >= MOST_CACHED) cache.clear();
  cache.set(ownCopy(name), found ?? null);
  return found;
}

function read(name: string): SecretName | undefined {
  // A value, in the letters of which a name was seen.
  if (name.length >= 16 && isRandom(name)) return undefined;
  const snake = snakeCase(name);
  const words = snake.split('_').filter((word) => word !== '');
  const last = (words.at(-1) ?? '').replace(/\d+$/, '') || (words.at(-2) ?? '');
  const named = (reading: Reading): SecretName => ({ kind: words.slice(-4).join('_').slice(0, 32), reading });
  if (/^(?:x_)?(?:proxy_)?authorization$|_authorization$/.test(snake) && words.length <= 4) return named('authorization');
  if (/^(?:set_)?cookie2?$|^(?:request|http)_cookie$/.test(snake)) return named('cookie');
  if (/(?:^|_)(?:session|auth|sso|login|id)_cookie$/.test(snake)) return named('random');
  if (snake === 'cookies') return named('cookies');
  if (/^saml_?(?:response|art)$|(?:^|_)saml_response$|^logout_response$/.test(snake))
    return { kind: 'saml_response', reading: 'random' };
  if (
    /^(?:(?:auth|authorization|authorisation|device|oauth|oauth2|one_time|login|recovery|backup|grant|sms|mfa)_)?codes?$/.test(
      snake,
    )
  ) {
    return {
      kind: snake === 'code' ? 'authorization_code' : snake,
      reading: /one_time|recovery|backup|sms|mfa/.test(snake) ? 'digits' : 'random',
    };
  }
  if (/(?:^|_)(?:otp|totp|pin|tan|verification_code|passcode|mfa_token|user_code)$/.test(snake)) return named('digits');
  if (/(?:^|_)(?:mnemonic|seed_phrase|recovery_phrase)$/.test(snake)) return named('sentence');
  if (
    /^(?:[a-z\d]{1,16}_){0,3}(?:id_token_hint|logout_token|session_id|sessionid|phpsessid|jsessionid)$|^(?:x_)?(?:sid|sess|session|connect_sid|asp_net_session_id|session_key|auth_session)$/.test(
      snake,
    )
  )
    return named('random');
  if (/pass(?:word|wd)_hash|hashed_password|password_digest/.test(snake)) return named('random');
  if (publicWord.test(snake) && !/secret|password|private|api_key|access_token|refresh_token/.test(snake)) return undefined;
  if (/(?:otp|mfa)_seed$|(?:^|_)secret_key_base$/.test(snake)) return named('always');
  if (snake === 'auth') return named('random');
  if (about.has(last)) return undefined;
  if (
    /pass(?:word(?!less)|wd|phrase|wort)s?|kennwort|(?:require|master|user|admin|root|bind|mail|smtp|ftp|ldap|login|store)pass$|(?:^|_)(?:pwd|pass|pw)(?:_|$)/.test(
      snake,
    )
  )
    return named('sentence');
  if (/(?:^|_)(?:secrets?|client_?secret|shared_?secret|app_?secret|signing_?secret)(?:_|\d|$)|secret(?:key)?$/.test(snake))
    return named('always');
  if (/(?:^|_)tokens$/.test(snake) && !/(?:access|refresh|auth|api|id)_tokens$/.test(snake)) return named('random');
  if (/(?:^|_)tokens?(?:_|\d|$)|(?:access|refresh|auth|id|bearer|session|api|csrf|xsrf|bot|personal|security)token$/.test(snake))
    return named('always');
  if (/(?:api|access|private|secret|auth|signing|encryption|master)keys?(?:_|$)/.test(snake) || secretKeyWords.test(snake))
    return named('always');
  if (/(?:^|_)(?:code|pkce)_?verifier$|^verifier$/.test(snake)) return named('always');
  if (
    /(?:^|_)(?:jwt|bearer|credentials?|assertion|client_assertion|signature|sig|hmac|salt|pepper|auth|pat|ticket|artifact|key|keys|psk)$/.test(
      snake,
    )
  )
    return named('random');
  return undefined;
}

/** `clientSecret`, `X-Client-Secret`, `ClientSECRET`, `CLIENT_SECRET` → `client_secret`. */
export function snakeCase(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z\d]+/g, '_')
    .toLowerCase()
    .replace(/^_+|_+$/g, '');
}
