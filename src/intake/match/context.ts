/**
 * Whose text this is: words that only occur around logins with Scalekit, and words that say somebody else's product is meant.
 * Looks at a bounded stretch, never at a whole log.
 */

/** Words of OAuth, SSO, SCIM and of Scalekit itself. */
const ours =
  /scalekit|skc_|whsec_|\b(?:org|conn|dir|usr|ses)_\d{5,}|oauth|\boidc\b|\bjwks\b|openid|\bsso\b|\bsaml|\bscim\b|redirect[_ -]?ur[il]|callback[_ -]?ur[il]|client[_ -]?(?:id|secret)\b|(?<!val)(?:id|access|refresh)[_ -]?token|\bidp\b|identity provider|authori[sz]ation code|authenticateWithCode|getAuthorizationUrl|list_?(?:Organizations|Connections|Director)|(?:get|create)_?Organization\b|validate_?(?:access_?)?token|webhook-(?:id|signature|timestamp)|single sign|\/auth\/(?:callback|login)|\bokta\b|\bentra\b|onelogin|jumpcloud|\badfs\b|ping ?(?:one|identity|federate)/i;
const scalekitItself = /scalekit|skc_\w|whsec_/i;

/** Products whose errors sound like ours: what is said of them is not about Scalekit unless it is named. */
const foreign =
  /\b(?:stripe|paypal|braintree|adyen|razorpay|npm(?! run| start)|npmjs|pnpm|pip install|pypi|docker|dockerhub|kubectl|kubernetes|helm|terraform|github|gitlab|bitbucket|git (?:push|pull|clone|merge|rebase)|ssh|scp|remote: support|google\.auth|imaplib|smtplib|botocore|er_[a-z]{2,20}(?:_[a-z]{2,20}){1,6}|okta verify|(?:discount|coupon|voucher|gift|promo)\w{0,3} (?:cards?|codes?)|pods? is forbidden|in api group|actionpack|(?:admission|mutating|validating) webhooks?|react hooks?|git hooks?|pre-?commit|post-?commit|husky|aws|s3|boto3?|amazonaws|gcp|gcloud|bigquery|azure devops|firebase|firestore|supabase|clerk|auth0|cognito|keycloak|workos|nextauth|twilio|sendgrid|mailgun|mailchimp|smtp|imap|slack(?:api)?|discord|telegram|whatsapp|twitter|facebook|instagram|linkedin|shopify|woocommerce|wordpress|salesforce|hubspot|zendesk|jira|notion|airtable|openai|anthropic|gpt|hugging ?face|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db|ose)?|redis|sqlite|elasticsearch|kafka|rabbitmq|prisma|sequelize|typeorm|oracle db|jdbc|webpack|vite(?:js|st| build| dev|\.config)|api key provided|eslint|babel|xcode|android studio|gradle|maven|cocoapods|playwright|selenium|puppeteer|nginx|apache|certbot|let'?s encrypt|wifi|wi-fi|bluetooth|printer|vpn|steam|netflix|spotify|gmail (?:login|password|smtp|inbox|app|api|account)|google (?:maps|sheets|drive|calendar|ads)|youtube|ftp|rdp|windows update|kerberos|apt-get|gpg|yum|brew install|keytool|ldap bind|active directory domain controller)\b/i;
/** Where our users' programs run and what they are built with: named beside their trouble as often as for trouble of its own. */
const places =
  /\b(?:docker|kubernetes|k8s|nginx|apache|postgres(?:ql)?|mysql|mongo(?:db)?|redis|prisma|gcp|vpn|vite)\b(?! (?:hub|registry|login|pull|push|build))/gi;

/** Never ours, whatever else is named: the browser's CORS, a package manager, a card. */
const never =
  /\bcors\b|access-control-allow|\bnpm (?:err|error|warn|install|ci|i)\b|\b(?:yarn|pnpm|bun) (?:add|install)\b|pip3? install|\beresolve\b|card[_ ](?:was |is |got )?declined|declined card|card .{0,20}declined|insufficient funds/i;

/**
 * Products for logins of other houses, by whose names whole texts are theirs. Written also as their exceptions are: `StripeError`,
 * `FirebaseError`, `okta-auth-js`, `AADSTS50011`.
 */
