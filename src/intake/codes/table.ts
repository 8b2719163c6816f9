/** The table of known codes: the rows of `assets/codes/`, each with what its group says for all. Built at the first question. */
import adfs from '../../../assets/codes/adfs.json' with { type: 'json' };
import entra from '../../../assets/codes/entra.json' with { type: 'json' };
import frameworks from '../../../assets/codes/frameworks.json' with { type: 'json' };
import google from '../../../assets/codes/google.json' with { type: 'json' };
import idps from '../../../assets/codes/idps.json' with { type: 'json' };
import keycloak from '../../../assets/codes/keycloak.json' with { type: 'json' };
import oauthLibraries from '../../../assets/codes/oauth-libraries.json' with { type: 'json' };
import okta from '../../../assets/codes/okta.json' with { type: 'json' };
import provisioning from '../../../assets/codes/provisioning.json' with { type: 'json' };
import samlLibraries from '../../../assets/codes/saml-libraries.json' with { type: 'json' };
import scalekit from '../../../assets/codes/scalekit.json' with { type: 'json' };
import scim from '../../../assets/codes/scim.json' with { type: 'json' };
import sdks from '../../../assets/codes/sdks.json' with { type: 'json' };
import tokens from '../../../assets/codes/tokens.json' with { type: 'json' };
import webhooks from '../../../assets/codes/webhooks.json' with { type: 'json' };
import type { CodeEntry, CodeGroup } from './code-entry.ts';

/** JSON knows no literal types; `test/intake/codes-table.test.ts` holds every row against the type. */
const files = [
  scalekit,
  entra,
  provisioning,
  okta,
  google,
  keycloak,
  adfs,
  idps,
  samlLibraries,
  scim,
  oauthLibraries,
  tokens,
  webhooks,
  sdks,
  frameworks,
] as unknown as readonly (readonly CodeGroup[])[];

let entries: readonly CodeEntry[] | undefined;

export function codeEntries(): readonly CodeEntry[] {
  entries ??= files.flat().flatMap(entriesOf);
  return entries;
}

function entriesOf({ rows, ...shared }: CodeGroup): CodeEntry[] {
  return rows.map((row) => {
    const { problem, ...entry } = { ...shared, ...row };
    const problems = typeof problem === 'string' ? [problem] : problem;
    return { ...entry, problems } as CodeEntry;
  });
}

/** How the vendors are called in a sentence. */
const names: Readonly<Record<string, string>> = {
  adfs: 'AD FS',
  auth0: 'Auth0',
  authjs: 'Auth.js',
  authlib: 'Authlib or another login library of Python',
  browser: 'the browser',
  dotnet: 'a login or token library of .NET',
  entra: 'Microsoft Entra ID',
  'entra-provisioning': 'the provisioning of Microsoft Entra ID',
  'go-saml': 'a SAML library of Go',
  google: 'Google',
  'java-jwt': 'a token library of Java',
  'login-libraries': 'the library that handles the login',
  jumpcloud: 'JumpCloud',
  keycloak: 'Keycloak',
  next: 'Next.js',
  node: 'a library of the app',
  okta: 'Okta',
  omniauth: 'a login library of Ruby or PHP',
  onelogin: 'OneLogin',
  passport: 'Passport',
  ping: 'Ping',
  pyjwt: 'a token library of Python',
  'quarkus-oidc': 'Quarkus',
  saml: 'the identity provider’s SAML response',
  'scalekit-go': 'code that uses Scalekit’s Go SDK',
  'scalekit-java': 'code that uses Scalekit’s Java SDK',
  'scalekit-node': 'code that uses Scalekit’s Node SDK',
  'scalekit-python': 'code that uses Scalekit’s Python SDK',
  scim: 'a SCIM error document (RFC 7644)',
  shibboleth: 'Shibboleth',
  simplesamlphp: 'SimpleSAMLphp',
  'spring-saml': 'Spring Security SAML',
  'spring-security': 'Spring Security',
  'standard-webhooks': 'the check of a webhook',
  'web-framework': 'the web framework',
};

export function vendorName(vendor: string): string {
  return names[vendor] ?? vendor;
}
