/** A second set of secrets, made apart from the first: other vendors, other shapes, what people choose themselves. */
import { DIGITS, HEX, LOWER, type Random, UPPER, WORD } from '../corpus/random.ts';

export interface Kind {
  readonly name: string;
  /** How settings, parameters or fields that hold it are called, in snake case: one is drawn. */
  readonly fields: readonly string[];
  readonly make: (random: Random) => string;
}

const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const words =
  'maple river quiet lantern orange castle thunder pocket silver garden winter falcon copper island velvet meadow rocket harbor'.split(
    ' ',
  );
const dashed = (r: Random): string => [8, 4, 4, 4, 12].map((length) => r.text(HEX, length)).join('-');
const kind = (name: string, fields: string, make: (random: Random) => string): Kind => ({
  name,
  fields: fields.split(' '),
  make,
});

export const kinds: readonly Kind[] = [
  kind(
    'Scalekit secret',
    'scalekit_client_secret scalekit_secret client_secret',
    (r) => `${r.pick(['test', 'prod', 'live'])}_${r.text(WORD, 48)}`,
  ),
  kind(
    'webhook signing secret',
    'scalekit_webhook_secret webhook_signing_secret signing_secret',
    (r) => `whsec_${r.text(WORD, 32)}`,
  ),
  kind('SCIM bearer', 'scim_bearer_token directory_token scim_api_token bearer_token', (r) =>
    r.text(WORD + '-_', 40).replace(/^.|.$/g, 'q'),
  ),
  kind(
    'DPoP proof',
    'dpop_token access_token',
    (r) =>
      `${segment({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty: 'EC', crv: 'P-256', x: r.text(WORD, 43), y: r.text(WORD, 43) } })}.${segment({ htm: 'POST', jti: r.text(WORD, 12) })}.${r.bytes(64).toString('base64url')}`,
  ),
  kind(
    'HS256 JWT',
    'id_token jwt session_token auth_token',
    (r) =>
      `${segment({ typ: 'JWT', alg: 'HS256' })}.${segment({ iss: 'https://a.example', sub: r.text(DIGITS, 9), email: 'x@example.org' })}.${r.bytes(32).toString('base64url')}`,
  ),
  kind('refresh token', 'refresh_token new_refresh_token oauth_refresh_token', (r) =>
    r
      .bytes(36)
      .toString('base64url')
      .replace(/^[-_]|[-_]$/g, 'r'),
  ),
  kind('Google refresh token', 'google_refresh_token refresh_token', (r) => `1//0${r.text(WORD + '-_', 60)}k`),
  kind(
    'AWS secret',
    'aws_secret_access_key secret_access_key s3_secret_key',
    (r) => `${r.text(WORD, 12)}/${r.text(WORD, 20)}+${r.text(WORD, 6)}`,
  ),
  kind('AWS session token', 'aws_session_token session_token', (r) => `IQoJb3JpZ2luX2Vj${r.bytes(180).toString('base64')}`),
  kind('Azure storage key', 'azure_storage_key storage_account_key account_key', (r) => r.bytes(64).toString('base64')),
  kind('Entra secret', 'azure_ad_client_secret entra_client_secret', (r) => `${r.text(WORD, 3)}8Q~${r.text(WORD + '-_.~', 33)}a`),
  kind('GCP key id secret', 'gcp_client_secret google_oauth_client_secret', (r) => `GOCSPX-${r.text(WORD + '-_', 27)}x`),
  kind('Stripe restricted', 'stripe_key stripe_api_key', (r) => `rk_${r.pick(['live', 'test'])}_${r.text(WORD, 99)}`),
  kind('GitHub fine-grained', 'github_pat gh_token', (r) => `github_pat_${r.text(WORD, 22)}_${r.text(WORD, 59)}`),
  kind(
    'GitHub app token',
    'github_token installation_token',
    (r) => `${r.pick(['ghs', 'gho', 'ghu', 'ghr'])}_${r.text(WORD, 36)}`,
  ),
  kind('GitLab runner', 'ci_job_token runner_token', (r) => `glrt-${r.text(WORD, 20)}`),
  kind(
    'Slack webhook',
    'slack_webhook_url',
    (r) => `https://hooks.slack.com/services/T${r.text(UPPER, 8)}/B${r.text(UPPER, 8)}/${r.text(WORD, 24)}`,
  ),
  kind('Twilio auth token', 'twilio_auth_token', (r) => r.text(HEX, 32)),
  kind('SendGrid', 'sendgrid_api_key mail_api_key', (r) => `SG.${r.text(WORD + '-_', 21)}a.${r.text(WORD + '-_', 42)}b`),
  kind('npm token', 'npm_auth_token npm_token', (r) => `npm_${r.text(WORD, 36)}`),
  kind('PyPI token', 'pypi_token twine_password', (r) => `pypi-AgEIcHlwaS5vcmc${r.text(WORD + '-_', 90)}a`),
  kind('hex key', 'cookie_encryption_key app_key hmac_key', (r) => r.text(HEX, 64)),
  kind('upper hex key', 'master_key aes_key', (r) => r.text(HEX, 32).toUpperCase()),
  kind('base64 key', 'jwt_signing_key cookie_secret session_secret nextauth_secret', (r) => r.bytes(32).toString('base64')),
  kind('Laravel key', 'app_key', (r) => `base64:${r.bytes(32).toString('base64')}`),
  kind('Django key', 'django_secret_key secret_key', (r) => `d${r.text(`${LOWER}${DIGITS}!@^*-_+=`, 48)}z`),
  kind('PKCE verifier', 'code_verifier pkce_verifier pkce_code_verifier', (r) => `${r.text(WORD + '-._~', 62)}Q`),
  kind('authorization code', 'authorization_code auth_code oauth_code', (r) => r.text(WORD, 36)),
  kind('session id', 'session_id sid phpsessid jsessionid', (r) => r.text(LOWER + DIGITS, 26)),
  kind('signed session cookie', 'session_cookie connect_sid', (r) => `s%3A${r.text(WORD + '-_', 32)}.${r.text(WORD, 43)}`),
  kind('UUID token', 'api_token heroku_api_key personal_access_token', dashed),
  kind('Datadog app key', 'dd_app_key datadog_app_key', (r) => r.text(HEX, 40)),
  kind(
    'client assertion',
    'client_assertion',
    (r) =>
      `${segment({ alg: 'RS256', typ: 'JWT' })}.${segment({ iss: 'skc_1', aud: 'https://a.example' })}.${r.bytes(128).toString('base64url')}`,
  ),
  kind('SAMLResponse', 'SAMLResponse', (r) =>
    Buffer.from(
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_${r.text(HEX, 32)}"><saml:Assertion>${r.text(WORD, 300)}</saml:Assertion></samlp:Response>`,
    ).toString('base64'),
  ),
  kind('short password', 'password db_password passwd', (r) => `${r.text(LOWER, 5)}${r.text(DIGITS, 2)}${r.text(UPPER, 1)}`),
  kind('plain word password', 'password smtp_password ldap_bind_password', (r) => `${r.pick(words)}${r.pick(words)}`),
  kind(
    'punctuated password',
    'password mysql_root_password keystore_password',
    (r) =>
      `${r.text(WORD, 5)}${r.pick(['!', '*', '^', '~', '?'])}${r.text(WORD, 4)}${r.pick(['@', '%', '=', '+', '/', ':'])}${r.text(WORD, 4)}`,
  ),
  kind(
    'hard password',
    'db_password admin_password',
    (r) =>
      `${r.text(WORD, 6)}${r.pick(['$', '#', '&', ';', ','])}${r.text(WORD, 5)}${r.pick([')', '}', '|', ']', '('])}${r.text(WORD, 3)}`,
  ),
  kind('passphrase', 'passphrase key_passphrase ssl_key_password', (r) => [0, 0, 0, 0].map(() => r.pick(words)).join(' ')),
  kind('hyphenated passphrase', 'passphrase vault_password encryption_password', (r) =>
    [0, 0, 0, 0].map(() => r.pick(words)).join('-'),
  ),
  kind(
    'non-ASCII password',
    'password user_password',
    (r) =>
      `${r.pick(['Schlüssel', 'contraseña', 'пароль', 'пароль', '秘密鍵', 'mötley'])}${r.text(DIGITS, 3)}${r.pick(['é', 'ß', '!', 'ø'])}${r.text(LOWER, 4)}`,
  ),
  kind('Postgres URL', 'database_url postgres_url', (r) => `postgresql://svc:${r.text(WORD, 18)}@db-1.internal:5432/app`),
  kind(
    'Mongo URL',
    'mongodb_uri mongo_url',
    (r) => `mongodb+srv://root:${r.text(WORD, 16)}@cluster0.ab1cd.mongodb.net/?retryWrites=true`,
  ),
  kind('Redis URL', 'redis_url cache_url', (r) => `rediss://:${r.text(WORD, 24)}@cache.internal:6380/0`),
  kind('AMQP URL', 'amqp_url rabbitmq_url', (r) => `amqps://app:${r.text(WORD, 14)}%21${r.text(WORD, 4)}@mq.internal/vhost`),
  kind('OTP seed', 'totp_secret mfa_secret', (r) => r.text(`${UPPER}234567`, 26)),
  kind('Discord bot', 'discord_token bot_token', (r) => `M${r.text(WORD, 25)}.${r.text(WORD, 6)}.${r.text(WORD, 38)}`),
  kind('Shopify', 'shopify_access_token', (r) => `shpat_${r.text(HEX, 32)}`),
  kind('Anthropic', 'anthropic_api_key llm_api_key', (r) => `sk-ant-api03-${r.text(WORD + '-_', 92)}a`),
  kind('Okta token', 'okta_api_token', (r) => `00${r.text(WORD + '-_', 39)}a`),
  kind('Cloudflare', 'cloudflare_api_token cf_api_token', (r) => `${r.text(WORD + '-_', 39)}a`),
  kind('Auth0 secret', 'auth0_client_secret', (r) => `${r.text(WORD + '-_', 63)}a`),
]; // prettier-ignore
