/**
 * Whose text this is: words that only occur around logins with Scalekit, and words that say somebody else's product is meant.
 * Looks at a bounded stretch, never at a whole log.
 */

/** Words of OAuth, SSO, SCIM and of Scalekit itself. */
const ours =
  /scalekit|skc_|whsec_|\b(?:org|conn|dir|usr|ses)_\d{5,}|oauth|\boidc\b|openid|\bsso\b|\bsaml|\bscim\b|redirect[_ -]?ur[il]|callback[_ -]?ur[il]|client[_ -]?(?:id|secret)\b|(?:id|access|refresh)[_ -]?token|\bidp\b|identity provider|authori[sz]ation code|authenticateWithCode|getAuthorizationUrl|validate_?(?:access_?)?token|webhook-(?:id|signature|timestamp)|single sign|\/auth\/(?:callback|login)|\bokta\b|\bentra\b|onelogin|jumpcloud|ping ?(?:one|identity|federate)/i;
const scalekitItself = /scalekit|skc_\w|whsec_/i;

/** Products whose errors sound like ours: what is said of them is not about Scalekit unless it is named. */
const foreign =
  /\b(?:stripe|paypal|braintree|adyen|razorpay|npm(?! run| start)|npmjs|pnpm|pip install|pypi|docker|dockerhub|kubectl|kubernetes|helm|terraform|github|gitlab|bitbucket|git (?:push|pull|clone|merge|rebase)|ssh|scp|aws|s3|boto3?|amazonaws|gcp|gcloud|bigquery|azure devops|firebase|firestore|supabase|clerk|auth0|cognito|keycloak|workos|nextauth|twilio|sendgrid|mailgun|mailchimp|smtp|imap|slack|discord|telegram|whatsapp|twitter|facebook|instagram|linkedin|shopify|woocommerce|wordpress|salesforce|hubspot|zendesk|jira|notion|airtable|openai|anthropic|gpt|hugging ?face|postgres(?:ql)?|psql|mysql|mariadb|mongo(?:db|ose)?|redis|sqlite|elasticsearch|kafka|rabbitmq|prisma|sequelize|typeorm|oracle db|jdbc|webpack|vite|eslint|babel|xcode|android studio|gradle|maven|cocoapods|playwright|selenium|puppeteer|nginx|apache|certbot|let'?s encrypt|wifi|wi-fi|bluetooth|printer|vpn|steam|netflix|spotify|gmail|google (?:maps|sheets|drive|calendar|ads)|youtube|ftp|rdp|windows update|kerberos|ldap bind|active directory domain controller)\b/i;
/** Never ours, whatever else is named: the browser's CORS, a package manager, a card. */
const never =
  /\bcors\b|access-control-allow|\bnpm (?:err|error|warn|install|ci|i)\b|\b(?:yarn|pnpm|bun) (?:add|install)\b|pip3? install|\beresolve\b|card[_ ](?:was |is |got )?declined|declined card|card .{0,20}declined|insufficient funds/i;

/** Where somebody came from is not what he asks about. */
const movedFrom =
  /\b(?:(?:mov|migrat|switch|chang|com)\w{0,4}|von|weg von|desde|de)\s+(?:over\s+|away\s+)?(?:from|von|desde|de)?\s*\b(?:auth0|cognito|keycloak|workos|clerk|firebase|supabase|nextauth)\b/gi;

export interface TextContext {
  readonly ours: boolean;
  /** Scalekit is named. */
  readonly scalekit: boolean;
  /** A foreign product is named, and Scalekit is not. */
  readonly foreign: boolean;
}

const reach = 1_500;
const foreignReach = 240;

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
  return {
    scalekit,
    ours: scalekit || ours.test(wide),
    foreign: never.test(narrow) || (!scalekitItself.test(narrow) && foreign.test(narrow.replace(movedFrom, ' '))),
  };
}
