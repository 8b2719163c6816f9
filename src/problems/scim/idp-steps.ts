/** Where the identity providers keep what SCIM needs. Values to paste come from the directory; never the token. */
import type { Step } from '../../diagnosis/remedy.ts';
import type { SeenDirectory } from '../../probes/directories.ts';

type Directory = SeenDirectory['directory'];

export const providerNames: Readonly<Record<string, string>> = {
  OKTA: 'Okta',
  GOOGLE: 'Google Workspace',
  MICROSOFT_AD: 'Microsoft Entra ID',
  AUTH0: 'Auth0',
  ONELOGIN: 'OneLogin',
  JUMPCLOUD: 'JumpCloud',
  PING_IDENTITY: 'PingOne',
};

export function providerOf(directory: Directory): string {
  return providerNames[directory.directory_provider] ?? 'the identity provider';
}

const places: Readonly<Record<string, string>> = {
  OKTA: 'Okta: Applications → your app → Provisioning → Integration',
  MICROSOFT_AD: 'Entra ID: Enterprise applications → your app → Provisioning → Admin credentials',
  ONELOGIN: 'OneLogin: Applications → your app → Configuration → API connection',
  JUMPCLOUD: 'JumpCloud: SSO Applications → your app → Identity Management',
};

/** Where the SCIM address and the bearer token are entered. */
export function connectionSteps(directory: Directory): Step[] {
  const place = places[directory.directory_provider] ?? 'the provisioning settings of the identity provider';
  return [
    { text: `Open ${place}.` },
    { text: 'Enter the directory’s endpoint as the SCIM base URL.', copy: directory.directory_endpoint },
    {
      text: 'Paste the bearer token that Scalekit’s dashboard shows once, when a secret is made; then test the connection there.',
    },
  ];
}

export const dashboardStep = (directory: Directory): Step => ({
  text: `Open the directory ${directory.id} in Scalekit’s dashboard: Organizations → the organization → Directory.`,
  link: 'https://app.scalekit.com',
});