const loginProducts =
  /(?<![a-z])(?:auth0|clerk|(?:amazon)?cognito|keycloak|workos|next-?auth|(?<![/\\])auth\.js|authjs|supabase|firebase|fusionauth|descope|stytch|zitadel|logto|kinde|propelauth|frontegg|better-auth|passport(?:\.?js|-(?:local|jwt|google|github|oauth2?))|omniauth|devise|allauth|msal|okta-(?:auth|signin|react|angular|vue|oidc)[\w-]*|@okta\/|azure ad b2c|accounts\.google\.com|googleapis|iron-session)(?![a-z]{2})|\be00000\d\d\b|(?<![a-z])(?:firebase|stripe|clerk|supabase|auth0|twilio|octokit|github|paypal)[\w$]*(?:error|exception)\b/i;
const entraCode = /\baadsts\d{4,}/i;
const brokered = /\b(?:sso|saml|scim|single sign)/i;
/** Senders of webhooks, APIs and logins of their own: theirs where the name leads such a word. */
const senders =
  /(?<![a-z])(?:stripe|paypal|paddle|lemon ?squeezy|razorpay|adyen|braintree|square|plaid|shopify|woocommerce|twilio|sendgrid|mailgun|mailchimp|github|gitlab|bitbucket|slack|discord|telegram|whatsapp|twitter|facebook|instagram|linkedin|tiktok|zoom|zendesk|intercom|hubspot|salesforce|jira|notion|airtable|calendly|typeform|docusign|quickbooks|xero|sentry|pagerduty|openai|anthropic|contentful|sanity|strapi|zapier|n8n|make\.com)(?:'?s|’s)?[\s:_-]{1,3}(?:\w{1,12}[\s_-]){0,2}?(?:web-?hooks?|hooks?|signature|hmac|oauth2?|api|bot|auth\w*|logins?|sign-?in)\b/i;

/** Where somebody came from is not what he asks about. */
const movedFrom =
  /\b(?:(?:mov|migrat|switch|chang|com)\w{0,4}|von|weg von|desde|de)\s+(?:over\s+|away\s+)?(?:from|von|desde|de)?\s*\b(?:auth0|cognito|keycloak|workos|clerk|firebase|supabase|nextauth)\b/gi;

export interface TextContext {
  readonly ours: boolean;
  /** Scalekit is named. */
  readonly scalekit: boolean;
  /** A foreign product is named, and Scalekit is not. */
  readonly foreign: boolean;
  /** A product for logins or a sender of webhooks is named, and Scalekit is not: words of ours are theirs then. */
  readonly theirs: boolean;
  /** No more than a place is named, such as nginx: it is foreign only where nothing is surely ours. */
  readonly placeOnly: boolean;
}

const reach = 1_500;
const foreignReach = 240;

/** Tools that sign in to a cloud by themselves: even a known code is then about them. */
const clouds =
  /\baz (?:login|account|acr|aks)\b|\bazure cli\b|connect-(?:azaccount|mggraph|exchangeonline|azuread)|\bazurerm\b|\bterraform\b|\bsharepoint\b|exchange online|\boutlook\b|\bokta api token\b|\bkinit\b/i;

export function isUnrelated(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - foreignReach), end + foreignReach);
  return clouds.test(around) && !scalekitItself.test(around);
}

/** What libraries for logins print, which people use with Scalekit too: an OAuth code inside counts. */
const loginLibrary =
  /\[auth\]\[(?:error|cause|details)\]|\[next-auth\]\[error\]|errors\.authjs\.dev|\b(?:ResponseBodyError|AuthorizationResponseError|InternalOAuthError|CallbackRouteError|OPError|RPError)\b/;

export function isOfLoginLibrary(text: string, start: number, end: number): boolean {
  return loginLibrary.test(text.slice(Math.max(0, start - foreignReach), end + foreignReach));
}

export function isNeverOurs(text: string): boolean {
  return never.test(text);
}

export function contextAround(text: string, start: number, end: number): TextContext {
  const wide = text.slice(Math.max(0, start - reach), end + reach);
  const narrow = text.slice(Math.max(0, start - foreignReach), end + foreignReach);
  return contextOf(wide, narrow);
}

export function contextOf(wide: string, narrow = wide): TextContext {
  const scalekit = scalekitItself.test(wide);
  const named = narrow.replace(movedFrom, ' ');
  const theirs =
    !scalekit && (loginProducts.test(named) || senders.test(named) || (entraCode.test(named) && !brokered.test(wide)));
  const isNever = never.test(narrow);
  const isForeign = (text: string): boolean => !scalekitItself.test(narrow) && foreign.test(text);
  return {
    scalekit,
    placeOnly: !theirs && !isNever && isForeign(named) && !isForeign(named.replace(places, ' ')),
    ours: scalekit || ours.test(wide),
    foreign: theirs || isNever || isForeign(named),
    theirs,
  };
}
