/** Connected accounts: which one is meant, and what has become of it since. */
import { timestampFromMs, timestampMs } from '@bufbuild/protobuf/wkt';
import {
  type AuthorizationDetails,
  type ConnectedAccount,
  ConnectorStatus,
  ConnectorType,
} from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connected_accounts/connected_accounts_pb.js';
import { type Connection, ConnectionType } from '@scalekit-sdk/node/lib/pkg/grpc/scalekit/v1/connections/connections_pb.js';
import type { Environment } from '../environment.ts';
import { found, invalid, unfit } from '../rpc/failure.ts';

/** By id, or by connector and identifier, narrowed by who owns it. */
export interface AccountSelector {
  readonly id?: string | undefined;
  readonly connector?: string | undefined;
  readonly identifier?: string | undefined;
  readonly organizationId?: string | undefined;
  readonly userId?: string | undefined;
}

export interface KeyedAccount {
  readonly key: string;
  readonly account: ConnectedAccount;
}

export function accountKey({ organizationId = '', userId = '' }: AccountSelector, id: string): string {
  return `${organizationId}/${userId}/${id}`;
}

/** In the order of their making; owners that are not asked for do not count. */
export function accountsOf({ organizationId, userId }: AccountSelector, environment: Environment): KeyedAccount[] {
  return environment.store.connectedAccounts.entries().flatMap(([key, account]) => {
    const [organization, user] = key.split('/');
    if ((organizationId && organizationId !== organization) || (userId && userId !== user)) return [];
    return [{ key, account: { ...account, status: statusOf(account, environment) } }];
  });
}

/** @throws RpcFailure when it is not said which. */
export function findAccount(selector: AccountSelector, environment: Environment): KeyedAccount | undefined {
  const { id, connector, identifier } = selector;
  if (!id && !(connector && identifier)) throw invalid('either id or connector and identifier are required');
  return accountsOf(selector, environment).find(({ account }) =>
    id ? account.id === id : account.connector === connector && account.identifier === identifier,
  );
}

/** @throws RpcFailure */
export function accountOf(selector: AccountSelector, environment: Environment): KeyedAccount {
  return found(findAccount(selector, environment), 'connected account');
}

/** Only an active one can be used, and it is remembered when. @throws RpcFailure */
export function activeAccount({ key, account }: KeyedAccount, { store, now }: Environment): ConnectedAccount {
  if (account.status !== ConnectorStatus.ACTIVE) {
    throw unfit(`the connected account is ${ConnectorStatus[account.status]}, not ACTIVE`);
  }
  return store.connectedAccounts.put(key, { ...account, lastUsedAt: timestampFromMs(now()) });
}

/** The environment's connection to an app, by its name. */
export function appConnection(name: string, { store }: Environment): Connection | undefined {
  return store.connections.list().find((own) => own.keyId === name && own.organizationId === undefined);
}

/** Credentials make an account active; without any it waits for its owner. */
export function statusFor(details: AuthorizationDetails | undefined): ConnectorStatus {
  const given = details?.details;
  if (given?.case === undefined) return ConnectorStatus.PENDING_AUTH;
  if (given.case === 'oauthToken' && given.value.accessToken === '') return ConnectorStatus.PENDING_AUTH;
  return ConnectorStatus.ACTIVE;
}

const types: { readonly [Type in ConnectionType]?: ConnectorType } = {
  [ConnectionType.OAUTH]: ConnectorType.OAUTH,
  [ConnectionType.BASIC]: ConnectorType.BASIC,
  [ConnectionType.BEARER]: ConnectorType.BEARER_TOKEN,
  [ConnectionType.API_KEY]: ConnectorType.API_KEY,
  [ConnectionType.OAUTH_M2M]: ConnectorType.OAUTH_M2M,
  [ConnectionType.GOOGLE_DWD]: ConnectorType.GOOGLE_DWD,
  [ConnectionType.TRUSTED_IDP]: ConnectorType.TRUSTED_IDP,
  [ConnectionType.NO_AUTH]: ConnectorType.NO_AUTH,
};

export function authorizationTypeOf({ type }: Connection): ConnectorType {
  return types[type] ?? ConnectorType.CUSTOM;
}

/** A token that nothing can renew expires. */
function statusOf({ status, tokenExpiresAt, authorizationDetails }: ConnectedAccount, { now }: Environment): ConnectorStatus {
  if (status !== ConnectorStatus.ACTIVE || !tokenExpiresAt || timestampMs(tokenExpiresAt) > now()) return status;
  const details = authorizationDetails?.details;
  return details?.case === 'oauthToken' && details.value.refreshToken !== '' ? status : ConnectorStatus.EXPIRED;
}
