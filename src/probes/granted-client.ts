/** The client with which probes ask the management API: only where the app's own credentials bought a token. */
import type { ScalekitClient } from '../scalekit/client.ts';
import { clientCredentials, type GrantFact } from './client-credentials.ts';
import { type CredentialsFact, credentials } from './credentials.ts';
import { type EnvironmentUrlFact, environmentUrl } from './environment-url.ts';
import type { ProbeTools } from './tools.ts';

/** What a probe has to need for it. */
export const granted = { environment: environmentUrl, credentials, grant: clientCredentials };

interface Granted {
  readonly environment: EnvironmentUrlFact;
  readonly credentials: CredentialsFact;
  readonly grant: GrantFact;
}

export function grantedClient({ environment, credentials, grant }: Granted, tools: ProbeTools): ScalekitClient | undefined {
  if (grant.kind !== 'granted' || !environment.credentials.ok) return undefined;
  return tools.openClient(environment.credentials.origin, credentials);
}

export const noToken = 'Without a token there is nothing to ask with.';
