/** Writes every login into the environment's logs, the refused ones too: support and the tool read them there. */
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { ConnectionProvider, ConnectionType } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import { ObjectType } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/events/events_pb.js';
import type { Environment } from '../environment.ts';
import { ENVIRONMENT_ID, newId } from '../ids.ts';

export interface LoginAttempt {
  readonly status: 'SUCCESS' | 'FAILED';
  readonly clientId: string;
  readonly email: string;
  readonly organizationId: string;
  readonly connectionId: string | undefined;
  /** As the authorize request had them. */
  readonly redirectUri?: string;
  readonly state?: string;
  readonly error?: { readonly error: string; readonly description: string };
}

/** The oldest give way. */
const MOST_ENTRIES = 500;

/** The id of the request, by which support finds it. */
export function logLogin(attempt: LoginAttempt, environment: Environment): string {
  const { store, state } = environment;
  const id = newId('auth');
  const connection = attempt.connectionId === undefined ? undefined : store.connections.get(attempt.connectionId);
  const at = timestampFromMs(environment.now());
  store.authRequests.put(id, {
    authRequestId: id,
    environmentId: ENVIRONMENT_ID,
    organizationId: attempt.organizationId,
    connectionId: attempt.connectionId ?? '',
    connectionType: connection ? ConnectionType[connection.type] : '',
    connectionProvider: connection ? ConnectionProvider[connection.provider] : '',
    email: attempt.email,
    status: attempt.status,
    workflow: 'LOGIN',
    clientId: attempt.clientId,
    clientName: state.client.name,
    timestamp: at,
  });
  const eventId = newId('evt');
  store.events.put(eventId, {
    specVersion: '1',
    id: eventId,
    type: attempt.status === 'SUCCESS' ? 'user.login' : 'user.login_failed',
    occurredAt: at,
    environmentId: ENVIRONMENT_ID,
    organizationId: attempt.organizationId,
    object: ObjectType.AuthRequest,
    displayName: attempt.status === 'SUCCESS' ? 'User logged in' : 'Login failed',
    data: {
      auth_request_id: id,
      connection_id: attempt.connectionId ?? '',
      email: attempt.email,
      ...(attempt.redirectUri === undefined ? {} : { redirect_uri: attempt.redirectUri }),
      ...(attempt.state === undefined ? {} : { state: attempt.state }),
      ...(attempt.error ? { error: attempt.error.error, error_description: attempt.error.description } : {}),
    },
  });
  for (const log of [store.authRequests, store.events]) {
    for (const key of log.keys().slice(0, -MOST_ENTRIES)) log.remove(key);
  }
  return id;
}
