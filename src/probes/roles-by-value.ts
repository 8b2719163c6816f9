/**
 * Which settings variables hold by what is in them, whatever they are called: an environment's host, an id `skc_…`; and by the name beside
 * such an id, the secret, the issuer and the redirect URI of the same client. Pure.
 */

import { isScalekitEnvironment } from '../scalekit/environment-host.ts';
import { isPlaceholder } from '../scalekit/placeholders.ts';
import { roleOf, type SettingRole } from './setting-roles.ts';

export interface NamedValue {
  readonly name: string;
  /** Undefined for a variable that is read and set nowhere. */
  readonly value: string | undefined;
}

/** Only what is not told by its name already. A name that stands for two different things gets no role. */
export function rolesByValue(all: readonly NamedValue[]): ReadonlyMap<string, SettingRole> {
  const roles = new Map<string, SettingRole>();
  const unnamed = all.filter(({ name }) => roleOf(name).kind === 'none');
  const give = (name: string, role: SettingRole): void => {
    if (roleOf(name).kind === 'none' && !roles.has(name)) roles.set(name, role);
  };
  for (const { name, value } of unnamed) if (value !== undefined && environmentOriginOf(value)) give(name, 'environment-url');
  const ids = all.filter(({ value }) => value !== undefined && isClientId(value));
  for (const { name } of ids) give(name, 'client-id');
  const families = ids.filter(({ name }) => roleOf(name).kind === 'none').map(({ name }) => familyOf(name));
  for (const { front, back } of families) {
    for (const { name, value } of unnamed) {
      if (isSecretBeside(name, front, back) && !isForeign(name, value, ids)) give(name, 'client-secret');
      else if (isBeside(name, front, back, redirects)) give(name, 'redirect-uri');
      else if (isBeside(name, front, back, issuers) && value !== undefined && isPossibleIssuer(value))
        give(name, 'environment-url');
    }
  }
  return roles;
}

/** Scheme and host of a URL (an issuer, a discovery document, an endpoint) at one of Scalekit's environments. */
export function environmentOriginOf(value: string): string | undefined {
  const text = value.trim();
  if (!/^https?:\/\/[^\s@]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  return isScalekitEnvironment(url.hostname) && /^\/(?:$|\.well-known\/|oauth\/|oidc\/|keys$|userinfo$)/.test(url.pathname)
    ? url.origin
    : undefined;
}

export function isClientId(value: string): boolean {
  return /^skc_\w{3,60}$/.test(value.trim()) && !isPlaceholder(value.trim());
}

interface Family {
  /** What stands before `CLIENT_ID`, without what bundlers put in front. */
  readonly front: string;
  readonly back: string;
}

const exposed = /^(?:NEXT_PUBLIC|VITE|REACT_APP|NUXT_PUBLIC|NUXT|PUBLIC|EXPO_PUBLIC|GATSBY)_/;
/** `OIDC_CLIENT_ID`, `APP_ID`, a bare `OIDC_CLIENT`. */
const idPart = /(?:(?:CLIENT|APP|APPLICATION)_?)?ID$|CLIENT$/i;

function familyOf(id: string): Family {
  const [, name = id, back = ''] = /^(.*?(?:ID|id|Id))((?:_[A-Za-z0-9]+)?)$/.exec(id.replace(exposed, '')) ?? [];
  return { front: name.replace(idPart, ''), back };
}

/** `OIDC_CLIENT_SECRET` beside `OIDC_CLIENT_ID`. A bare `AUTH_SECRET` is mostly the session's own key. */
function isSecretBeside(name: string, front: string, back: string): boolean {
  if (exposed.test(name)) return false;
  const spelled = [`${front}CLIENT_SECRET${back}`, `${front}CLIENTSECRET${back}`, `${front}ClientSecret${back}`];
  if (/(?:SCALEKIT|OIDC|OAUTH|OAUTH2|SSO|IDP)_$/i.test(front)) spelled.push(`${front}SECRET${back}`);
  return spelled.includes(name) || (front === '' && name === 'clientSecret');
}

export function isSecretOf(secret: string, id: string): boolean {
  const { front, back } = familyOf(id);
  return isSecretBeside(secret, front, back);
}

/** The same family has an id of another provider as well: then the secret may be that one's. */
function isForeign(secret: string, value: string | undefined, ids: readonly NamedValue[]): boolean {
  if (value !== undefined && /^(?:GOCSPX-|gh[pousr]_|xox[a-z]-|sk_live_|AKIA|eyJ)/.test(value)) return true;
  const same = ids.filter(({ name }) => isSecretOf(secret, name)).map((id) => id.value?.trim());
  return new Set(same).size !== 1;
}

const redirects = /^(?:REDIRECT|CALLBACK|LOGIN_REDIRECT)_?UR[IL]$/i;
const issuers = /^(?:ISSUER|AUTHORITY|BASE|ENVIRONMENT|ENV|SERVER)(?:_?(?:BASE_?)?UR[IL])?$|^(?:DOMAIN|HOST|AUTHORITY)$/i;

function isBeside(name: string, front: string, back: string, what: RegExp): boolean {
  const own = name.replace(exposed, '');
  if (!own.startsWith(front) || !own.endsWith(back)) return false;
  const rest = own.slice(front.length, own.length - back.length);
  // Without a family name, the app's own BASE_URL or HOST is no issuer.
  return what.test(rest) && (front !== '' || !/^(?:BASE|SERVER|ENV|ENVIRONMENT|DOMAIN|HOST)/i.test(rest));
}

const vendors =
  /(?:auth0|okta|oktapreview|onelogin|microsoftonline|windows|google|googleapis|amazoncognito|amazonaws|workos|clerk|github|gitlab|facebook|apple|jumpcloud|pingone|ping-eu|stytch|frontegg|kinde|descope|zitadel|logto)\.\w+$/i;

/** A custom domain, or an environment on this machine: the id beside it says whose it is. */
function isPossibleIssuer(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !vendors.test(new URL(value).hostname);
}
