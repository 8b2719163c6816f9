/** Tokens of other services that lie beside Scalekit's in an app's files and logs. */
import type { SixthKind } from './kinds.ts';
import { base64, base64url, digits, encoded64, HEX, hex, LOWNUM, lines, text, UPPERNUM, URLSAFE, uuid } from './words.ts';

const prefixed = (
  name: string,
  prefix: string,
  length: number,
  alphabet: string | undefined,
  ...fields: string[]
): SixthKind => ({
  name,
  fields,
  make: (random) => prefix + text(random, length, alphabet),
  ...(prefix.length > 5 && { secretOf: (value: string) => value.slice(prefix.length) }),
});
const unmarked = (name: string, length: number, alphabet: string | undefined, ...fields: string[]): SixthKind => ({
  name,
  fields,
  isNamedOnly: true,
  make: (random) => text(random, length, alphabet),
});

export const sixthServiceKinds: readonly SixthKind[] = [
  unmarked('AWS secret key', 40, undefined, 'AWS_SECRET_ACCESS_KEY', 'secretAccessKey', 'aws_secret_access_key'),
  {
    name: 'AWS session token',
    fields: ['AWS_SESSION_TOKEN', 'sessionToken'],
    isNamedOnly: true,
    make: (random) => `IQoJb3JpZ2luX2Vj${base64(random, 240)}`,
    secretOf: (value) => value.slice(16),
  },
  prefixed('Google API key', 'AIza', 35, URLSAFE, 'GOOGLE_API_KEY', 'apiKey'),
  prefixed('Google client secret', 'GOCSPX-', 28, undefined, 'GOOGLE_CLIENT_SECRET', 'googleClientSecret'),
  prefixed('Google access token', 'ya29.', 120, URLSAFE, 'access_token', 'accessToken'),
  {
    name: 'Entra secret',
    fields: ['AZURE_CLIENT_SECRET', 'clientSecret', 'AZURE_AD_CLIENT_SECRET'],
    make: (random) => `${text(random, 3)}8Q~${text(random, 34)}`,
  },
  {
    name: 'Azure storage key',
    fields: ['AZURE_STORAGE_KEY', 'accountKey', 'AccountKey'],
    isNamedOnly: true,
    make: (random) => base64(random, 64),
  },
  prefixed('GitHub token', 'ghp_', 36, undefined, 'GITHUB_TOKEN', 'githubToken', 'GH_PAT'),
  prefixed('GitHub app token', 'ghs_', 36, undefined, 'GITHUB_TOKEN', 'installationToken'),
  {
    name: 'GitHub fine-grained token',
    fields: ['GH_TOKEN', 'githubToken'],
    make: (random) => `github_pat_${text(random, 22)}_${text(random, 59)}`,
    secretOf: (value) => value.slice(34),
  },
  prefixed('GitLab token', 'glpat-', 20, URLSAFE, 'GITLAB_TOKEN', 'privateToken'),
  {
    name: 'Slack bot token',
    fields: ['SLACK_BOT_TOKEN', 'slackToken'],
    make: (random) => `xoxb-${digits(random, 12)}-${digits(random, 13)}-${text(random, 24)}`,
    secretOf: (value) => value.slice(-24),
  },
  {
    name: 'Slack app token',
    fields: ['SLACK_APP_TOKEN', 'appToken'],
    make: (random) => `xapp-1-A${text(random, 10, UPPERNUM)}-${digits(random, 13)}-${hex(random, 64)}`,
    secretOf: (value) => value.slice(-64),
  },
  {
    name: 'Slack webhook',
    fields: ['SLACK_WEBHOOK_URL', 'webhookUrl'],
    make: (random) =>
      `https://hooks.slack.com/services/T${text(random, 10, UPPERNUM)}/B${text(random, 10, UPPERNUM)}/${text(random, 24)}`,
    secretOf: (value) => value.slice(-24),
  },
  prefixed('Stripe key', 'sk_live_', 99, undefined, 'STRIPE_SECRET_KEY', 'stripeKey'),
  prefixed('Stripe restricted key', 'rk_test_', 24, undefined, 'STRIPE_KEY', 'restrictedKey'),
  unmarked('Twilio token', 32, HEX, 'TWILIO_AUTH_TOKEN', 'authToken'),
  {
    name: 'SendGrid key',
    fields: ['SENDGRID_API_KEY', 'sendgridKey'],
    make: (random) => `SG.${text(random, 22, URLSAFE)}.${text(random, 43, URLSAFE)}`,
  },
  prefixed('Mailgun key', 'key-', 32, HEX, 'MAILGUN_API_KEY', 'mailgunApiKey'),
  prefixed('npm token', 'npm_', 36, undefined, 'NPM_TOKEN', 'npmToken'),
  prefixed('PyPI token', 'pypi-AgEIcHlwaS5vcmcC', 120, URLSAFE, 'PYPI_TOKEN', 'TWINE_PASSWORD'),
  unmarked('Vercel token', 24, undefined, 'VERCEL_TOKEN', 'vercelToken'),
  prefixed('Supabase token', 'sbp_', 40, HEX, 'SUPABASE_ACCESS_TOKEN', 'supabaseToken'),
  unmarked('Datadog key', 32, HEX, 'DD_API_KEY', 'datadogApiKey', 'DATADOG_APP_KEY'),
  {
    name: 'Sentry token',
    fields: ['SENTRY_AUTH_TOKEN', 'sentryToken'],
    make: (random) =>
      `sntrys_${encoded64(JSON.stringify({ iat: Number(digits(random, 10)), url: 'https://sentry.io' })).replace(/=/g, '')}_${text(random, 43)}`,
    secretOf: (value) => value.slice(-43),
  },
  prefixed('Vault token', 'hvs.', 90, URLSAFE, 'VAULT_TOKEN', 'vaultToken'),
  {
    name: 'Terraform token',
    fields: ['TF_TOKEN_app_terraform_io', 'terraformToken'],
    make: (random) => `${text(random, 14)}.atlasv1.${text(random, 67)}`,
    secretOf: (value) => value.slice(23),
  },
  prefixed('Doppler token', 'dp.pt.', 43, undefined, 'DOPPLER_TOKEN', 'dopplerToken'),
  prefixed('Linear key', 'lin_api_', 40, undefined, 'LINEAR_API_KEY', 'linearKey'),
  prefixed('OpenAI key', 'sk-proj-', 120, URLSAFE, 'OPENAI_API_KEY', 'openaiApiKey'),
  prefixed('Anthropic key', 'sk-ant-api03-', 95, URLSAFE, 'ANTHROPIC_API_KEY', 'anthropicKey'),
  prefixed('Hugging Face token', 'hf_', 34, undefined, 'HF_TOKEN', 'hfToken'),
  prefixed('DigitalOcean token', 'dop_v1_', 64, HEX, 'DIGITALOCEAN_TOKEN', 'doToken'),
  prefixed('Shopify token', 'shpat_', 32, HEX, 'SHOPIFY_ACCESS_TOKEN', 'shopifyToken'),
  {
    name: 'Telegram token',
    fields: ['TELEGRAM_BOT_TOKEN', 'botToken'],
    make: (random) => `${digits(random, 10)}:AA${text(random, 33, URLSAFE)}`,
    secretOf: (value) => value.slice(11),
  },
  {
    name: 'Discord token',
    fields: ['DISCORD_TOKEN', 'discordBotToken'],
    isNamedOnly: true,
    make: (random) => `${encoded64(digits(random, 18))}.G${text(random, 5)}.${text(random, 38, URLSAFE)}`,
  },
  prefixed('Docker token', 'dckr_pat_', 27, URLSAFE, 'DOCKER_TOKEN', 'dockerhubToken'),
  prefixed('PlanetScale password', 'pscale_pw_', 43, undefined, 'DATABASE_PASSWORD', 'planetscalePassword'),
  unmarked('Cloudflare token', 40, URLSAFE, 'CLOUDFLARE_API_TOKEN', 'cfApiToken'),
  { name: 'Heroku key', fields: ['HEROKU_API_KEY', 'herokuApiKey'], isNamedOnly: true, make: uuid },
  prefixed('New Relic key', 'NRAK-', 27, UPPERNUM, 'NEW_RELIC_API_KEY', 'newRelicKey'),
  prefixed('Grafana token', 'glsa_', 41, undefined, 'GRAFANA_TOKEN', 'grafanaToken'),
  unmarked('Okta token', 42, URLSAFE, 'OKTA_API_TOKEN', 'oktaToken'),
  unmarked('Auth0 secret', 64, undefined, 'AUTH0_CLIENT_SECRET', 'auth0ClientSecret'),
  {
    name: 'Postman key',
    fields: ['POSTMAN_API_KEY', 'postmanKey'],
    make: (random) => `PMAK-${hex(random, 24)}-${hex(random, 34)}`,
  },
  unmarked('Algolia admin key', 32, HEX, 'ALGOLIA_ADMIN_KEY', 'algoliaAdminKey'),
  unmarked('Facebook app secret', 32, HEX, 'FACEBOOK_APP_SECRET', 'appSecret'),
  unmarked('reCAPTCHA secret', 40, URLSAFE, 'RECAPTCHA_SECRET_KEY', 'captchaSecret'),
  {
    name: 'Apple key',
    fields: ['APPLE_PRIVATE_KEY', 'applePrivateKey'],
    isBlock: true,
    make: (random) => `-----BEGIN PRIVATE KEY-----\n${lines(`MIGTAgEA${base64(random, 140)}`, 64)}\n-----END PRIVATE KEY-----`,
  },
  { name: 'macaroon', fields: ['root_token', 'serviceToken'], isNamedOnly: true, make: (random) => base64url(random, 90) },
  unmarked('Jenkins token', 34, LOWNUM, 'JENKINS_API_TOKEN', 'jenkinsToken'),
];
