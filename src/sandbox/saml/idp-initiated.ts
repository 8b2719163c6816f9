/** A login that the identity provider began: the app is asked to begin one of its own, with claims that say for whom. */
import type { Connection } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../environment.ts';
import type { Refusal } from '../oauth/login.ts';
import { sign } from '../oauth/tokens.ts';

/** Seconds. */
const LIFETIME = 300;

export interface Unasked {
  readonly connection: Connection;
  readonly email: string;
  readonly relayState: string | null;
}

/** The app's initiate-login URL with its token, or why there is none. */
export async function initiateLoginUrl(
  environment: Environment,
  { connection, email, relayState }: Unasked,
): Promise<string | Refusal> {
  const { initiateLoginUri, id: clientId } = environment.state.client;
  const isAllowed = connection.settings.case === 'samlConfig' && connection.settings.value.allowIdpInitiatedLogin === true;
  if (!isAllowed) return { error: 'invalid_saml_request', description: 'the connection does not allow IdP-initiated login' };
  if (!URL.canParse(initiateLoginUri))
    return { error: 'invalid_saml_request', description: 'the application has no initiate-login URL' };
  const now = Math.floor(environment.now() / 1000);
  const claims = {
    iss: environment.url,
    aud: [clientId],
    iat: now,
    nbf: now,
    exp: now + LIFETIME,
    connection_id: connection.id,
    organization_id: connection.organizationId ?? '',
    login_hint: email,
    ...(relayState ? { relay_state: relayState } : {}),
  };
  const target = new URL(initiateLoginUri);
  target.searchParams.set('idp_initiated_login', await sign(environment, claims));
  return target.href;
}
