/** Connections: an organization's and the environment's own, their settings, and switching them on and off. */
import { X509Certificate } from 'node:crypto';
import { create } from '@bufbuild/protobuf';
import {
  type Connection,
  ConnectionSchema,
  type ConnectionService,
  ConnectionStatus,
  ConnectionType,
  type CreateConnection,
  type ListConnection,
  type SAMLConnectionConfigRequest,
  SAMLConnectionConfigRequestSchema,
  SAMLConnectionConfigResponseSchema,
  type UpdateConnection,
  UpdateConnectionSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { messageOf, type Parts } from '../../messages.ts';
import { certificateInfo } from '../../saml/certificate.ts';
import { serviceProviderOf } from '../../store/saml-settings.ts';
import { exists, found, invalid, notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { merged } from '../merge.ts';
import { pageOf } from '../page.ts';
import { matches, now, organizationById } from './shared.ts';

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
    connection: updateConnection(connectionOf(id, organizationId, environment), connection, environment),
  }),
  updateEnvironmentConnection: ({ connectionId, connection }, environment) => ({
    connection: updateConnection(connectionOf(connectionId, undefined, environment), connection, environment),
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
  listConnections: ({ organizationId, domain, include }, environment) => {
    if (organizationId) organizationById(organizationId, environment);
    const all = environment.store.connections
      .list()
      .filter((connection) => include === 'all' || connection.enabled)
      .filter((connection) => !organizationId || connection.organizationId === organizationId)
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
    const all = environment.store.connections.list().filter(({ organizationId }) => organizationId === undefined);
    const { items, ...page } = pageOf(all, request);
    return { connections: items.map((connection) => summaryOf(connection, environment)), ...page };
  },
  getConnectionTestResult: ({ connectionId }, environment) => {
    connectionOf(connectionId, undefined, environment);
    throw notFound('test request');
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

type Settings = NonNullable<Parts<Connection>['settings']>;

function firstSettings(type: ConnectionType, id: string, url: string): Settings {
  if (type === ConnectionType.SAML) return { case: 'samlConfig', value: serviceProviderOf(id, url) };
  if (type === ConnectionType.OIDC) return { case: 'oidcConfig', value: { redirectUri: `${url}/sso/v1/oidc/${id}/callback` } };
  return { case: undefined };
}

function updateConnection(current: Connection, change: UpdateConnection | undefined, environment: Environment): Connection {
  const { settings, ...rest } = change ?? create(UpdateConnectionSchema);
  const plain = messageOf(UpdateConnectionSchema, {
    ...rest,
    provider: rest.provider || current.provider,
    type: rest.type || current.type,
  });
  const next = merged({ schema: ConnectionSchema, current, changeSchema: UpdateConnectionSchema, change: plain });
  if (settings?.case === 'samlConfig') next.settings = { case: 'samlConfig', value: samlSettings(next, settings.value) };
  else if (settings?.case !== undefined) next.settings = settings;
  const status = isConfigured(next) ? ConnectionStatus.COMPLETED : ConnectionStatus.IN_PROGRESS;
  return environment.store.connections.put(current.id, { ...next, status, updateTime: now(environment) });
}

function samlSettings({ settings }: Connection, change: SAMLConnectionConfigRequest) {
  const current = settings.case === 'samlConfig' ? settings.value : create(SAMLConnectionConfigResponseSchema);
  const next = merged({
    schema: SAMLConnectionConfigResponseSchema,
    current,
    changeSchema: SAMLConnectionConfigRequestSchema,
    change,
  });
  const pem = change.idpCertificate;
  if (!pem) return next;
  if (!isCertificate(pem)) throw invalid('connection.saml_config.idp_certificate is no X.509 certificate in PEM form');
  return messageOf(SAMLConnectionConfigResponseSchema, { ...next, idpCertificates: [certificateInfo(pem)] });
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}

function isConfigured({ settings }: Connection): boolean {
  if (settings.case === 'samlConfig') {
    const { idpEntityId, idpSsoUrl, idpCertificates } = settings.value;
    return Boolean(idpEntityId && idpSsoUrl && idpCertificates.length > 0);
  }
  if (settings.case === 'oidcConfig') {
    const { clientId, authorizeUri, discoveryEndpoint, issuer } = settings.value;
    return Boolean(clientId && (authorizeUri || discoveryEndpoint || issuer));
  }
  return settings.case !== undefined;
}

function toggle(connection: Connection, enabled: boolean, environment: Environment) {
  if (enabled && connection.status !== ConnectionStatus.COMPLETED) {
    return { enabled: connection.enabled, errorMessage: 'the connection is not fully configured' };
  }
  environment.store.connections.put(connection.id, { ...connection, enabled, updateTime: now(environment) });
  return { enabled };
}

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
