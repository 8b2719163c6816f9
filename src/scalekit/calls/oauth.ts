/** The OAuth side: metadata, keys, tokens. Addresses are always those under the environment's own origin, never those a document names. */
import { Secret } from '../../redaction/secret.ts';
import type { ApiResult } from '../api-result.ts';
import type { Caller, CallOptions } from '../caller.ts';
import { type Bearer, type ClientToken, type Credentials, tokenCall, withheld } from '../credentials.ts';
import type { CredentialPermission } from '../environment-url.ts';
import { type Discovery, type DiscoveryDifference, discoveryDifferences, discoverySchema } from '../schemas/discovery.ts';
import { type KeySet, keySetSchema } from '../schemas/keys.ts';
import { read } from './path.ts';

export interface DiscoveryFound {
  readonly document: Discovery;
  /** Where the document contradicts the address it came from; nothing is sent to what it names. */
  readonly differences: readonly DiscoveryDifference[];
}

export interface UserTokens {
  readonly accessToken: Secret;
  readonly refreshToken?: Secret;
  readonly idToken?: Secret;
  readonly expiresIn?: number;
  readonly scope?: string;
}

export interface OAuthCalls {
  readonly discovery: (options?: CallOptions) => Promise<ApiResult<DiscoveryFound>>;
  readonly keys: (options?: CallOptions) => Promise<ApiResult<KeySet>>;
  readonly clientCredentialsToken: (options?: CallOptions) => Promise<ApiResult<ClientToken>>;
  /** Uses the refresh token up: only on the user's word, and once. */
  readonly tokenExchange: (refreshToken: Secret, options?: CallOptions) => Promise<ApiResult<UserTokens>>;
}

/** Room for thousands of keys with their certificates. */
const MAX_KEYS_BYTES = 8 * 1024 * 1024;

export function oauthCalls(
  caller: Caller,
  bearer: Bearer,
  credentials: Credentials | undefined,
  permission: CredentialPermission,
): OAuthCalls {
  const document = { ...read, scalekitNames: false };
  return {
    discovery: async (options) => {
      const result = await caller.call(
        { ...document, path: '/.well-known/openid-configuration', schema: discoverySchema },
        options,
      );
      if (!result.ok) return result;
      return { ...result, value: { document: result.value, differences: discoveryDifferences(result.value, caller.origin) } };
    },
    keys: (options) => caller.call({ ...document, path: '/keys', schema: keySetSchema, maxBytes: MAX_KEYS_BYTES }, options),
    clientCredentialsToken: (options) => bearer.token(options),
    tokenExchange: async (refreshToken, options) => {
      if (!permission.ok) return withheld(permission.why);
      if (!credentials) return withheld('No client id and client secret were found.');
      caller.exchanges.redactor.learn(refreshToken);
      const form = new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken.reveal(),
        client_id: credentials.clientId,
        client_secret: credentials.clientSecret.reveal(),
      });
      const result = await caller.call({ ...tokenCall, body: { type: 'form', text: form.toString() }, maxTries: 1 }, options);
      if (!result.ok) return result;
      const { access_token, refresh_token, id_token, expires_in, scope } = result.value;
      return {
        ...result,
        value: {
          accessToken: new Secret(access_token),
          ...(refresh_token ? { refreshToken: new Secret(refresh_token) } : {}),
          ...(id_token ? { idToken: new Secret(id_token) } : {}),
          ...(expires_in === undefined ? {} : { expiresIn: expires_in }),
          ...(scope === undefined ? {} : { scope }),
        },
      };
    },
  };
}
