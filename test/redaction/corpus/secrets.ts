/** Every kind of secret that we can name, each with the name under which it stands in settings. */
import { DIGITS, HEX, LOWER, type Random, UPPER, WORD } from './random.ts';

export interface SecretKind {
  readonly name: string;
  /** As a setting is called: `CLIENT_SECRET`. */
  readonly field: string;
  readonly make: (random: Random) => string;
  /** Known by its form alone, whatever stands around it. */
  readonly standsAlone?: boolean;
}

const jwt = (random: Random): string =>
  `${Buffer.from(JSON.stringify({ alg: 'RS256', kid: `snk_${random.text(DIGITS, 17)}` })).toString('base64url')}.${Buffer.from(JSON.stringify({ sub: `usr_${random.text(DIGITS, 12)}`, exp: 1767323045 })).toString('base64url')}.${random.bytes(64).toString('base64url')}`;
const password = (random: Random): string =>
  `${random.pick(['Tiger', 'winter', 'Blue', 'secure'])}${random.text(DIGITS, 3)}${random.pick(['!', '#', '-', '_'])}${random.text(LOWER, 5)}`;

export const secretKinds: readonly SecretKind[] = [
  {
    name: 'Scalekit client secret',
    field: 'SCALEKIT_CLIENT_SECRET',
    make: (r) => `${r.pick(['test_', 'live_', 'prod_'])}${r.text(WORD, 40)}`,
    standsAlone: true,
  },
  { name: 'opaque client secret', field: 'CLIENT_SECRET', make: (r) => r.text(WORD, 32) },
  { name: 'hex client secret', field: 'OAUTH_CLIENT_SECRET', make: (r) => r.text(HEX, 40) },
  { name: 'webhook secret', field: 'WEBHOOK_SECRET', make: (r) => `whsec_${r.bytes(24).toString('base64')}`, standsAlone: true },
  { name: 'SCIM bearer token', field: 'SCIM_TOKEN', make: (r) => r.text(WORD, 43) },
  { name: 'sec_ with letters', field: 'DIRECTORY_SECRET', make: (r) => `sec_a${r.text(WORD, 20)}`, standsAlone: true },
  { name: 'JWT', field: 'ACCESS_TOKEN', make: jwt, standsAlone: true },
  { name: 'opaque access token', field: 'ACCESS_TOKEN', make: (r) => r.bytes(32).toString('base64url') },
  { name: 'refresh token', field: 'REFRESH_TOKEN', make: (r) => `rt_${r.text(WORD, 48)}` },
  { name: 'session secret', field: 'SESSION_SECRET', make: (r) => r.bytes(32).toString('base64') },
  { name: 'password', field: 'DB_PASSWORD', make: password },
  { name: 'SMTP password', field: 'SMTP_PASS', make: (r) => r.text(`${WORD}@!*`, 14).replace(/^[^A-Za-z0-9]/, 'a') },
  { name: 'AWS secret key', field: 'AWS_SECRET_ACCESS_KEY', make: (r) => r.text(`${WORD}/+`, 40).replace(/^[/+]|[/+]$/g, 'k') },
  { name: 'AWS access key', field: 'AWS_ACCESS_KEY_ID', make: (r) => `AKIA${r.text(`${UPPER}234567`, 16)}`, standsAlone: true },
  { name: 'GitHub token', field: 'GITHUB_TOKEN', make: (r) => `ghp_${r.text(WORD, 36)}`, standsAlone: true },
  { name: 'GitLab token', field: 'GITLAB_TOKEN', make: (r) => `glpat-${r.text(WORD, 20)}`, standsAlone: true },
  {
    name: 'Slack token',
    field: 'SLACK_BOT_TOKEN',
    make: (r) => `xoxb-${r.text(DIGITS, 12)}-${r.text(DIGITS, 12)}-${r.text(WORD, 24)}`,
    standsAlone: true,
  },
  { name: 'Stripe key', field: 'STRIPE_SECRET_KEY', make: (r) => `sk_live_${r.text(WORD, 24)}`, standsAlone: true },
  { name: 'Google API key', field: 'GOOGLE_API_KEY', make: (r) => `AIza${r.text(`${WORD}_-`, 34)}k`, standsAlone: true },
  { name: 'Google client secret', field: 'GOOGLE_CLIENT_SECRET', make: (r) => `GOCSPX-${r.text(WORD, 28)}`, standsAlone: true },
  { name: 'OpenAI key', field: 'OPENAI_API_KEY', make: (r) => `sk-proj-${r.text(WORD, 48)}`, standsAlone: true },
  {
    name: 'SendGrid key',
    field: 'SENDGRID_API_KEY',
    make: (r) => `SG.${r.text(WORD, 22)}.${r.text(WORD, 43)}`,
    standsAlone: true,
  },
  { name: 'npm token', field: 'NPM_TOKEN', make: (r) => `npm_${r.text(WORD, 36)}`, standsAlone: true },
  {
    name: 'Azure client secret',
    field: 'AZURE_CLIENT_SECRET',
    make: (r) => `${r.text(WORD, 3)}8Q~${r.text(WORD, 34)}`,
    standsAlone: true,
  },
  {
    name: 'UUID API key',
    field: 'VENDOR_API_KEY',
    make: (r) => `${r.text(HEX, 8)}-${r.text(HEX, 4)}-4${r.text(HEX, 3)}-a${r.text(HEX, 3)}-${r.text(HEX, 12)}`,
  },
  { name: 'hex API key', field: 'DATADOG_API_KEY', make: (r) => r.text(HEX, 32) },
  { name: 'encryption key', field: 'ENCRYPTION_KEY', make: (r) => r.text(HEX, 64) },
  { name: 'signing key', field: 'JWT_SIGNING_KEY', make: (r) => r.bytes(48).toString('base64') },
  { name: 'TOTP seed', field: 'TOTP_SECRET', make: (r) => r.text(`${UPPER}234567`, 32) },
  {
    name: 'code verifier',
    field: 'CODE_VERIFIER',
    make: (r) => r.text(`${WORD}-._~`, 62).replace(/^[^A-Za-z0-9]|[^A-Za-z0-9]$/g, 'v') + 'x',
  },
];
