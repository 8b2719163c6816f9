/** Machine-to-machine clients of an organization, and their secrets. */
import { randomBytes } from 'node:crypto';
import {
  ClientSecretStatus,
  type ClientService,
  type M2MClient,
  M2MClientSchema,
  OrganizationClientSchema,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import { found, notFound } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { merged } from '../merge.ts';
import { pageOf } from '../page.ts';
import { now, organizationById } from './shared.ts';

/** Seconds. */
const DEFAULT_EXPIRY = 86_399n;

export const organizationClients: Implementation<typeof ClientService> = {
  createOrganizationClient: ({ organizationId, client: given }, environment) => {
    organizationById(organizationId, environment);
    const clientId = newId('m2morg');
    const { plainSecret, secret } = newSecret(environment);
    const client = environment.store.organizationClients.put(clientId, {
      clientId,
      organizationId,
      name: given?.name ?? '',
      description: given?.description ?? '',
      scopes: given?.scopes ?? [],
      audience: given?.audience ?? [],
      customClaims: given?.customClaims ?? [],
      expiry: given?.expiry || DEFAULT_EXPIRY,
      secrets: [secret],
      createTime: now(environment),
      updateTime: now(environment),
    });
    return { client, plainSecret };
  },
  getOrganizationClient: ({ organizationId, clientId }, environment) => ({
    client: clientOf(organizationId, clientId, environment),
  }),
  listOrganizationClients: (request, environment) => {
    const { organizationId } = request;
    organizationById(organizationId, environment);
    const all = environment.store.organizationClients.list().filter((client) => client.organizationId === organizationId);
    const { items, ...page } = pageOf(all, request);
    return { clients: items, ...page };
  },
  updateOrganizationClient: ({ organizationId, clientId, client: change }, environment) => {
    const current = clientOf(organizationId, clientId, environment);
    const next = merged({ schema: M2MClientSchema, current, changeSchema: OrganizationClientSchema, change });
    return { client: environment.store.organizationClients.put(clientId, { ...next, updateTime: now(environment) }) };
  },
  deleteOrganizationClient: ({ organizationId, clientId }, environment) => {
    for (const { id } of clientOf(organizationId, clientId, environment).secrets) delete environment.state.secretValues[id];
    environment.store.organizationClients.remove(clientId);
    return {};
  },
  createOrganizationClientSecret: ({ organizationId, clientId }, environment) => {
    const client = clientOf(organizationId, clientId, environment);
    const { plainSecret, secret } = newSecret(environment);
    environment.store.organizationClients.put(clientId, { ...client, secrets: [...client.secrets, secret] });
    return { plainSecret, secret };
  },
  deleteOrganizationClientSecret: ({ organizationId, clientId, secretId }, environment) => {
    const client = clientOf(organizationId, clientId, environment);
    const secrets = client.secrets.filter(({ id }) => id !== secretId);
    if (secrets.length === client.secrets.length) throw notFound('client secret');
    delete environment.state.secretValues[secretId];
    environment.store.organizationClients.put(clientId, { ...client, secrets });
    return {};
  },
};

function clientOf(organizationId: string, clientId: string, environment: Environment): M2MClient {
  organizationById(organizationId, environment);
  const client = found(environment.store.organizationClients.get(clientId), 'client');
  if (client.organizationId !== organizationId) throw notFound('client');
  return client;
}

function newSecret(environment: Environment) {
  const id = newId('sec');
  const plainSecret = `test_${randomBytes(24).toString('base64url')}`;
  environment.state.secretValues[id] = plainSecret;
  const secret = {
    id,
    secretSuffix: plainSecret.slice(-4),
    status: ClientSecretStatus.ACTIVE,
    createTime: now(environment),
    updateTime: now(environment),
  };
  return { plainSecret, secret };
}
