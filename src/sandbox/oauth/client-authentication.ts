/** Who calls the token endpoint: id and secret in the body or in a Basic header (RFC 6749 §2.3.1). */
import type { IncomingMessage } from 'node:http';
import type { Environment } from '../environment.ts';

export type Authentication =
  | { readonly ok: true; readonly clientId: string }
  | { readonly ok: false; readonly status: 400 | 401 | 403; readonly error: string; readonly description: string };

export function authenticateClient(environment: Environment, form: URLSearchParams, request: IncomingMessage): Authentication {
  const { client } = environment.state;
  const given = credentialsOf(form, request);
  if (!given) return refusal('invalid_client', 'client authentication is missing');
  if (given.id !== client.id || environment.hasFault('invalid-client/wrong-id'))
    return refusal('invalid_client', 'client not found');
  if (!client.active || environment.hasFault('invalid-client/application-inactive')) {
    return { ok: false, status: 403, error: 'application_not_active', description: 'the application is not active' };
  }
  const secret = client.secrets.find(({ value }) => value === given.secret);
  const isFirst = secret !== undefined && secret === client.secrets[0];
  if (!secret || (isFirst && environment.hasFault('invalid-client/wrong-secret')))
    return refusal('invalid_client', 'invalid client secret');
  if (secret.status === 'INACTIVE' || (isFirst && environment.hasFault('invalid-client/secret-inactive'))) {
    return refusal('invalid_client', 'client secret is inactive');
  }
  const isPast = secret.expireTime !== undefined && Date.parse(secret.expireTime) <= environment.now();
  if (isPast || (isFirst && environment.hasFault('invalid-client/secret-expired')))
    return refusal('invalid_client', 'client secret has expired');
  return { ok: true, clientId: client.id };
}

function refusal(error: string, description: string): Authentication {
  return { ok: false, status: 401, error, description };
}

function credentialsOf(
  form: URLSearchParams,
  request: IncomingMessage,
): { readonly id: string; readonly secret: string } | undefined {
  const basic = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [id = '', ...secret] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { id: decode(id), secret: decode(secret.join(':')) };
  }
  const id = form.get('client_id');
  const secret = form.get('client_secret');
  return id !== null && secret !== null ? { id, secret } : undefined;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
