/** Connections: an organization's and the environment's own, their settings, and switching them on and off. */
import {
  type Connection,
  type ConnectionService,
  ConnectionStatus,
  ConnectionType,
  type CreateConnection,
  type UpdateConnection,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { exists, found, invalid, notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { firstSettings, updatedConnection } from './connection-settings.ts';
import { now, organizationById } from './shared.ts';

export const connections: Implementation<typeof ConnectionService> = {
  createConnection: ({ organizationId, connection }, environment) => {
    organizationById(organizationId, environment);
    return { connection: createConnection(connection, organizationId, environment) };
  },
  createEnvironmentConnection: ({ connection }, environment) => ({
    connection: createConnection(connection, undefined, environment),
  }),
  getConnection: ({ organizationId, id }, environment) => ({ connection: connectionOf(id, organizationId, environment) }),
  getEnvironmentConnection: ({ connectionId }, environment) => ({
    connection: connectionOf(connectionId, undefined, environment),
  }),
  updateConnection: ({ organizationId, id, connection }, environment) => ({
    connection: changeConnection(connectionOf(id, organizationId, environment), connection, environment),
  }),
  updateEnvironmentConnection: ({ connectionId, connection }, environment) => ({
    connection: changeConnection(connectionOf(connectionId, undefined, environment), connection, environment),
  }),
  deleteConnection: ({ organizationId, id }, environment) => {
    environment.store.connections.remove(connectionOf(id, organizationId, environment).id);
    return {};
  },
  deleteEnvironmentConnection: ({ connectionId }, environment) => {
    environment.store.connections.remove(connectionOf(connectionId, undefined, environment).id);
    return {};
  },
  enableConnection: ({ organizationId, id }, environment) =>
    toggle(connectionOf(id, organizationId, environment), true, environment),
  disableConnection: ({ organizationId, id }, environment) =>
    toggle(connectionOf(id, organizationId, environment), false, environment),
  enableEnvironmentConnection: ({ connectionId }, environment) =>
    toggle(connectionOf(connectionId, undefined, environment), true, environment),
  disableEnvironmentConnection: ({ connectionId }, environment) =>
    toggle(connectionOf(connectionId, undefined, environment), false, environment),
  assignDomainsToConnection: ({ organizationId, connectionId, domainIds }, environment) => {
    const connection = connectionOf(connectionId, organizationId, environment);
    const domains = domainIds.map((id) => {
      const domain = found(environment.store.domains.get(id), 'domain');
      if (domain.organizationId !== organizationId) throw notFound('domain');
      return domain;
    });
    return {
      connection: environment.store.connections.put(connectionId, { ...connection, domains, updateTime: now(environment) }),
    };
  },
  getConnectionTestResult: ({ connectionId, testRequestId }, environment) => {
    connectionOf(connectionId, undefined, environment);
    const test = found(environment.connectionTests.get(testRequestId), 'test request');
    if (test.connectionId !== connectionId) throw notFound('test request');
    const { status, email, refusal } = test;
    return {
      status,
      userInfo: email === undefined ? undefined : JSON.stringify({ email }),
      error: refusal?.error,
      errorDescription: refusal?.description,
    };
  },
};

/** @throws RpcFailure, also for a connection of another organization. */
function connectionOf(id: string, organizationId: string | undefined, environment: Environment): Connection {
  if (organizationId !== undefined) organizationById(organizationId, environment);
  const connection = found(environment.store.connections.get(id), 'connection');
  if (organizationId !== undefined && connection.organizationId !== organizationId) throw notFound('connection');
  return connection;
}

function createConnection(
  given: CreateConnection | undefined,
  organizationId: string | undefined,
  environment: Environment,
): Connection {
  if (!given) throw invalid('connection is required');
  const id = newId('conn');
  const keyId = given.keyId || id.replace('conn_', 'key-');
  if (environment.store.connections.list().some((other) => other.keyId === keyId)) throw exists('a connection with this key_id');
  return environment.store.connections.put(id, {
    id,
    provider: given.provider,
    type: given.type,
    status: ConnectionStatus.DRAFT,
    enabled: false,
    providerKey: given.providerKey,
    keyId,
    organizationId,
    settings: firstSettings(given.type, id, environment.url),
    testConnectionUri: `${environment.url}/sso/v1/${given.type === ConnectionType.SAML ? 'saml' : 'oidc'}/${id}/test`,
    createTime: now(environment),
    updateTime: now(environment),
  });
}

function toggle(connection: Connection, enabled: boolean, environment: Environment) {
  if (enabled && connection.status !== ConnectionStatus.COMPLETED) {
    return { enabled: connection.enabled, errorMessage: 'the connection is not fully configured' };
  }
  environment.store.connections.put(connection.id, { ...connection, enabled, updateTime: now(environment) });
  return { enabled };
}

function changeConnection(current: Connection, change: UpdateConnection | undefined, environment: Environment): Connection {
  const next = updatedConnection(current, change);
  return environment.store.connections.put(current.id, { ...next, updateTime: now(environment) });
}
