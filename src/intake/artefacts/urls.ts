/** Recognises the addresses of a login: the callback with its error or code, the authorize request, a bare redirect URI. */
import { Secret } from '../../redaction/secret.ts';
import { safeProse } from '../safe-prose.ts';
import type { Artefact, AuthorizeUrlArtefact, CallbackUrlArtefact, RedirectUriArtefact } from '../types.ts';
import { type Address, addressesOf } from './address.ts';
import { keptPerKind, rangeOf, type Source, shown } from './source.ts';

const authorizePath = /\/(?:oauth2?|oidc|connect)(?:\/v\d)?\/auth(?:orize)?\/?$|\/authorize\/?$/i;
const callbackPath = /call-?back|redirect|return|\/auth\b|\/login|\/sso|\/oidc|\/oauth/i;
const secretParameter = /token|secret|assertion|password|^code$|SAML(?:Response|Request)|idp_initiated_login|verifier/i;

export function recogniseUrls(source: Source): Artefact[] {
  const addresses = addressesOf(source);
  const callbacks = addresses.flatMap((address) => callbackOf(source, address)).slice(0, keptPerKind);
  const requests = addresses.flatMap((address) => authorizeOf(source, address)).slice(0, keptPerKind);
  const taken = new Set([...callbacks, ...requests].map(({ range }) => range.start));
  return [...callbacks, ...requests, ...redirectUris(source, addresses).filter(({ range }) => !taken.has(range.start))];
}

function parameter({ parameters }: Address, name: string): string | undefined {
  return parameters.find(([key]) => key.toLowerCase() === name)?.[1];
}

function callbackOf(source: Source, address: Address): CallbackUrlArtefact[] {
  if (authorizePath.test(address.base) || /\/oauth\/token/.test(address.base)) return [];
  if (isLogField(source, address)) return [];
  const error = parameter(address, 'error');
  const errorDescription = parameter(address, 'error_description') ?? parameter(address, 'errordescription');
  const code = parameter(address, 'code');
  const state = parameter(address, 'state');
  const initiated = parameter(address, 'idp_initiated_login');
  const failed = error !== undefined && (errorDescription !== undefined || /^[a-z][a-z_.-]{4,80}$/i.test(error));
  const returned = code !== undefined && code.length > 5 && (state !== undefined || callbackPath.test(address.base));
  if (!failed && !returned && initiated === undefined) return [];
  const redirectUri = shown(address.base, 2_000);
  const what = failed
    ? `with error ${shown(error, 80)}`
    : initiated === undefined
      ? `with a code${state === undefined ? ' and no state' : ''}`
      : 'of an IdP-initiated login';
  return [
    {
      kind: 'callback-url',
      label: `Callback URL ${what}`,
      range: rangeOf(source, address.start, address.end),
      redirectUri,
      ...(failed ? { error: shown(error, 120) } : {}),
      ...(errorDescription === undefined ? {} : { errorDescription: safeProse(errorDescription, 500) }),
      ...(state === undefined ? {} : { state: shown(state) }),
      ...(returned ? { code: new Secret(code) } : {}),
      ...(initiated === undefined ? {} : { idpInitiatedLogin: new Secret(initiated) }),
      values: {
        ...(redirectUri === '' ? {} : { redirectUri }),
        ...(failed ? { error: shown(error, 120) } : {}),
        ...(errorDescription === undefined ? {} : { error_description: safeProse(errorDescription, 500) }),
        ...(state === undefined ? {} : { state: shown(state) }),
        ...(returned ? { code: new Secret(code) } : {}),
        ...(initiated === undefined ? {} : { idp_initiated_login: new Secret(initiated) }),
      },
    },
  ];
}

/** `type=LOGIN_ERROR, error=invalid_code, …`: one field of a line, not the query of an address. */
function isLogField({ view }: Source, { base, start, end, parameters }: Address): boolean {
  if (base !== '' || parameters.length !== 1) return false;
  return (
    /[,;]$/.test(view.text.slice(start, end)) ||
    /[\w.]=[^\s&]{1,200}[,;]?[ \t]$/.test(view.text.slice(Math.max(0, start - 240), start))
  );
}

function authorizeOf(source: Source, address: Address): AuthorizeUrlArtefact[] {
  const asksForLogin = parameter(address, 'response_type') !== undefined && parameter(address, 'client_id') !== undefined;
  if (!asksForLogin && !(authorizePath.test(address.base) && parameter(address, 'client_id') !== undefined)) return [];
  const parameters = address.parameters.map(([name, value]) => {
    const key = shown(name, 60);
    return [key, secretParameter.test(key) ? new Secret(value) : shown(value, 2_000)] as const;
  });
  const redirectUri = parameter(address, 'redirect_uri');
  const environmentUrl = shown(address.base, 500).replace(/\/{1,2}(?:oauth2?|oidc|connect)?(?:\/v\d)?\/?auth(?:orize)?\/?$/i, '');
  return [
    {
      kind: 'authorize-url',
      label:
        redirectUri === undefined
          ? 'Authorize URL without a redirect URI'
          : `Authorize URL that returns to ${shown(redirectUri, 120)}`,
      range: rangeOf(source, address.start, address.end),
      environmentUrl,
      parameters,
      values: { environmentUrl, ...Object.fromEntries(parameters) },
    },
  ];
}

/** Only in a paste of a few lines: a log is full of addresses that mean nothing. */
/** Scalekit's own callbacks: where identity providers post their answers. */
const scalekitsOwn = /^https?:\/\/[\w.-]{1,200}\.scalekit\.(?:com|dev|cloud)(?:[:/]|$)|\/sso\/v\d\//i;

function redirectUris(source: Source, addresses: readonly Address[]): RedirectUriArtefact[] {
  if (source.input.length > 2_000) return [];
  const alone = addresses.length === 1 && source.view.text.trim().length - (addresses[0]?.base.length ?? 0) < 3;
  return addresses
    .filter(
      ({ base, parameters }) =>
        base.includes('://') &&
        !scalekitsOwn.test(base) &&
        (alone || (parameters.length === 0 && callbackPath.test(base.replace(/^[^:]*:\/\/[^/]*/, '')))),
    )
    .slice(0, 5)
    .map(({ base, start, end }) => {
      const uri = shown(base, 2_000);
      return {
        kind: 'redirect-uri',
        label: `Address ${shown(uri, 120)}`,
        range: rangeOf(source, start, end),
        uri,
        values: { uri },
      };
    });
}
