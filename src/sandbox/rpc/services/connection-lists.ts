/** Lists of connections, each in its short form: by organization, by domain, by search, and those of apps. */
import {
  type Connection,
  type ConnectionService,
  ConnectionType,
  type ListConnection,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../../environment.ts';
import type { Parts } from '../../messages.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { matches, organizationById } from './shared.ts';

/** Those that people log in by; the others lead to apps of third parties. */
const SIGN_IN: ReadonlySet<ConnectionType> = new Set([
  ConnectionType.OIDC,
  ConnectionType.SAML,
  ConnectionType.PASSWORD,
  ConnectionType.PASSWORDLESS,
  ConnectionType.WEBAUTHN,
]);

export const connectionLists: Implementation<typeof ConnectionService> = {
  listConnections: ({ organizationId, domain, include }, environment) => {
    if (organizationId) organizationById(organizationId, environment);
    const all = environment.store.connections
      .list()
      .filter((connection) => include === 'all' || connection.enabled)
      .filter((connection) => !organizationId || connection.organizationId === organizationId)
      .filter(({ type }) => SIGN_IN.has(type))
      .filter((connection) => !domain || belongsToDomain(connection, domain, environment));
    return { connections: all.map((connection) => summaryOf(connection, environment)) };
  },
  listOrganizationConnections: (request, environment) => {
    const all = environment.store.connections.list().filter(({ organizationId }) => organizationId !== undefined);
    const { items, ...page } = pageOf(all, request);
    return { connections: items.map((connection) => summaryOf(connection, environment)), ...page };
  },
  searchOrganizationConnections: (request, environment) => {
    const { query, status, connectionType, enabled } = request;
    const all = environment.store.connections
      .list()
      .filter(({ organizationId }) => organizationId !== undefined)
      .filter((connection) => !query || matches(query, connection.id, connection.keyId, connection.uiButtonTitle))
      .filter((connection) => !status || connection.status === status)
      .filter((connection) => !connectionType || connection.type === connectionType)
      .filter((connection) => enabled === undefined || connection.enabled === enabled);
    const { items, ...page } = pageOf(all, request);
    return { connections: items.map((connection) => summaryOf(connection, environment)), ...page };
  },
  listAppConnections: (request, environment) => {
    const { provider, query } = request;
    const all = environment.store.connections
      .list()
      .filter(({ organizationId }) => organizationId === undefined)
      .filter(({ providerKey }) => !provider || providerKey.toLowerCase() === provider.toLowerCase())
      .filter(({ id, keyId, providerKey }) => !query || matches(query, id, keyId, providerKey));
    const { items, ...page } = pageOf(all, request);
    return { connections: items.map((connection) => summaryOf(connection, environment)), ...page };
  },
};

function belongsToDomain(connection: Connection, domain: string, { store }: Environment): boolean {
  const name = domain.toLowerCase();
  if (connection.domains.some((own) => own.domain === name)) return true;
  return store.domains.list().some((own) => own.domain === name && own.organizationId === connection.organizationId);
}

function summaryOf(connection: Connection, { store }: Environment): Parts<ListConnection> {
  const {
    id,
    provider,
    type,
    status,
    enabled,
    organizationId = '',
    uiButtonTitle,
    domains,
    providerKey,
    keyId = '',
  } = connection;
  return {
    id,
    provider,
    type,
    status,
    enabled,
    organizationId,
    organizationName: store.organizations.get(organizationId)?.displayName ?? '',
    uiButtonTitle,
    domains: domains.map(({ domain }) => domain),
    providerKey,
    keyId,
    createdAt: connection.createTime,
  };
}
