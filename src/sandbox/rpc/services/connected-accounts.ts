/** Accounts of users at third parties: their credentials, and how their owners connect them. */
import { randomUUID } from 'node:crypto';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Code } from '@connectrpc/connect';
import {
  type AuthorizationDetails,
  type ConnectedAccount,
  type ConnectedAccountService,
  ConnectorStatus,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import {
  type AccountSelector,
  accountKey,
  accountOf,
  accountsOf,
  appConnection,
  authorizationTypeOf,
  findAccount,
  statusFor,
} from '../../agents/accounts.ts';
import type { Environment } from '../../environment.ts';
import { newId } from '../../ids.ts';
import type { Parts } from '../../messages.ts';
import { exists, found, invalid, notFound, permissionDenied, RpcFailure } from '../failure.ts';
import type { Implementation } from '../implementation.ts';
import { pageOf } from '../page.ts';
import { matches, now, organizationById } from './shared.ts';

const LINK_LIFETIME_MS = 10 * 60_000;
const TOKEN_LIFETIME_MS = 60 * 60_000;

export const connectedAccounts: Implementation<typeof ConnectedAccountService> = {
  listConnectedAccounts: (request, environment) => {
    const { connector, identifier, provider, query, connectionNames } = request;
    if (connector && connectionNames.length > 0) throw invalid('connector and connection_names cannot be combined');
    const all = accountsOf(request, environment)
      .map(({ account }) => account)
      .filter((own) => !connector || own.connector === connector)
      .filter((own) => !identifier || own.identifier === identifier)
      .filter((own) => !provider || own.provider.toLowerCase() === provider.toLowerCase())
      .filter((own) => connectionNames.length === 0 || connectionNames.includes(own.connector))
      .filter((own) => !query || matches(query, own.identifier, own.connector, own.provider));
    const { items, ...page } = pageOf(all, request);
    return { connectedAccounts: items, ...page };
  },
  searchConnectedAccounts: (request, environment) => {
    const { query, connectionId } = request;
    const all = accountsOf({}, environment)
      .map(({ account }) => account)
      .filter((own) => !connectionId || own.connectionId === connectionId)
      .filter((own) => matches(query, own.identifier, own.connector, own.provider));
    const { items, ...page } = pageOf(all, request);
    return { connectedAccounts: items, ...page };
  },
  createConnectedAccount: (request, environment) => {
    const { connector, identifier, connectedAccount: given } = request;
    if (!connector || !identifier) throw invalid('connector and identifier are required');
    if (request.organizationId) organizationById(request.organizationId, environment);
    if (request.userId) found(environment.store.users.get(request.userId), 'user');
    found(appConnection(connector, environment), 'connection');
    const isDouble = accountsOf(request, environment).some(
      ({ key, account }) =>
        key.startsWith(accountKey(request, '')) && account.connector === connector && account.identifier === identifier,
    );
    if (isDouble) throw exists('a connected account with this identifier');
    return { connectedAccount: create(request, { connector, identifier, ...given }, environment) };
  },
  updateConnectedAccount: (request, environment) => {
    const { key, account } = accountOf(request, environment);
    const { authorizationDetails, apiConfig } = request.connectedAccount ?? {};
    const given = authorizationDetails?.details.case === undefined ? undefined : authorizationDetails;
    const next = {
      ...account,
      ...(given ? credentials(given, environment) : {}),
      apiConfig: apiConfig ?? account.apiConfig,
      updatedAt: now(environment),
    };
    return { connectedAccount: environment.store.connectedAccounts.put(key, next) };
  },
  deleteConnectedAccount: (request, environment) => {
    const { key } = accountOf(request, environment);
    environment.store.connectedAccounts.remove(key);
    return {};
  },
  getConnectedAccount: ({ id }, environment) => ({
    connectedAccount: withoutCredentials(accountOf({ id }, environment).account),
  }),
  getConnectedAccountAuth: (request, environment) => ({ connectedAccount: accountOf(request, environment).account }),
  getConnectedAccountDetails: (request, environment) => ({
    connectedAccount: withoutCredentials(accountOf(request, environment).account),
  }),
  disconnectConnectedAccount: ({ id }, environment) => {
    const { key, account } = accountOf({ id }, environment);
    const { authorizationDetails: _revoked, tokenExpiresAt: _with, ...kept } = account;
    const next = { ...kept, status: ConnectorStatus.DISCONNECTED, updatedAt: now(environment) };
    return { connectedAccount: environment.store.connectedAccounts.put(key, next) };
  },
  getMagicLinkForConnectedAccount: (request, environment) => {
    const { key, identifier } = accountToConnect(request, environment);
    const id = randomUUID();
    const expiresAt = environment.now() + LINK_LIFETIME_MS;
    const { state, userVerifyUrl } = request;
    environment.accountRequests.set(id, { key, identifier, state, userVerifyUrl: userVerifyUrl || undefined, expiresAt });
    return { link: `${environment.url}/magicLink/${id}`, expiry: timestampFromMs(expiresAt) };
  },
  verifyConnectedAccountUser: ({ authRequestId, identifier }, environment) => {
    const { accountRequests, store } = environment;
    const request = accountRequests.get(authRequestId);
    const account = request && store.connectedAccounts.get(request.key);
    if (!account || request.expiresAt <= environment.now() || account.status !== ConnectorStatus.PENDING_VERIFICATION) {
      throw new RpcFailure(Code.NotFound, 'RESOURCE_NOT_FOUND', 'auth request not found or no longer valid');
    }
    if (request.identifier !== identifier) throw permissionDenied('the identifier is not the one of the auth request');
    accountRequests.delete(authRequestId);
    store.connectedAccounts.put(request.key, { ...account, status: ConnectorStatus.ACTIVE, updatedAt: now(environment) });
    return { postUserVerifyRedirectUrl: `${environment.url}/magicLink/connected` };
  },
};

type Given = Pick<ConnectedAccount, 'connector' | 'identifier'> &
  Partial<Pick<ConnectedAccount, 'authorizationDetails' | 'apiConfig'>>;

function create(owner: AccountSelector, given: Given, environment: Environment): ConnectedAccount {
  const { connector, identifier, authorizationDetails, apiConfig } = given;
  const connection = found(appConnection(connector, environment), 'connection');
  const id = newId('ca');
  return environment.store.connectedAccounts.put(accountKey({ organizationId: owner.organizationId, userId: owner.userId }, id), {
    id,
    identifier,
    connector,
    connectionId: connection.id,
    provider: connection.providerKey,
    authorizationType: authorizationTypeOf(connection),
    ...credentials(authorizationDetails, environment),
    apiConfig,
    updatedAt: now(environment),
  });
}

function credentials(given: AuthorizationDetails | undefined, environment: Environment): Parts<ConnectedAccount> {
  const status = statusFor(given);
  const isToken = given?.details.case === 'oauthToken' && status === ConnectorStatus.ACTIVE;
  return {
    authorizationDetails: given,
    status,
    tokenExpiresAt: isToken ? timestampFromMs(environment.now() + TOKEN_LIFETIME_MS) : undefined,
  };
}

function withoutCredentials({ authorizationDetails: _kept, ...account }: ConnectedAccount): Parts<ConnectedAccount> {
  return account;
}

/** A link may be the first that is heard of an account. */
function accountToConnect(
  selector: AccountSelector,
  environment: Environment,
): { readonly key: string; readonly identifier: string } {
  const known = findAccount(selector, environment);
  if (known) return { key: known.key, identifier: known.account.identifier };
  const { connector, identifier } = selector;
  if (!connector || !identifier) throw notFound('connected account');
  if (!appConnection(connector, environment)) throw invalid(`there is no connection ${connector}`);
  const { id } = create(selector, { connector, identifier }, environment);
  return { key: accountKey(selector, id), identifier };
}
