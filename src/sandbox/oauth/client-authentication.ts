/** Who calls the token endpoint: id and secret in the body or in a Basic header (RFC 6749 §2.3.1). */
import type { IncomingMessage } from 'node:http';
import { timestampMs } from '@bufbuild/protobuf/wkt';
import { ClientSecretStatus, type M2MClient } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import type { Environment } from '../environment.ts';
import { type OAuthRefusal, refuse } from './refusal.ts';

/** The application, or a machine-to-machine client of an organization. */
export type AuthenticatedClient =
  | { readonly kind: 'application'; readonly clientId: string }
  | { readonly kind: 'machine'; readonly clientId: string; readonly client: M2MClient };

export function authenticateClient(
  environment: Environment,
  form: URLSearchParams,
  request: IncomingMessage,
): AuthenticatedClient | OAuthRefusal {
  const given = credentialsOf(form, request);
  if (!given) return invalidClient('client authentication is missing');
  const machine = environment.store.organizationClients.get(given.id);
  return machine ? authenticateMachine(environment, machine, given.secret) : authenticateApplication(environment, given);
}

function authenticateApplication(environment: Environment, given: Credentials): AuthenticatedClient | OAuthRefusal {
  const { client, secretUses } = environment.state;
  if (given.id !== client.id) return invalidClient('client not found');
  if (!client.active) return refuse(403, 'application_not_active', 'the application is not active');
  const secret = client.secrets.find(({ value }) => value === given.secret);
  if (!secret) return invalidClient('invalid client secret');
  if (secret.status === 'INACTIVE') return invalidClient('client secret is inactive');
  if (secret.expireTime !== undefined && Date.parse(secret.expireTime) <= environment.now()) {
    return invalidClient('client secret has expired');
  }
  secretUses[secret.id] = new Date(environment.now()).toISOString();
  environment.changed();
  return { kind: 'application', clientId: client.id };
}

function authenticateMachine({ state, now }: Environment, client: M2MClient, given: string): AuthenticatedClient | OAuthRefusal {
  const secret = client.secrets.find(({ id }) => state.secretValues[id] === given);
  if (!secret) return invalidClient('invalid client secret');
  if (secret.status === ClientSecretStatus.INACTIVE) return invalidClient('client secret is inactive');
  if (secret.expireTime && timestampMs(secret.expireTime) <= now()) return invalidClient('client secret has expired');
  return { kind: 'machine', clientId: client.clientId, client };
}

function invalidClient(description: string): OAuthRefusal {
  return refuse(401, 'invalid_client', description);
}

interface Credentials {
  readonly id: string;
  readonly secret: string;
}

function credentialsOf(form: URLSearchParams, request: IncomingMessage): Credentials | undefined {
  const basic = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { id: decode(id), secret: decode(secret.join(':')) };
  }
  const id = form.get('client_id');
  const secret = form.get('client_secret');
  return id !== null && secret !== null ? { id, secret } : undefined;
}

/** Both halves are form-encoded before they are joined. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
