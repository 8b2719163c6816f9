/** The application's own settings and secrets: callback and logout addresses, what it may do. */
import { randomBytes } from 'node:crypto';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import {
  type Client,
  type ClientSecret as ClientSecretMessage,
  ClientSecretStatus,
  type ClientService,
  type UpdateClient,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/clients/clients_pb.js';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import type { Parts } from '../../messages.ts';
import { refusalOfRedirectUri } from '../../oauth/redirects.ts';
import type { SandboxState } from '../../state.ts';
import { found, invalid, notFound, unfit } from '../failure.ts';
import type { Implementation } from '../implementation.ts';

type ClientSecret = SandboxState['client']['secrets'][number];

export const clients: Implementation<typeof ClientService> = {
  getClient: ({ clientId }, environment) => {
    refuseOthers(clientId, environment);
    return { client: clientMessage(environment) };
  },
  listClient: (_request, environment) => ({ clients: [clientMessage(environment)], totalSize: 1 }),
  updateClient: ({ clientId, client: change, mask }, environment) => {
    refuseOthers(clientId, environment);
    if (change) applyChange(change, mask?.paths ?? [], environment);
    environment.changed();
    return { client: clientMessage(environment) };
  },
  createClientSecret: ({ clientId }, environment) => {
    refuseOthers(clientId, environment);
    const value = `test_${randomBytes(24).toString('base64url')}`;
    const createTime = new Date(environment.now()).toISOString();
    const secret: ClientSecret = { id: newId('sec'), value, status: 'ACTIVE', createTime };
    environment.state.client.secrets.push(secret);
    environment.changed();
    return { plainSecret: value, secret: secretMessage(secret) };
  },
  updateClientSecret: ({ clientId, secretId, secret: change }, environment) => {
    refuseOthers(clientId, environment);
    const secret = secretOf(secretId, environment);
    secret.status = change?.status === ClientSecretStatus.INACTIVE ? 'INACTIVE' : 'ACTIVE';
    environment.changed();
    return { secret: secretMessage(secret) };
  },
  deleteClientSecret: ({ clientId, secretId }, environment) => {
    refuseOthers(clientId, environment);
    const { client } = environment.state;
    const secret = secretOf(secretId, environment);
    if (client.secrets.length === 1) throw unfit('the last secret of a client may not be deleted');
    client.secrets = client.secrets.filter((own) => own !== secret);
    environment.changed();
    return {};
  },
};

function refuseOthers(clientId: string, { state }: Environment): void {
  if (clientId !== state.client.id) throw notFound('client');
}

function secretOf(id: string, { state }: Environment): ClientSecret {
  return found(
    state.client.secrets.find((own) => own.id === id),
    'client secret',
  );
}

/** Proto3 sends no empty list: it means "unchanged", unless the mask names it. */
function applyChange(change: UpdateClient, paths: readonly string[], { state }: Environment): void {
  const { client } = state;
  const list = (name: string, given: readonly string[], current: string[]): string[] =>
    given.length > 0 || paths.includes(name) ? [...given] : current;
  for (const uri of change.postLoginUris) {
    const refusal = refusalOfRedirectUri(uri, state.production);
    if (refusal) throw invalid(`client.post_login_uris: ${refusal}`);
  }
  client.redirectUris = list('post_login_uris', change.postLoginUris, client.redirectUris);
  client.postLogoutRedirectUris = list('post_logout_redirect_uris', change.postLogoutRedirectUris, client.postLogoutRedirectUris);
  client.backChannelLogoutUris = list('back_channel_logout_uris', change.backChannelLogoutUris, client.backChannelLogoutUris);
  client.scopes = list('scopes', change.scopes, client.scopes);
  client.initiateLoginUri = change.initiateLoginUri ?? client.initiateLoginUri;
  client.name = change.name || client.name;
  client.accessTokenLifetime = Number(change.accessTokenExpiry) || client.accessTokenLifetime;
  client.disallowApiAccess = change.disallowScalekitApiAccess ?? client.disallowApiAccess;
  client.enforcePkce = change.enforcePkce ?? client.enforcePkce;
  if (change.customClaims.length > 0) client.customClaims = change.customClaims.map(({ key, value }) => ({ key, value }));
}

function clientMessage({ state }: Environment): Parts<Client> {
  const { client } = state;
  return {
    id: client.id,
    keyId: client.id,
    name: client.name,
    postLoginUris: client.redirectUris,
    postLogoutRedirectUris: client.postLogoutRedirectUris,
    backChannelLogoutUris: client.backChannelLogoutUris,
    initiateLoginUri: client.initiateLoginUri,
    accessTokenExpiry: BigInt(client.accessTokenLifetime),
    scopes: client.scopes,
    customClaims: client.customClaims,
    disallowScalekitApiAccess: client.disallowApiAccess,
    enforcePkce: client.enforcePkce,
    grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
    clientType: 'ENV',
    secrets: client.secrets.map((secret) => secretMessage(secret, state.secretUses[secret.id])),
    createTime: timestampFromDate(new Date('2026-01-05T09:00:00Z')),
    updateTime: timestampFromDate(new Date('2026-01-05T09:00:00Z')),
  };
}

function secretMessage(
  { id, value, status, createTime, expireTime }: ClientSecret,
  lastUsedTime?: string,
): Parts<ClientSecretMessage> {
  return {
    id,
    secretSuffix: value.slice(-4),
    status: ClientSecretStatus[status],
    createTime: timestampFromDate(new Date(createTime)),
    updateTime: timestampFromDate(new Date(createTime)),
    expireTime: expireTime === undefined ? undefined : timestampFromDate(new Date(expireTime)),
    lastUsedTime: lastUsedTime === undefined ? undefined : timestampFromDate(new Date(lastUsedTime)),
  };
}
