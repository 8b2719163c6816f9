/**
 * The client's settings in Scalekit: allowed callback URLs, its secrets by their last characters, what it may do. Where the app's own
 * secret buys no token, another secret of the same client from the project's env files may.
 */
import { fault, leftOut, type Outcome, ok, unknown } from '../diagnosis/outcome.ts';
import { Secret } from '../redaction/secret.ts';
import type { ApiResult } from '../scalekit/api-result.ts';
import type { ScalekitClient } from '../scalekit/client.ts';
import type { Client } from '../scalekit/schemas/client.ts';
import { seenIn, unseen } from './api-outcome.ts';
import { clientCredentials } from './client-credentials.ts';
import { credentials } from './credentials.ts';
import { environmentUrl } from './environment-url.ts';
import { settings } from './settings.ts';
import { probe } from './tools.ts';

export interface ClientSettingsFact {
  readonly client: Client;
  readonly exchange: string;
  /** False when another secret of the same client had to be used to read them. */
  readonly withOwnSecret: boolean;
  /** Epoch milliseconds when they were read: what has expired by then is expired. */
  readonly readAt: number;
}

export const clientSettings = probe({
  id: 'client-settings',
  title: 'Settings of the client in Scalekit',
  reach: 'network',
  needs: { environment: environmentUrl, credentials, grant: clientCredentials, settings },
  observe: async ({ environment, credentials, grant, settings }, tools, signal): Promise<Outcome<ClientSettingsFact>> => {
    if (!environment.credentials.ok) return unknown(environment.credentials.why, 'Correct the environment URL, then run again.');
    const { origin } = environment.credentials;
    if (grant.kind === 'granted') {
      const result = await tools.openClient(origin, credentials).getClient(credentials.clientId, { signal });
      return result.ok ? read(result, true, tools.now()) : refused(result);
    }
    for (const secret of otherSecrets(settings.all, credentials.clientSecret.reveal())) {
      const other = tools.openClient(origin, { clientId: credentials.clientId, clientSecret: secret });
      const result = await readWith(other, credentials.clientId, signal);
      if (result?.ok) return read(result, false, tools.now());
    }
    return leftOut(
      'Without a token the client’s settings cannot be read.',
      'Look in Scalekit’s dashboard under Settings → API credentials, or settle the credentials first.',
    );
  },
});

async function readWith(client: ScalekitClient, clientId: string, signal: AbortSignal): Promise<ApiResult<Client> | undefined> {
  const token = await client.clientCredentialsToken({ signal });
  return token.ok ? client.getClient(clientId, { signal }) : undefined;
}

/** At most three, so that a folder full of env files does not look like guessing at the door. */
function otherSecrets(all: readonly { readonly role: string; readonly text: string }[], own: string): Secret[] {
  const texts = all
    .filter((setting) => setting.role === 'client-secret' && setting.text !== own && setting.text.length >= 12)
    .map((setting) => setting.text.trim());
  return [...new Set(texts)].slice(0, 3).map((text) => new Secret(text));
}

function refused(result: Extract<ApiResult<Client>, { readonly ok: false }>): Outcome<never> {
  const { failure, exchange } = result;
  if (failure.kind === 'undocumented') {
    return leftOut(
      `This environment does not show a client’s settings to its token (HTTP ${failure.status}).`,
      'Look in Scalekit’s dashboard: Settings → API credentials, and Authentication → Redirects.',
    );
  }
  return unseen(failure, exchange);
}

function read(
  result: Extract<ApiResult<Client>, { readonly ok: true }>,
  withOwnSecret: boolean,
  readAt: number,
): Outcome<ClientSettingsFact> {
  const client = result.value;
  const value = { client, exchange: result.exchange, withOwnSecret, readAt };
  const callbacks = seenIn('Allowed callback URLs', result.exchange, { actual: client.post_login_uris.join(', ') || 'none' });
  return client.post_login_uris.length > 0 ? ok(value, callbacks) : fault(value, { ...callbacks, expected: 'at least one' });
}
